import type { SpaceRecord } from './ChatRecords';
import { comparisonsOf, conjuncts, holdsFor, parseFilter, type Comparison, type Filter } from './parseFilter';

interface Field {
  readonly operators: readonly string[];
  readonly values?: readonly string[];
  /** How several comparisons of this field may be joined. */
  readonly joins: readonly ('AND' | 'OR')[];
  readonly required?: true;
  test(space: SpaceRecord, comparison: Comparison): boolean;
}

const ORDER = ['=', '<', '>', '<=', '>='];

/** https://developers.google.com/workspace/chat/api/reference/rest/v1/spaces/search */
const FIELDS: Readonly<Record<string, Field>> = {
  customer: { operators: ['='], values: ['customers/my_customer'], joins: [], required: true, test: () => true },
  space_type: { operators: ['='], values: ['SPACE'], joins: [], required: true, test: (space, { value }) => space.spaceType === value },
  display_name: { operators: [':'], joins: ['OR'], test: (space, { value }) => hasWords(space.displayName, value) },
  external_user_allowed: {
    operators: ['='],
    values: ['true', 'false'],
    joins: ['OR'],
    test: (space, { value }) => String(space.externalUserAllowed) === value,
  },
  space_history_state: {
    operators: ['='],
    values: ['HISTORY_ON', 'HISTORY_OFF'],
    joins: ['OR'],
    test: (space, { value }) => space.spaceHistoryState === value,
  },
  create_time: { operators: ORDER, joins: ['AND', 'OR'], test: (space, comparison) => compares(space.createTime, comparison) },
  last_active_time: { operators: ORDER, joins: ['AND', 'OR'], test: (space, comparison) => compares(space.lastActiveTime, comparison) },
};

/** A test for the spaces of an administrator's search; undefined when Google would refuse the query. */
export function spaceQuery(query: string): ((space: SpaceRecord) => boolean) | undefined {
  const filter = parseFilter(query);
  if (filter === undefined || !isAllowed(filter)) return undefined;
  return (space) => holdsFor(filter, (comparison) => FIELDS[comparison.field]?.test(space, comparison) ?? false);
}

function isAllowed(filter: Filter): boolean {
  const all = comparisonsOf(filter);
  if (!all.every(isComparison)) return false;
  const parts = conjuncts(filter);
  for (const [name, { joins, required }] of Object.entries(FIELDS)) {
    const holding = parts.filter((part) => comparisonsOf(part).some(({ field }) => field === name));
    if (required && holding.length === 0) return false;
    if (holding.length > 1 && !joins.includes('AND')) return false;
    for (const part of holding) {
      if (!('join' in part)) continue;
      const isOne = comparisonsOf(part).every(({ field }) => field === name);
      if (!isOne || !joins.includes(part.join)) return false;
    }
  }
  return true;
}

function isComparison({ field, operator, value }: Comparison): boolean {
  const known = FIELDS[field];
  if (known === undefined || !known.operators.includes(operator)) return false;
  return known.values?.includes(value) ?? (known.operators === ORDER ? !Number.isNaN(Date.parse(value)) : value.trim() !== '');
}

/** Every word of `wanted` begins some word of the name. */
function hasWords(name: string, wanted: string): boolean {
  const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const parts = wanted.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return parts.every((part) => words.some((word) => word.startsWith(part)));
}

function compares(time: number, { operator, value }: Comparison): boolean {
  const other = Date.parse(value);
  if (operator === '<') return time < other;
  if (operator === '>') return time > other;
  if (operator === '<=') return time <= other;
  return operator === '>=' ? time >= other : time === other;
}
