import type { Sidebar } from '../../simulator/host/Sidebar';
import { importCompany, openImport, previewImport, readImport } from '../support/importHands';
import type { OfficerCompany } from '../support/officers';
import { approveAndRun, sendIt } from '../support/undoHands';

const header = ['Email', 'First name', 'Last name', 'Department'];
const rows = [
  ['sam@acme.test', 'Sam', 'Test', 'Sales'],
  ['Nobody@elsewhere.example', 'No', 'Body', 'Sales'],
  ['new@acme.test', 'New', 'Comer', 'Ops'],
  ['sue@acme.test', '', 'Sue', 'Sales'],
  ['eve@acme.test', 'Eve', 'Test', ''],
  ['samuel@acme.test', 'Sam', 'Test', 'IT'],
];

const done = (cells: readonly (readonly string[])[]): { company: OfficerCompany; sidebar: Sidebar } => {
  const { company, sidebar } = importCompany(cells);
  readImport(sidebar, { name: 'HR', method: 'Create or update' });
  sidebar.press('Auto-map');
  previewImport(company, sidebar);
  sendIt(sidebar);
  approveAndRun(company, sidebar);
  return { company, sidebar };
};

const column = ({ sheet }: OfficerCompany, number: number, to = 9): string[] =>
  Array.from({ length: to }, (_, row) => String(sheet.tabs[0]!.grid.cell(row + 1, number)?.value ?? ''));

const write = 'Write results beside my rows';

describe('I33: results beside the rows', () => {
  it('are written by the person at the keyboard into the Sheet, a text for each row; other cells stay', () => {
    const { company, sidebar } = done([header, ...rows.slice(0, 5)]);
    const before = [1, 2, 3, 4].map((number) => column(company, number));
    sidebar.press(write);
    expect(sidebar.text()).toContain('Results were written beside 5 rows of the tab “Sheet1”.');
    expect(column(company, 5, 7)).toEqual([
      'Roster result',
      'Updated: 1 change.',
      expect.stringMatching(/^Failed\. Row 3 is left out whole: Email .* Correct the row and import it again\.$/),
      expect.stringMatching(/^The user was created\. Set a first password/),
      expect.stringMatching(/^Failed\. Row 5 is left out whole: First name: First name cannot be empty\./),
      'Unchanged.',
      '',
    ]);
    expect([1, 2, 3, 4].map((number) => column(company, number))).toEqual(before);
    expect(company.troubles()).toEqual([]);
  });

  it('are found by address: rows may be sorted, come and go, and columns move; a second time they take the place of the first', () => {
    const { company, sidebar } = done([header, ...rows.slice(0, 3)]);
    const tab = company.sheet.tabs[0]!.name;
    company.world.drive.edit(company.sheet.id, tab, 'A1', [
      ['Department', 'Email', 'First name', 'Last name'],
      ['Ops', 'new@acme.test', 'New', 'Comer'],
      ['', 'later@acme.test', 'La', 'Ter'],
      ['Sales', 'sam@acme.test', 'Sam', 'Test'],
      ['Sales', 'nobody@elsewhere.example', 'No', 'Body'],
    ]);
    sidebar.press(write);
    const first = column(company, 5);
    expect(first.slice(0, 5)).toEqual([
      'Roster result',
      expect.stringContaining('The user was created.'),
      '',
      'Updated: 1 change.',
      expect.stringContaining('Row 3 is left out whole'),
    ]);
    sidebar.press(write);
    expect([column(company, 5), column(company, 6).join('')]).toEqual([first, '']);
  });

  it('stand beside the rows of a range that was selected', () => {
    const { company, sidebar } = importCompany([['A list', 'of something']]);
    const tab = company.sheet.tabs[0]!.name;
    company.world.drive.edit(company.sheet.id, tab, 'A40', [header, rows[0]!] as string[][]);
    company.world.drive.setSelection(company.admin.id, company.sheet.id, { sheet: tab, a1: 'A40:D41' });
    openImport(sidebar, { name: 'HR' });
    sidebar.press('Read the selected cells');
    sidebar.press('Next');
    sidebar.press('Auto-map');
    previewImport(company, sidebar);
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    sidebar.press(write);
    expect(column(company, 5, 41).slice(39)).toEqual(['Roster result', 'Updated: 1 change.']);
  });

  it('stand beside a row that names a user by another address', () => {
    const { company, sidebar } = importCompany([header, rows[5]!]);
    company.world.directory.addAlias(company.sam.id, 'samuel@acme.test');
    readImport(sidebar, { name: 'HR' });
    sidebar.press('Auto-map');
    previewImport(company, sidebar);
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    sidebar.press(write);
    expect(column(company, 5, 2)).toEqual(['Roster result', 'Updated: 1 change.']);
  });

  it('say so when the tab, or the column with addresses, is gone', () => {
    const { company, sidebar } = done([header, rows[0]!]);
    company.world.drive.edit(company.sheet.id, company.sheet.tabs[0]!.name, 'A1', [['Whatever']]);
    sidebar.press(write);
    expect(sidebar.text()).toContain('The column “Email”, which says whose row it is, was not found in the tab.');
    sidebar.back();
    company.sheet.tabs[0]!.name = 'Renamed';
    sidebar.press(write);
    expect(sidebar.text()).toContain('The tab that the rows came from is not there any more.');
  });

  it('are not offered to others, before the end, or for rows that came from no Sheet', () => {
    const { company, sidebar } = importCompany([]);
    openImport(sidebar, { name: 'Pasted' });
    sidebar.type('CSV text', [header, rows[0]!].map((cells) => cells.join(',')).join('\n'));
    sidebar.press('Read pasted text');
    sidebar.press('Next');
    sidebar.press('Auto-map');
    previewImport(company, sidebar);
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(sidebar.text()).not.toContain(write);
    const other = done([header, rows[0]!]);
    const operator = other.company.open(other.company.operator);
    operator.press('HR');
    expect(operator.text()).not.toContain(write);
  });
});
