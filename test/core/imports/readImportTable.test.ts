import { explain } from '../../../src/core/base/explain';
import { noteTable } from '../../../src/core/imports/noteTable';
import { importRowLimit, readImportTable, type ImportTable } from '../../../src/core/imports/readImportTable';
import { checkRules } from '../../../src/core/imports/ImportRules';
import { fields, rulesFor } from '../../support/importCase';

const read = (grid: readonly (readonly string[])[]): ImportTable => {
  const table = readImportTable(grid, fields);
  if (!table.ok) throw new Error(table.problem.code);
  return table.value;
};
/** Cells between bars, one line a row. */
const grid = (text: string): string[][] => text.split('\n').map((line) => line.trim().split('|'));
const titles = (table: ImportTable): string[] => table.columns.map(({ title }) => title);
const notes = (table: ImportTable): string[] => noteTable(table).map((note) => explain(note).what);

describe('I1: a table', () => {
  it('has a header row, one row a user, and samples of each column', () => {
    const table = read(grid('Email|Department|Start\nann@acme.test|Sales|\nbob@acme.test|Sales|2026-01-01'));
    expect(table.columns).toEqual([
      { column: 0, title: 'Email', name: 'email', filled: 2, samples: ['ann@acme.test', 'bob@acme.test'] },
      { column: 1, title: 'Department', name: 'department', filled: 2, samples: ['Sales'] },
      { column: 2, title: 'Start', name: 'start', filled: 1, samples: ['2026-01-01'] },
    ]);
    expect(table.rows.map(({ row }) => row)).toEqual([2, 3]);
  });

  it.each<[string, string, string[], number[]]>([
    ['titles above the header', 'Staff 2026\n\nEmail|Phone\nann@acme.test|1', ['Email', 'Phone'], [4]],
    ['several cells above the header', 'Acme|Staff\nEmail|Phone\nann@acme.test|1', ['Email', 'Phone'], [3]],
    ['a header that no field is known by', 'Wer|Was\nann@acme.test|1', ['Wer', 'Was'], [2]],
    [
      'headers of merged cells above',
      'Person||Phone|\nEmail|Surname|Work|Home\nann@acme.test|Lee|1|2',
      ['Email', 'Surname', 'Work Phone', 'Home Phone'],
      [3],
    ],
    ['a second header row', 'Email|Phone|\n|Work|Home\nann@acme.test|1|2', ['Email', 'Work Phone', 'Home Phone'], [3]],
    ['blank headers, with values and without', 'Email||\nann@acme.test|x|', ['Email', 'Column B'], [2]],
    ['a header twice', 'Email|Phone|phone\nann@acme.test|1|2', ['Email', 'Phone', 'phone (column C)'], [2]],
    ['blank rows between and below', 'Email|Phone\n\nann@acme.test|1\n|\nbob@acme.test|2\n|\n', ['Email', 'Phone'], [3, 5]],
  ])('can have %s', (_, text, headers, rows) => {
    const table = read(grid(text));
    expect(titles(table)).toEqual(headers);
    expect(table.rows.map(({ row }) => row)).toEqual(rows);
  });

  it('never takes a row of a user without an address for a second header', () =>
    expect(read(grid('Email|Department|Title\n|Service|Head\nann@acme.test|Sales|Cook')).rows.map(({ row }) => row)).toEqual([2, 3]));

  it('leaves out what is no user, and says so', () => {
    const table = read(
      grid(
        'Email|Department|Note\nExample: ann@acme.test|Sales|\nann@acme.test|Sales|\nEmail|Department|Note\nbob|Sales|x\ncy@acme.test|IT|\n|\nTotal|2|\n|12|\nas of today||',
      ),
    );
    expect(table.rows.map(({ row }) => row)).toEqual([3, 5, 6]);
    expect(notes(table)).toEqual([
      'Row 2 is not read. It is an example.',
      'Row 4 is not read. It repeats the header.',
      'Row 8 is not read. It is a total or a note below the last user.',
      'Row 9 is not read. It is a total or a note below the last user.',
      'Row 10 is not read. It is a total or a note below the last user.',
    ]);
  });

  it('keeps the last row when its address is wrong: it is a user, and fails', () =>
    expect(read(grid('Email|First|Last\nann@acme.test|Ann|Lee\nbob|Bob|May')).rows.map(({ row }) => row)).toEqual([2, 3]));

  it('keeps short and long rows as they are', () => {
    const table = read(grid('Email|Phone\nann@acme.test\nbob@acme.test|1|2'));
    expect([table.width, ...table.rows.map(({ cells }) => cells.length)]).toEqual([2, 1, 3]);
  });

  it.each<[string, string[][], string]>([
    ['nothing', [], 'import.headerMissing'],
    ['no header', grid('ann@acme.test|Lee\nbob@acme.test|May'), 'import.headerMissing'],
    ['only a header', grid('Email|Phone\n|\n'), 'import.noRows'],
    [
      'too many rows',
      [['Email', 'Phone'], ...Array.from({ length: importRowLimit + 1 }, (_, row) => [`u${row}@acme.test`, '1'])],
      'import.tooManyRows',
    ],
  ])('is refused with %s', (_, cells, code) => expect(readImportTable(cells, fields)).toMatchObject({ ok: false, problem: { code } }));
});

describe('columns that are never used', () => {
  const table = read([
    [
      'Email Address [Required]',
      'Password [Required]',
      'Neues Passwort',
      'Change Password at Next Sign-In',
      'Status [READ ONLY]',
      'New Primary Email [UPLOAD ONLY]',
      'New Status',
    ],
    ['ann@acme.test', 'hunter2', 'geheim', 'True', 'Active', 'anna@acme.test', 'ACTIVE'],
  ]);

  it('are named with the reason, and where else it is done (I4)', () =>
    expect(notes(table)).toEqual([
      'The column “Password [Required]” is not used. Roster reads no passwords and stores none. Who is created has to choose one; others keep theirs.',
      'The column “Neues Passwort” is not used. Roster reads no passwords and stores none. Who is created has to choose one; others keep theirs.',
      'The column “Status [READ ONLY]” is not used. Google tells it and takes none of it.',
      'The column “New Primary Email [UPLOAD ONLY]” is not used. An import renames nobody. Rename a user in the Admin console: Users, the user, “Update user”.',
      'The column “New Status” is not used. Whether somebody may sign in is said by a column “Active” with true or false.',
    ]));

  it('passwords are nowhere in what was read', () => {
    expect(JSON.stringify(table)).not.toMatch(/hunter2|geheim/);
    expect(JSON.stringify(table)).toContain('anna@acme.test');
  });

  it('and no hand maps them', () =>
    expect(checkRules(rulesFor(['title']), table, fields).map(({ code }) => code)).toEqual(['import.passwordColumn']));
});

describe('I14: rules with which an import can start', () => {
  const table = read(grid('Email|A|B|C\nann@acme.test|1|2|3'));
  const codes = (...args: Parameters<typeof rulesFor>) => checkRules(rulesFor(...args), table, fields).map(({ code }) => code);

  it('map the address and something else', () => {
    expect(codes(['title'])).toEqual([]);
    expect(codes([])).toEqual(['import.nothingMapped']);
    expect(checkRules({ method: 'update', columns: rulesFor(['title']).columns.slice(1) }, table, fields)[0]?.code).toBe(
      'import.addressUnmapped',
    );
  });

  it('map both names where users are created', () => {
    expect(codes(['givenName'], 'create')).toEqual(['import.namesUnmapped']);
    expect(codes(['givenName', 'familyName'], 'create')).toEqual([]);
  });

  it('map each field once, to what is there, and overwrite groups and spaces only (I13)', () => {
    expect(codes(['title', 'title'])).toEqual(['import.fieldTwice']);
    expect(codes(['role/gone'])).toEqual(['import.fieldGone']);
    expect(codes([{ field: 'title', overwrite: true }])).toEqual(['import.overwriteNotHere']);
    expect(codes([{ field: 'chatSpaces', overwrite: true }])).toEqual([]);
    expect(codes(['title', 'department', 'company', 'manager'])).toEqual(['import.columnGone']);
  });
});
