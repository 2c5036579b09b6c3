import { onlyRequest } from '../support/forgeClick';
import { linesBelow, stateOf } from '../support/hands';
import { importCompany, lineOf, mapColumn, openImport, readImport } from '../support/importHands';

const header = ['Email', 'Mobile', 'Department', 'Google Groups', 'Password'];
const people = [
  ['sam@acme.test', "'+49 171 1", 'Sales', 'team@acme.test', 'hunter2'],
  ['sue@acme.test', "'0171 2", '', '', 'hunter3'],
];

describe('I1–I3, I5–I7: the data of an import', () => {
  it('is a tab of the open Sheet; only the columns to change need be there', () => {
    const { sidebar } = importCompany([
      ['Email', 'Department'],
      ['sam@acme.test', 'Sales'],
    ]);
    openImport(sidebar);
    sidebar.press('Read this tab');
    expect(linesBelow(sidebar, 'The data')).toEqual(['Read from tab “Sheet1” of “New colleagues”: 1 row.']);
    sidebar.press('Next');
    expect(linesBelow(sidebar, 'Columns').map((line) => line.split(':')[0])).toEqual(['Email', 'Department']);
  });

  it('is a Sheet whose address was pasted, where Google does not tell which one is open', () => {
    const { company, sidebar } = importCompany([]);
    const other = company.world.drive.createSpreadsheet({ ownerId: company.admin.id, title: 'Elsewhere' });
    company.world.drive.edit(other.id, other.tabs[0]!.name, 'A1', [
      ['Email', 'Department'],
      ['sam@acme.test', 'Sales'],
    ]);
    company.project.settings.activeSpreadsheetInCards = 'none';
    const blind = company.open(company.admin);
    openImport(blind);
    blind.type('Address of the Sheet', `https://docs.google.com/spreadsheets/d/${other.id}/edit`);
    blind.press('Open this Sheet');
    blind.press('Read this tab');
    expect(blind.text()).toContain('Read from tab “Sheet1” of “Elsewhere”: 1 row.');
    expect(sidebar.warnings).toEqual([]);
  });

  it('is the range that is selected, whose cells are named as the Sheet counts', () => {
    const { company, sidebar } = importCompany([
      ['Email', 'Title'],
      ['other@acme.test', 'Of another table'],
    ]);
    const tab = company.sheet.tabs[0]!.name;
    company.world.drive.edit(company.sheet.id, tab, 'C30', [
      ['Email', 'Active'],
      ['sam@acme.test', 'true'],
      ['sue@acme.test', 'perhaps'],
      ['out@acme.test', 'true'],
    ]);
    openImport(sidebar);
    sidebar.press('Read the selected cells');
    expect(sidebar.text()).toContain('No table is selected in the Sheet.');
    company.world.drive.setSelection(company.admin.id, company.sheet.id, { sheet: tab, a1: 'C30:D32' });
    sidebar.press('Read the selected cells');
    expect(linesBelow(sidebar, 'The data')).toEqual(['Read from C30:D32 in tab “Sheet1” of “New colleagues”: 2 rows.']);
    sidebar.press('Next');
    mapColumn(sidebar, 'Email', 'Primary address');
    mapColumn(sidebar, 'Active', 'Active');
    sidebar.press('Next');
    expect(linesBelow(sidebar, 'Cells that cannot be taken').filter((line) => /^[A-Z]+\d+,/.test(line))).toEqual([
      expect.stringContaining('D32, Active: perhaps'),
    ]);
  });

  it('may have 50,000 rows, read, checked and sent well within the time of a card; one more is too many', () => {
    const rows = Array.from({ length: 50_000 }, (_, row) => [`user${row}@acme.test`, `Department ${row % 90}`]);
    const { company, sidebar } = importCompany([['Email', 'Department'], ...rows]);
    const timed = (work: () => void): number => {
      const from = company.world.clock.now();
      work();
      return company.world.clock.now() - from;
    };
    openImport(sidebar);
    const read = timed(() => sidebar.press('Read this tab'));
    expect(linesBelow(sidebar, 'The data')).toEqual(['Read from tab “Sheet1” of “New colleagues”: 50,000 rows.']);
    sidebar.press('Next');
    sidebar.press('Auto-map');
    const checked = timed(() => sidebar.press('Next'));
    expect(sidebar.text()).toContain('50,000 rows; 2 columns are mapped. Every row can be read.');
    expect(
      Math.max(
        read,
        checked,
        timed(() => sidebar.press('Preview')),
      ),
    ).toBeLessThan(10_000);
    company.world.drive.edit(company.sheet.id, company.sheet.tabs[0]!.name, 'A50002', [['one@acme.test', 'More']]);
    const again = company.open(company.admin);
    openImport(again);
    again.press('Read this tab');
    expect(again.text()).toContain('There are 50,001 rows; an import takes 50,000.');
  });

  it('is pasted CSV text, of any delimiter, with quotes', () => {
    const { sidebar } = importCompany([]);
    openImport(sidebar);
    sidebar.type('CSV text', 'Email;Title;Department\r\nsam@acme.test;"Head; of ""all""";Sales\r\n');
    sidebar.press('Read pasted text');
    expect(linesBelow(sidebar, 'The data')).toEqual(['Read from pasted text: 1 row.']);
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Head; of "all"');
  });

  it.each([
    ['a quote that never ends', 'Email,Title\nsam@acme.test,"Head\n', 'A quote that begins in row 2 never ends: "Head'],
    ['too much text', `Email,Title\n${'sam@acme.test,Head of everything\n'.repeat(2000)}`, 'A pasted text may have 50,000 characters.'],
    ['nothing', '', 'There is nothing in it.'],
  ])('refuses %s and says what to do; what was typed stays', (_what, text, said) => {
    const { sidebar } = importCompany([]);
    openImport(sidebar, { name: 'Titles' });
    sidebar.type('CSV text', text);
    sidebar.press('Read pasted text');
    expect(sidebar.text()).toContain(said);
    expect(sidebar.text()).toContain('Name (required): {Titles}');
  });

  it('needs a name and data before it goes on', () => {
    const { sidebar } = importCompany([]);
    sidebar.press('Import users');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Give the import a name.');
    expect(sidebar.text()).toContain('Read a tab, a text or a file first.');
    expect(sidebar.text()).toContain('Step 1 of 3');
  });

  it('S48: is offered again half filled, or thrown away', () => {
    const { company, sidebar } = importCompany([header, ...people]);
    readImport(sidebar, { name: 'Half filled', method: 'Create or update' });
    sidebar.press('Auto-map');
    const again = company.open(company.admin);
    again.press('Import users');
    expect(again.text()).toContain('“Half filled”');
    again.press('Go on with the draft');
    expect(again.text()).toContain('(x) Create or update');
    again.press('Next');
    expect(again.text()).toContain('3 columns are mapped');
    const third = company.open(company.admin);
    third.press('Import users');
    third.press('Start a new one');
    expect(third.text()).toContain('Name (required): {}');
  });

  it('is not offered to a plain user', () => {
    const { company } = importCompany([]);
    expect(company.open(company.plain).text()).not.toContain('Import users');
  });
});

describe('I9–I13: columns', () => {
  it('are shown with samples; passwords never are, and are not kept anywhere', () => {
    const { company, sidebar } = importCompany([header, ...people]);
    readImport(sidebar);
    expect(sidebar.text()).toContain('Mobile: [Not used] (+49 171 1 · 0171 2)');
    expect(sidebar.text()).toContain('The column “Password” is not used.');
    sidebar.press('Next');
    const kept = JSON.stringify([
      company.project.scriptProperties,
      ...company.world.drive.spreadsheets.filter(({ id }) => id !== company.sheet.id).map(({ tabs }) => tabs),
    ]);
    expect(JSON.stringify(stateOf(company)) + kept).not.toContain('hunter');
    expect(kept).not.toContain('hunter2');
  });

  it('map automatically where header and values agree; the unsure wait for a tick, and evidence is shown', () => {
    const { sidebar } = importCompany([
      ['Email', 'Phone', 'Department', 'Google Groups', 'Active'],
      ['sam@acme.test', "'+49 171 1", 'Sales', 'team@acme.test', 'true'],
    ]);
    readImport(sidebar);
    sidebar.press('Auto-map');
    const said = linesBelow(sidebar, 'Columns').join('\n');
    expect(said).toContain('Email: [Primary address] (sam@acme.test\nCertain: the header is a name of it; 1 of 1 sample fits.)');
    expect(said).toContain('Department: [Department]');
    expect(said).toContain('Phone: [Not used]');
    expect(said).toContain('Use Phone as Work phone? (Likely: the header may mean it; 1 of 1 sample fits.) {off}');
    // I12: rights, memberships and whether somebody may sign in are never mapped at once.
    expect(said).toContain('Active: [Not used]');
    expect(said).toContain('Use Active as Active?');
    expect(said).toContain('Google Groups: [Not used]');
    expect(said).toContain('nothing but your hand maps it');
    sidebar.toggle('Use Phone as Work phone?', true);
    expect(lineOf(sidebar, 'Phone')).toBe('Work phone');
  });

  it('of the Admin console’s own file are known; I4: a new address is refused, and the message names where to change it', () => {
    const { sidebar } = importCompany([]);
    const titles = [
      'First Name [Required]',
      'Last Name [Required]',
      'Email Address [Required]',
      'Password [Required]',
      'Org Unit Path [Required]',
      'New Primary Email [UPLOAD ONLY]',
      'Status [READ ONLY]',
      'Recovery Phone [MUST BE IN THE E.164 FORMAT]',
      'Work Phone',
      'Manager Email',
      'Department',
      'Cost Center',
    ];
    const cells = [
      'Sam',
      'Test',
      'sam@acme.test',
      '****',
      '/Sales',
      '',
      'Active',
      '+41445550102',
      '+41445550103',
      'sue@acme.test',
      'Sales',
      'C1',
    ];
    openImport(sidebar);
    sidebar.type('CSV text', `${titles.join(',')}\n${cells.join(',')}`);
    sidebar.press('Read pasted text');
    sidebar.press('Next');
    sidebar.press('Auto-map');
    const said = linesBelow(sidebar, 'Columns').join('\n');
    for (const field of ['First name', 'Last name', 'Primary address', 'Work phone', 'Manager', 'Department', 'Cost center']) {
      expect(said).toContain(`[${field}]`);
    }
    expect(said).toContain('as Organizational unit?');
    expect(said).toContain('as Recovery phone?');
    expect(said).toContain('An import renames nobody. Rename a user in the Admin console');
    expect(said).toContain('The column “Status [READ ONLY]” is not used. Google tells it and takes none of it.');
  });

  it('are mapped by hand; a field goes to one column only; what is mapped can be taken back', () => {
    const { sidebar } = importCompany([header, ...people]);
    readImport(sidebar);
    mapColumn(sidebar, 'Mobile', 'Home phone');
    expect(lineOf(sidebar, 'Mobile')).toBe('Home phone');
    mapColumn(sidebar, 'Department', 'Home phone');
    expect([lineOf(sidebar, 'Mobile'), lineOf(sidebar, 'Department')]).toEqual(['Not used', 'Home phone']);
    mapColumn(sidebar, 'Department', 'Do not use this column');
    expect(lineOf(sidebar, 'Department')).toBe('Not used');
  });

  it('I18: say how many empty cells would clear a field, before they do', () => {
    const { sidebar } = importCompany([header, ...people]);
    readImport(sidebar);
    mapColumn(sidebar, 'Mobile', 'Mobile phone');
    mapColumn(sidebar, 'Department', 'Department');
    expect(linesBelow(sidebar, 'Columns').join(' ')).toMatch(/Department: \[Department\] \(Sales 1 empty cell clears it\.\)/);
    expect(sidebar.text().match(/clears? it/g)).toHaveLength(1);
  });

  it('I13: of groups and spaces have a switch to overwrite, off by default; others have none', () => {
    const { sidebar } = importCompany([header, ...people]);
    readImport(sidebar);
    mapColumn(sidebar, 'Department', 'Department');
    expect(sidebar.text()).not.toContain('Overwrite');
    mapColumn(sidebar, 'Google Groups', 'Communication groups');
    expect(sidebar.text()).toMatch(/Overwrite Communication groups \(Off: .*\) \{off\}/);
    sidebar.toggle('Overwrite Communication groups', true);
    expect(sidebar.text()).toMatch(/Overwrite Communication groups \(On: .*\) \{on\}/);
  });

  it('are mapped as last time when the same headers come again', () => {
    const { company, sidebar } = importCompany([
      ['Email', 'Nr', 'Department'],
      ['sam@acme.test', '7', 'Sales'],
    ]);
    readImport(sidebar);
    sidebar.press('Auto-map');
    mapColumn(sidebar, 'Nr', 'Employee ID');
    mapColumn(sidebar, 'Department', 'Do not use this column');
    sidebar.press('Next');
    sidebar.press('Preview');
    const again = company.open(company.admin);
    readImport(again);
    again.press('Auto-map');
    expect([lineOf(again, 'Nr'), lineOf(again, 'Department')]).toEqual(['Employee ID', 'Not used']);
    expect(again.text()).toContain('it was mapped so last time');
  });

  it('a column keeps its mapping when the data is read again', () => {
    const { company, sidebar } = importCompany([header, ...people]);
    readImport(sidebar);
    mapColumn(sidebar, 'Mobile', 'Home phone');
    company.world.drive.edit(company.sheet.id, company.sheet.tabs[0]!.name, 'F1', [['Title'], ['Head']]);
    sidebar.back();
    sidebar.press('Read this tab');
    sidebar.press('Next');
    expect(lineOf(sidebar, 'Mobile')).toBe('Home phone');
    expect(lineOf(sidebar, 'Title')).toBe('Not used');
  });

  it('are those of the organization, too: custom fields and administrator roles', () => {
    const { company, sidebar } = importCompany([
      ['Email', 'Shirt size', 'Help desk'],
      ['sam@acme.test', 'M', 'yes'],
    ]);
    company.world.directory.addSchema(company.customer.id, 'Extra', [
      { fieldName: 'shirt', displayName: 'Shirt size', fieldType: 'STRING' },
    ]);
    readImport(sidebar);
    sidebar.press('Auto-map');
    expect(lineOf(sidebar, 'Shirt size')).toBe('Shirt size');
    const { roleDescription } = company.customer.admins.roleNamed('_HELP_DESK_ADMIN_ROLE');
    mapColumn(sidebar, 'Help desk', `Role: ${roleDescription}`);
    expect(lineOf(sidebar, 'Help desk')).toBe(`Role: ${roleDescription}`);
  });
});

describe('I14, I15, I31: the check', () => {
  it('I14: an import without the identifier mapped cannot start', () => {
    const { sidebar } = importCompany([header, ...people]);
    readImport(sidebar);
    mapColumn(sidebar, 'Department', 'Department');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('No column is mapped to the primary address.');
    expect(sidebar.text()).not.toContain('[Preview]');
  });

  it('I15, I17, I31: names every faulty cell of every row; rows without one go on', () => {
    const { sidebar } = importCompany([
      ['Email', 'Mobile', 'Active', 'Last name'],
      ['sam@acme.test', "'+49 171 1", 'TRUE', 'Test'],
      ['sue@acme.test', 'call me', '', ''],
      ['nobody', "'1", 'maybe', 'x'],
      ['eve@acme.test', "'2", false, 'y'],
      ['Eve@acme.test', "'3", false, 'y'],
    ]);
    readImport(sidebar);
    for (const [title, field] of [
      ['Email', 'Primary address'],
      ['Mobile', 'Mobile phone'],
      ['Active', 'Active'],
      ['Last name', 'Last name'],
    ] as const) {
      mapColumn(sidebar, title, field);
    }
    sidebar.press('Next');
    expect(sidebar.text()).toContain('5 rows; 4 columns are mapped. 4 rows cannot be taken, 1 can.');
    const said = linesBelow(sidebar, 'Cells that cannot be taken');
    const at = (cell: string): string => said.find((line) => line.startsWith(`${cell}, `)) ?? '';
    expect(at('B3')).toContain('call me');
    expect(at('C3')).toContain('The cell is empty.');
    expect(at('D3')).toContain('Last name');
    expect(at('A4')).toContain('nobody');
    expect(at('C4')).toContain('maybe');
    expect(at('A5')).toContain('The same address stands in A6, too.');
    expect(at('A6')).toContain('The same address stands in A5, too.');
    expect(sidebar.text()).toContain('[Preview]');
  });

  it('pages through many faults', () => {
    const rows = Array.from({ length: 45 }, (_, index) => [`user${index}@acme.test`, 'perhaps']);
    const { sidebar } = importCompany([['Email', 'Active'], ...rows]);
    readImport(sidebar);
    mapColumn(sidebar, 'Email', 'Primary address');
    mapColumn(sidebar, 'Active', 'Active');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('1–20 of 45');
    sidebar.press('Next');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('41–45 of 45');
    expect(sidebar.text()).toContain('B46, Active');
    expect(sidebar.text()).not.toContain('[Preview]');
  });

  it('asks the operator for a preview, once for the same choices', () => {
    const { company, sidebar } = importCompany([header, ...people]);
    readImport(sidebar, { name: 'New departments' });
    sidebar.press('Auto-map');
    sidebar.press('Next');
    const users = JSON.stringify([...company.world.directory.users.values()]);
    sidebar.press('Preview');
    expect(sidebar.text()).toContain('New departments');
    expect(sidebar.text()).toContain('Status: Preparing');
    const { id } = onlyRequest(company);
    sidebar.back();
    sidebar.press('Preview');
    expect(onlyRequest(company).id).toBe(id);
    expect(JSON.stringify([...company.world.directory.users.values()])).toBe(users);
    expect(company.troubles()).toEqual([]);
  });

  it('says that the data is gone when somebody changed it on its way', () => {
    const { company, sidebar } = importCompany([header, ...people]);
    readImport(sidebar);
    sidebar.press('Auto-map');
    const workbook = company.world.drive.spreadsheets.find(({ title }) => title === 'Roster workbook')!;
    const exchange = workbook.tabs.find(({ name }) => name === 'Exchange')!;
    for (const { cell } of exchange.grid.cellsIn({ row: 2, column: 3, rows: exchange.grid.rows - 1, columns: 1 })) {
      cell.value = String(cell.value).replace('Sales', 'Scams');
    }
    sidebar.press('Next');
    expect(sidebar.text()).toContain('The data that was read is not there any more.');
  });
});

describe('I32: the template', () => {
  it('has every column with its limits; its line of limits is no row, and what is filled in can be read', () => {
    const { company, sidebar } = importCompany([]);
    openImport(sidebar);
    sidebar.press('Make a template');
    const tab = company.sheet.tabs.find(({ name }) => name === 'Roster import')!;
    const text = (row: number, column: number): string => String(tab.grid.cell(row, column)?.value ?? '');
    const titles = Array.from({ length: 60 }, (_, index) => text(1, index + 1)).filter((title) => title !== '');
    expect(titles).toEqual(
      expect.arrayContaining(['Primary address', 'Active', 'Organizational unit', 'Communication groups', 'First name', 'Work phone']),
    );
    expect(text(2, titles.indexOf('First name') + 1)).toBe('At most 60 characters; never empty');
    expect(tab.grid.cell(3, titles.indexOf('Active') + 1)?.validation).toBeDefined();
    company.world.drive.edit(company.sheet.id, tab.name, 'A3', [['sam@acme.test']]);
    sidebar.press('Read this tab');
    expect(linesBelow(sidebar, 'The data')).toEqual(['Read from tab “Roster import” of “New colleagues”: 1 row.']);
    sidebar.press('Next');
    sidebar.press('Auto-map');
    // Columns that were left empty would clear fields: none of them is mapped by itself.
    expect(sidebar.text()).toContain('1 column is mapped');
  });
});
