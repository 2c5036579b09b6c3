import { grantFileScope } from '../../simulator/host/fileScope';
import { copyToChosen, linesBelow, openTargets, readyCompany, receivers } from '../support/hands';
import type { CompanyOptions } from '../support/rosterCompany';

const atSheet = (rows: readonly (readonly unknown[])[], options: CompanyOptions = {}) => {
  const company = readyCompany(options);
  const { drive, directory } = company.world;
  directory.addGroup({ email: 'staff@acme.test', name: 'Staff', aliases: ['everyone@acme.test'] });
  directory.addMember('staff@acme.test', { email: 'sue@acme.test' });
  directory.addAlias(company.sam.id, 'sammy@acme.test');
  drive.edit(company.sheet.id, company.sheet.tabs[0]!.name, 'A1', rows as string[][]);
  const sidebar = company.open(company.admin);
  openTargets(sidebar);
  const open = () => sidebar.press('Choose cells');
  const select = (a1: string) => drive.setSelection(company.admin.id, company.sheet.id, { sheet: company.sheet.tabs[0]!.name, a1 });
  return { company, sidebar, open, select };
};

describe('S11–S12: targets from the open Sheet', () => {
  it('come from the column that is chosen, with the Sheet’s own values behind formulas', () => {
    const { company, sidebar, open } = atSheet([
      ['Name', 'Address'],
      ['Sam', 'sam@acme.test'],
      ['Sue', '=A3'],
      ['sue@acme.test', ''],
    ]);
    company.world.drive.edit(company.sheet.id, company.sheet.tabs[0]!.name, 'B3', [[{ formula: '=A4', value: 'sue@acme.test' }]]);
    open();
    sidebar.choose('Tab and column', `${company.sheet.tabs[0]!.name}: Address`);
    sidebar.press('Read column');
    expect(sidebar.notification).toBe('2 entries added.');
    sidebar.press('Back to targets');
    expect(linesBelow(sidebar, 'Chosen')).toEqual(['User: sam@acme.test [×]', 'User: sue@acme.test [×]']);
  });

  it('come from the selected range, also one of several columns', () => {
    const { company, sidebar, open, select } = atSheet([
      ['sam@acme.test', 'sue@acme.test'],
      ['eve@acme.test', '/IT'],
      ['plain@acme.test', 'acme.test'],
    ]);
    select('A1:B2');
    open();
    sidebar.press('Read selected cells');
    sidebar.press('Back to targets');
    const chosen = linesBelow(sidebar, 'Chosen').map((line) => line.replace(/ \(with.*| \[×\]/g, ''));
    expect(chosen).toEqual(['User: sam@acme.test', 'User: sue@acme.test', 'User: eve@acme.test', 'Organizational unit: [/IT]']);
    expect(company.troubles()).toEqual([]);
  });

  it('report what cannot be resolved with its A1 address and reason, while the rest go on to get the contacts', () => {
    const { company, sidebar, open } = atSheet([
      ['Who'],
      ['sue@acme.test'],
      ['nobody@acme.test'],
      ['someone@elsewhere.test'],
      ['/Nowhere'],
      ['elsewhere.test'],
      ['Sam Test'],
      ['sam@acme.test; eve@acme.test'],
      ['=NA()'],
      [''],
      ['Eve Test <eve@acme.test>'],
    ]);
    open();
    sidebar.press('Read column');
    const said = linesBelow(sidebar, 'What was read');
    expect(said[0]).toContain('9 cells, 2 entries added, 7 cells not understood.');
    const reasonAt = (address: string) => said.find((line) => line.startsWith(`${address}: `)) ?? '';
    expect(reasonAt('A3')).toContain('No user or group has the address nobody@acme.test.');
    expect(reasonAt('A4')).toContain('someone@elsewhere.test is outside your organization.');
    expect(reasonAt('A5')).toContain('There is no organizational unit /Nowhere.');
    expect(reasonAt('A6')).toContain('elsewhere.test is not a domain of your organization.');
    expect(reasonAt('A7')).toContain('“Sam Test” is not an address');
    expect(reasonAt('A8')).toContain('names more than one address');
    expect(reasonAt('A9')).toContain('The formula in this cell gives the error #N/A');
    sidebar.press('Back to targets');
    copyToChosen(company, sidebar);
    expect(receivers(company)).toEqual(['eve@acme.test', 'sue@acme.test']);
    expect(company.troubles()).toEqual([]);
  });

  it('page through more refused cells than fit on a card', () => {
    const { sidebar, open } = atSheet([['Who'], ['sam@acme.test'], ...Array.from({ length: 45 }, (_, index) => [`wrong ${index}`])]);
    open();
    sidebar.press('Read column');
    expect(sidebar.text()).toContain('1–20 of 45');
    sidebar.press('Next');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('41–45 of 45');
    expect(sidebar.text()).toContain('A47');
  });

  it.each([
    ['a few cells', 0],
    ['many cells', 10],
  ])('understand aliases of users, groups and domains among %s', (_title, more) => {
    const fillers = Array.from({ length: more }, (_, index) => [`nobody${index}@acme.test`]);
    const { company, sidebar, open } = atSheet([['Who'], ['sammy@acme.test'], ['EVERYONE@acme.test'], ['sue@acme-old.test'], ...fillers]);
    company.customer.domains[0]!.aliases.push('acme-old.test');
    open();
    sidebar.press('Read column');
    expect(linesBelow(sidebar, 'What was read')[0]).toContain('3 entries added');
    sidebar.press('Back to targets');
    expect(linesBelow(sidebar, 'Chosen')).toEqual(['User: sam@acme.test [×]', 'Group: staff@acme.test [×]', 'User: sue@acme.test [×]']);
  });

  it('are added once, however often the cells are read', () => {
    const { sidebar, open } = atSheet([['Who'], ['sam@acme.test'], ['SAM@acme.test']]);
    open();
    sidebar.press('Read column');
    expect(linesBelow(sidebar, 'What was read')[0]).toContain('1 entry added, 1 chosen before or named twice');
    sidebar.press('Read column');
    expect(linesBelow(sidebar, 'What was read')[0]).toContain('0 entries added, 2 chosen before');
  });

  it('an empty selection is said to be empty', () => {
    const { sidebar, open, select } = atSheet([['Who'], ['sam@acme.test']]);
    select('C1:C5');
    open();
    sidebar.press('Read selected cells');
    expect(sidebar.text()).toContain('There is no text in the selected cells.');
  });
});

describe('where Google does not tell a card which Sheet is open', () => {
  const untold: CompanyOptions = { platform: (_world, project) => void (project.settings.activeSpreadsheetInCards = 'none') };
  const rows = [['Who'], ['sue@acme.test'], ['/Sales/EMEA']];

  it('its address can be pasted, and the copy goes through', () => {
    const { company, sidebar, open } = atSheet(rows, untold);
    open();
    expect(sidebar.text()).toContain('Paste its address here, or go back and search');
    sidebar.press('Open this Sheet');
    expect(sidebar.notification).toBe('Paste the address of the Sheet first.');
    sidebar.type('Address of the Sheet', company.sheet.url);
    sidebar.press('Open this Sheet');
    expect(sidebar.text()).toContain('New colleagues');
    expect(sidebar.text()).not.toContain('Read selected cells');
    sidebar.choose('Tab and column', `${company.sheet.tabs[0]!.name}: Who`);
    sidebar.press('Read column');
    expect(sidebar.notification).toBe('2 entries added.');
    sidebar.press('Back to targets');
    copyToChosen(company, sidebar);
    expect(receivers(company)).toEqual(['eve@acme.test', 'sue@acme.test']);
    expect(company.troubles()).toEqual([]);
  });

  it.each([
    ['no address', 'New colleagues', 'That is not the address of a Google Sheet.'],
    ['an address without a Sheet', 'https://docs.google.com/spreadsheets/d/nothingStandsHere/edit', 'There is no Sheet at this address.'],
    ['a Sheet of somebody else', 'theirs', 'You have no access to this spreadsheet.'],
  ])('%s is said at the field, and another can be pasted', (_title, address, said) => {
    const { company, sidebar, open } = atSheet(rows, untold);
    const theirs = company.world.drive.createSpreadsheet({ ownerId: company.sue.id, title: 'Theirs' });
    open();
    sidebar.type('Address of the Sheet', address === 'theirs' ? theirs.url : address);
    sidebar.press('Open this Sheet');
    expect(sidebar.text()).toContain(said);
    sidebar.type('Address of the Sheet', company.sheet.url.replace('/spreadsheets/', '/spreadsheets/u/1/'));
    sidebar.press('Open this Sheet');
    sidebar.press('Read column');
    expect(sidebar.notification).toBe('2 entries added.');
    expect(company.troubles()).toEqual([]);
  });

  it('a template goes into the Sheet whose address was pasted', () => {
    const { company, sidebar } = atSheet(rows, untold);
    sidebar.press('Make a template');
    sidebar.type('Address of the Sheet', company.sheet.url);
    sidebar.press('Open this Sheet');
    sidebar.press('Make a template');
    expect(sidebar.notification).toBe('The tab “Roster targets” was added to the Sheet.');
    sidebar.choose('Tab and column', 'Roster targets: Target (required)');
    sidebar.press('Read column');
    expect(linesBelow(sidebar, 'What was read')[0]).toContain('4 cells');
    expect(company.troubles()).toEqual([]);
  });

  it('the file that the person granted is known without its address', () => {
    const { company, sidebar, open } = atSheet(rows, untold);
    grantFileScope(company.project, company.admin.id, company.sheet.id);
    open();
    expect(sidebar.text()).not.toContain('Address of the Sheet');
    sidebar.press('Read column');
    expect(sidebar.notification).toBe('2 entries added.');
    expect(company.troubles()).toEqual([]);
  });
});

describe('S13: “Make a template”', () => {
  it('adds a tab with header, an example of each kind and validation, and its column can be chosen at once', () => {
    const { company, sidebar } = atSheet([['Who']]);
    sidebar.press('Make a template');
    expect(sidebar.notification).toBe('The tab “Roster targets” was added to the Sheet.');
    const { grid } = company.sheet.tab('Roster targets')!;
    const row = (number: number) => [1, 2, 3].map((column) => grid.cell(number, column)?.value);
    expect(row(1)).toEqual(['Target (required)', 'Kind (optional)', 'Note (optional)']);
    expect([2, 3, 4, 5].map((number) => grid.cell(number, 2)?.value)).toEqual(['User', 'Group', 'Organizational unit', 'Domain']);
    expect(grid.cell(2, 2)?.validation).toMatchObject({ criteria: 'VALUE_IN_LIST' });
    sidebar.press('Make a template');
    expect(company.sheet.tabs).toHaveLength(3);
    sidebar.press('Choose cells');
    sidebar.choose('Tab and column', 'Roster targets: Target (required)');
    sidebar.press('Read column');
    expect(linesBelow(sidebar, 'What was read')[0]).toContain('4 cells');
    expect(company.troubles()).toEqual([]);
  });

  it('says what to do in a Sheet that may only be read', () => {
    const { company, sidebar } = atSheet([['Who']]);
    const readOnly = company.world.drive.createSpreadsheet({ ownerId: company.plain.id, title: 'Read only' });
    company.world.drive.share(readOnly.id, company.admin.id, 'reader');
    sidebar.press('Next');
    const other = company.open(company.admin, readOnly.id);
    other.press('New workflow');
    other.press('Go on with the draft');
    other.press('Next');
    other.press('Make a template');
    expect(other.text()).toContain('You may not edit this spreadsheet');
    expect(readOnly.tabs).toHaveLength(1);
  });
});
