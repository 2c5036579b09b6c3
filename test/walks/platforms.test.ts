import { OTHER_UNCERTAIN } from '../../simulator/host/HostOptions';
import { askForCopy, chooseSource, send, waitForEnd } from '../support/askForCopy';
import { addAll, label, linesBelow, openTargets, passHours, readyCompany, search } from '../support/hands';
import { customers, type CompanyOptions, type RosterCompany } from '../support/rosterCompany';

/** The whole thin path as a person goes it: typing, ticking, going back, a Sheet, a label, a run, the same again. */
const wholePath = (options: CompanyOptions): RosterCompany => {
  const company = readyCompany(options);
  const sidebar = company.open(company.admin);
  company.world.drive.edit(company.sheet.id, company.sheet.tabs[0]!.name, 'A1', [['Who'], ['sue@acme.test'], ['nobody@acme.test']]);
  openTargets(sidebar, 'Everything');
  sidebar.back();
  expect(sidebar.text()).toContain('Name (required): {Everything}');
  sidebar.press('Next');
  search(sidebar, 'Everything', 'sa');
  sidebar.choose('1–3 of 3', 'User: sam@acme.test (Sam Test, /Sales)');
  sidebar.press('Add selected');
  sidebar.press('Choose cells');
  sidebar.press('Read column');
  sidebar.press('Back to targets');
  addAll(sidebar, 'Groups', 'nested');
  expect(linesBelow(sidebar, 'Chosen').map((line) => line.split(' ')[1])).toEqual(['sam@acme.test', 'sue@acme.test', 'nested@acme.test']);
  sidebar.press('Next');
  sidebar.press('×', { near: 'sue@acme.test' });
  sidebar.press('Put back');
  sidebar.press('Proceed to actions');
  chooseSource(company, sidebar, { label, createLabel: true });
  sidebar.press('Edit');
  expect(sidebar.text()).toMatch(/Create this label in the destination .*\{on\}/);
  sidebar.press('Save');
  expect(sidebar.text()).toContain('label created at the targets');
  sidebar.press('Preview');
  company.waitFor(sidebar, /Status: (?!Preparing)/);
  expect(linesBelow(sidebar, 'What will happen')[0]).toBe('New contacts: 9 at 3 targets');
  send(sidebar);
  waitForEnd(company, sidebar);
  expect(sidebar.text()).toContain('Status: Done');
  sidebar.press('Home');
  askForCopy(company, sidebar, { name: 'Again', label });
  expect(linesBelow(sidebar, 'What will happen')[0]).toBe('New contacts: 0 at 3 targets');
  send(sidebar);
  waitForEnd(company, sidebar);
  passHours(company, 2);
  return company;
};

const sameEnd = (company: RosterCompany): void => {
  for (const target of [company.sam, company.sue, company.eve]) {
    expect(company.namesAt(target)).toEqual(customers);
    const groups = company.world.people.contactGroupsOf(target.id);
    expect(groups.map(({ name }) => name)).toEqual(['Customers']);
    expect(company.world.people.membersOf(target.id, groups[0]!.resourceName)).toHaveLength(3);
    expect(company.world.people.membersOf(target.id, 'contactGroups/myContacts')).toHaveLength(3);
  }
  expect(company.world.mail.inbox(company.admin.id).map(({ subject }) => subject)).toEqual(['Done: Everything', 'Done: Again']);
  expect(company.project.scriptProperties.get('pending')).toBeUndefined();
  expect(company.troubles()).toEqual([]);
};

type Platform = NonNullable<CompanyOptions['platform']>;
const people =
  (change: (settings: Parameters<Platform>[0]['people']['settings']) => void): Platform =>
  (world) =>
    change(world.people.settings);
const script =
  (change: (settings: Parameters<Platform>[1]['settings']) => void): Platform =>
  (_world, project) =>
    change(project.settings);

describe('the thin path ends the same whichever way Google answers what its pages leave open', () => {
  it('with the add-on host’s other answers', () => sameEnd(wholePath({ uncertain: OTHER_UNCERTAIN })));

  it.each(Object.entries(OTHER_UNCERTAIN))('with the host’s %s %s', (name, value) => sameEnd(wholePath({ uncertain: { [name]: value } })));

  it.each<[string, Platform]>([
    ['a sweep every five minutes', script((settings) => (settings.triggerFloor = new Set()))],
    ['one clock trigger per person', script((settings) => (settings.oneClockTrigger = true))],
    ['the creator as active user of triggers', script((settings) => (settings.activeUserInTriggers = 'creator'))],
    ['slow one-shot triggers', script((settings) => (settings.oneShotDelay = 30 * 60_000))],
    ['created contacts listed in reverse', people((settings) => (settings.createdOrder = 'reversed'))],
    ['labels that add to myContacts', people((settings) => (settings.labelAddsMyContacts = true))],
    ['profiles that are not merged', people((settings) => (settings.mergeProfiles = false))],
    ['concurrent writes answered by 429', people((settings) => (settings.concurrentWrites = 'exhaust'))],
    ['concurrent writes that wait', people((settings) => (settings.concurrentWrites = 'wait'))],
    ['reads that lag by 10 seconds', people((settings) => (settings.readLagMs = 10_000))],
    ['new labels that refuse members for 2 seconds', people((settings) => (settings.newGroupDelayMs = 2000))],
    ['new labels that refuse members for 2 minutes', people((settings) => (settings.newGroupDelayMs = 120_000))],
    ['missing scopes told by the API', script((settings) => (settings.advancedScopeMissing = 'answer'))],
    [
      'answers that should not matter',
      (world, project) => {
        Object.assign(project.settings, { fetchTimeout: 'ignored', webAppTokens: 'accepted' });
        Object.assign(world.people.settings, {
          systemGroupNamesTaken: false,
          trashCounts: false,
          batchDeleteMissing: 'ignore',
          overflowStatus: 429,
        });
        world.people.settings.quotas.dailyPer = 'user';
        world.cloud.acceptsAliasAsSubject = true;
      },
    ],
    ['quotas of two writes a minute', people((settings) => Object.assign(settings.quotas, { write: 2, criticalWrite: 12 }))],
  ])('with %s', (_title, platform) => sameEnd(wholePath({ platform })));

  it('a contact with the address of a colleague travels without the colleague’s profile', () => {
    for (const mergeProfiles of [true, false]) {
      const company = readyCompany({ platform: people((settings) => (settings.mergeProfiles = mergeProfiles)) });
      company.world.people.addContact(company.source.id, {
        names: [{ givenName: 'Suze' }],
        emailAddresses: [{ value: 'sue@acme.test' }],
      });
      const sidebar = company.open(company.admin);
      askForCopy(company, sidebar);
      send(sidebar);
      waitForEnd(company, sidebar);
      const copied = company.world.people.contactsOf(company.eve.id).find((one) => JSON.stringify(one['names']).includes('Suze'))!;
      expect(Object.keys(copied).sort()).toEqual(
        ['clientData', 'emailAddresses', 'etag', 'memberships', 'metadata', 'names', 'resourceName', 'photos']
          .filter((key) => key in copied)
          .sort(),
      );
      expect(JSON.stringify(copied['names'])).not.toContain('Test');
      expect((copied['emailAddresses'] as object[]).length).toBe(1);
    }
  });
});
