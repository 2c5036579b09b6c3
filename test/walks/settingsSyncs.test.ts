import type { TargetSelection, TargetSelector } from '../../src/core/directory/TargetSelection';
import { newSync, type DirectorySource, type SyncDraft } from '../../src/core/sync/Sync';
import { auditRows } from '../support/auditRows';
import { forgeClick } from '../support/forgeClick';
import { addAll, passHours } from '../support/hands';
import { changePolicy, decideOnPage, officerCompany, type OfficerCompany } from '../support/officers';
import { askForIt, decideAndApply, openChange, policyOf } from '../support/settingsHands';
import {
  ask,
  callsSince,
  customersAt,
  entryOf,
  lastRequest,
  letThrough,
  makeSync,
  night,
  preview,
  previewed,
  syncId,
  teamOf,
  userOf,
} from '../support/syncHands';
import { beginSync, previewSync } from '../support/syncWizard';

/** The setting is changed by a request, as every setting. */
const choose = (company: OfficerCompany, ...choices: readonly string[]): string => {
  const sidebar = company.open(company.admin);
  openChange(sidebar, 'Change what needs an officer only with a risk');
  sidebar.choose('Needs an officer only with a risk', ...choices);
  askForIt(company, sidebar);
  const shown = sidebar.text();
  decideAndApply(company, sidebar, [company.olga]);
  return shown;
};

/** The administrator has a label of their own with two contacts. */
const withOwnLabel = () => {
  const company = officerCompany();
  const { people } = company.world;
  const mine = people.addContactGroup(company.admin.id, 'Suppliers').resourceName;
  const add = (givenName: string): string =>
    people.addContact(company.admin.id, {
      names: [{ givenName }],
      memberships: ['contactGroups/myContacts', mine].map((contactGroupResourceName) => ({
        contactGroupMembership: { contactGroupResourceName },
      })),
    }).resourceName as string;
  const added = ['Carpenter', 'Glazier'].map(add);
  return { ...company, mine, add, added };
};
type OwnCompany = ReturnType<typeof withOwnLabel>;

const looseCompany = (): OwnCompany => {
  const company = withOwnLabel();
  choose(company, 'Contact syncs');
  return company;
};

const ownAt = (company: OwnCompany, change: Partial<SyncDraft> = {}): SyncDraft => ({
  ...customersAt(company, teamOf(company)),
  source: {
    kind: 'personal',
    userId: company.admin.id,
    email: 'admin@acme.test',
    group: { resourceName: company.mine, name: 'Suppliers' },
  },
  ...change,
});

const chosen = (...selectors: readonly TargetSelector[]): TargetSelection => ({ selectors, excludedUserIds: [] });

/** The whole organization, under another name. */
const rootOf = ({ customer }: OfficerCompany): TargetSelector => {
  const root = [...customer.orgUnits.values()].find(({ orgUnitPath }) => orgUnitPath === '/')!;
  return { kind: 'orgUnit', orgUnitId: root.orgUnitId, includeChildren: true, label: '/Sales' };
};

/** Who is in team@ as contacts of plain@. */
const directoryAt = (company: OfficerCompany, more: Partial<DirectorySource> = {}): SyncDraft => ({
  ...customersAt(company, userOf(company.plain)),
  targetGroupName: 'Team',
  leaveOut: newSync(syncId, 'directory').leaveOut,
  source: { kind: 'directory', users: chosen(teamOf(company)), ...more },
});

/** Its author sends the prepared request; nobody decides. */
const sendAlone = (company: OfficerCompany): string => {
  const { id, d } = lastRequest(company);
  forgeClick(company, company.admin, 'sendRequest', { request: id, digest: d });
  passHours(company, 1);
  return lastRequest(company).s;
};

const sentAlone = (company: OfficerCompany, draft: SyncDraft): string => {
  preview(company, draft);
  return sendAlone(company);
};

describe('which contact syncs need an officer is a setting (S42)', () => {
  it('all of them unless it was changed; the change is a request that says old and new, and what a risk is', () => {
    const company = withOwnLabel();
    const sidebar = company.open(company.admin);
    sidebar.press('Settings');
    expect(sidebar.text()).toContain('Needs an officer only with a risk: nothing');
    expect(sentAlone(company, ownAt(company))).toBe('waiting');
    const asked = choose(company, 'Contact syncs');
    expect(asked).toContain('Needs an officer only with a risk: nothing → contact syncs');
    expect(asked).toContain('contacts of another person');
    expect(policyOf(company)).toMatchObject({ riskyOnly: ['syncs'] });
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('Needs an officer only with a risk: contact syncs');
    expect(sidebar.text()).toContain('an officer decides about every request but contact syncs without a risk.');
    openChange(company.open(company.admin), 'Change what needs an officer only with a risk');
    choose(company);
    expect(policyOf(company)).toMatchObject({ riskyOnly: [] });
    expect(company.troubles()).toEqual([]);
  });

  it('what it is already is no change', () => {
    const company = withOwnLabel();
    const sidebar = company.open(company.admin);
    openChange(sidebar, 'Change what needs an officer only with a risk');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('That is how it is already.');
  });
});

describe('a contact sync that the settings let through', () => {
  it('runs once its author confirmed it; card, audit and the record say by what', () => {
    const company = looseCompany();
    const sidebar = company.open(company.admin);
    beginSync(sidebar, 'Suppliers');
    sidebar.type('Source user (required)', 'admin@acme.test');
    sidebar.press('Use this user');
    company.waitFor(sidebar, /Label \(required\)/);
    sidebar.choose('Label (required)', 'Suppliers (2 contacts)');
    sidebar.press('Next');
    addAll(sidebar, 'Groups', 'team');
    sidebar.press('Next');
    sidebar.toggle('Run every night', true);
    sidebar.press('Next');
    previewSync(company, sidebar);
    expect(sidebar.text()).toContain('Covered by: the settings, which ask for no officer');
    expect(sidebar.text()).not.toContain('Decided by');
    sidebar.press('Send approval request');
    expect(sidebar.text()).toContain('It is covered by the settings, which ask for no officer: it will start without another decision.');
    sidebar.press('Confirm');
    expect(sidebar.notification).toMatch(/^Sent\. It is let through by the settings/);
    company.waitFor(sidebar, /Status: Done/);
    expect(sidebar.text()).toContain('Let through by: the settings');
    expect(company.namesAt(company.sam)).toEqual(['Carpenter', 'Glazier']);
    const { id, j, c, k } = lastRequest(company) as ReturnType<typeof lastRequest> & { c: number[]; k: number[] };
    // B9: reads, writes, tokens, calls to the directory, contact writes of the day.
    expect(k.slice(0, 5)).toEqual(c.slice(0, 5));
    expect(entryOf(company, j)).toMatchObject({ state: 'active', ownerId: company.admin.id });
    const approved = auditRows(company).find(({ what, subject }) => what === 'request.approved' && subject === id);
    expect(approved?.details).toMatch(/by=settings/);
    expect(approved?.details).not.toContain('deciders=');
    sidebar.press('Home');
    sidebar.press('Contact syncs');
    sidebar.press('Suppliers');
    expect(sidebar.text()).toContain('Approved until: 2 Mar 2027');
    expect(company.troubles()).toEqual([]);
  });

  it('has its nights within its caps, holds beyond them, and is asked for again after a year', () => {
    const company = looseCompany();
    sentAlone(company, ownAt(company));
    company.add('Painter');
    night(company);
    expect(company.namesAt(company.sam)).toEqual(['Carpenter', 'Glazier', 'Painter']);
    const joined = Array.from({ length: 11 }, (_, index) => company.world.directory.addUser({ primaryEmail: `new${index}@acme.test` }));
    for (const { primaryEmail } of joined) company.world.directory.addMember('team@acme.test', { email: primaryEmail });
    night(company);
    expect(entryOf(company)).toMatchObject({ state: 'held', reason: { code: 'sync.beyondCap' } });
    expect(company.namesAt(joined[0]!)).toEqual([]);
    for (const { primaryEmail } of joined) company.world.directory.removeMember('team@acme.test', primaryEmail);
    night(company);
    expect(entryOf(company)).toMatchObject({ state: 'active' });
    company.world.clock.advance(366 * 86_400_000);
    company.add('Roofer');
    night(company);
    expect(entryOf(company)).toMatchObject({ state: 'held', reason: { code: 'sync.approvalEnded' } });
    expect(company.namesAt(company.sam)).not.toContain('Roofer');
    expect(sentAlone(company, ownAt(company))).toBe('done');
    expect(company.namesAt(company.sam)).toContain('Roofer');
    expect(company.troubles()).toEqual([]);
  });

  it('of the directory, as everybody finds it there, is one', () => {
    const company = looseCompany();
    expect(sentAlone(company, directoryAt(company))).toBe('done');
    expect(company.namesAt(company.plain)).toEqual(['Eve', 'Sam']);
  });

  it('edited so that nothing is deleted is one; so that anything is, an officer decides', () => {
    const company = looseCompany();
    sentAlone(company, ownAt(company));
    passHours(company, 1);
    expect(sentAlone(company, ownAt(company, { destinations: chosen(teamOf(company), userOf(company.sue)) }))).toBe('done');
    expect(company.namesAt(company.sue)).toEqual(['Carpenter', 'Glazier']);
    passHours(company, 1);
    expect(sentAlone(company, ownAt(company, { destinations: chosen(teamOf(company)) }))).toBe('waiting');
    expect(company.namesAt(company.sue)).toEqual(['Carpenter', 'Glazier']);
    decideOnPage(company, company.olga, 'approve', { requestId: lastRequest(company).id });
    passHours(company, 1);
    expect(company.namesAt(company.sue)).toEqual([]);
  });
});

describe('an officer decides all the same, whatever the setting says (contracts of approval)', () => {
  const everybody = (company: OwnCompany) =>
    Array.from({ length: 101 }, (_, index) => userOf(company.world.directory.addUser({ primaryEmail: `user${index}@acme.test` })));

  it.each<[string, (company: OwnCompany) => SyncDraft]>([
    ['contacts of another person', (company) => customersAt(company, teamOf(company))],
    ['hidden users', (company) => directoryAt(company, { includeHidden: true })],
    ['private details of the directory', (company) => ({ ...directoryAt(company), leaveOut: ['homeAddresses', 'homeEmails'] })],
    ['contacts that owners had before', (company) => ownAt(company, { existingContacts: 'adopt' })],
    [
      'a whole domain',
      (company) =>
        ownAt(company, { destinations: chosen({ kind: 'domain', domainName: 'acme-labs.test', label: 'few' }, userOf(company.sam)) }),
    ],
    ['everybody', (company) => ownAt(company, { destinations: chosen(rootOf(company)) })],
    ['more than 100 users', (company) => ownAt(company, { destinations: chosen(...everybody(company)) })],
    ['a guard by share that lets more through', (company) => ownAt(company, { guard: { share: 0.31, contacts: 500 } })],
    ['a guard by number that lets more through', (company) => ownAt(company, { guard: { share: 0.3, contacts: 501 } })],
  ])('about %s', (_, draftOf) => {
    const company = looseCompany();
    expect(sentAlone(company, draftOf(company))).toBe('waiting');
    expect(entryOf(company)).toBeUndefined();
    expect(company.namesAt(company.sam)).toEqual([]);
  });

  it('about a sync of a delegate, though of their own contacts', () => {
    const company = looseCompany();
    const { id: userId, primaryEmail: email } = company.admin;
    preview(company, ownAt(company));
    changePolicy(company, () => ({ delegates: [{ userId, email, until: company.world.clock.now() + 86_400_000 }] }));
    expect(sendAlone(company)).toBe('prepared');
    changePolicy(company, () => ({ delegates: [] }));
    forgeClick(company, company.admin, 'sendRequest', { request: lastRequest(company).id, digest: lastRequest(company).d });
    changePolicy(company, () => ({ delegates: [{ userId, email, until: company.world.clock.now() + 86_400_000 }] }));
    passHours(company, 1);
    expect(lastRequest(company)).toMatchObject({ s: 'failed', e: { code: 'request.officerNeeded' } });
    expect(sentAlone(company, ownAt(company))).toBe('waiting');
  });

  it('about what a guard held, and about deleting it with what it delivered', () => {
    const company = looseCompany();
    sentAlone(company, ownAt(company));
    for (const one of company.added) company.world.people.deleteContact(company.admin.id, one);
    night(company);
    expect(entryOf(company)).toMatchObject({ state: 'held', reason: { code: 'sync.sourceEmptied' } });
    ask(company, 'allow');
    previewed(company);
    expect(sendAlone(company)).toBe('waiting');
    forgeClick(company, company.admin, 'withdrawRequest', { request: lastRequest(company).id });
    ask(company, 'remove');
    previewed(company);
    expect(sendAlone(company)).toBe('waiting');
    expect(company.namesAt(company.sam)).toEqual(['Carpenter', 'Glazier']);
  });

  it('about a sync that another administrator makes of those contacts', () => {
    const company = looseCompany();
    sentAlone(company, ownAt(company));
    const from = company.world.network.log.entries.length;
    company.project.userProperties(company.operator.id).set({
      'syncDraft.about': '{}',
      'syncDraft.parts': '1',
      'syncDraft.0': JSON.stringify(ownAt(company, { destinations: chosen(userOf(company.plain)) })),
    });
    passHours(company, 1);
    const before = lastRequest(company).id;
    forgeClick(company, company.operator, 'previewSync', {}, { runNow: { stringInputs: { value: ['yes'] } } });
    previewed(company);
    const { id, d } = lastRequest(company);
    forgeClick(company, company.operator, 'sendRequest', { request: id, digest: d });
    passHours(company, 1);
    expect(id).not.toBe(before);
    expect(lastRequest(company)).toMatchObject({ id, s: 'waiting' });
    expect(callsSince(company, from, (_, effect) => effect === 'write')).toBe(0);
  });
});

describe('the setting goes back to all', () => {
  it('before it is sent, or between sending and run: nothing is done', () => {
    const company = looseCompany();
    preview(company, ownAt(company));
    changePolicy(company, () => ({ riskyOnly: [] }));
    expect(sendAlone(company)).toBe('prepared');
    const sidebar = company.open(company.admin);
    sidebar.press('Customers for Sales');
    expect(sidebar.text()).toContain('was prepared when fewer Security Officers had to approve');
    changePolicy(company, () => ({ riskyOnly: ['syncs'] }));
    const { id, d } = lastRequest(company);
    forgeClick(company, company.admin, 'sendRequest', { request: id, digest: d });
    changePolicy(company, () => ({ riskyOnly: [] }));
    passHours(company, 1);
    expect(lastRequest(company)).toMatchObject({ s: 'failed', e: { code: 'request.officerNeeded' } });
    expect(entryOf(company)).toBeUndefined();
    expect(company.namesAt(company.sam)).toEqual([]);
  });

  it('syncs that no officer approved are held until one does; those that one approved go on', () => {
    const company = looseCompany();
    makeSync(company, { ...customersAt(company, userOf(company.sue)), id: 'other', name: 'Approved' });
    sentAlone(company, ownAt(company));
    choose(company);
    company.add('Painter');
    night(company);
    expect(entryOf(company)).toMatchObject({ state: 'held', reason: { code: 'request.officerNeeded' } });
    expect(entryOf(company, 'other')).toMatchObject({ state: 'active' });
    expect(company.namesAt(company.sam)).toEqual(['Carpenter', 'Glazier']);
    preview(company, ownAt(company));
    letThrough(company);
    expect(company.namesAt(company.sam)).toContain('Painter');
    night(company);
    expect(entryOf(company)).toMatchObject({ state: 'active' });
    expect(company.troubles()).toEqual([]);
  });
});
