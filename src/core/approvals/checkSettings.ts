import { isActive } from '../directory/isActive';
import { problem, type Problem } from '../base/Problem';
import type { DirectoryUser } from '../directory/DirectoryUser';
import type { Missing } from '../workflows/missing';
import {
  accessGroupLimit,
  delegateLimit,
  fewestOfficers,
  neededLimit,
  notifyLimit,
  officerLimit,
  riskyOnlyKinds,
  type AccessGroups,
  type Policy,
} from './Policy';
import type { PreApproval } from './PreApproval';
import { decidersFor, neededFor, type PreApprovalTerms, type SettingsChange } from './SettingsChange';

export interface SettingsFacts {
  readonly now: number;
  readonly requesterId: string;
  /** Users that the change names, as the Directory knows them now, by id. */
  readonly users: ReadonlyMap<string, Pick<DirectoryUser, 'primaryEmail' | 'suspended' | 'archived' | 'isAdmin'>>;
  readonly preApprovals: readonly PreApproval[];
  /** Officers whose accounts are neither suspended nor gone; only a change by notice asks. */
  readonly activeOfficers: number;
}

const DAY = 24 * 60 * 60 * 1000;
/** Break-glass: from the day everybody was written to. */
export const noticeMilliseconds = 7 * DAY;
/** A permission in advance, or to ask without an administrator's rights, lasts a year at most. */
export const longestDays = 366;
/** Our own limits, so that a record stays below the 9 KB of a property and all of them far below its 500 KB (https://developers.google.com/apps-script/guides/services/quotas). */
export const preApprovalLimit = 20;
export const preApprovalUsersLimit = 20;
export const scopeLimit = 50;
const capLimit = 1_000_000;

const addressForm = /^[^\s@,;<>"()]+@[^\s@,;<>"()]+\.[^\s@,;<>"()]+$/;

const at = (field: string, found: Problem): Missing[] => [{ field, problem: found }];

const checkUser = (user: { readonly userId: string; readonly email: string }, { users }: SettingsFacts, field = 'user'): Missing[] => {
  const found = users.get(user.userId);
  if (found === undefined) return at(field, problem('settings.userUnknown', { address: user.email }));
  return isActive(found) ? [] : at(field, problem('settings.userSuspended', { address: found.primaryEmail }));
};

const checkUntil = (until: number, now: number): Missing[] => {
  if (!Number.isFinite(until)) return at('until', problem('settings.untilMissing'));
  if (until <= now) return at('until', problem('settings.untilPast'));
  return until > now + longestDays * DAY ? at('until', problem('settings.untilTooLate', { days: longestDays })) : [];
};

const checkTerms = (terms: PreApprovalTerms, facts: SettingsFacts): Missing[] => {
  const { scope, caps } = terms;
  const places = [scope.orgUnitIds, scope.groupIds, scope.domains, scope.userIds].reduce((sum, list) => sum + (list?.length ?? 0), 0);
  const cap = (field: keyof typeof caps, least: number): Missing[] =>
    Number.isInteger(caps[field]) && caps[field] >= least && caps[field] <= capLimit
      ? []
      : at(field, problem('settings.capForm', { least }));
  return [
    ...(facts.preApprovals.filter(({ until }) => until > facts.now).length >= preApprovalLimit
      ? at('requesters', problem('settings.tooManyPreApprovals', { limit: preApprovalLimit }))
      : []),
    ...(terms.requesterIds.length === 0 ? at('requesters', problem('settings.requestersMissing')) : []),
    ...(terms.requesterIds.length > preApprovalUsersLimit
      ? at('requesters', problem('settings.tooManyRequesters', { limit: preApprovalUsersLimit }))
      : []),
    ...terms.requesterIds.flatMap((userId) => checkUser({ userId, email: terms.labels?.[userId] ?? userId }, facts, 'requesters')),
    ...(terms.workflowTypes.length === 0 ? at('workflowTypes', problem('settings.typesMissing')) : []),
    ...(terms.actionKinds.length === 0 ? at('actionKinds', problem('settings.actionsMissing')) : []),
    ...(places === 0 ? at('scope', problem('settings.scopeMissing')) : []),
    ...(places > scopeLimit ? at('scope', problem('settings.scopeTooBig', { limit: scopeLimit })) : []),
    ...cap('targets', 1),
    ...cap('contactsPerTarget', 0),
    ...cap('deletions', 0),
    ...checkUntil(terms.until, facts.now),
  ];
};

/** Whether as many officers are active as a decision takes; two at least, since nobody decides about what they ask. */
export const canDecide = (policy: Policy, activeOfficers: number): boolean => activeOfficers >= Math.max(fewestOfficers, policy.needed);

const checkAppointment = (change: Extract<SettingsChange, { kind: 'appointOfficer' }>, policy: Policy, facts: SettingsFacts): Missing[] => {
  const unfit = checkUser(change.user, facts);
  if (unfit.length > 0) return unfit;
  if (policy.officers.some(({ userId }) => userId === change.user.userId))
    return at('user', problem('settings.alreadyOfficer', { address: change.user.email }));
  if (policy.officers.length >= officerLimit) return at('user', problem('settings.tooManyOfficers', { limit: officerLimit }));
  return change.byNotice === true && canDecide(policy, facts.activeOfficers)
    ? at('user', problem('settings.noticeNotNeeded', { officers: facts.activeOfficers }))
    : [];
};

/** Everybody may ask, so one officer more than must approve is needed. */
const tooFew = (officers: number, needed: number): boolean => needed > officers - 1;

const sorted = (list: readonly string[]): string => [...list].sort().join();
const accessIds = ({ accessGroups = [], chatAccess }: AccessGroups): string =>
  `${sorted(accessGroups.map(({ groupId }) => groupId))} ${chatAccess?.groupId ?? ''}`;

const checkNotify = (notify: readonly string[], policy: Policy): Missing[] => {
  const wrong = notify.filter((address) => !addressForm.test(address));
  if (wrong.length > 0) return at('notify', problem('settings.addressForm', { addresses: wrong }));
  if (notify.length > notifyLimit) return at('notify', problem('settings.tooManyAddresses', { limit: notifyLimit }));
  return sorted(notify) === sorted(policy.notify) ? at('notify', problem('settings.nothingChanges')) : [];
};

const checkKind = (change: SettingsChange, policy: Policy, facts: SettingsFacts): Missing[] => {
  switch (change.kind) {
    case 'appointOfficer':
      return checkAppointment(change, policy, facts);
    case 'removeOfficer':
      if (!policy.officers.some(({ userId }) => userId === change.user.userId))
        return at('user', problem('settings.notOfficer', { address: change.user.email }));
      return tooFew(policy.officers.length - 1, policy.needed)
        ? at('user', problem('settings.lastOfficers', { needed: policy.needed, officers: policy.officers.length - 1 }))
        : [];
    case 'setNeeded':
      if (!Number.isInteger(change.needed) || change.needed < 1 || change.needed > neededLimit)
        return at('needed', problem('settings.neededForm', { limit: neededLimit }));
      if (change.needed === policy.needed) return at('needed', problem('settings.nothingChanges'));
      return tooFew(policy.officers.length, change.needed)
        ? at('needed', problem('settings.neededTooMany', { officers: policy.officers.length }))
        : [];
    case 'setNotify':
      return checkNotify(change.notify, policy);
    case 'setRiskyOnly':
      // No form asks for others.
      if (!change.riskyOnly.every((one) => riskyOnlyKinds.includes(one))) return at('riskyOnly', problem('settings.notAsked'));
      return sorted(change.riskyOnly) === sorted(policy.riskyOnly ?? []) ? at('riskyOnly', problem('settings.nothingChanges')) : [];
    case 'setAccess':
      if ((change.accessGroups ?? []).length > accessGroupLimit)
        return at('scope', problem('settings.tooManyGroups', { limit: accessGroupLimit }));
      return accessIds(change) === accessIds(policy) ? at('scope', problem('settings.nothingChanges')) : [];
    case 'addPreApproval':
      return checkTerms(change.terms, facts);
    case 'endPreApproval':
      return facts.preApprovals.some(({ id, until }) => id === change.id && until > facts.now)
        ? []
        : at('preApproval', problem('preApproval.gone', { preApproval: change.id }));
    case 'allowDelegate': {
      const others = policy.delegates.filter(({ userId }) => userId !== change.user.userId);
      const unfit = [...checkUser(change.user, facts), ...checkUntil(change.until, facts.now)];
      if (unfit.length > 0) return unfit;
      if (facts.users.get(change.user.userId)?.isAdmin === true)
        return at('user', problem('settings.delegateIsAdministrator', { address: change.user.email }));
      return others.length >= delegateLimit ? at('user', problem('settings.tooManyDelegates', { limit: delegateLimit })) : [];
    }
    case 'endDelegate':
      return policy.delegates.some(({ userId }) => userId === change.user.userId)
        ? []
        : at('user', problem('settings.notDelegate', { address: change.user.email }));
  }
};

/** What makes a change impossible, by field. `change`: the whole of it. Asked by the form, by the operator, and once more when it is applied. */
export const checkSettings = (change: SettingsChange, policy: Policy, facts: SettingsFacts): Missing[] => {
  if (policy.officers.length === 0) return at('change', problem('settings.noOfficer'));
  const found = checkKind(change, policy, facts);
  if (found.length > 0 || (change.kind === 'appointOfficer' && change.byNotice === true)) return found;
  const needed = neededFor(change, policy, facts.requesterId);
  const deciders = decidersFor(change, policy, facts.requesterId).length;
  return deciders < needed ? at('change', problem('settings.tooFewDeciders', { needed, deciders })) : [];
};
