import type { TargetSelector } from '../../src/core/directory/TargetSelection';
import { newSync, type Sync, type SyncDraft } from '../../src/core/sync/Sync';
import type { SyncPurpose } from '../../src/core/sync/SyncContactsAction';
import { decodeSyncEntry, type SyncEntry } from '../../src/core/sync/SyncEntry';
import { forgeClick } from './forgeClick';
import { passHours } from './hands';
import { decideOnPage, officerCompany, type OfficerCompany } from './officers';
import type { CompanyOptions, RosterCompany } from './rosterCompany';

/** Until the contact syncs have a wizard, what it does is done here: a draft in the person's properties, and the clicks on its cards. */
export const syncId = 'sync1';

export const customersAt = (company: RosterCompany, ...selectors: readonly TargetSelector[]): SyncDraft => ({
  ...newSync(syncId, 'personal'),
  name: 'Customers for Sales',
  source: {
    kind: 'personal',
    userId: company.source.id,
    email: company.source.primaryEmail,
    group: { resourceName: company.label, name: 'Customers' },
  },
  nightly: true,
  destinations: { selectors, excludedUserIds: [] },
});

export const teamOf = ({ world }: RosterCompany): TargetSelector => ({
  kind: 'group',
  groupId: world.directory.groupByEmail('team@acme.test')!.id,
  label: 'team@acme.test',
});

export const userOf = ({ id, primaryEmail }: { readonly id: string; readonly primaryEmail: string }): TargetSelector => ({
  kind: 'user',
  userId: id,
  label: primaryEmail,
});

/** Requests about the sync, as script properties hold them: `s` their state, `d` their digest, `e` why they failed. */
export const syncRequests = ({ project }: RosterCompany) =>
  Object.entries(project.scriptProperties.entries())
    .filter(([key]) => key.startsWith('request.'))
    .map(([key, text]) => ({
      id: key.slice('request.'.length),
      ...(JSON.parse(text) as { s: string; d: string; j?: string; t: number[]; e?: { code: string; data: object } }),
    }))
    .filter(({ j }) => j !== undefined)
    .sort((one, other) => (one.t[0] ?? 0) - (other.t[0] ?? 0));

export const lastRequest = (company: RosterCompany) => syncRequests(company).slice(-1)[0]!;

export const entryOf = ({ project }: RosterCompany, id = syncId): SyncEntry | undefined =>
  decodeSyncEntry(id, project.scriptProperties.get(`sync.${id}`) ?? undefined);

const closed = ['done', 'partlyDone', 'failed', 'stopped', 'denied', 'withdrawn', 'expired'];

const waitUntil = (company: RosterCompany, isThere: () => boolean): void => {
  for (let fired = 0; fired < 40 && !isThere(); fired += 1) if (company.scheduler.runNext() === undefined) break;
  if (!isThere()) throw new Error(`not there: ${JSON.stringify(syncRequests(company).map(({ s, e }) => [s, e]))}`);
};

/** The operator's preview is there. */
export const previewed = (company: RosterCompany): void => waitUntil(company, () => lastRequest(company).s !== 'preparing');

/** Its author sends it, an officer approves it, and it runs to its end. */
export const letThrough = (company: OfficerCompany): void => {
  const { id, d } = lastRequest(company);
  forgeClick(company, company.admin, 'openConfirmSend', { request: id });
  forgeClick(company, company.admin, 'sendRequest', { request: id, digest: d });
  decideOnPage(company, company.olga, 'approve', { requestId: id });
  waitUntil(company, () => closed.includes(syncRequests(company).find((one) => one.id === id)?.s ?? 'done'));
};

/** The wizard's last step. */
export const preview = (company: RosterCompany, draft: SyncDraft, later = false): void => {
  company.project
    .userProperties(company.admin.id)
    .set({ 'syncDraft.about': '{}', 'syncDraft.parts': '1', 'syncDraft.0': JSON.stringify(draft) });
  forgeClick(company, company.admin, 'previewSync', {}, later ? {} : { runNow: { stringInputs: { value: ['yes'] } } });
  previewed(company);
};

export const makeSync = (company: OfficerCompany, draft: SyncDraft, later = false): void => {
  preview(company, draft, later);
  letThrough(company);
};

/** A button of the sync's card that asks for something. */
export const ask = (company: RosterCompany, purpose: Exclude<SyncPurpose, 'save' | 'night'>): void => {
  forgeClick(company, company.admin, purpose === 'now' ? 'runSync' : `${purpose}Sync`, { sync: syncId });
};

export const syncedCompany = (
  change: (company: OfficerCompany) => Partial<Sync> = () => ({}),
  options: CompanyOptions = {},
): OfficerCompany => {
  const company = officerCompany(options);
  makeSync(company, { ...customersAt(company, teamOf(company)), ...change(company) });
  return company;
};

/** Until five in the morning, with everything that the night does. */
export const night = (company: RosterCompany): void =>
  passHours(company, 24 - ((new Date(company.world.clock.now()).getUTCHours() + 19) % 24));

/** What `editContact` and `addContact` take for the labels of a contact. */
export const under = (...groups: readonly string[]) => ({
  memberships: groups.map((contactGroupResourceName) => ({ contactGroupMembership: { contactGroupResourceName } })),
});

/** The source gets a contact under the label that is kept in step. */
export const addCustomer = ({ world, source, label }: RosterCompany, name: string): void =>
  void world.people.addContact(source.id, { names: [{ givenName: name }], ...under('contactGroups/myContacts', label) });

/** Resource name of the contact with this name. */
export const called = ({ world }: RosterCompany, who: { readonly id: string }, name: string): string =>
  String(
    world.people.contactsOf(who.id).find((one) => (one['names'] as { givenName?: string }[])[0]?.givenName === name)?.['resourceName'],
  );

/** Calls that Google saw of one kind since `from` entries of its log. */
export const callsSince = ({ world }: RosterCompany, from: number, isIt: (operation: string, effect: string) => boolean): number =>
  world.network.log.entries.slice(from).filter((entry) => isIt(entry.operation ?? '', entry.effect ?? '')).length;
