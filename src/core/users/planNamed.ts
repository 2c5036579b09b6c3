import { isMade, type TouchedFacts } from './isMade';
import { settingOf } from './settingOf';
import type { UserPlan } from './planUserAction';
import type { DirectoryChange } from './UserChange';
import { userField } from './userFields';

/** The change with what would be written over now. */
const fromNow = (change: DirectoryChange, { record, roles }: TouchedFacts): DirectoryChange => {
  if (change.kind === 'setUserField') return { ...change, before: userField(change.field).read(record) };
  if (change.kind === 'setUserSetting') return { ...change, before: settingOf(record, change.setting) };
  return change.kind === 'removeMember' ? { ...change, role: roles[change.groupId] ?? change.role } : change;
};

/**
 * What is left of the changes that a preview named: `areNamed` tells whether somebody changed something of it meanwhile. Never more than
 * was named: what came to the user since stays.
 */
export const planNamed = (named: readonly DirectoryChange[], facts: TouchedFacts): UserPlan => {
  const open = named.filter((change) => !isMade(change, facts));
  return { changes: open.map((change) => fromNow(change, facts)), alreadySo: named.length - open.length };
};
