import { compareText } from '../../core/base/compareText';
import { digest } from '../../core/base/digest';
import { formatNumber, plural } from '../../core/base/plural';
import { progressBar } from '../../core/runs/progressBar';
import { explain } from '../../core/base/explain';
import type { Problem } from '../../core/base/Problem';
import { describeCounted, describePlanned } from '../../core/plan/describeEffort';
import { describeMatches, matchesOf } from '../../core/plan/describeSkips';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import type { Row, Tables } from '../Environment';
import type { ActionOutcome } from './records';
import type { TargetPreview } from './previewTarget';

/**
 * What administrators see of a request, in the workbook's tabs Requests, Preview and Results. Views are never authority: Roster
 * rewrites them from the ledger, and what a person sends is bound by the digest, not by what a cell says.
 */
const previewTab = 'Preview';
const previewColumns = [
  'request',
  'target',
  'domain',
  'orgUnit',
  'action',
  'creates',
  'alreadyThere',
  'foundBy',
  'nothingToCopy',
  'label',
  'note',
  'warning',
];
const resultsTab = 'Results';
const resultColumns = ['request', 'target', 'action', 'status', 'created', 'skipped', 'failed', 'reason', 'nextStep'];
const requestsTab = 'Requests';
const requestColumns = [
  'request',
  'name',
  'tags',
  'startAt',
  'type',
  'requester',
  'state',
  'targets',
  'planned',
  'created',
  'failed',
  'changed',
  'preApproval',
  'plannedEffort',
  'countedEffort',
];

export interface PreviewLine {
  readonly target: string;
  readonly domain: string;
  readonly orgUnit: string;
  readonly action: number;
  readonly creates: number;
  readonly alreadyThere: number;
  /** By what they were recognized, in words. */
  readonly foundBy: string;
  readonly nothingToCopy: number;
  readonly label: string;
  /** Why nothing will be copied; empty otherwise. */
  readonly note: string;
  /** What may go wrong; empty otherwise. */
  readonly warning: string;
}

export interface ResultLine {
  readonly target: string;
  readonly action: number;
  readonly status: string;
  readonly created: number;
  readonly skipped: number;
  readonly failed: number;
  readonly reason: string;
  readonly nextStep: string;
}

/** Addresses as they are now; a user who is gone is shown by id. */
export type UsersById = ReadonlyMap<string, DirectoryUser>;

const addressOf = (users: UsersById, userId: string): string => users.get(userId)?.primaryEmail ?? userId;

const inWords = (found: Problem | undefined): string => {
  const said = found === undefined ? undefined : explain(found);
  return said === undefined ? '' : `${said.what} ${said.fix}`;
};

export const toPreviewLine = (preview: TargetPreview, users: UsersById): PreviewLine => {
  const user = users.get(preview.targetId);
  return {
    target: addressOf(users, preview.targetId),
    domain: user?.primaryEmail.split('@')[1] ?? '',
    orgUnit: user?.orgUnitPath ?? '',
    action: preview.action,
    creates: preview.creates,
    alreadyThere: matchesOf(preview.skips),
    foundBy: describeMatches(preview.skips),
    nothingToCopy: preview.skips.nothingToCopy,
    label: preview.label,
    note: inWords(preview.problem),
    warning: inWords(preview.warning),
  };
};

/** Tells a preview that a person sees from the one the operator wrote. */
export const digestOfLines = (lines: readonly PreviewLine[]): string => digest(sorted(lines)).slice(0, 16);

export const writePreviewView = (workbook: Tables, requestId: string, lines: readonly PreviewLine[]): void => {
  workbook.ensure(previewTab, previewColumns);
  workbook.remove(previewTab, 'request', [requestId]);
  workbook.append(
    previewTab,
    sorted(lines).map((line): Row => ({ request: requestId, ...line })),
  );
};

/** By address: what a person who sorts the tab sees stays the same on the card. */
const sorted = <T extends { readonly target: string; readonly action: number }>(lines: readonly T[]): T[] =>
  [...lines].sort((a, b) => compareText(a.target, b.target) || a.action - b.action);

const text = (row: Row, key: string): string => String(row[key] ?? '');
const number = (row: Row, key: string): number => Number(row[key] ?? 0) || 0;

export const readPreviewView = (workbook: Tables, requestId: string): PreviewLine[] =>
  sorted(
    workbook.find(previewTab, 'request', [requestId]).map((row) => ({
      target: text(row, 'target'),
      domain: text(row, 'domain'),
      orgUnit: text(row, 'orgUnit'),
      action: number(row, 'action'),
      creates: number(row, 'creates'),
      alreadyThere: number(row, 'alreadyThere'),
      foundBy: text(row, 'foundBy'),
      nothingToCopy: number(row, 'nothingToCopy'),
      label: text(row, 'label'),
      note: text(row, 'note'),
      warning: text(row, 'warning'),
    })),
  );

export const appendResultsView = (workbook: Tables, requestId: string, outcomes: readonly ActionOutcome[], users: UsersById): void => {
  workbook.ensure(resultsTab, resultColumns);
  workbook.append(
    resultsTab,
    outcomes.map((outcome): Row => {
      const said = outcome.reason === undefined ? undefined : explain(outcome.reason);
      return {
        request: requestId,
        target: addressOf(users, outcome.targetId),
        action: outcome.action,
        status: outcome.status,
        created: outcome.created,
        skipped: outcome.skipped,
        failed: outcome.failed,
        reason: said?.what ?? '',
        nextStep: said?.fix ?? '',
      };
    }),
  );
};

/** What stands in the status column of the line that says how far a run is. */
const underWay = 'running';

/** One line of the tab says how far the run is, until it ends; it takes the place of the one before. */
export const writeProgressLine = (
  workbook: Tables,
  requestId: string,
  { done, total }: { readonly done: number; readonly total: number },
): void => {
  workbook.ensure(resultsTab, resultColumns);
  const reason = `${progressBar(done, total)} ${formatNumber(done)} of ${plural(total, 'target')}`;
  const counts = { created: '', skipped: '', failed: '', action: '', nextStep: '' };
  workbook.upsert(resultsTab, 'target', [{ request: requestId, target: `Progress of ${requestId}`, status: underWay, reason, ...counts }]);
};

/**
 * Writes the tab anew, by address, when it does not hold what the ledger holds (an execution may end between the two) or holds it in
 * the order in which targets ended.
 */
export const mendResultsView = (workbook: Tables, requestId: string, outcomes: readonly ActionOutcome[], users: UsersById): void => {
  const rows = workbook.find(resultsTab, 'request', [requestId]);
  const addresses = rows.map((row) => text(row, 'target'));
  const inOrder = addresses.every((address, index) => index === 0 || compareText(addresses[index - 1] ?? '', address) <= 0);
  const isOver = rows.every((row) => text(row, 'status') !== underWay);
  if (addresses.length === outcomes.length && inOrder && isOver) return;
  workbook.remove(resultsTab, 'request', [requestId]);
  const byAddress = [...outcomes].sort(
    (a, b) => compareText(addressOf(users, a.targetId), addressOf(users, b.targetId)) || a.action - b.action,
  );
  appendResultsView(workbook, requestId, byAddress, users);
};

export const readResultsView = (workbook: Tables, requestId: string): ResultLine[] =>
  sorted(
    workbook
      .find(resultsTab, 'request', [requestId])
      .filter((row) => text(row, 'status') !== underWay)
      .map((row) => ({
        target: text(row, 'target'),
        action: number(row, 'action'),
        status: text(row, 'status'),
        created: number(row, 'created'),
        skipped: number(row, 'skipped'),
        failed: number(row, 'failed'),
        reason: text(row, 'reason'),
        nextStep: text(row, 'nextStep'),
      })),
  );

/** Brings the tab up to date with what people sent, withdrew or let expire meanwhile; a requester that is not known stays as it is. */
export const mendRequestsView = (workbook: Tables, entries: readonly RequestEntry[]): void => {
  const rows = new Map(workbook.rows(requestsTab).map((row) => [text(row, 'request'), row]));
  for (const entry of entries) {
    const row = rows.get(entry.id);
    if (row === undefined || text(row, 'state') !== entry.state)
      writeRequestView(workbook, entry, row === undefined ? '' : text(row, 'requester'));
  }
};

export const writeRequestView = (workbook: Tables, entry: RequestEntry, requester: string): void => {
  workbook.ensure(requestsTab, requestColumns);
  workbook.upsert(requestsTab, 'request', [
    {
      request: entry.id,
      name: entry.name,
      tags: (entry.tags ?? []).join(', '),
      startAt: entry.startAt === undefined ? '' : new Date(entry.startAt).toISOString(),
      type: entry.type,
      requester,
      state: entry.state,
      targets: entry.targets,
      planned: entry.planned.creates,
      created: entry.outcome.created,
      failed: entry.outcome.failed,
      changed: new Date(entry.changedAt).toISOString(),
      preApproval: entry.preApprovalId,
      plannedEffort: entry.digest === '' ? '' : describePlanned(entry.calls),
      countedEffort: entry.counted === undefined ? '' : describeCounted(entry.counted),
    },
  ]);
};
