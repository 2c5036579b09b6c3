import { parseRecord } from '../base/parseRecord';
import type { Problem } from '../base/Problem';
import { shortReason } from '../base/shortReason';
import { utf8 } from '../base/utf8';
import { noTotals, type RunTotals } from '../runs/summarize';
import type { LastRuns, Schedule } from './dueWork';
import { driftChecks, driftModes, type DriftCheck, type DriftMode, type SyncType } from './Sync';

/**
 * `held`: the last night stopped before it wrote anything, and `reason` says why; the next one looks again. `deleting`: what it delivered
 * is being removed; where something is left it is `paused`.
 */
export const syncStates = ['active', 'paused', 'held', 'deleting'] as const;
export type SyncState = (typeof syncStates)[number];

/** What script properties hold of one sync: enough to list it, and to know what is due. The rest is in the ledger. */
export interface SyncEntry {
  readonly id: string;
  /** Shortened when long; the full name is in the definition. */
  readonly name: string;
  readonly type: SyncType;
  readonly state: SyncState;
  /** Directory id of who saved it last: its nights are asked for in their name, and they are told of trouble. */
  readonly ownerId: string;
  readonly revision: number;
  /** SHA-256 of the definition's and of the standing approval's text in the ledger; the latter is blank without one. */
  readonly definition: string;
  readonly approval: string;
  readonly nightly: boolean;
  readonly drift: { readonly mode: DriftMode; readonly check: DriftCheck };
  readonly last: LastRuns;
  /** When the last run ended, and how; milliseconds since the epoch, 0: there was none. */
  readonly ranAt: number;
  readonly outcome: RunTotals;
  readonly destinations: number;
  /** When the standing approval ends. */
  readonly until: number;
  /** Why it is held, or what went wrong last; absent: nothing. */
  readonly reason?: Problem;
  /** Code of the reason that its owner was told of last. */
  readonly told: string;
}

/** Our own limit: 500 of them take half of a property store (https://developers.google.com/apps-script/guides/services/quotas). */
export const syncLimit = 500;
const nameBytes = 60;

/** A name is cut between characters. */
const shortNameOf = (name: string): string => {
  const letters = [...name];
  if (utf8(name).length <= nameBytes) return name;
  while (utf8(`${letters.join('')}…`).length > nameBytes) letters.pop();
  return `${letters.join('')}…`;
};

type Packed = readonly unknown[];

export const encodeSyncEntry = (entry: SyncEntry): string => {
  const { name, type, state, ownerId, revision, definition, approval, nightly, drift, last, ranAt, outcome, destinations, until } = entry;
  const { done, skipped, failed, created, changed = 0, deleted = 0 } = outcome;
  return JSON.stringify([
    [shortNameOf(name), type, state, ownerId, definition, approval, entry.told],
    [revision, nightly ? 1 : 0, driftModes.indexOf(drift.mode), driftChecks.indexOf(drift.check), destinations, until, ranAt],
    [last.night, last.driftCheck, last.revision],
    [done, skipped, failed, created, changed, deleted],
    ...(entry.reason === undefined ? [] : [shortReason(entry.reason)]),
  ]);
};

const isTexts = (value: unknown, count: number): value is string[] =>
  Array.isArray(value) && value.length === count && value.every((one) => typeof one === 'string');
const isNumbers = (value: unknown, count: number): value is number[] =>
  Array.isArray(value) && value.length === count && value.every((one) => typeof one === 'number' && Number.isFinite(one));

/** Undefined when the text is no entry that this version understands. Never throws. */
export const decodeSyncEntry = (id: string, text: string | undefined): SyncEntry | undefined => {
  const packed = parseRecord(`{"all":${text ?? 'null'}}`)?.['all'] as Packed | undefined;
  if (!Array.isArray(packed)) return undefined;
  const [texts, numbers, last, counts, reason] = packed as Packed;
  if (!isTexts(texts, 7) || !isNumbers(numbers, 7) || !Array.isArray(last) || !isNumbers(counts, 6)) return undefined;
  const [name = '', type, state, ownerId = '', definition = '', approval = '', told = ''] = texts;
  const [revision = 0, nightly, mode = 0, check = 0, destinations = 0, until = 0, ranAt = 0] = numbers;
  const [night, driftCheck, lastRevision] = last as unknown[];
  if (!syncStates.some((one) => one === state) || (type !== 'personal' && type !== 'directory')) return undefined;
  if (!isTexts([night, driftCheck], 2) || typeof lastRevision !== 'number') return undefined;
  const [done = 0, skipped = 0, failed = 0, created = 0, changed = 0, deleted = 0] = counts;
  return {
    id,
    name,
    type,
    state: state as SyncState,
    ownerId,
    revision,
    definition,
    approval,
    nightly: nightly === 1,
    drift: { mode: driftModes[mode] ?? 'enforce', check: driftChecks[check] ?? 'everyNight' },
    last: { night: String(night), driftCheck: String(driftCheck), revision: lastRevision },
    ranAt,
    outcome: { ...noTotals, done, skipped, failed, created, changed, deleted },
    destinations,
    until,
    ...(reason === undefined ? {} : { reason: reason as Problem }),
    told,
  };
};

/** What it says of when it runs. One that is held looks again every night: what held it may have passed. */
export const scheduleOf = ({ nightly, drift, state, revision }: SyncEntry): Schedule => ({
  nightly,
  drift,
  paused: state === 'paused' || state === 'deleting',
  revision,
});
