import { isActive } from '../../core/directory/isActive';
import { concernedBy, type PreApprovalTerms, type SettingsChange } from '../../core/approvals/SettingsChange';
import type { AccessGroups, Policy } from '../../core/approvals/Policy';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { GroupRef } from '../../core/users/UserAction';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { getGroup, getUser, listDomains, listOrgUnits } from '../../google/directory';
import type { Subject, Task } from '../../google/Call';
import { observeUsers } from '../targets/observeSelection';

const self: Subject = { kind: 'self' };

/** The Directory's word on what a change names. */
export interface ObservedSettings {
  readonly users: ReadonlyMap<string, DirectoryUser>;
  /** Officers whose accounts are neither suspended nor gone. */
  readonly activeOfficers: number;
  /** The change with addresses and names as they are now. */
  readonly change: SettingsChange;
}

/** Officers of the policy whose accounts are neither suspended nor gone. */
export function* observeOfficers(policy: Policy): Task<Result<DirectoryUser[]>> {
  const active: DirectoryUser[] = [];
  // One by one: a card waits for it, and a listing of everybody takes longer than the few there may be.
  for (const { userId } of policy.officers) {
    const user = yield* getUser(self, userId);
    if (user.ok && isActive(user.value)) active.push(user.value);
    else if (!user.ok && user.problem.code !== 'google.notFound') return user;
  }
  return ok(active);
}

const placeGone = (place: string): Result<never> => fail(problem('settings.placeGone', { place }));

/** A group with id and address as they are now; that it is gone is a problem. */
function* observeGroup({ groupId, email }: GroupRef): Task<Result<GroupRef>> {
  const group = yield* getGroup(self, groupId);
  if (!group.ok) return group.problem.code === 'google.notFound' ? placeGone(email) : group;
  return ok({ groupId: group.value.id, email: group.value.email });
}

/** Names of the places of a scope, by id; a place that is gone is a problem. */
function* observePlaces({ scope, labels = {} }: PreApprovalTerms): Task<Result<Record<string, string>>> {
  const names: Record<string, string> = {};
  const gone = (id: string): Result<never> => placeGone(labels[id] ?? id);
  for (const id of scope.groupIds ?? []) {
    const group = yield* observeGroup({ groupId: id, email: labels[id] ?? id });
    if (!group.ok) return group;
    names[id] = group.value.email;
  }
  const units = (scope.orgUnitIds ?? []).length > 0 ? yield* listOrgUnits(self) : ok([]);
  if (!units.ok) return units;
  for (const id of scope.orgUnitIds ?? []) {
    const unit = units.value.find(({ orgUnitId }) => orgUnitId === id);
    if (unit === undefined) return gone(id);
    names[id] = unit.orgUnitPath;
  }
  const domains = (scope.domains ?? []).length > 0 ? yield* listDomains(self) : ok([]);
  if (!domains.ok) return domains;
  const lost = (scope.domains ?? []).find((name) => !domains.value.some(({ domainName }) => domainName === name));
  return lost === undefined ? ok(names) : gone(lost);
}

function* observeAccess({ accessGroups = [], chatAccess }: AccessGroups): Task<Result<AccessGroups>> {
  const found: GroupRef[] = [];
  for (const group of accessGroups) {
    const one = yield* observeGroup(group);
    if (!one.ok) return one;
    found.push(one.value);
  }
  const chat = chatAccess === undefined ? undefined : yield* observeGroup(chatAccess);
  if (chat?.ok === false) return chat;
  return ok({ accessGroups: found, ...(chat === undefined ? {} : { chatAccess: chat.value }) });
}

function* observeTerms(terms: PreApprovalTerms, users: ReadonlyMap<string, DirectoryUser>): Task<Result<PreApprovalTerms>> {
  const lost = (terms.scope.userIds ?? []).find((id) => !users.has(id));
  if (lost !== undefined) return fail(problem('settings.placeGone', { place: terms.labels?.[lost] ?? lost }));
  const places = yield* observePlaces(terms);
  if (!places.ok) return places;
  const people = Object.fromEntries([...users].map(([id, user]) => [id, user.primaryEmail]));
  return ok({ ...terms, labels: { ...people, ...places.value } });
}

/** Looks up everybody and everything that a change names. */
export function* observeSettings(change: SettingsChange, policy: Policy): Task<Result<ObservedSettings>> {
  const isNotice = change.kind === 'appointOfficer' && change.byNotice === true;
  const officers = isNotice ? yield* observeOfficers(policy) : ok([]);
  if (!officers.ok) return officers;
  const scoped = change.kind === 'addPreApproval' ? (change.terms.scope.userIds ?? []) : [];
  const found = yield* observeUsers([...new Set([...concernedBy(change), ...scoped])]);
  if (!found.ok) return found;
  const users = new Map(found.value.map((user) => [user.id, user]));
  const activeOfficers = officers.value.length;
  if (change.kind === 'addPreApproval') {
    const terms = yield* observeTerms(change.terms, users);
    return terms.ok ? ok({ users, activeOfficers, change: { ...change, terms: terms.value } }) : terms;
  }
  if (change.kind === 'setAccess') {
    const access = yield* observeAccess(change);
    return access.ok ? ok({ users, activeOfficers, change: { kind: change.kind, ...access.value } }) : access;
  }
  if (!('user' in change)) return ok({ users, activeOfficers, change });
  const email = users.get(change.user.userId)?.primaryEmail ?? change.user.email;
  return ok({ users, activeOfficers, change: { ...change, user: { ...change.user, email } } });
}
