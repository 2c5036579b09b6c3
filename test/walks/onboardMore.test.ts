import { linesBelow, passHours } from '../support/hands';
import {
  ann,
  approved,
  approvedOnboard,
  bob,
  copyCustomers,
  header,
  onboardCompany,
  openNewUsers,
  preview,
  readSheet,
  userCalled,
  waitForEnd,
} from '../support/onboardHands';
import { onlyRequest } from '../support/forgeClick';
import { decideOnPage } from '../support/officers';
import { fileCalled } from '../support/hands';
import { customers } from '../support/rosterCompany';

const HOUR = 3_600_000;
const many = (count: number): string[][] =>
  Array.from({ length: count }, (_, index) => [`new${index}@acme.test`, 'New', `Number ${index}`]);

it('B2: what the Sheet says after it was read changes nothing', () => {
  const { company, sidebar } = onboardCompany([bob]);
  readSheet(sidebar);
  company.world.drive.edit(company.sheet.id, company.sheet.tabs[0]!.name, 'A2', [['eve2@acme.test', 'Eve', 'Il']]);
  approved(company, sidebar);
  waitForEnd(company, sidebar);
  expect(userCalled(company, 'eve2@acme.test')).toBeUndefined();
  expect(userCalled(company, 'bob@acme.test')).toBeDefined();
});

it('B2: a row that somebody alters on its way is refused', () => {
  const { company, sidebar } = onboardCompany([bob]);
  readSheet(sidebar);
  const exchange = fileCalled(company, 'Roster workbook').tab('Exchange')!;
  for (let row = 2; row <= exchange.grid.lastRow; row += 1) {
    const cell = exchange.grid.edit(row, 3);
    cell.value = String(cell.value).replace('Bob', 'Eve');
  }
  preview(company, sidebar);
  expect(sidebar.text()).toContain('Status: Failed');
  passHours(company, 1);
  expect(userCalled(company, 'bob@acme.test')).toBeUndefined();
});

it('a request that is denied creates nobody', () => {
  const { company, sidebar } = onboardCompany([bob]);
  readSheet(sidebar);
  preview(company, sidebar);
  sidebar.press('Send approval request');
  sidebar.press('Confirm');
  decideOnPage(company, company.olga, 'deny', { reason: 'Not yet', requestId: onlyRequest(company).id });
  passHours(company, 3);
  expect(userCalled(company, 'bob@acme.test')).toBeUndefined();
});

it('an address that is taken after the Sheet was read is refused in the preview, with what would have followed', () => {
  const { company, sidebar } = onboardCompany([['cleo@acme.test', 'Cleo', 'Fox'], bob]);
  readSheet(sidebar);
  copyCustomers(company, sidebar);
  company.world.directory.addUser({ primaryEmail: 'cleo@acme.test', name: { givenName: 'Cleo', familyName: 'Fox' } });
  preview(company, sidebar);
  const lines = linesBelow(sidebar, 'Preview by target').join('\n');
  expect(lines).toContain('Nothing: cleo@acme.test is taken.');
  expect(lines).toContain('Nothing: The user will not be created');
  expect(sidebar.text()).toContain('New contacts: 3 at 2 targets');
});

it('the type can be changed: users to create and users who are there never mix', () => {
  const { company, sidebar: first } = onboardCompany([bob]);
  readSheet(first);
  const sidebar = company.open(company.admin);
  sidebar.press('New workflow');
  sidebar.press('Go on with the draft');
  sidebar.choose('Type (required)', 'Modify: users who are already there');
  sidebar.press('Next');
  sidebar.type('Name or address', 'sam');
  sidebar.press('Search');
  sidebar.press('Add all');
  sidebar.press('Next');
  expect(sidebar.text()).toContain('sam@acme.test');
  expect(sidebar.text()).not.toContain('bob@acme.test');
  expect(company.troubles()).toEqual([]);
});

it('S48: a draft is offered again with the users that were read', () => {
  const { company, sidebar: first } = onboardCompany([bob]);
  openNewUsers(first);
  first.press('Read new users');
  const sidebar = company.open(company.admin);
  sidebar.press('New workflow');
  sidebar.press('Go on with the draft');
  sidebar.press('Next');
  sidebar.press('Next');
  expect(sidebar.text()).toContain('bob@acme.test');
});

it('B15: many users go ahead by three, also while none of the accounts is ready', () => {
  const { company, sidebar } = approvedOnboard(many(30));
  company.world.directory.settings.servicesDelayMs = 2 * HOUR;
  passHours(company, 1);
  sidebar.press('Refresh');
  expect(sidebar.text()).toContain('New accounts: 30 accounts are not ready at Google; tried again for 24 hours');
  waitForEnd(company, sidebar);
  expect(sidebar.text()).toContain('Status: Done');
  for (const [email] of many(30)) expect(company.namesAt(userCalled(company, email!)!)).toEqual(customers);
  expect(company.troubles()).toEqual([]);
});

it('as many users as one workflow may create are read on one card and created', () => {
  const { company, sidebar } = onboardCompany(many(500));
  openNewUsers(sidebar);
  sidebar.press('Read new users');
  expect(linesBelow(sidebar, 'What was read')[0]).toContain('500 users to create.');
  sidebar.press('Next');
  sidebar.type('Address or name', 'new77');
  sidebar.press('Find');
  expect(linesBelow(sidebar, 'Found')).toHaveLength(1);
  sidebar.press('Show the whole list');
  sidebar.press('Proceed to actions');
  approved(company, sidebar);
  waitForEnd(company, sidebar);
  expect(sidebar.text()).toContain('500 changes made in the directory; targets: 500 done, 0 skipped, 0 failed.');
  expect(company.troubles()).toEqual([]);
});

it('S43: a delegate’s rows are looked up by the operator, who says what stands against them', () => {
  const { company } = onboardCompany([]);
  company.world.drive.edit(company.sheet.id, company.sheet.tabs[0]!.name, 'A1', [
    header,
    ['sam@acme.test', 'Sam', 'Other'],
    bob,
  ] as string[][]);
  const policy = JSON.parse(company.project.scriptProperties.get('policy')!) as { delegates: unknown[] };
  const delegates = [
    { userId: company.plain.id, email: company.plain.primaryEmail, until: company.world.clock.now() + 99 * HOUR, since: 0 },
  ];
  company.project.scriptProperties.set({ policy: JSON.stringify({ ...policy, delegates }) });
  company.world.drive.share(fileCalled(company, 'Roster workbook').id, company.plain.id, 'writer');
  const sidebar = company.open(company.plain);
  openNewUsers(sidebar);
  sidebar.press('Read new users');
  expect(sidebar.text()).toContain('could not be looked up here');
  sidebar.press('Next');
  sidebar.press('Proceed to actions');
  preview(company, sidebar);
  expect(sidebar.text()).toContain('Nothing: sam@acme.test is taken.');
});

it('B6: an undo takes the contacts back and says that the users stay', () => {
  const { company, sidebar } = approvedOnboard([ann, bob]);
  waitForEnd(company, sidebar);
  sidebar.press('Undo');
  company.waitFor(sidebar, /Status: (?!Preparing)/);
  expect(sidebar.text()).toContain('Cannot be taken back and stays: Create users.');
  expect(sidebar.text()).not.toContain('first password');
  sidebar.press('Send approval request');
  sidebar.press('Confirm');
  const undo = Object.keys(company.project.scriptProperties.entries())
    .filter((key) => key.startsWith('request.'))
    .map((key) => key.slice('request.'.length))
    .find((id) => JSON.parse(company.project.scriptProperties.get(`request.${id}`)!).s === 'waiting')!;
  decideOnPage(company, company.olga, 'approve', { requestId: undo });
  waitForEnd(company, sidebar);
  expect(sidebar.text()).toContain('Status: Done');
  expect(company.namesAt(userCalled(company, 'ann@acme.test')!)).toEqual([]);
  expect(company.namesAt(userCalled(company, 'bob@acme.test')!)).toEqual([]);
});

it('an address that is easily taken for another is pointed out to whoever decides', () => {
  const { company, sidebar } = onboardCompany([['5am@acme.test', 'Sam', 'Test'], ['sarn@acme.test', 'Sarn', 'Alike'], bob]);
  company.world.directory.addUser({ primaryEmail: 'sam.x@acme.test', name: { givenName: 'Sam', familyName: 'X' } });
  readSheet(sidebar);
  preview(company, sidebar);
  expect(linesBelow(sidebar, 'Preview by target').join('\n')).toContain('Beware: sarn@acme.test is easily taken for sam@acme.test.');
});
