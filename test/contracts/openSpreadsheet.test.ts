import { snippetProject, type SnippetProject } from '../support/snippetProject';

const source = `
  import { openSpreadsheet } from './src/gas/openSpreadsheet';
  import { addSpreadsheetEditors, createSpreadsheet } from './src/gas/spreadsheets';
  const open = (id?: string) => { const opened = openSpreadsheet(id); if (!opened.ok) throw new Error(opened.problem.code); return opened.value; };
  export const code = (id?: string, address?: string) => { const opened = openSpreadsheet(id, address); return opened.ok ? opened.value.title : opened.problem.code; };
  export const tabs = () => open().tabs;
  export const selection = () => open().selection();
  export const column = (tab: string, index: number) => open().column(tab, index);
  export const table = (tab: string, most: number) => open().table(tab, most) ?? null;
  export const addTab = (...args: any[]) => (open() as any).addTab(...args);
  export const create = (title: string) => createSpreadsheet(title);
  export const share = (id: string, emails: string[]) => addSpreadsheetEditors(id, emails);
  export const rules = (tab: string) => {
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab)!;
    const rule = sheet.getRange('A2').getDataValidation();
    return [sheet.getFrozenRows(), sheet.getRange('A1').getFontWeight(), sheet.getRange('B5').getNumberFormat(), rule?.getCriteriaValues()[0], sheet.getRange('A1').getNote(), sheet.getRange('B2').getDataValidation()];
  };
`;

const beside = (): SnippetProject & { id: string; card: { kind: 'addon'; activeSpreadsheetId: string } } => {
  const project = snippetProject(source);
  const file = project.world.drive.createSpreadsheet({ ownerId: project.admin, title: 'Joiners' });
  const tab = file.tabs[0]!.name;
  project.world.drive.edit(file.id, tab, 'A1:B4', [
    ['Target', 'Start'],
    ['ana@acme.test ', '2026-01-02'],
    ['', '=1/0'],
    [{ formula: '=LOWER("BO@ACME.TEST")', value: 'bo@acme.test' }, '007'],
  ]);
  project.world.drive.setSelection(project.admin, file.id, { sheet: tab, a1: 'A2:B4' });
  return { ...project, id: file.id, card: { kind: 'addon', activeSpreadsheetId: file.id } };
};

describe('the open spreadsheet', () => {
  it('has a title and tabs with their headers; hidden ones are left out', () => {
    const { run, card, world, id } = beside();
    const file = world.drive.spreadsheet(id)!;
    file.addTab('Empty');
    file.addTab('Secret').hidden = true;
    expect(run('code', [], card)).toBe('Joiners');
    expect(run('tabs', [], card)).toEqual([
      { name: file.tabs[0]!.name, header: ['Target', 'Start'] },
      { name: 'Empty', header: [] },
    ]);
  });

  it('gives the selected cells as they are displayed, with their addresses', () => {
    const { run, card } = beside();
    const texts = run('selection', [], card) as { address: string; text: string }[];
    expect(texts.map(({ address }) => address)).toEqual(['A2', 'B2', 'B3', 'A4', 'B4']);
    expect(texts.filter(({ address }) => 'A2 B3 A4'.includes(address)).map(({ text }) => text)).toEqual([
      'ana@acme.test',
      '#DIV/0!',
      'bo@acme.test',
    ]);
  });

  it('cuts a whole selected column to what is filled', () => {
    const { run, card, world, admin, id } = beside();
    world.drive.setSelection(admin, id, { sheet: world.drive.spreadsheet(id)!.tabs[0]!.name, a1: 'A:A' });
    expect((run('selection', [], card) as { address: string }[]).map(({ address }) => address)).toEqual(['A1', 'A2', 'A4']);
  });

  it('gives a column below the header; none of a tab or column that is not there', () => {
    const { run, card, world, id } = beside();
    const tab = world.drive.spreadsheet(id)!.tabs[0]!.name;
    expect(run('column', [tab, 0], card)).toEqual([
      { address: 'A2', text: 'ana@acme.test' },
      { address: 'A4', text: 'bo@acme.test' },
    ]);
    expect(run('column', ['Nothing', 0], card)).toEqual([]);
    expect(run('column', [tab, 500], card)).toEqual([]);
    expect(run('column', [tab, -1], card)).toEqual([]);
  });

  it('gives a tab as a table: header and rows with their numbers, as displayed, and how many there are', () => {
    const { run, card, world, id } = beside();
    const tab = world.drive.spreadsheet(id)!.tabs[0]!.name;
    expect(run('table', [tab, 2], card)).toEqual({
      header: ['Target', 'Start'],
      rows: [
        { row: 2, cells: ['ana@acme.test ', '2026-01-02'] },
        { row: 3, cells: ['', '#DIV/0!'] },
      ],
      total: 3,
    });
    world.drive.spreadsheet(id)!.addTab('Empty');
    expect(run('table', ['Empty', 2], card)).toEqual({ header: [], rows: [], total: 0 });
    expect(run('table', ['Nothing', 2], card)).toBeNull();
  });

  it('gives checkboxes, days and long numbers of a table alike in every language, everything else as displayed', () => {
    const { run, card, world, id } = beside();
    const file = world.drive.spreadsheet(id)!;
    file.locale = 'de_DE';
    file.timeZone = 'Europe/Berlin';
    const tab = file.addTab('Typed').name;
    world.drive.edit(id, tab, 'A1:F3', [
      ['On', 'Since', 'At', 'Number', 'Share', 'Text'],
      ['TRUE', '31.12.2024', '31.12.2024 17:30:00', 491711234567000123, 0.5, '007'],
      [false, { text: '31.12.2024' }, '', 12, '', { text: '+49 30 1' }],
    ]);
    file.tab(tab)!.grid.edit(2, 5).format = { numberFormat: '0.0%' };
    const cells = (run('table', [tab, 5], card) as { rows: { cells: string[] }[] }).rows.map((row) => row.cells);
    expect(cells).toEqual([
      ['true', '2024-12-31', '31.12.2024 17:30:00', '4,91711E+17', '50,0%', '7'],
      ['false', '31.12.2024', '', '12', '', '+49 30 1'],
    ]);
    const numbers = [
      [4917112345670001, undefined, '4917112345670001'],
      [1234.5, undefined, '1234.5'],
      [1234567, '#,##0', '1234567'],
      [12, '000', '012'],
      [12.5, '0.00', '12,50'],
      [-3, undefined, '-3'],
    ] as const;
    for (const [number, format, text] of numbers) {
      world.drive.edit(id, tab, 'D2', [[number]]);
      file.tab(tab)!.grid.edit(2, 4).format = format === undefined ? {} : { numberFormat: format };
      expect((run('table', [tab, 5], card) as { rows: { cells: string[] }[] }).rows[0]!.cells[3]).toBe(text);
    }
  });

  it('names columns beyond Z', () => {
    const { run, card, world, id } = beside();
    const file = world.drive.spreadsheet(id)!;
    const wide = file.addTab('Wide', { columns: 800 });
    world.drive.edit(id, wide.name, 'ZZ2', [['x']]);
    expect(run('column', ['Wide', 701], card)).toEqual([{ address: 'ZZ2', text: 'x' }]);
  });

  it('is found by the id of the event when there is no active one', () => {
    const { run, id } = beside();
    expect(run('code', [id], { kind: 'trigger' })).toBe('Joiners');
    expect(run('code', [], { kind: 'trigger' })).toBe('platform.noSpreadsheetOpen');
  });

  it('is the one at an address, in any of the forms a browser shows', () => {
    const { run, id, card, world, admin } = beside();
    const other = world.drive.createSpreadsheet({ ownerId: admin, title: 'Other' });
    for (const path of ['spreadsheets', 'spreadsheets/u/0', 'a/acme.test/spreadsheets']) {
      expect(run('code', [id, `https://docs.google.com/${path}/d/${other.id}/edit?gid=0#gid=0`], card)).toBe('Other');
    }
    expect(run('code', [id, 'https://docs.google.com/spreadsheets/d/nothing/edit'], card)).toBe('sheet.notThere');
    expect(run('code', [id, 'Joiners'], card)).toBe('sheet.noAddress');
  });

  it('names the permission that is missing', () => {
    const { run, project, admin, card } = beside();
    project.withdraw(admin, ['https://www.googleapis.com/auth/spreadsheets']);
    expect(run('code', [], card)).toBe('platform.scopeMissing');
  });

  it('takes a new tab with header, rows, allowed values and notes, under a name that is free', () => {
    const { run, card, world, id } = beside();
    const add = ['addTab', [['Roster targets', ['Kind', 'Target'], [['User', '=1+1']], { 0: ['User', 'Group'] }], card]] as const;
    expect(run(add[0], add[1][0], card)).toEqual({ ok: true, value: 'Roster targets' });
    expect(run(add[0], add[1][0], card)).toEqual({ ok: true, value: 'Roster targets 2' });
    expect(
      world.drive
        .spreadsheet(id)!
        .tabs.map(({ name }) => name)
        .slice(1),
    ).toEqual(['Roster targets', 'Roster targets 2']);
    expect(run('rules', ['Roster targets'], card)).toEqual([1, 'bold', '@', ['User', 'Group'], 'User\nGroup', null]);
    expect(run('column', ['Roster targets', 1], card)).toEqual([{ address: 'B2', text: '=1+1' }]);
  });

  it('says so when the person may not edit it', () => {
    const { run, card, world, id, plain } = beside();
    world.drive.share(id, plain, 'reader');
    const answer = run('addTab', ['Roster targets', ['Kind'], [], {}], { ...card, effectiveUserId: plain }) as { ok: boolean };
    expect(answer).toMatchObject({ ok: false, problem: { code: 'platform.spreadsheetProtected' } });
    expect(world.drive.spreadsheet(id)!.tabs.length).toBe(1);
  });
});

describe('spreadsheets', () => {
  it('are created for the effective user alone, and shared with editors', () => {
    const { run, world, admin, plain } = snippetProject(source);
    const { value } = run('create', ['Roster ledger']) as { value: { id: string; url: string } };
    const file = world.drive.spreadsheet(value.id)!;
    expect([file.title, file.ownerId, file.access, file.url]).toEqual(['Roster ledger', admin, [], value.url]);
    expect(run('share', [value.id, ['plain@acme.test']])).toEqual({ ok: true });
    expect(file.roleOf(plain)).toBe('writer');
    expect(run('share', [value.id, []])).toEqual({ ok: true });
  });
});
