import { isActive } from '../../core/directory/isActive';
import { concernedBy, type PreApprovalTerms, type SettingsChange } from '../../core/approvals/SettingsChange';
import type { Policy } from '../../core/approvals/Policy';
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

/** Names of the places of a scope, by id; a place that is gone is a problem. */
function* observePlaces({ scope, labels = {} }: Pick<PreApprovalTerms, 'scope' | 'labels'>): Task<Result<Record<string, string>>> {
  const names: Record<string, string> = {};
  const gone = (id: string): Result<never> => fail(problem('settings.placeGone', { place: labels[id] ?? id }));
  for (const id of scope.groupIds ?? []) {
    const group = yield* getGroup(self, id);
    if (!group.ok) return group.problem.code === 'google.notFound' ? gone(id) : group;
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

/** Addresses of groups as they are now; one that is gone is a problem. */
function* observeGroups(groups: readonly GroupRef[]): Task<Result<GroupRef[]>> {
  const labels = Object.fromEntries(groups.map(({ groupId, email }) => [groupId, email]));
  const names = yield* observePlaces({ scope: { groupIds: groups.map(({ groupId }) => groupId) }, labels });
  return names.ok ? ok(groups.map(({ groupId, email }) => ({ groupId, email: names.value[groupId] ?? email }))) : names;
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
    const groups = yield* observeGroups(change.accessGroups ?? []);
    if (!groups.ok) return groups;
    const chat = yield* observeGroups(change.chatAccess === undefined ? [] : [change.chatAccess]);
    if (!chat.ok) return chat;
    const [chatAccess] = chat.value;
    const named = { ...change, accessGroups: groups.value, ...(chatAccess === undefined ? {} : { chatAccess }) };
    return ok({ users, activeOfficers, change: named });
  }
  if (!('user' in change)) return ok({ users, activeOfficers, change });
  const email = users.get(change.user.userId)?.primaryEmail ?? change.user.email;
  return ok({ users, activeOfficers, change: { ...change, user: { ...change.user, email } } });
}
