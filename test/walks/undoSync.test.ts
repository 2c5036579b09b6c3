import type { Sidebar } from '../../simulator/host/Sidebar';
import { BrowserPage } from '../support/browserPage';
import { forgeClick } from '../support/forgeClick';
import { fileCalled, linesBelow } from '../support/hands';
import { openPage, type OfficerCompany } from '../support/officers';
import { customers } from '../support/rosterCompany';
import {
  addCustomer,
  ask,
  lastRequest,
  previewed,
  called,
  under,
  customersAt,
  entryOf,
  letThrough,
  night,
  preview,
  syncedCompany,
  syncId,
  syncRequests,
  teamOf,
  userOf,
} from '../support/syncHands';
import { accountsOf, approveAndRun, askForUndo, sendIt, waitingIds } from '../support/undoHands';

/** The last run of the sync, on its own card. */
const openLastRun = (company: OfficerCompany): Sidebar => {
  const sidebar = company.open(company.admin);
  sidebar.press('Contact syncs');
  sidebar.press('Customers for Sales');
  sidebar.press('Last run');
  return sidebar;
};

describe('B6: the run of a sync is undone', () => {
  it('by a request of its own, which pauses the sync: what it created goes with its label, and no night brings it back', () => {
    let before: unknown;
    const company = syncedCompany((one) => {
      one.world.people.addContact(one.sam.id, { names: [{ givenName: 'Mother' }] });
      before = accountsOf(one);
      return {};
    });
    expect(company.namesAt(company.eve)).toEqual(customers);
    const sidebar = openLastRun(company);
    askForUndo(company, sidebar);
    expect(sidebar.text()).toContain('Undo: Customers for Sales');
    expect(sidebar.text()).toContain('The sync is paused, since its next run would bring all of it back');
    expect(linesBelow(sidebar, 'What will happen').join('\n')).toContain('Remove 6 delivered contacts from 2 people');
    expect(linesBelow(sidebar, 'Preview by target')[0]).toContain('3 deleted');
    sendIt(sidebar);
    expect(entryOf(company)?.state).toBe('active');
    approveAndRun(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(accountsOf(company)).toEqual(before);
    expect(entryOf(company)?.state).toBe('paused');
    // What it took is what was planned (B9).
    const effort = (title: string): string | undefined => new RegExp(`^${title}: [^,]*\\((.*)\\)`, 'm').exec(sidebar.text())?.[1];
    expect(effort('Effort')).toBeDefined();
    expect(effort('Effort so far, as counted')).toBe(effort('Effort'));
    night(company);
    expect(accountsOf(company)).toEqual(before);
    expect(company.troubles()).toEqual([]);
  });

  it('resumed, the sync brings it back, which its card says', () => {
    const company = syncedCompany();
    const sidebar = openLastRun(company);
    askForUndo(company, sidebar);
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    sidebar.press('Home');
    sidebar.press('Contact syncs');
    sidebar.press('Customers for Sales');
    expect(sidebar.text()).toContain('A run of this sync was undone, and the sync was paused for it.');
    expect(linesBelow(sidebar, 'Destinations')[1]).toContain('eve@acme.test (0 created, 0 changed, 3 deleted');
    sidebar.press('Resume');
    night(company);
    expect([company.sam, company.eve].map((who) => company.namesAt(who))).toEqual([customers, customers]);
    expect(entryOf(company)?.reason).toBeUndefined();
    expect(company.troubles()).toEqual([]);
  });

  it('what its owner edited or merged since stays, labels return, and what cannot be taken back is said of each contact', () => {
    const company = syncedCompany((one) => ({ destinations: customersAt(one, userOf(one.sam)).destinations }));
    const { people } = company.world;
    const { sam, source } = company;
    // What the night does: Ada is written over, Grace deleted, Katherine put under her label again, three are new.
    people.editContact(source.id, called(company, source, 'Ada Byron'), { nicknames: [{ value: 'Countess' }] });
    people.deleteContact(source.id, called(company, source, 'Grace Hopper'));
    const own = people.contactGroupsOf(sam.id).find(({ name }) => name === 'Customers')!.resourceName;
    people.editContact(sam.id, called(company, sam, 'Katherine Johnson'), under('contactGroups/myContacts'));
    for (const name of ['Mary Jackson', 'Dorothy Vaughan', 'Christine Darden', 'Melba Roy']) addCustomer(company, name);
    const groupsOf = (name: string): unknown => people.contact(sam.id, called(company, sam, name))!['memberships'];
    const before = groupsOf('Katherine Johnson');
    night(company);
    expect(JSON.stringify(groupsOf('Katherine Johnson'))).toContain(own);
    // What Sam does.
    people.editContact(sam.id, called(company, sam, 'Dorothy Vaughan'), { biographies: [{ value: 'Likes tea' }] });
    people.mergeContacts(sam.id, called(company, sam, 'Christine Darden'), called(company, sam, 'Melba Roy'));

    const sidebar = openLastRun(company);
    askForUndo(company, sidebar);
    const line = linesBelow(sidebar, 'Preview by target')[0];
    expect(line).toContain('2 put into labels or out of them, 1 deleted');
    for (const said of [
      '1 contact kept: its owner edited it since',
      '2 contacts kept: its owner merged it with another contact',
      '1 contact kept: the run wrote over it, and what it said before is kept nowhere',
      '1 contact deleted by the run: the account’s owner finds them in the trash of Google Contacts for 30 days',
    ])
      expect(line).toContain(said);
    expect(sidebar.text()).toContain('Kept as they are: 4');
    sendIt(sidebar);
    const page = new BrowserPage(openPage(company, company.olga, waitingIds(company)[0]!));
    page.press('See each target');
    page.press('See each contact at sam@acme.test');
    expect(page.items().map(([name, ...lines]) => [name, lines.at(-1)])).toEqual([
      ['Mary Jackson', 'Deleted: the run that is undone created it'],
      ['Katherine Johnson', 'Put under My Contacts; taken out of “Customers”'],
      ['Dorothy Vaughan', 'Skipped: its owner edited it since'],
      expect.arrayContaining(['Skipped: its owner merged it with another contact']),
      expect.arrayContaining(['Skipped: its owner merged it with another contact']),
      ['Ada Byron', 'Skipped: the run wrote over it, and what it said before is kept nowhere'],
    ]);
    approveAndRun(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(company.namesAt(sam)).toEqual(['Ada Byron', 'Christine Darden', 'Dorothy Vaughan', 'Katherine Johnson']);
    expect(groupsOf('Katherine Johnson')).toEqual(before);
    expect(linesBelow(sidebar, 'Results').join()).toContain('2 changed, 1 deleted, 0 failed. 4 changes of the earlier run stayed.');
    expect(company.troubles()).toEqual([]);
  });

  it('a source that is gone does not keep anybody from it, nor a sync that was deleted since', () => {
    const company = syncedCompany();
    const { id } = syncRequests(company)[0]!;
    forgeClick(company, company.admin, 'deleteSync', { sync: syncId });
    company.world.directory.deleteUser(company.source.id);
    expect(company.namesAt(company.sam)).toEqual(customers);
    forgeClick(company, company.admin, 'askForUndo', { request: id });
    company.scheduler.runNext();
    letThrough(company);
    expect([company.sam, company.eve].map((who) => company.namesAt(who))).toEqual([[], []]);
    expect(syncRequests(company).map(({ s }) => s)).toEqual(['done', 'done']);
  });

  it('nor is a sync kept from being deleted with all that it delivered (G47)', () => {
    const company = syncedCompany();
    company.scheduler.runUntil(company.world.clock.now() + 600_000);
    company.world.directory.suspendUser(company.source.id);
    ask(company, 'remove');
    previewed(company);
    const page = new BrowserPage(openPage(company, company.olga, lastRequest(company).id));
    page.press('See each target');
    page.press('See each contact at sam@acme.test');
    expect(
      page
        .items()
        .map(([name]) => name)
        .sort(),
    ).toEqual(customers);
    letThrough(company);
    expect([company.sam, company.eve].map((who) => company.namesAt(who))).toEqual([[], []]);
    expect(entryOf(company)).toBeUndefined();
    expect(company.troubles()).toEqual([]);
  });

  it('of a night, though officers take until after the next one: what that one brought stays', () => {
    const company = syncedCompany((one) => ({ destinations: customersAt(one, userOf(one.sam)).destinations }));
    addCustomer(company, 'Mary Jackson');
    night(company);
    const sidebar = openLastRun(company);
    askForUndo(company, sidebar);
    sendIt(sidebar);
    addCustomer(company, 'Melba Roy');
    night(company);
    night(company);
    expect(company.namesAt(company.sam)).toEqual([...customers, 'Mary Jackson', 'Melba Roy']);
    approveAndRun(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(company.namesAt(company.sam)).toEqual([...customers, 'Melba Roy']);
    expect(company.world.people.contactGroupsOf(company.sam.id).map(({ name }) => name)).toEqual(['Customers']);
    expect(company.troubles()).toEqual([]);
  });

  it.each(['before', 'after'] as const)('with an answer that is lost %s Google deleted: looked at again, each is gone once', (when) => {
    const company = syncedCompany();
    const own = company.world.people.addContact(company.sam.id, { names: [{ givenName: 'Mother' }] });
    const sidebar = openLastRun(company);
    askForUndo(company, sidebar);
    sendIt(sidebar);
    let struck = 0;
    const at = ({ name }: { readonly name: string }): boolean => name === 'people.people.batchDeleteContacts' && (struck += 1) > 0;
    company.world.faults.add({ at, effect: { kind: 'throw', when, message: 'Address unavailable' } });
    approveAndRun(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(struck).toBeGreaterThan(0);
    expect(sidebar.text()).toContain('6 delivered contacts removed');
    expect([company.sam, company.eve].map((who) => company.namesAt(who))).toEqual([['Mother'], []]);
    expect(company.world.people.contact(company.sam.id, String(own.resourceName))).toBeDefined();
    expect(company.troubles()).toEqual([]);
  });

  it('a record of the run that was altered undoes nothing, and pauses nothing', () => {
    const company = syncedCompany();
    const sidebar = openLastRun(company);
    askForUndo(company, sidebar);
    sendIt(sidebar);
    const { grid } = fileCalled(company, 'Roster ledger').tabs.find((tab) => tab.name === 'Previews')!;
    const column = Array.from({ length: 30 }, (_, index) => index + 1).find((one) => grid.cell(1, one)?.value === 'contacts')!;
    grid.edit(2, column).value = 'c2x||||,,,';
    approveAndRun(company, sidebar);
    expect(sidebar.text()).toContain('Status: Failed');
    expect(sidebar.text()).toContain('Roster has no whole record of that run any more.');
    expect(entryOf(company)?.state).toBe('active');
    expect([company.sam, company.eve].map((who) => company.namesAt(who))).toEqual([customers, customers]);
  });

  it('while another request about the sync is open it is not asked for', () => {
    const company = syncedCompany();
    const sidebar = openLastRun(company);
    preview(company, { ...customersAt(company, teamOf(company)), description: 'Other words' });
    sidebar.press('Undo');
    expect(sidebar.text()).toContain('“Customers for Sales” has a request that is not over yet.');
    expect(syncRequests(company)).toHaveLength(2);
  });
});
