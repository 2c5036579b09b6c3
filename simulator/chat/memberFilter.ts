import type { MembershipRecord } from './ChatRecords';
import { comparisonsOf, conjuncts, holdsFor, parseFilter, type Comparison, type Filter } from './parseFilter';

const VALUES: Readonly<Record<string, readonly string[]>> = {
  role: ['ROLE_MEMBER', 'ROLE_ASSISTANT_MANAGER', 'ROLE_MANAGER'],
  'member.type': ['HUMAN', 'BOT'],
};

/**
 * A test for memberships; undefined when Google would refuse the filter. With administrator access it must ask for people, by
 * `member.type = "HUMAN"` or `member.type != "BOT"` (https://developers.google.com/workspace/chat/api/reference/rest/v1/spaces.members/list).
 */
export function memberFilter(text: string | undefined, asAdmin: boolean): ((membership: MembershipRecord) => boolean) | undefined {
  if (text === undefined) return asAdmin ? undefined : () => true;
  const filter = parseFilter(text);
  if (filter === undefined || !comparisonsOf(filter).every(isComparison) || !isConsistent(filter)) return undefined;
  if (asAdmin && !(conjuncts(filter).some(asksForPeople) && typesOf(filter).every(asksForPeople))) return undefined;
  return (membership) => holdsFor(filter, (comparison) => matches(membership, comparison));
}

function isComparison({ field, operator, value }: Comparison): boolean {
  const isOperator = operator === '=' || (operator === '!=' && field === 'member.type');
  return isOperator && (VALUES[field]?.includes(value) ?? false);
}

/** Two values of one field cannot both hold. */
function isConsistent(filter: Filter): boolean {
  if (!('join' in filter)) return true;
  const names = filter.parts.flatMap((part) => ('join' in part ? [] : [part.field]));
  const isTwice = filter.join === 'AND' && new Set(names).size < names.length;
  return !isTwice && filter.parts.every(isConsistent);
}

function typesOf(filter: Filter): Comparison[] {
  return comparisonsOf(filter).filter(({ field }) => field === 'member.type');
}

function asksForPeople(part: Filter): boolean {
  if ('join' in part || part.field !== 'member.type') return false;
  return part.operator === '=' ? part.value === 'HUMAN' : part.value === 'BOT';
}

/** Groups have a role, but no member type. */
function matches({ kind, role }: MembershipRecord, { field, operator, value }: Comparison): boolean {
  if (field === 'role') return role === value;
  return kind === 'user' && (operator === '=') === (value === 'HUMAN');
}
