import { linesBelow } from '../support/hands';
import {
  ann,
  approved,
  approvedOnboard,
  bob,
  copyCustomers,
  onboardCompany,
  openNewUsers,
  preview,
  readSheet,
  userCalled,
  waitForEnd,
} from '../support/onboardHands';
import { onlyRequest } from '../support/forgeClick';
import { look, mailsTo, openPage } from '../support/officers';
import { customers } from '../support/rosterCompany';

describe('S4–S9, S58: users are created from the Sheet, then the actions follow', () => {
  it('through an officer, who sees every value; each has what their row says, and the contacts', () => {
    const { company, sidebar } = onboardCompany([ann, bob]);
    openNewUsers(sidebar);
    sidebar.press('Read new users');
    expect(linesBelow(sidebar, 'What was read')[0]).toMatch(/: 2 users to create\.$/);
    sidebar.press('Next');
    expect(sidebar.text()).toContain('2 users will be created.');
    expect(sidebar.text()).toContain('Set a first password in the Admin console');
    expect(sidebar.text()).toContain('Job title: “Engineer”');
    sidebar.press('Proceed to actions');
    copyCustomers(company, sidebar);
    preview(company, sidebar);
    expect(linesBelow(sidebar, 'What was asked')).toContainEqual(expect.stringContaining('Action 1: Create users'));
    const users = company.world.directory.users.size;
    approvedBy(company, sidebar);
    expect(company.world.directory.users.size).toBe(users);
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    const [created, plain] = [userCalled(company, 'ann@acme.test')!, userCalled(company, 'bob@acme.test')!];
    expect(created).toMatchObject({
      name: { givenName: 'Ann', familyName: 'Lee' },
      orgUnitPath: '/Sales',
      changePasswordAtNextLogin: true,
      recoveryEmail: 'ann@private.test',
      suspended: false,
    });
    expect(JSON.stringify(created)).toContain('Engineer');
    expect(plain).toMatchObject({ orgUnitPath: '/', changePasswordAtNextLogin: true });
    expect(company.world.directory.groupByEmail('team@acme.test')!.members.map(({ id }) => id)).toContain(created.id);
    expect([company.namesAt(created), company.namesAt(plain)]).toEqual([customers, customers]);
    expect(linesBelow(sidebar, 'Results')[1]).toContain('The user was created. Set a first password in the Admin console');
    expect(mailsTo(company, company.admin, /^Done/)[0]!.body).toContain('2 users were created. Set a first password');
    expect(linesBelow(sidebar, 'Results')[0]).toBe(
      '6 contacts created, 3 changes made in the directory; targets: 2 done, 0 skipped, 0 failed.',
    );
    expect(company.troubles()).toEqual([]);
  });

  it('creates nobody without an officer: a pre-approval for everything else does not reach', () => {
    const { company, sidebar } = onboardCompany([bob]);
    company.preApprove({ requesterIds: [company.admin.id] });
    readSheet(sidebar);
    preview(company, sidebar);
    sidebar.press('Send approval request');
    sidebar.press('Confirm');
    expect(sidebar.text()).toContain('Status: Waiting for approval');
  });

  it('needs no further action', () => {
    const { company, sidebar } = onboardCompany([bob]);
    readSheet(sidebar);
    approved(company, sidebar);
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(userCalled(company, 'bob@acme.test')).toBeDefined();
  });

  it('× leaves a row out', () => {
    const { company, sidebar } = onboardCompany([['cleo@acme.test', 'Cleo', 'Fox'], bob]);
    openNewUsers(sidebar);
    sidebar.press('Read new users');
    sidebar.press('Next');
    sidebar.press('×', { near: 'Bob Ray' });
    expect(sidebar.text()).toContain('1 user will be created.');
    sidebar.press('Proceed to actions');
    approved(company, sidebar);
    waitForEnd(company, sidebar);
    expect(userCalled(company, 'bob@acme.test')).toBeUndefined();
    expect(userCalled(company, 'cleo@acme.test')).toBeDefined();
  });
});

describe('a Sheet in which everything can be wrong', () => {
  const rows = [
    ann,
    ['', 'Eve', 'Ray'],
    ['sam@acme.test', 'Sam', 'Other'],
    ['team@acme.test', 'Team', 'Other'],
    ['x@elsewhere.test', 'Xenia', 'Out'],
    ['twice@acme.test', 'One', 'Row'],
    ['twice@acme.test', 'Two', 'Row'],
    ['unit@acme.test', 'Uma', 'Unit', '/Nowhere'],
    ['group@acme.test', 'Gus', 'Group', '', 'nobody@acme.test'],
    ['boss@acme.test', 'Bo', 'Ss', '', '', '', 'nobody@acme.test'],
    ['="=1"', 'For', "'@SUM(A1)"],
    ['аdmin@acme.test', 'Ad', 'Min'],
    bob,
  ];

  it('names each faulty cell, leaves its row out, and creates the rest', () => {
    const { company, sidebar } = onboardCompany(rows);
    openNewUsers(sidebar);
    sidebar.press('Read new users');
    const said = linesBelow(sidebar, 'What was read');
    expect(said[0]).toContain('2 users to create, 11 rows left out.');
    const at = (address: string): string => said.find((line) => line.startsWith(`${address}: `)) ?? '';
    expect(at('A3')).toContain('Primary address is empty.');
    expect(at('A4')).toContain('sam@acme.test is taken. It is the address of Sam Test.');
    expect(at('A5')).toContain('team@acme.test is taken. It is an address of the group');
    expect(at('A6')).toContain('elsewhere.test is not a domain');
    expect(at('A7')).toContain('The same address stands in A8, too.');
    expect(at('A8')).toContain('The same address stands in A7, too.');
    expect(at('D9')).toContain('There is no organizational unit /Nowhere.');
    expect(at('E10')).toContain('There is no group nobody@acme.test.');
    expect(at('G11')).toContain('The manager nobody@acme.test is neither');
    expect(at('A12')).toContain('would be run as a formula');
    expect(at('C12')).toContain('would be run as a formula');
    expect(at('A13')).toContain('another alphabet');
    const before = new Set([...company.world.directory.users.values()].map(({ primaryEmail }) => primaryEmail));
    sidebar.press('Next');
    sidebar.press('Proceed to actions');
    approved(company, sidebar);
    waitForEnd(company, sidebar);
    const after = [...company.world.directory.users.values()].map(({ primaryEmail }) => primaryEmail).filter((one) => !before.has(one));
    expect(after.sort()).toEqual(['ann@acme.test', 'bob@acme.test']);
    expect(company.troubles()).toEqual([]);
  });

  it('a tab without a mandatory column is refused whole, and says which', () => {
    const { company, sidebar } = onboardCompany([]);
    company.world.drive.edit(company.sheet.id, company.sheet.tabs[0]!.name, 'A1', [['Name', 'Primary address']]);
    company.world.drive.edit(company.sheet.id, company.sheet.tabs[0]!.name, 'C1', [['Surname']]);
    openNewUsers(sidebar);
    sidebar.press('Read new users');
    expect(sidebar.text()).toContain('The header row does not name: First name.');
    expect(sidebar.text()).not.toContain('[Next]');
  });
});

describe('S58: the template', () => {
  it('tells mandatory columns apart, and its example is not taken for a user', () => {
    const { company, sidebar } = onboardCompany([bob]);
    openNewUsers(sidebar);
    sidebar.press('Make a template');
    const tab = company.sheet.tabs.find(({ name }) => name === 'Roster new users')!;
    const titles = [1, 2, 3, 4].map((column) => String(tab.grid.cell(1, column)?.value ?? ''));
    expect(titles).toEqual([
      'Primary address (required)',
      'First name (required)',
      'Last name (required)',
      'Organizational unit (optional)',
    ]);
    sidebar.choose('Tab', 'Roster new users');
    sidebar.press('Read new users');
    expect(sidebar.text()).toContain('There is no row with a user below the header.');
    company.world.drive.edit(company.sheet.id, 'Roster new users', 'A3', [bob as string[]]);
    sidebar.press('Read new users');
    expect(linesBelow(sidebar, 'What was read')[0]).toContain('1 user to create.');
  });
});

const approvedBy = (company: ReturnType<typeof onboardCompany>['company'], sidebar: ReturnType<typeof onboardCompany>['sidebar']): void => {
  sidebar.press('Send approval request');
  sidebar.press('Confirm');
  const { id } = onlyRequest(company);
  const page = openPage(company, company.olga, id).run('showPage', id, { view: 'targets', page: 0, only: 'all' });
  const shown = JSON.stringify(page.value);
  for (const value of ['ann@acme.test', 'Engineer', 'bob@acme.test', 'ann@private.test', '/Sales', 'team@acme.test', 'Lee']) {
    expect(shown).toContain(value);
  }
  const contacts = openPage(company, company.olga, id).run('showPage', id, {
    view: 'contacts',
    page: 0,
    action: 1,
    target: 'new:ann@acme.test',
  });
  for (const name of customers) expect(JSON.stringify(contacts.value)).toContain(name);
  expect(JSON.stringify(look(company, company.olga))).toContain('2 users will be created');
  const digest = onlyRequest(company).d;
  openPage(company, company.olga, id).run('decide', id, digest, 'approve', '');
};

test('an Onboard that is approved says how people get in', () => {
  const { company, sidebar } = approvedOnboard([bob]);
  waitForEnd(company, sidebar);
  expect(sidebar.text()).toContain('Set a first password in the Admin console');
});
