import { encodeSyncEntry } from '../../src/core/sync/SyncEntry';
import { addAll, fileCalled, linesBelow, passHours } from '../support/hands';
import type { RosterCompany } from '../support/rosterCompany';
import { customers } from '../support/rosterCompany';
import { replaceInFile } from '../support/replaceInFile';
import { previewSync } from '../support/syncWizard';
import { entryOf, lastRequest, letThrough, night, previewed, syncedCompany, syncId, syncRequests } from '../support/syncHands';

/** The card of the sync that the fixture made. */
const atSync = (company: RosterCompany) => {
  const sidebar = company.open(company.admin);
  sidebar.press('Contact syncs');
  sidebar.press('Customers for Sales');
  return sidebar;
};

const removeContacts = (company: RosterCompany): void => {
  for (const { resourceName } of company.world.people.contactsOf(company.source.id))
    company.world.people.deleteContact(company.source.id, resourceName as string);
};

const mainButton = (sidebar: ReturnType<typeof atSync>): string => sidebar.text().split('\n').slice(-1)[0]!;

describe('G48: the card of a sync', () => {
  it('says how it is, when it ran, when it runs next, how long it is approved, and how each destination is', () => {
    const company = syncedCompany();
    const sidebar = atSync(company);
    expect(sidebar.text()).toContain('Customers for Sales — Active, runs every night');
    expect(sidebar.text()).toMatch(/Last run: 2 Mar 2026, \d\d:\d\d: 6 created, 0 changed, 0 deleted, 0 failed/);
    expect(sidebar.text()).toMatch(/Next: 3 Mar 2026, \d\d:\d\d, or soon after/);
    expect(sidebar.text()).toContain('Approved until: 2 Mar 2027');
    expect(linesBelow(sidebar, 'Destinations').join('\n')).toMatch(/eve@acme\.test \(3 created.*\n.*sam@acme\.test \(3 created/);
    expect(linesBelow(sidebar, 'What it does').join('\n')).toContain('label “Customers”');
    expect(mainButton(sidebar)).toBe('-- [Run now]');
    expect(company.troubles()).toEqual([]);
  });

  it('a destination that failed says why and what to do; the list is narrowed to a state', () => {
    const company = syncedCompany();
    company.world.people.addContact(company.source.id, {
      names: [{ givenName: 'New One' }],
      memberships: [{ contactGroupMembership: { contactGroupResourceName: company.label } }],
    });
    company.world.faults.add({
      at: ({ name, as }) => name.startsWith('people.') && as === company.eve.primaryEmail,
      times: Infinity,
      effect: {
        kind: 'answer',
        when: 'before',
        status: 403,
        body: { error: { code: 403, status: 'PERMISSION_DENIED', message: 'The caller does not have permission' } },
      },
    });
    night(company);
    const sidebar = atSync(company);
    expect(sidebar.text()).toMatch(/Show: \(x\) All \(2\)/);
    sidebar.choose('Show', 'Done (1)');
    expect(linesBelow(sidebar, 'Destinations').join('\n')).toContain('sam@acme.test');
    expect(linesBelow(sidebar, 'Destinations').join('\n')).not.toContain('eve@acme.test');
    sidebar.choose('Show', 'Skipped (1)');
    expect(linesBelow(sidebar, 'Destinations')[1]).toMatch(/^Skipped, 3 Mar 2026, .*: eve@acme\.test \(\S.*\S\)$/);
    sidebar.choose('Show', 'All (2)');
    expect(linesBelow(sidebar, 'Destinations').join('\n')).toContain('sam@acme.test');
  });
});

it('G48: 10,000 destinations, whose rows lie between those of another sync, are shown and narrowed in under three seconds', () => {
  const company = syncedCompany();
  const rows = Array.from({ length: 20_000 }, (_, index) => {
    const sync = index % 2 === 0 ? 'another' : syncId;
    const failed = index % 10 === 1;
    const counts = [3, 0, 0, 0, failed ? 1 : 0];
    const address = `user${String(index).padStart(5, '0')}@acme.test`;
    const ended = failed ? ['The account is full.', 'Remove contacts there.'] : ['', ''];
    return [`${sync} u${index}`, sync, '', address, failed ? 'failed' : 'done', ...counts, ...ended, '2026-03-02T09:00:00.000Z'];
  });
  company.world.drive.edit(fileCalled(company, 'Roster workbook').id, 'Targets', 'A2', rows);
  const from = company.project.executions.length;
  const sidebar = atSync(company);
  expect(sidebar.text()).toContain('1–20 of 10,000');
  sidebar.choose('Show', 'Failed (2,000)');
  sidebar.press('Next');
  expect(sidebar.text()).toContain('21–40 of 2,000');
  expect(sidebar.text()).toContain('user00201@acme.test (The account is full. Remove contacts there.)');
  expect(sidebar.text()).not.toContain('user00202@');
  const times = company.project.executions.slice(from).map(({ startedAt, endedAt }) => endedAt - startedAt);
  expect(Math.max(...times)).toBeLessThan(3000);
});

describe('B5: a sync that is held', () => {
  it('says why on its card and in the list; “Review and allow once” asks officers', () => {
    const company = syncedCompany();
    removeContacts(company);
    night(company);
    const list = company.open(company.admin);
    list.press('1 contact sync is held');
    expect(list.text()).toContain('Held: [Customers for Sales] (The source is empty; it had 3 contacts. Nothing was changed.)');
    const sidebar = atSync(company);
    expect(sidebar.text()).toContain('An empty source more often means a mistake');
    expect(mainButton(sidebar)).toBe('-- [Review and allow once]');
    sidebar.press('Review and allow once');
    previewed(company);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('Remove 6 delivered contacts from 2 people');
    expect(company.namesAt(company.sam)).toEqual(customers);
    letThrough(company);
    expect(company.namesAt(company.sam)).toEqual([]);
    expect(entryOf(company)).toMatchObject({ state: 'active' });
    expect(company.troubles()).toEqual([]);
  });

  it('what no officer can allow is not offered to them: the source has to be mended, or the sync edited', () => {
    const company = syncedCompany();
    company.world.directory.suspendUser(company.source.id);
    night(company);
    const sidebar = atSync(company);
    expect(sidebar.text()).toContain('The source user source@acme.test is suspended or archived.');
    expect(sidebar.text()).not.toContain('Review and allow once');
    expect(mainButton(sidebar)).toBe('-- [Edit]');
  });
});

describe('G46–G47: what can be done with a sync', () => {
  it('“Run now” runs within what was approved, without asking anybody', () => {
    const company = syncedCompany();
    const one = company.world.people.contactsOf(company.sam.id)[0]!;
    company.world.people.deleteContact(company.sam.id, one.resourceName as string);
    passHours(company, 1);
    const sidebar = atSync(company);
    sidebar.press('Run now');
    expect(sidebar.notification).toMatch(/^It begins at .+ at the latest\.$/);
    expect(sidebar.text()).toContain('A request about it is not closed yet.');
    company.waitFor(sidebar, /Last run: .* 1 created/);
    expect(company.namesAt(company.sam)).toEqual(customers);
    expect(company.troubles()).toEqual([]);
  });

  it('“Run now” where nothing has to change says so on its card, and leaves no request behind', () => {
    const company = syncedCompany();
    passHours(company, 1);
    const sidebar = atSync(company);
    sidebar.press('Run now');
    company.waitFor(sidebar, /Last run: .*: Nothing had to change/);
    expect(syncRequests(company)).toHaveLength(1);
    expect(company.troubles()).toEqual([]);
  });

  it('paused it does nothing at night; resumed it goes on', () => {
    const company = syncedCompany();
    const sidebar = atSync(company);
    sidebar.press('Pause');
    expect(sidebar.text()).toContain('Customers for Sales — Paused');
    expect(sidebar.text()).toContain('Next: Not while it is paused');
    expect(mainButton(sidebar)).toBe('-- [Resume]');
    removeContacts(company);
    night(company);
    expect(entryOf(company)).toMatchObject({ state: 'paused' });
    expect(company.namesAt(company.sam)).toEqual(customers);
    sidebar.press('Resume');
    expect(entryOf(company)).toMatchObject({ state: 'active' });
    expect(company.troubles()).toEqual([]);
  });

  it('“Edit” fills the wizard with every choice; what is changed counts once it is approved', () => {
    const company = syncedCompany();
    const sidebar = atSync(company);
    sidebar.press('Edit');
    expect(sidebar.text()).toContain('Name (required): {Customers for Sales}');
    sidebar.type('Name (required)', 'Key accounts');
    sidebar.press('Next');
    company.waitFor(sidebar, /Label \(required\)/);
    expect(sidebar.text()).toContain('(x) Customers (3 contacts)');
    sidebar.press('Next');
    expect(linesBelow(sidebar, 'Chosen').join('\n')).toContain('team@acme.test');
    addAll(sidebar, 'Users', 'sue');
    sidebar.press('Next');
    expect(sidebar.text()).toMatch(/Run every night .*\{on\}/);
    sidebar.type('Label at the destinations (optional)', 'VIP');
    sidebar.toggle('Add to My Contacts', true);
    sidebar.press('Next');
    previewSync(company, sidebar);
    expect(entryOf(company)).toMatchObject({ name: 'Customers for Sales', destinations: 2 });
    letThrough(company);
    expect(entryOf(company)).toMatchObject({ name: 'Key accounts', destinations: 3, revision: 2 });
    expect(company.namesAt(company.sue)).toEqual(customers);
    for (const one of [company.sam, company.eve, company.sue])
      expect(company.world.people.contactGroupsOf(one.id).map(({ name }) => name)).toEqual(['VIP']);
    expect(company.namesAt(company.sam)).toEqual(customers);
    expect(company.troubles()).toEqual([]);
  });

  it('“Duplicate” begins another one that does the same; the first is as it was', () => {
    const company = syncedCompany();
    const sidebar = atSync(company);
    sidebar.press('Duplicate');
    expect(sidebar.text()).toContain('Name (required): {Copy of Customers for Sales}');
    sidebar.press('Next');
    company.waitFor(sidebar, /Label \(required\)/);
    sidebar.press('Next');
    sidebar.press('×', { near: 'team@acme.test' });
    addAll(sidebar, 'Users', 'sue');
    sidebar.press('Next');
    sidebar.press('Next');
    previewSync(company, sidebar);
    letThrough(company);
    const made = lastRequest(company).j!;
    expect(made).not.toBe(syncId);
    expect(entryOf(company, made)).toMatchObject({ name: 'Copy of Customers for Sales', destinations: 1 });
    expect(entryOf(company)).toMatchObject({ name: 'Customers for Sales', destinations: 2, revision: 1 });
  });

  it('an edit is not begun over somebody’s half-filled sync without a word', () => {
    const company = syncedCompany();
    const sidebar = company.open(company.admin);
    sidebar.press('Contact syncs');
    sidebar.press('Add');
    sidebar.type('Name (required)', 'Half');
    sidebar.press('Next');
    const other = atSync(company);
    other.press('Edit');
    expect(other.text()).toContain('You began “Half” and did not send it.');
    other.press('Edit this one instead');
    expect(other.text()).toContain('Name (required): {Customers for Sales}');
  });

  it('G47: “Delete” asks what becomes of the contacts; kept, they stay as they are and the sync is gone', () => {
    const company = syncedCompany();
    const sidebar = atSync(company);
    sidebar.press('Delete');
    expect(sidebar.text()).toContain('Delete this contact sync? — Customers for Sales');
    sidebar.press('Do not delete');
    expect(entryOf(company)).toMatchObject({ state: 'active' });
    sidebar.press('Delete');
    sidebar.press('Delete, keep contacts');
    expect(sidebar.text()).toContain('The contact sync was deleted. What it delivered stays.');
    expect(sidebar.text()).toContain('There is none yet.');
    expect(entryOf(company)).toBeUndefined();
    night(company);
    expect(company.namesAt(company.sam)).toEqual(customers);
    expect(company.troubles()).toEqual([]);
  });

  it('G47: removed, they go from every account by a request that officers approve', () => {
    const company = syncedCompany();
    const sidebar = atSync(company);
    sidebar.press('Delete');
    sidebar.press('Delete the sync and remove its contacts');
    previewed(company);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('Remove 6 delivered contacts from 2 people');
    expect(company.namesAt(company.sam)).toEqual(customers);
    const meanwhile = atSync(company);
    expect(mainButton(meanwhile)).toBe('-- [Open its request]');
    letThrough(company);
    expect(company.namesAt(company.sam)).toEqual([]);
    expect(company.namesAt(company.eve)).toEqual([]);
    expect(entryOf(company)).toBeUndefined();
    expect(company.troubles()).toEqual([]);
  });

  it('what it does is shown only as it was approved; what somebody wrote into the workbook is refused, and mended by the next run', () => {
    const company = syncedCompany();
    expect(replaceInFile(company, 'Roster workbook', 'Exchange', 'Customers for Sales', 'Customers for All')).toBe(1);
    const sidebar = atSync(company);
    expect(sidebar.text()).toContain('What “Customers for Sales” does cannot be shown');
    expect(sidebar.text()).not.toContain('[Edit]');
    sidebar.press('Run now');
    company.waitFor(sidebar, /Nothing had to change/);
    expect(linesBelow(atSync(company), 'What it does').join('\n')).toContain('label “Customers”');
    expect(company.troubles()).toEqual([]);
  });

  it('from its last run one gets to the results', () => {
    const company = syncedCompany();
    const sidebar = atSync(company);
    sidebar.press('Last run');
    expect(sidebar.text()).toContain('Status: Done');
    expect(sidebar.text()).toContain('Type: Contact sync');
    expect(syncRequests(company)).toHaveLength(1);
  });
});

it('G8: 500 syncs are listed in pages in under three seconds, by name, and found by a part of it or by their status', () => {
  const company = syncedCompany();
  const entry = entryOf(company)!;
  const names = Array.from({ length: 499 }, (_, index) => `Sync ${String(index).padStart(3, '0')}`);
  company.project.scriptProperties.set(
    Object.fromEntries(
      names.map((name, index) => [
        `sync.more${index}`,
        encodeSyncEntry({ ...entry, id: `more${index}`, name, state: index === 77 ? 'paused' : 'active' }),
      ]),
    ),
  );
  const sidebar = company.open(company.admin);
  const from = company.project.executions.length;
  sidebar.press('Contact syncs');
  expect(sidebar.text()).toContain('1–20 of 500');
  sidebar.press('Next');
  expect(sidebar.text()).toContain('21–40 of 500');
  expect(sidebar.text()).toContain('Sync 019');
  sidebar.type('Find', 'sync 12');
  sidebar.press('Find');
  expect(sidebar.text()).toContain('Sync 129');
  expect(sidebar.text()).not.toContain('Sync 130');
  sidebar.type('Find', 'PAUSED');
  sidebar.press('Find');
  expect(sidebar.text()).toContain('Paused: [Sync 077]');
  expect(sidebar.text()).not.toContain('Sync 078');
  const times = company.project.executions.slice(from).map(({ startedAt, endedAt }) => endedAt - startedAt);
  expect(Math.max(...times)).toBeLessThan(3000);
});
