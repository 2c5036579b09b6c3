import type { NetworkEntry } from '../simulator/network/NetworkLog';
import type { World } from '../simulator/World';
import type { CallCount } from './printResult';

/** Calls of the People API and of token minting among these, by kind. */
export function countCalls(entries: readonly NetworkEntry[]): CallCount {
  const people = entries.filter((entry) => entry.operation?.startsWith('people.') === true);
  return {
    reads: people.filter((entry) => entry.effect === 'read').length,
    writes: people.filter((entry) => entry.effect === 'write').length,
    tokens: entries.filter((entry) => entry.effect === 'token').length,
  };
}

export interface Workload {
  /** Contacts in the source's account: the label is found by listing them. */
  readonly sourceHolds: number;
  /** Contacts to copy. */
  readonly contacts: number;
  /** For each target that has a token: how many contacts it held before. */
  readonly targetsHeld: readonly number[];
  readonly withLabel: boolean;
  readonly write: boolean;
}

/**
 * The fewest calls we accept: the source listed once; for each target ⌈M/1000⌉ listings (one tells that it is empty), ⌈N/200⌉ writes, 2 for
 * the label, 2 for a keyless token. Page and batch sizes: https://developers.google.com/people/api/rest/v1/people.connections/list,
 * https://developers.google.com/people/api/rest/v1/people/batchCreateContacts.
 */
export function boundOf({ sourceHolds, contacts, targetsHeld, withLabel, write }: Workload): CallCount {
  const listings = (held: number): number => Math.max(1, Math.ceil(held / 1000));
  const label = withLabel ? 1 : 0;
  // Of a large run the first three targets are read again before the others are written to (docs/decisions/0010).
  const canaries = write && targetsHeld.length > 20 ? 3 : 0;
  return {
    reads: listings(sourceHolds) + canaries * listings(contacts) + targetsHeld.reduce((sum, held) => sum + listings(held) + label, 0),
    writes: write ? targetsHeld.length * (Math.ceil(contacts / 200) + label) : 0,
    tokens: 2 * (targetsHeld.length + 1),
  };
}

/** What a night has to do at a destination that is visited. Numbers of contacts; `held` before the night. */
export interface VisitedTarget {
  readonly held: number;
  readonly creates?: number;
  readonly updates?: number;
  readonly deletes?: number;
  /** Labels made or deleted. */
  readonly labels?: number;
}

/**
 * The fewest calls we accept of a night: the source read once to see whether it changed, and where somebody is visited once more for the
 * preview and once for the run, each time its contacts, its labels and a keyless token; each destination twice likewise; at each
 * ⌈c/200⌉ creates, ⌈u/200⌉ updates, ⌈d/500⌉ deletions (page and batch sizes as above, and
 * https://developers.google.com/people/api/rest/v1/people/batchDeleteContacts).
 */
export function boundOfNight({ source, targets }: { readonly source: number; readonly targets: readonly VisitedTarget[] }): CallCount {
  const reading = (held: number): number => Math.max(1, Math.ceil(held / 1000)) + 1;
  const sourceReadings = targets.length === 0 ? 1 : 3;
  return {
    reads: sourceReadings * reading(source) + targets.reduce((sum, { held }) => sum + 2 * reading(held), 0),
    writes: targets.reduce(
      (sum, { creates = 0, updates = 0, deletes = 0, labels = 0 }) =>
        sum + Math.ceil(creates / 200) + Math.ceil(updates / 200) + Math.ceil(deletes / 500) + labels,
      0,
    ),
    tokens: 2 * (sourceReadings + 2 * targets.length),
  };
}

type Item = { readonly [key: string]: unknown };

const MANAGED = ['names', 'emailAddresses', 'phoneNumbers', 'organizations', 'addresses', 'biographies'] as const;

/** Contacts that stand more often in an account than they stood there before and stand at the source: compared by what a person sees. */
export function countDuplicates(
  world: World,
  userId: string,
  before: ReadonlyMap<string, number>,
  atSource: ReadonlyMap<string, number>,
): number {
  let duplicates = 0;
  for (const [content, times] of contentsOf(world, userId)) {
    duplicates += Math.max(0, times - Math.max(before.get(content) ?? 0, atSource.get(content) ?? 0));
  }
  return duplicates;
}

/** What a person sees of a contact. */
export const contentOf = (contact: object): string => JSON.stringify(MANAGED.map((field) => visible((contact as Item)[field])));

/** Each visible content in an account, with how often it stands there. */
export function contentsOf(world: World, userId: string): Map<string, number> {
  const contents = new Map<string, number>();
  for (const contact of world.people.contactsOf(userId)) {
    const content = contentOf(contact);
    contents.set(content, (contents.get(content) ?? 0) + 1);
  }
  return contents;
}

function visible(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(visible);
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value)
    .filter(([key]) => key !== 'metadata')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, visible(inner)]);
}
