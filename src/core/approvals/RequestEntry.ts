import { packImportTotals, unpackImportTotals, type ImportTotals } from '../imports/ImportTotals';
import { parseRecord } from '../base/parseRecord';
import { fail, ok, type Result } from '../base/Result';
import { problem, type Problem } from '../base/Problem';
import { utf8 } from '../base/utf8';
import type { RunTotals } from '../runs/summarize';
import { effortParts, packEffort, unpackEffort, type Effort } from '../plan/Effort';
import { shortReason } from '../base/shortReason';
import { mayFollow, requestStates, type RequestState } from './RequestState';

/** What is asked: work on contacts and users, or a change of Roster's own settings. */
export type RequestKind = 'workflow' | 'settings';

/** What script properties hold of one request: enough to list it, decide about it and run it. The rest is in the ledger. */
export interface RequestEntry {
  readonly id: string;
  readonly state: RequestState;
  readonly kind: RequestKind;
  /** Shortened when long; the full name is in the intent. */
  readonly name: string;
  readonly type: 'onboard' | 'modify';
  readonly requesterId: string;
  /** SHA-256 of the intent, lower-case hex; empty until prepared. */
  readonly digest: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly changedAt: number;
  readonly expiresAt: number;
  readonly preApprovalId: string;
  /** First 8 characters of the digest of its record, as the intent binds it; absent when there is none. */
  readonly preApprovalDigest?: string;
  /** Directory ids of the officers whose approval the operator verified; at most `neededLimit`. */
  readonly deciders: readonly string[];
  /** Officers that must approve it, as its intent binds. */
  readonly needed: number;
  /** The officers were written to, once. */
  readonly asked: boolean;
  readonly targets: number;
  /** What the preview counts. */
  readonly planned: {
    readonly creates: number;
    readonly skips: number;
    /** In the directory, and what is so already; absent when nothing of the kind was asked. */
    readonly changes?: number;
    readonly alreadySo?: number;
    /** Of removals: contacts that go, and the targets at which any does; absent when none was asked. */
    readonly deletes?: number;
    readonly deletesAt?: number;
    /** Of removals and undos: what stays because somebody changed it since; absent when none was asked. */
    readonly kept?: number;
    /** Of an import. */
    readonly rows?: ImportTotals;
  };
  /** What the run takes when nothing goes wrong, as printed in the preview. */
  readonly calls: Effort;
  /** What the run took so far, as counted by its slices; absent before it began. */
  readonly counted?: Effort;
  /** What the run did so far: targets by how they ended, and contacts created. */
  readonly outcome: RunTotals;
  /** B6: the request whose run it undoes; absent: none. */
  readonly undoes?: string;
  /** The sync that it makes, runs or deletes; absent: none. */
  readonly sync?: string;
  /** Nobody asked for it: the sync's night came. */
  readonly night?: true;
  /** Why it failed; long texts in it are cut. */
  readonly reason?: Problem;
  /** The state that the requester was last told of by mail; empty when none. */
  readonly told: RequestState | '';
  /** First 16 characters of the digest of the preview's rows in the workbook; empty until prepared. */
  readonly viewDigest: string;
  /** S50; absent when there are none. Dropped from the end when the entry has no room for them. */
  readonly tags?: readonly string[];
  /** S51: not to be run before; absent: at once. Milliseconds since the epoch. */
  readonly startAt?: number;
}

/** Our own limit, so that 100 open requests stay far below the 500 KB of a property store. */
export const entryLimitBytes = 600;
/** https://developers.google.com/apps-script/guides/services/quotas: 500 KB for a store; 100 entries take 60 KB of it. */
export const openRequestLimit = 100;
/** Requests that nobody sends or decides about end after 14 days. */
export const requestLifetimeMilliseconds = 14 * 24 * 60 * 60 * 1000;

interface Packed {
  /** state, name, workflow type, requester, digest */
  readonly s: string;
  readonly n: string;
  readonly w: string;
  readonly r: string;
  readonly d: string;
  /** created, changed, expires */
  readonly t: readonly number[];
  readonly a: string;
  /** digest of the pre-approval */
  readonly h?: string;
  /** targets, creates, skips */
  readonly p: readonly number[];
  /** done, skipped, failed, contacts created */
  readonly o: readonly number[];
  /** changes, already so, changed: of directory actions */
  readonly u?: readonly number[];
  /** of removals and undos: kept (-1: not counted), and of what deletes contacts: deletes, targets, deleted */
  readonly x?: readonly number[];
  /** of an import: created, updated, unchanged, failed, removals */
  readonly rw?: readonly number[];
  /** request that it undoes */
  readonly z?: string;
  /** sync */
  readonly j?: string;
  /** its night */
  readonly i?: 1;
  /** planned and counted effort, in the order of `effortParts` */
  readonly c: readonly number[];
  readonly k?: readonly number[];
  /** reason */
  readonly e?: Problem;
  readonly m: string;
  readonly v: string;
  /** kind, when it is no workflow */
  readonly f?: 's';
  /** deciders */
  readonly y?: readonly string[];
  /** officers were written to */
  readonly q?: 1;
  /** officers needed, when more than one */
  readonly l?: number;
  /** tags */
  readonly g?: readonly string[];
  /** start */
  readonly b?: number;
}

const packRemovals = ({ planned, outcome }: RequestEntry): number[] => [
  planned.kept ?? -1,
  ...(planned.deletes === undefined ? [] : [planned.deletes, planned.deletesAt ?? 0, outcome.deleted ?? 0]),
];

const pack = (entry: RequestEntry, name: string): string => {
  const packed: Packed = {
    s: entry.state,
    n: name,
    w: entry.type,
    r: entry.requesterId,
    d: entry.digest,
    t: [entry.createdAt, entry.changedAt, entry.expiresAt],
    a: entry.preApprovalId,
    ...(entry.preApprovalDigest === undefined ? {} : { h: entry.preApprovalDigest }),
    p: [entry.targets, entry.planned.creates, entry.planned.skips],
    o: [entry.outcome.done, entry.outcome.skipped, entry.outcome.failed, entry.outcome.created],
    ...(entry.planned.changes === undefined
      ? {}
      : { u: [entry.planned.changes, entry.planned.alreadySo ?? 0, entry.outcome.changed ?? 0] }),
    ...(entry.planned.kept === undefined && entry.planned.deletes === undefined ? {} : { x: packRemovals(entry) }),
    ...(entry.planned.rows === undefined ? {} : { rw: packImportTotals(entry.planned.rows) }),
    ...(entry.undoes === undefined ? {} : { z: entry.undoes }),
    ...(entry.sync === undefined ? {} : { j: entry.sync }),
    ...(entry.night === true ? { i: 1 } : {}),
    c: packEffort(entry.calls),
    ...(entry.counted === undefined ? {} : { k: packEffort(entry.counted) }),
    ...(entry.reason === undefined ? {} : { e: shortReason(entry.reason) }),
    m: entry.told,
    v: entry.viewDigest,
    ...(entry.kind === 'settings' ? { f: 's' } : {}),
    ...(entry.deciders.length === 0 ? {} : { y: entry.deciders }),
    ...(entry.asked ? { q: 1 } : {}),
    ...(entry.needed === 1 ? {} : { l: entry.needed }),
    ...(entry.tags === undefined || entry.tags.length === 0 ? {} : { g: entry.tags }),
    ...(entry.startAt === undefined ? {} : { b: entry.startAt }),
  };
  return JSON.stringify(packed);
};

/** A name that is recognized in a list. */
const shortName = 12;

/** At most `entryLimitBytes`; a name that does not fit is shortened at a character and ends in "…"; then tags give way, and at last all of a reason but its code. */
export const encodeEntry = (entry: RequestEntry): string => {
  const characters = [...entry.name];
  const names = (from: number, to: number): string[] =>
    Array.from({ length: Math.max(0, from - to) }, (_, index) => `${characters.slice(0, from - 1 - index).join('')}…`);
  const short = Math.min(shortName, characters.length);
  const { tags = [], reason } = entry;
  const candidates = [
    ...[entry.name, ...names(Math.min(characters.length, entryLimitBytes), short)].map((name) => () => pack(entry, name)),
    ...tags.map((_, index) => () => pack({ ...entry, tags: tags.slice(0, -1 - index) }, names(short + 1, short)[0] ?? '')),
    ...names(short, 0).map((name) => () => pack({ ...entry, tags: [] }, name)),
    ...(reason === undefined ? [] : [() => pack({ ...entry, tags: [], reason: problem(reason.code) }, '…')]),
  ];
  let text = '';
  for (const candidate of candidates) {
    text = candidate();
    if (utf8(text).length <= entryLimitBytes) break;
  }
  return text;
};

const isNumbers = (value: unknown, length: number): boolean =>
  Array.isArray(value) && value.length === length && value.every((item) => typeof item === 'number' && Number.isFinite(item));

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string');

const isProblem = (value: unknown): boolean => {
  const record = value as { code?: unknown; data?: unknown } | null;
  return (
    typeof record === 'object' &&
    record !== null &&
    typeof record.code === 'string' &&
    typeof record.data === 'object' &&
    record.data !== null
  );
};

const isPacked = (value: unknown): value is Packed => {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<string, unknown>;
  return (
    ['s', 'n', 'w', 'r', 'd', 'a', 'm', 'v'].every((key) => typeof record[key] === 'string') &&
    (record['e'] === undefined || isProblem(record['e'])) &&
    (record['f'] === undefined || record['f'] === 's') &&
    (record['h'] === undefined || typeof record['h'] === 'string') &&
    (record['y'] === undefined || isTexts(record['y'])) &&
    (record['q'] === undefined || record['q'] === 1) &&
    (record['l'] === undefined || typeof record['l'] === 'number') &&
    (record['g'] === undefined || isTexts(record['g'])) &&
    (record['b'] === undefined || typeof record['b'] === 'number') &&
    isNumbers(record['t'], 3) &&
    isNumbers(record['p'], 3) &&
    isNumbers(record['o'], 4) &&
    (record['u'] === undefined || isNumbers(record['u'], 3)) &&
    (record['x'] === undefined || isNumbers(record['x'], 1) || isNumbers(record['x'], 4)) &&
    [record['z'], record['j']].every((one) => one === undefined || typeof one === 'string') &&
    isNumbers(record['c'], effortParts.length) &&
    (record['k'] === undefined || isNumbers(record['k'], effortParts.length))
  );
};

const stateOf = (text: string): RequestState | undefined => requestStates.find((state) => state === text);

/** Undefined when the text is not an entry. */
export const decodeEntry = (id: string, text: string): RequestEntry | undefined => {
  const packed = parseRecord(text) as unknown;
  if (!isPacked(packed)) return undefined;
  const state = stateOf(packed.s);
  if (state === undefined) return undefined;
  const [createdAt = 0, changedAt = 0, expiresAt = 0] = packed.t;
  const [targets = 0, creates = 0, skips = 0] = packed.p;
  const [changes = 0, alreadySo = 0, changed = 0] = packed.u ?? [];
  const [kept = -1, deletes, deletesAt = 0, deleted = 0] = packed.x ?? [];
  const [done = 0, skipped = 0, failed = 0, created = 0] = packed.o;
  return {
    id,
    state,
    kind: packed.f === 's' ? 'settings' : 'workflow',
    name: packed.n,
    type: packed.w === 'onboard' ? 'onboard' : 'modify',
    requesterId: packed.r,
    digest: packed.d,
    createdAt,
    changedAt,
    expiresAt,
    preApprovalId: packed.a,
    ...(packed.h === undefined ? {} : { preApprovalDigest: packed.h }),
    deciders: packed.y ?? [],
    needed: packed.l ?? 1,
    asked: packed.q === 1,
    targets,
    planned: {
      creates,
      skips,
      ...(packed.u === undefined ? {} : { changes, alreadySo }),
      ...(deletes === undefined ? {} : { deletes, deletesAt }),
      ...(kept < 0 ? {} : { kept }),
      ...(packed.rw === undefined ? {} : { rows: unpackImportTotals(packed.rw) }),
    },
    outcome: { done, skipped, failed, created, ...(changed === 0 ? {} : { changed }), ...(deleted === 0 ? {} : { deleted }) },
    calls: unpackEffort(packed.c),
    ...(packed.z === undefined ? {} : { undoes: packed.z }),
    ...(packed.j === undefined ? {} : { sync: packed.j }),
    ...(packed.i === 1 ? { night: true } : {}),
    ...(packed.k === undefined ? {} : { counted: unpackEffort(packed.k) }),
    ...(packed.e === undefined ? {} : { reason: packed.e }),
    told: stateOf(packed.m) ?? '',
    viewDigest: packed.v,
    ...(packed.g === undefined ? {} : { tags: packed.g }),
    ...(packed.b === undefined ? {} : { startAt: packed.b }),
  };
};

/** Whether the requester sent it. One that failed before it was prepared, and so has no digest, never was. */
export const wasSent = ({ state, digest }: Pick<RequestEntry, 'state' | 'digest'>): boolean =>
  ['waiting', 'approved', 'denied', 'running', 'done', 'partlyDone', 'stopped'].includes(state) || (state === 'failed' && digest !== '');

/** The entry in its next state; a problem when the state may not follow. */
export const advance = (entry: RequestEntry, state: RequestState, now: number): Result<RequestEntry> =>
  mayFollow(entry.state, state)
    ? ok({ ...entry, state, changedAt: now })
    : fail(problem('request.notInState', { name: entry.name, state: entry.state, wanted: state }));
