import { type SnippetProject, snippetProject } from '../support/snippetProject';

const source = `
  import { openTables } from './src/gas/spreadsheetTables';
  export const tables = (id: string, ...steps: [string, ...unknown[]][]) => {
    let writes = 0;
    const opened = openTables(id, () => { writes += 1; });
    if (!opened.ok) return opened.problem;
    const answers = steps.map(([step, ...args]) => (opened.value as any)[step](...args));
    return answers.length === 1 ? answers[0] : [...answers, { writes }];
  };
`;

const columns = ['id', 'state', 'note'];

interface Book extends SnippetProject {
  readonly id: string;
  /** Does steps with the tables of the spreadsheet. */
  tables(...steps: [string, ...unknown[]][]): unknown;
  /** Displayed texts of a tab. */
  cells(tab: string): string[][];
  person(body: string): unknown;
}

const book = (): Book => {
  const project = snippetProject(`${source}
    export const cells = (id: string, tab: string) => { const sheet = SpreadsheetApp.openById(id).getSheetByName(tab); return sheet && sheet.getLastRow() > 0 ? sheet.getDataRange().getDisplayValues() : []; };
    export const moveMeanwhile = (id: string) => {
      const opened = openTables(id, () => undefined);
      if (!opened.ok) return;
      opened.value.append('Requests', [{ id: 'a', state: 'open' }]);
      SpreadsheetApp.openById(id).getSheetByName('Requests')!.insertColumnBefore(1);
      Utilities.sleep(15_000);
      opened.value.append('Requests', [{ id: 'b', state: 'open' }]);
    };
    export const person = (id: string, body: string) => new Function('book', body)(SpreadsheetApp.openById(id));
  `);
  const { id } = project.world.drive.createSpreadsheet({ ownerId: project.admin, title: 'Workbook' });
  return {
    ...project,
    id,
    tables: (...steps) => project.run('tables', [id, ...steps]),
    cells: (tab) => project.run('cells', [id, tab]) as string[][],
    person: (body) => project.run('person', [id, body]),
  };
};

describe('tables of a spreadsheet', () => {
  it('start with a frozen, bold header, in the blank tab that a new spreadsheet has', () => {
    const { tables, cells, person } = book();
    tables(['ensure', 'Requests', columns]);
    expect(cells('Requests')).toEqual([columns]);
    expect(
      person(
        "const s = book.getSheetByName('Requests'); return [book.getSheets().length, s.getFrozenRows(), s.getRange('A1').getFontWeight(), s.getMaxColumns()]",
      ),
    ).toEqual([1, 1, 'bold', 3]);
  });

  it('add a tab where others stand, and hide it when asked to', () => {
    const { tables, person } = book();
    tables(['ensure', 'Requests', columns]);
    tables(['ensure', 'Exchange', columns, { hidden: true }]);
    expect(person('return book.getSheets().map((s) => [s.getName(), s.isSheetHidden()])')).toEqual([
      ['Requests', false],
      ['Exchange', true],
    ]);
  });

  it('read as no rows while they are not there', () => {
    expect(book().tables(['rows', 'Requests'])).toEqual([]);
    expect(book().tables(['find', 'Requests', 'id', ['a']])).toEqual([]);
    expect(book().tables(['remove', 'Requests', 'id', ['a']])).toBeUndefined();
  });

  it('give rows back as they were appended: formulas, dates, zeros, numbers and truth values', () => {
    const { tables } = book();
    const rows = ['=1+1', '+49 30 123', '-5', '@me', '01', '2026-01-02', '12/11/2026', 'TRUE', "'t Hart", '', '1e5', '50%'].map(
      (note, index) => ({
        id: `r${index}`,
        state: index,
        note,
      }),
    );
    tables(['ensure', 'Requests', columns], ['append', 'Requests', rows]);
    expect(tables(['rows', 'Requests'])).toEqual(rows);
    tables(['append', 'Requests', [{ id: 'last', state: true, note: 'x' }]]);
    expect((tables(['rows', 'Requests']) as unknown[]).slice(-1)).toEqual([{ id: 'last', state: true, note: 'x' }]);
  });

  it('show texts as people wrote them', () => {
    const { tables, cells } = book();
    tables(['append', 'Requests', [{ id: '007', note: '=SUM(1;2)' }]]);
    expect(cells('Requests')).toEqual([
      ['id', 'note'],
      ['007', '=SUM(1;2)'],
    ]);
  });

  it('replace rows by key, append the new ones, and delete what is too many', () => {
    const { tables } = book();
    tables([
      'append',
      'Requests',
      [
        { id: 'a', state: '1' },
        { id: 'b', state: '1' },
        { id: 'b', state: '2' },
        { id: 'c', state: '1' },
      ],
    ]);
    tables([
      'upsert',
      'Requests',
      'id',
      [
        { id: 'b', state: 'new' },
        { id: 'd', state: 'new' },
      ],
    ]);
    expect(tables(['rows', 'Requests'])).toEqual([
      { id: 'a', state: '1' },
      { id: 'b', state: 'new' },
      { id: 'c', state: '1' },
      { id: 'd', state: 'new' },
    ]);
  });

  it('find rows that lie scattered among others, in the order of the sheet, and only those', () => {
    const { tables } = book();
    const rows = Array.from({ length: 60 }, (_, index) => ({ id: index % 2 === 0 ? 'mine' : 'other', state: String(index), note: '' }));
    const found = tables(['append', 'Exchange', rows], ['find', 'Exchange', 'id', ['mine']]) as unknown[];
    expect((found[1] as { id: string; state: unknown }[]).map(({ id, state }) => [id, String(state)])).toEqual(
      Array.from({ length: 30 }, (_, index) => ['mine', String(index * 2)]),
    );
  });

  it('find and remove by key, whatever the order and number', () => {
    const { tables } = book();
    tables(['append', 'Exchange', ['a', 'b', 'a', 'c', 'c'].map((id, index) => ({ id, state: index }))]);
    expect(tables(['find', 'Exchange', 'id', ['c', 'a', 'z']])).toEqual([
      { id: 'a', state: 0 },
      { id: 'a', state: 2 },
      { id: 'c', state: 3 },
      { id: 'c', state: 4 },
    ]);
    tables(['remove', 'Exchange', 'id', ['a', 'c']]);
    expect(tables(['rows', 'Exchange'])).toEqual([{ id: 'b', state: 1 }]);
    tables(['remove', 'Exchange', 'id', ['b']]);
    expect(tables(['rows', 'Exchange'])).toEqual([]);
  });

  describe('in a tab that a person sorted, so that rows of each sync lie between those of others', () => {
    const sorted = Array.from({ length: 3000 }, (_, index) => ({
      id: `r${index}`,
      state: index % 3 === 0 ? 'mine' : 'other',
      note: index,
    }));
    const filled = (): Book => {
      const made = book();
      made.tables(['append', 'Targets', sorted]);
      made.person(
        "const s = book.getSheetByName('Targets'); s.insertColumnAfter(3); s.getRange('D1:D3001').setValues([['seen'], ...Array.from({ length: 3000 }, (_, i) => ['row ' + i])])",
      );
      return made;
    };
    const callsOf = ({ world }: Book, work: () => void): number => {
      let calls = 0;
      const stop = world.faults.add({ at: ({ name }) => ++calls < 0 && name === '', effect: { kind: 'slow', milliseconds: 0 } });
      work();
      stop();
      return calls;
    };

    it('rows are replaced and removed by key, the others and what a person wrote beside them stay', () => {
      const made = filled();
      const mine = sorted.filter(({ state }) => state === 'mine');
      const news = mine.map(({ id }) => ({ id, state: 'mine', note: 'new' }));
      made.tables(['upsert', 'Targets', 'id', [...news, { id: 'r3000', state: 'mine', note: 'new' }]]);
      made.tables(['remove', 'Targets', 'id', mine.slice(0, 500).map(({ id }) => id)]);
      const left = sorted.flatMap((row, index): object[] => {
        if (row.state === 'other') return [{ ...row, seen: `row ${index}` }];
        return index < 1500 ? [] : [{ ...row, note: 'new', seen: `row ${index}` }];
      });
      expect(made.tables(['rows', 'Targets'])).toEqual([...left, { id: 'r3000', state: 'mine', note: 'new', seen: '' }]);
    });

    it('B18: that takes some calls, and not some for each row', () => {
      const made = filled();
      const news = sorted.flatMap(({ id, state }) => (state === 'mine' ? [{ id, state, note: 'new' }] : []));
      expect(callsOf(made, () => made.tables(['upsert', 'Targets', 'id', news]))).toBeLessThan(30);
      expect(callsOf(made, () => made.tables(['remove', 'Targets', 'state', ['mine']]))).toBeLessThan(30);
    });
  });

  it('can be emptied when every row of the grid is used', () => {
    const { tables, person } = book();
    tables(['append', 'Exchange', [{ id: 'a' }, { id: 'a' }]]);
    person("const s = book.getSheetByName('Exchange'); s.deleteRows(4, s.getMaxRows() - 3)");
    tables(['remove', 'Exchange', 'id', ['a']]);
    expect(tables(['rows', 'Exchange'])).toEqual([]);
  });

  it('grow below the end of the grid', () => {
    const { tables } = book();
    const rows = Array.from({ length: 1500 }, (_, index) => ({ id: `r${index}` }));
    tables(['append', 'Results', rows]);
    expect(tables(['rows', 'Results'])).toEqual(rows);
  });

  it('follow columns that a person moved, and leave alone the one that a person added', () => {
    const { tables, cells, person } = book();
    tables(['ensure', 'Requests', columns], ['append', 'Requests', [{ id: 'a', state: 'open', note: 'x' }]]);
    person(
      "const s = book.getSheetByName('Requests'); s.insertColumnBefore(1); s.getRange('A1:A2').setValues([['mine'], ['keep']]); s.getRange('C1:D2').setValues([['note', 'state'], ['x', 'open']])",
    );
    expect(tables(['rows', 'Requests'])).toEqual([{ mine: 'keep', id: 'a', note: 'x', state: 'open' }]);
    tables(
      ['upsert', 'Requests', 'id', [{ id: 'a', state: 'done', note: 'y' }]],
      ['append', 'Requests', [{ id: 'b', state: 'open', note: 'z' }]],
    );
    expect(cells('Requests')).toEqual([
      ['mine', 'id', 'note', 'state'],
      ['keep', 'a', 'y', 'done'],
      ['', 'b', 'z', 'open'],
    ]);
  });

  it('look at the header again in a long execution', () => {
    const { run, id, cells } = book();
    run('moveMeanwhile', [id]);
    expect(cells('Requests')).toEqual([
      ['', 'id', 'state'],
      ['', 'a', 'open'],
      ['', 'b', 'open'],
    ]);
  });

  it('put back a column that a person deleted', () => {
    const { tables, person } = book();
    tables(['append', 'Requests', [{ id: 'a', state: 'open', note: 'x' }]]);
    person("book.getSheetByName('Requests').deleteColumn(2)");
    tables(['ensure', 'Requests', columns], ['append', 'Requests', [{ id: 'b', state: 'done', note: 'y' }]]);
    expect(tables(['rows', 'Requests'])).toEqual([
      { id: 'a', note: 'x', state: '' },
      { id: 'b', note: 'y', state: 'done' },
    ]);
  });

  it('find a tab that a person renamed, and make a deleted one again', () => {
    const { tables, person } = book();
    tables(['append', 'Requests', [{ id: 'a' }]]);
    person("book.getSheetByName('Requests').setName('Meine Anfragen'); book.insertSheet('Other')");
    tables(['append', 'Requests', [{ id: 'b' }]]);
    expect(tables(['rows', 'Requests'])).toEqual([{ id: 'a' }, { id: 'b' }]);
    person("book.deleteSheet(book.getSheetByName('Meine Anfragen'))");
    expect(tables(['rows', 'Requests'])).toEqual([]);
    tables(['append', 'Requests', [{ id: 'c' }]]);
    expect(tables(['rows', 'Requests'])).toEqual([{ id: 'c' }]);
  });

  it('leave out blank rows and read a date that a person typed as text', () => {
    const { tables, person } = book();
    tables(['append', 'Requests', [{ id: 'a', note: 'x' }]]);
    person(
      "const s = book.getSheetByName('Requests'); s.getRange('A5').setValue('later'); s.getRange('B5').setValue(new Date(Date.UTC(2026, 0, 2)))",
    );
    expect(tables(['rows', 'Requests'])).toEqual([
      { id: 'a', note: 'x' },
      { id: 'later', note: '2026-01-02T00:00:00.000Z' },
    ]);
  });

  it('append whole rows in one write, also where a column is left out: a row is there or it is not', () => {
    const { tables, cells, world } = book();
    let writes = 0;
    const count = ({ name }: { readonly name: string }): boolean => {
      if (name === 'Range.setValues') writes += 1;
      return false;
    };
    world.faults.add({ at: count, effect: { kind: 'kill', when: 'before' } });
    tables(['ensure', 'Requests', columns], ['append', 'Requests', [{ id: 'a', note: 'first' }]]);
    // The header and the row.
    expect(writes).toBe(2);
    expect(cells('Requests')).toEqual([columns, ['a', '', 'first']]);
  });

  it('tell about every write, so that it can be flushed before a lock is released', () => {
    const { tables } = book();
    expect(tables(['ensure', 'Requests', columns], ['rows', 'Requests'])).toEqual([true, [], { writes: 1 }]);
    expect(
      tables(['append', 'Requests', [{ id: 'a' }]], ['upsert', 'Requests', 'id', [{ id: 'a' }]], ['remove', 'Requests', 'id', ['a']]),
    ).toEqual([null, null, null, { writes: 3 }]);
  });

  it('cannot be opened when the document is gone or not shared', () => {
    const { run, world, plain, id } = book();
    const never = 'x'.repeat(44);
    expect(run('tables', [never])).toEqual({ code: 'platform.spreadsheetGone', data: { spreadsheetId: never } });
    expect(run('tables', ['nothing'])).toMatchObject({ code: 'platform.spreadsheetGone' });
    expect(run('tables', [''])).toMatchObject({ code: 'platform.spreadsheetGone' });
    expect(run('tables', [id], { effectiveUserId: plain })).toEqual({ code: 'platform.spreadsheetNoAccess', data: {} });
    expect(world.drive.spreadsheet(id)?.tabs.length).toBe(1);
  });

  it('cannot be opened without the scope, and say which one is missing', () => {
    const { run, project, admin, id } = book();
    project.withdraw(admin, ['https://www.googleapis.com/auth/spreadsheets']);
    expect(run('tables', [id], { kind: 'addon' })).toMatchObject({
      code: 'platform.scopeMissing',
      data: { scope: 'https://www.googleapis.com/auth/spreadsheets' },
    });
  });
});
