import type { Sidebar } from '../../simulator/host/Sidebar';
import { forgeClick } from '../support/forgeClick';
import { importCompany, lineOf, mapColumn, openImport, readImport } from '../support/importHands';

type Company = ReturnType<typeof importCompany>['company'];

const header = ['Email', 'Nr', 'Google Groups', 'Department'];
const sam = ['sam@acme.test', '7', 'team@acme.test', 'Sales'];

const saveAs = (sidebar: Sidebar, name: string): void => {
  sidebar.press('Save mapping');
  sidebar.type('Name (required)', name);
  sidebar.press('Save');
};

/** Addresses, numbers and groups, which overwrite, saved as “From HR”; the department is not mapped. */
const savedCompany = () => {
  const { company, sidebar } = importCompany([header, sam]);
  readImport(sidebar);
  mapColumn(sidebar, 'Email', 'Primary address');
  mapColumn(sidebar, 'Nr', 'Employee ID');
  mapColumn(sidebar, 'Google Groups', 'Communication groups');
  sidebar.toggle('Overwrite Communication groups', true);
  saveAs(sidebar, 'From HR');
  expect(sidebar.notification).toBe('Saved as “From HR”.');
  return { company, sidebar };
};

/** On the card of columns of another import, of pasted text. */
const columnsOf = (company: Company, text: string, who: { readonly id: string } = company.admin): Sidebar => {
  const sidebar = company.open(who);
  openImport(sidebar, { name: 'Next month' });
  sidebar.type('CSV text', text);
  sidebar.press('Read pasted text');
  sidebar.press('Next');
  return sidebar;
};
const use = (sidebar: Sidebar, name = 'From HR'): void => {
  sidebar.press('Use a saved mapping');
  sidebar.press('Use', { near: name });
};
const fieldsOf = (sidebar: Sidebar, ...titles: readonly string[]): string[] => titles.map((title) => lineOf(sidebar, title));

describe('S48, I9–I13: a mapping', () => {
  it('is saved under a name and used on other data, by header; a switch to overwrite is there and on', () => {
    const { company } = savedCompany();
    const sidebar = columnsOf(company, 'Title,GOOGLE GROUPS,Nr,Email\nHead,team@acme.test,8,sue@acme.test\n');
    mapColumn(sidebar, 'Title', 'Job title');
    use(sidebar);
    // What nobody saved is not mapped: the saved mapping takes the place of what was there.
    expect(fieldsOf(sidebar, 'Email', 'Nr', 'GOOGLE GROUPS', 'Title')).toEqual([
      'Primary address',
      'Employee ID',
      'Communication groups',
      'Not used',
    ]);
    expect(sidebar.text()).toMatch(/Overwrite Communication groups \(On: .*\) \{on\}/);
    expect(sidebar.text()).toContain('3 columns are mapped, 1 of them to overwrite.');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('1 row; 3 columns are mapped, 1 of them to overwrite. Every row can be read.');
    expect(company.troubles()).toEqual([]);
  });

  it('leaves out, and names, headers that are not there; one that is only alike is another', () => {
    const { company } = savedCompany();
    const sidebar = columnsOf(company, 'Email,Nr (old),Department\nsue@acme.test,8,Sales\n');
    use(sidebar);
    expect(sidebar.text()).toContain('The data has no column “Nr”, “Google Groups”.');
    expect(fieldsOf(sidebar, 'Email', 'Nr (old)', 'Department')).toEqual(['Primary address', 'Not used', 'Not used']);
    expect(sidebar.text()).not.toContain('Overwrite');
  });

  it('leaves out, and names, a column whose field is gone', () => {
    const { company, sidebar } = importCompany([
      ['Email', 'Shirt'],
      ['sam@acme.test', 'M'],
    ]);
    const { directory } = company.world;
    directory.addSchema(company.customer.id, 'Extra', [{ fieldName: 'shirt', displayName: 'Shirt size', fieldType: 'STRING' }]);
    readImport(sidebar);
    mapColumn(sidebar, 'Email', 'Primary address');
    mapColumn(sidebar, 'Shirt', 'Shirt size');
    saveAs(sidebar, 'Shirts');
    company.customer.schemas.clear();
    company.world.clock.advance(20 * 60_000);
    const after = columnsOf(company, 'Email,Shirt\nsue@acme.test,L\n');
    after.press('Use a saved mapping');
    expect(after.text()).toContain('Email → Primary address; Shirt → (gone)');
    after.press('Use');
    expect(after.text()).toContain('What “Shirt” was mapped to is not there any more');
    expect(fieldsOf(after, 'Email', 'Shirt')).toEqual(['Primary address', 'Not used']);
    expect(company.troubles()).toEqual([]);
  });

  it('keeps no column without a header, and no cell', () => {
    const { company, sidebar } = importCompany([
      ['Email', ''],
      ['sam@acme.test', '7'],
    ]);
    readImport(sidebar);
    mapColumn(sidebar, 'Email', 'Primary address');
    mapColumn(sidebar, 'Column B', 'Employee ID');
    saveAs(sidebar, 'Half');
    sidebar.press('Use a saved mapping');
    expect(sidebar.text()).toContain('1 column is mapped: Half');
    sidebar.press('Use');
    expect(lineOf(sidebar, 'Column B')).toBe('Not used');
    const own = company.project.userProperties(company.admin.id);
    const key = own.keys().find((one) => one.startsWith('mapping.'))!;
    expect(own.get(key)).not.toContain('sam@');
  });

  it('is replaced, where its name is taken, and by nothing else', () => {
    const { company, sidebar } = savedCompany();
    mapColumn(sidebar, 'Department', 'Department');
    saveAs(sidebar, 'from hr ');
    expect(sidebar.text()).toContain('“From HR” is taken by what you saved before.');
    sidebar.press('Replace “From HR”');
    expect(sidebar.notification).toBe('Saved as “From HR”.');
    saveAs(sidebar, 'Another');
    sidebar.press('Use a saved mapping');
    expect(sidebar.text().match(/4 columns are mapped, 1 of them to overwrite: /g)).toHaveLength(2);
    const after = columnsOf(company, 'Email,Department\nsue@acme.test,Sales\n');
    use(after);
    expect(lineOf(after, 'Department')).toBe('Department');
    expect(company.troubles()).toEqual([]);
  });

  it('is renamed and, after a question, deleted; the import that uses it keeps it', () => {
    const { sidebar } = savedCompany();
    sidebar.press('Use a saved mapping');
    sidebar.press('Rename');
    sidebar.type('Name (required)', 'Monthly');
    sidebar.press('Rename');
    expect(sidebar.text()).toContain('1 of them to overwrite: Monthly');
    sidebar.press('Delete');
    sidebar.press('Delete');
    expect(sidebar.text()).toContain('You saved none yet.');
    sidebar.back();
    expect(lineOf(sidebar, 'Nr')).toBe('Employee ID');
  });

  it('is its author’s alone, and none of the saved actions', () => {
    const { company } = savedCompany();
    const key = company.project
      .userProperties(company.admin.id)
      .keys()
      .find((one) => one.startsWith('mapping.'))!;
    const saved = key.slice('mapping.'.length);
    const other = columnsOf(company, 'Email,Nr\nsue@acme.test,8\n', company.operator);
    other.press('Use a saved mapping');
    expect(other.text()).toContain('You saved none yet.');
    for (const of of ['mapping', 'actions', 'toString', '']) {
      forgeClick(company, company.operator, 'useSaved', { of, saved });
      forgeClick(company, company.operator, 'deleteSaved', { of, saved });
    }
    forgeClick(company, company.plain, 'openSaved', { of: 'mapping' });
    expect(company.project.userProperties(company.admin.id).get(key)).toContain('From HR');
    other.back();
    expect(lineOf(other, 'Nr')).toBe('Not used');
    expect(company.troubles()).toEqual([]);
  });
});
