import { chunkText } from '../../core/base/chunkText';
import type { Problem } from '../../core/base/Problem';
import { skipReasons } from '../../core/plan/Change';
import type { ChangeCounts } from '../../core/plan/TargetPlan';
import type { Intent } from '../../core/workflows/Intent';
import type { WorkflowOrder } from '../../core/workflows/WorkflowOrder';
import type { SourceIndex } from '../../core/runs/compareSources';
import type { TargetOutcome } from '../../core/runs/TargetOutcome';
import type { Cell, Row, Tables } from '../Environment';
import { getDocument, putDocument, removeDocuments } from '../records/ledgerDocuments';
import type { TargetPreview } from './previewTarget';

/** The ledger's rows about requests. Only the operator reads and writes them. */

const parse = <T>(text: string | undefined): T | undefined => (text === undefined ? undefined : (JSON.parse(text) as T));

export const putOrder = (ledger: Tables, requestId: string, order: WorkflowOrder): void =>
  putDocument(ledger, `order.${requestId}`, JSON.stringify(order));
export const getOrder = (ledger: Tables, requestId: string): WorkflowOrder | undefined => parse(getDocument(ledger, `order.${requestId}`));

/** Addresses of the targets as they were confirmed, for the record of those who are gone later. */
export const putAddresses = (ledger: Tables, requestId: string, addresses: readonly (readonly [userId: string, email: string])[]): void =>
  putDocument(ledger, `addresses.${requestId}`, JSON.stringify(addresses));
export const getAddresses = (ledger: Tables, requestId: string): readonly (readonly [userId: string, email: string])[] =>
  parse(getDocument(ledger, `addresses.${requestId}`)) ?? [];

export const putIntent = (ledger: Tables, requestId: string, intent: Intent): void =>
  putDocument(ledger, `intent.${requestId}`, JSON.stringify(intent));
export const getIntent = (ledger: Tables, requestId: string): Intent | undefined => parse(getDocument(ledger, `intent.${requestId}`));

/** The source of one action as the preview saw it: ids and fingerprints of its contacts, sorted by id. */
export interface SourceRecord {
  /** Address of the user at that time, for show. */
  readonly email: string;
  readonly fingerprint: string;
  /** Calls that reading it took. */
  readonly reads: number;
  readonly index: SourceIndex;
}
export const putSource = (ledger: Tables, requestId: string, action: number, source: SourceRecord): void =>
  putDocument(ledger, `source.${requestId}.${action}`, JSON.stringify(source));
export const getSource = (ledger: Tables, requestId: string, action: number): SourceRecord | undefined =>
  parse(getDocument(ledger, `source.${requestId}.${action}`));

/** Actions whose sources are read with the rest; those of more are read one by one. */
const sourcesAtOnce = 10;

/** The documents that a look at a request reads, for `withDocuments`. */
export const documentsOf = (requestId: string): string[] => [
  ...['order', 'addresses', 'intent'].map((kind) => `${kind}.${requestId}`),
  ...Array.from({ length: sourcesAtOnce }, (_, action) => `source.${requestId}.${action}`),
];

const count = (cell: Cell | undefined): number => Number(cell ?? 0) || 0;
/** Absent where the action counts nothing of the kind. */
const countOf = <Name extends string>(cell: Cell | undefined, name: Name): { readonly [key in Name]?: number } =>
  ((cell ?? '') === '' ? {} : { [name]: count(cell) }) as { readonly [key in Name]?: number };
const madeOf = (cell: Cell | undefined): { readonly made?: readonly number[] } => {
  const [word, ...positions] = String(cell ?? '')
    .trim()
    .split(' ');
  return word === 'made' ? { made: positions.map(Number) } : {};
};
/** A word in front, so that no program takes the id for a number. */
const accountOf = (row: Row): { readonly account?: string; readonly endedAt?: number } => {
  const [word, account = ''] = String(row['account'] ?? '').split(' ');
  return word === 'id' ? { account, endedAt: Date.parse(String(row['at'])) } : {};
};
const countNames = ['creates', 'updates', 'adopts', 'members', 'deletes', 'groups'] as const satisfies readonly (keyof ChangeCounts)[];
/** A word in front here, too. */
const packCounts = (counts: ChangeCounts | undefined): string =>
  counts === undefined ? '' : `counts ${countNames.map((name) => counts[name]).join(' ')}`;
const countsOf = (cell: Cell | undefined): { readonly counts?: ChangeCounts } => {
  const [word, ...numbers] = String(cell ?? '').split(' ');
  if (word !== 'counts') return {};
  return { counts: Object.fromEntries(countNames.map((name, index) => [name, count(numbers[index])])) as unknown as ChangeCounts };
};
const packPutBack = (putBack: string | undefined): string => (putBack === undefined ? '' : `put ${putBack}`);
const putBackOf = (cell: Cell | undefined): { readonly putBack?: string } => {
  const [word, putBack = ''] = String(cell ?? '').split(' ');
  return word === 'put' ? { putBack } : {};
};
const problemText = (one: Problem | undefined): string => (one === undefined ? '' : JSON.stringify(one));
const problemOf = <Name extends string>(cell: Cell | undefined, name: Name): { [key in Name]?: Problem } => {
  const text = String(cell ?? '');
  return (text === '' ? {} : { [name]: JSON.parse(text) as Problem }) as { [key in Name]?: Problem };
};

const previews = 'Previews';
/** What becomes of each contact may be more than a cell takes: 25,000 removals have 200,000 characters. */
const contactColumns = ['contacts', 'contacts2', 'contacts3', 'contacts4', 'contacts5'];
const contactsInCell = 45_000;

const previewColumns = [
  'request',
  'action',
  'target',
  'creates',
  ...skipReasons,
  ...contactColumns,
  'label',
  'reads',
  'writes',
  'tokens',
  'dailyContactWrites',
  'seconds',
  'slices',
  'verifyReads',
  'directory',
  'counts',
  'putBack',
  'alreadySo',
  'kept',
  'keeps',
  'problem',
  'warning',
];

/** What this execution read last, of one request: of an import they are tens of thousands, and a slice looks at them several times. */
const lastRead = new WeakMap<Tables, { readonly requestId: string; readonly rows: TargetPreview[] }>();

export const appendPreviews = (ledger: Tables, requestId: string, rows: readonly TargetPreview[]): void => {
  lastRead.delete(ledger);
  ledger.ensure(previews, previewColumns);
  ledger.append(
    previews,
    rows.map(({ targetId, skips, problem, warning, contacts, counts, putBack, keeps = [], ...row }): Row => ({
      request: requestId,
      ...row,
      counts: packCounts(counts),
      putBack: packPutBack(putBack),
      ...skips,
      ...Object.fromEntries(chunkText(contacts, contactsInCell).map((part, index) => [contactColumns[index], part])),
      keeps: keeps.join('\n'),
      target: targetId,
      problem: problemText(problem),
      warning: problemText(warning),
    })),
  );
};

export const readPreviews = (ledger: Tables, requestId: string): readonly TargetPreview[] => {
  const before = lastRead.get(ledger);
  if (before?.requestId === requestId) return before.rows;
  const rows = findPreviews(ledger, requestId);
  lastRead.set(ledger, { requestId, rows });
  return rows;
};

const findPreviews = (ledger: Tables, requestId: string): TargetPreview[] =>
  ledger.find(previews, 'request', [requestId]).map((row) => ({
    action: count(row['action']),
    targetId: String(row['target']),
    creates: count(row['creates']),
    skips: Object.fromEntries(skipReasons.map((reason) => [reason, count(row[reason])])) as TargetPreview['skips'],
    contacts: contactColumns.map((column) => String(row[column] ?? '')).join(''),
    label: String(row['label']) as TargetPreview['label'],
    reads: count(row['reads']),
    writes: count(row['writes']),
    tokens: count(row['tokens']),
    dailyContactWrites: count(row['dailyContactWrites']),
    seconds: count(row['seconds']),
    slices: count(row['slices']),
    verifyReads: count(row['verifyReads']),
    directory: count(row['directory']),
    ...countsOf(row['counts']),
    ...putBackOf(row['putBack']),
    alreadySo: count(row['alreadySo']),
    kept: count(row['kept']),
    keeps: String(row['keeps'] ?? '') === '' ? [] : String(row['keeps']).split('\n'),
    ...problemOf(row['problem'], 'problem'),
    ...problemOf(row['warning'], 'warning'),
  }));

export const removePreviews = (ledger: Tables, requestId: string): void => {
  lastRead.delete(ledger);
  ledger.remove(previews, 'request', [requestId]);
};

const outcomes = 'Outcomes';
const outcomeColumns = [
  'request',
  'action',
  'target',
  'status',
  'account',
  'created',
  'changed',
  'deleted',
  'made',
  'putBack',
  'skipped',
  'failed',
  'problem',
  'at',
];

/** How one action ended at one target. */
export interface ActionOutcome extends TargetOutcome {
  readonly action: number;
  /** When the account of a new user was recorded. Milliseconds since the epoch. */
  readonly endedAt?: number;
}

export const appendOutcomes = (ledger: Tables, requestId: string, rows: readonly ActionOutcome[], at: number): void => {
  ledger.ensure(outcomes, outcomeColumns);
  ledger.append(
    outcomes,
    rows.map(({ targetId, reason, made, putBack, account = '', endedAt: _endedAt, ...row }): Row => ({
      request: requestId,
      ...row,
      // A word in front, so that no program takes the list for a number.
      account: account === '' ? '' : `id ${account}`,
      putBack: packPutBack(putBack),
      made: made === undefined ? '' : `made ${made.join(' ')}`,
      target: targetId,
      problem: problemText(reason),
      at: new Date(at).toISOString(),
    })),
  );
};

export const readOutcomes = (ledger: Tables, requestId: string): ActionOutcome[] =>
  ledger.find(outcomes, 'request', [requestId]).map((row) => {
    return {
      action: count(row['action']),
      targetId: String(row['target']),
      status: String(row['status']) as TargetOutcome['status'],
      created: count(row['created']),
      ...countOf(row['changed'], 'changed'),
      ...countOf(row['deleted'], 'deleted'),
      ...accountOf(row),
      ...madeOf(row['made']),
      ...putBackOf(row['putBack']),
      skipped: count(row['skipped']),
      failed: count(row['failed']),
      ...problemOf(row['problem'], 'reason'),
    };
  });

/** The account that each target of a creation has got by now, and since when. */
export const readAccounts = (ledger: Tables, requestId: string): ReadonlyMap<string, { readonly id: string; readonly since: number }> =>
  new Map(
    readOutcomes(ledger, requestId).flatMap(({ targetId, account, endedAt = 0 }) =>
      account === undefined ? [] : [[targetId, { id: account, since: endedAt }] as const],
    ),
  );

const runs = 'Runs';

/** All rows of a request that is forgotten. `ran`: also those of a run. */
export const removeRecords = (ledger: Tables, requestId: string, ran: boolean): void => {
  lastRead.delete(ledger);
  for (const name of ran ? [previews, outcomes, runs] : [previews]) ledger.remove(name, 'request', [requestId]);
  removeDocuments(
    ledger,
    ...['order', 'addresses', 'intent', 'names', 'memberships'].map((kind) => `${kind}.${requestId}`),
    `source.${requestId}.0`,
  );
};

/** One row per slice of a run: what it did and how it ended. */
export const appendSlice = (ledger: Tables, slice: Row): void => {
  ledger.ensure(runs, ['request', 'startedAt', 'endedAt', 'version', 'outcomes', 'state', 'digest']);
  ledger.append(runs, [slice]);
};
