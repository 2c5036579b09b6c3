import { mayHaveRun } from '../../core/approvals/RequestState';
import { digest } from '../../core/base/digest';
import { describeCounted, describePlanned } from '../../core/plan/describeEffort';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { describeProgress } from '../../core/runs/progressBar';
import { isCopy } from '../../core/workflows/Action';
import { describeAction, lineOfAction } from '../../core/workflows/describeAction';
import type { Shown } from '../../core/users/shownValue';
import type { WorkflowOrder } from '../../core/workflows/WorkflowOrder';
import type { Row, Tables } from '../Environment';
import { sortLines, type PreviewLine } from './views';

/** The workbook's tab Requests: one row for each request, written by the operator only. */
const requestsTab = 'Requests';
const requestColumns = [
  'request',
  'name',
  'tags',
  'startAt',
  'type',
  'requester',
  'description',
  'actions',
  'state',
  'targets',
  'progress',
  'planned',
  'plannedChanges',
  'created',
  'changes',
  'failed',
  'changed',
  'preApproval',
  'plannedEffort',
  'countedEffort',
];

/** S36: what was asked, as people read it. Nothing of it changes after the preview. */
export interface Asked {
  /** Address of the requester when the preview was made. */
  readonly requester: string;
  readonly description: string;
  /** One line for each action. */
  readonly actions: readonly string[];
}

const nobody: Asked = { requester: '', description: '', actions: [] };

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** `sourceEmails`: by action; undefined where the account could not be read. */
export const askedOf = (requester: string, order: WorkflowOrder, sourceEmails: readonly (string | undefined)[], shown?: Shown): Asked => ({
  requester,
  description: order.workflow.description.replace(/\r\n?/g, '\n').trim(),
  actions: order.actions.map((action, index) => {
    if (!isCopy(action)) return oneLine(lineOfAction(action, shown));
    const { kind: _kind, sourceGroup, ...copy } = action;
    return oneLine(
      describeAction({
        ...copy,
        source: { email: sourceEmails[index] ?? 'a user who could not be read' },
        ...(sourceGroup === undefined ? {} : { label: sourceGroup }),
      }),
    );
  }),
});

/** Tells what a person sees of a request, the preview with what was asked, from what the operator wrote. */
export const digestOfView = (asked: Asked, lines: readonly PreviewLine[]): string => digest([asked, sortLines(lines)]).slice(0, 16);

const text = (row: Row | undefined, key: string): string => String(row?.[key] ?? '');

const askedIn = (row: Row | undefined): Asked => ({
  requester: text(row, 'requester'),
  description: text(row, 'description'),
  actions: text(row, 'actions') === '' ? [] : text(row, 'actions').split('\n'),
});

export const ensureRequestsTab = (workbook: Tables): boolean => workbook.ensure(requestsTab, requestColumns);

export const readAsked = (workbook: Tables, requestId: string): Asked => askedIn(workbook.find(requestsTab, 'request', [requestId])[0]);

/** How many targets ended, of all; blank before a run begins. Who was left out by Stop did not have their turn. */
const progressOf = ({ state, digest: previewed, outcome, targets }: RequestEntry): string => {
  if (previewed === '' || !mayHaveRun(state)) return '';
  const ended = state === 'stopped' ? outcome.done + outcome.failed : outcome.done + outcome.skipped + outcome.failed;
  return describeProgress(ended, targets);
};

const write = (workbook: Tables, entry: RequestEntry, asked: Asked): void => {
  ensureRequestsTab(workbook);
  workbook.upsert(requestsTab, 'request', [
    {
      request: entry.id,
      name: entry.name,
      tags: (entry.tags ?? []).join(', '),
      startAt: entry.startAt === undefined ? '' : new Date(entry.startAt).toISOString(),
      type: entry.type,
      requester: asked.requester,
      description: asked.description,
      actions: asked.actions.join('\n'),
      state: entry.state,
      targets: entry.targets,
      progress: progressOf(entry),
      planned: entry.planned.creates,
      plannedChanges: entry.planned.changes ?? '',
      created: entry.outcome.created,
      changes: entry.planned.changes === undefined ? '' : (entry.outcome.changed ?? 0),
      failed: entry.outcome.failed,
      changed: new Date(entry.changedAt).toISOString(),
      preApproval: entry.preApprovalId,
      plannedEffort: entry.digest === '' ? '' : describePlanned(entry.calls),
      countedEffort: entry.counted === undefined ? '' : describeCounted(entry.counted),
    },
  ]);
};

/** Writes the row of a request. Without `asked`, what stands there of it stays. */
export const writeRequestView = (workbook: Tables, entry: RequestEntry, asked?: Asked): void =>
  write(workbook, entry, asked ?? readAsked(workbook, entry.id));

export const dropRequestView = (workbook: Tables, requestId: string): void => workbook.remove(requestsTab, 'request', [requestId]);

/** Brings the tab up to date with what people sent, withdrew or let expire meanwhile. */
export const mendRequestsView = (workbook: Tables, entries: readonly RequestEntry[]): void => {
  const rows = new Map(workbook.rows(requestsTab).map((row) => [text(row, 'request'), row]));
  for (const entry of entries) {
    const row = rows.get(entry.id);
    if (row === undefined || text(row, 'state') !== entry.state) write(workbook, entry, row === undefined ? nobody : askedIn(row));
  }
};
