import { inWords } from '../../core/base/inWords';
import { compareText } from '../../core/base/compareText';
import { describeProgress } from '../../core/runs/progressBar';
import { firstPassword } from '../../core/users/passwordFrom';
import { explain } from '../../core/base/explain';
import { describeMatches, matchesOf } from '../../core/plan/describeSkips';
import { isRowKind, type RowKind } from '../../core/imports/rowKinds';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import type { Row, Tables } from '../Environment';
import type { AddressOf } from './addressBook';
import { describeWork } from './describeWork';
import type { ActionOutcome } from './records';
import type { TargetPreview } from './previewTarget';
import { rowKindOf } from './rowKindsOf';

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
  'changes',
  'note',
  'warning',
  'row',
];
const resultsTab = 'Results';
const resultColumns = ['request', 'target', 'action', 'status', 'created', 'changed', 'deleted', 'skipped', 'failed', 'reason', 'nextStep'];
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
  /** What a directory action changes, in words; blank for a copy. */
  readonly changes: string;
  /** Why nothing will be copied; empty otherwise. */
  readonly note: string;
  /** What may go wrong; empty otherwise. */
  readonly warning: string;
  /** Of an import: what becomes of the row. */
  readonly row?: RowKind;
}

export interface ResultLine {
  readonly target: string;
  readonly action: number;
  readonly status: string;
  readonly created: number;
  /** By a directory action; absent for a copy. */
  readonly changed?: number;
  /** Contacts, by a removal; absent for others. */
  readonly deleted?: number;
  readonly skipped: number;
  readonly failed: number;
  readonly reason: string;
  readonly nextStep: string;
}

/** `user`: as found just now; undefined: gone. */
export const toPreviewLine = (preview: TargetPreview, kind: string, user: DirectoryUser | undefined, addressOf: AddressOf): PreviewLine => {
  return {
    target: addressOf(preview.targetId),
    domain: user?.primaryEmail.split('@')[1] ?? '',
    orgUnit: user?.orgUnitPath ?? '',
    action: preview.action,
    creates: kind === 'copyContacts' ? preview.creates : (preview.counts?.creates ?? 0),
    alreadyThere: kind === 'copyContacts' ? matchesOf(preview.skips) : (preview.alreadySo ?? preview.kept ?? 0),
    foundBy: describeMatches(preview.skips),
    nothingToCopy: preview.skips.nothingToCopy,
    label: preview.label,
    changes: kind === 'copyContacts' || preview.problem !== undefined ? '' : describeWork(preview, kind),
    note: inWords(preview.problem),
    warning: inWords(preview.warning),
    ...(kind === 'importUsers' ? { row: rowKindOf(preview) } : {}),
  };
};

export const writePreviewView = (workbook: Tables, requestId: string, lines: readonly PreviewLine[]): void => {
  workbook.ensure(previewTab, previewColumns);
  workbook.remove(previewTab, 'request', [requestId]);
  workbook.append(
    previewTab,
    sortLines(lines).map((line): Row => ({ request: requestId, ...line })),
  );
};

export const dropViews = (workbook: Tables, requestId: string, ran: boolean): void => {
  for (const name of ran ? [previewTab, resultsTab] : [previewTab]) workbook.remove(name, 'request', [requestId]);
};

/** By address: what a person who sorts the tab sees stays the same on the card. */
export const sortLines = <T extends { readonly target: string; readonly action: number }>(lines: readonly T[]): T[] =>
  [...lines].sort((a, b) => compareText(a.target, b.target) || a.action - b.action);

const text = (row: Row, key: string): string => String(row[key] ?? '');
const number = (row: Row, key: string): number => Number(row[key] ?? 0) || 0;

export const readPreviewView = (workbook: Tables, requestId: string): PreviewLine[] =>
  sortLines(
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
      changes: text(row, 'changes'),
      note: text(row, 'note'),
      warning: text(row, 'warning'),
      ...(isRowKind(row['row']) ? { row: row['row'] } : {}),
    })),
  );

export const appendResultsView = (workbook: Tables, requestId: string, outcomes: readonly ActionOutcome[], addressOf: AddressOf): void => {
  workbook.ensure(resultsTab, resultColumns);
  workbook.append(
    resultsTab,
    outcomes.map((outcome): Row => {
      const created = outcome.account === undefined ? undefined : { what: 'The user was created.', fix: firstPassword };
      const said = outcome.reason === undefined ? created : explain(outcome.reason);
      return {
        request: requestId,
        target: addressOf(outcome.targetId),
        action: outcome.action,
        status: outcome.status,
        created: outcome.created,
        changed: outcome.changed ?? '',
        deleted: outcome.deleted ?? '',
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

const progressOf = (requestId: string): string => `Progress of ${requestId}`;

/** One line of the tab says how far the run is, until it ends; it takes the place of the one before. */
export const writeProgressLine = (
  workbook: Tables,
  requestId: string,
  { done, total }: { readonly done: number; readonly total: number },
): void => {
  workbook.ensure(resultsTab, resultColumns);
  const reason = describeProgress(done, total);
  const counts = { created: '', changed: '', deleted: '', skipped: '', failed: '', action: '', nextStep: '' };
  workbook.upsert(resultsTab, 'target', [{ request: requestId, target: progressOf(requestId), status: underWay, reason, ...counts }]);
};

export const dropProgressLine = (workbook: Tables, requestId: string): void =>
  workbook.remove(resultsTab, 'target', [progressOf(requestId)]);

/**
 * Writes the tab anew, by address, when it does not hold what the ledger holds (an execution may end between the two) or holds it in
 * the order in which targets ended.
 */
export const mendResultsView = (workbook: Tables, requestId: string, outcomes: readonly ActionOutcome[], addressOf: AddressOf): void => {
  const rows = workbook.find(resultsTab, 'request', [requestId]);
  const addresses = rows.map((row) => text(row, 'target'));
  const inOrder = addresses.every((address, index) => index === 0 || compareText(addresses[index - 1] ?? '', address) <= 0);
  const isOver = rows.every((row) => text(row, 'status') !== underWay);
  if (addresses.length === outcomes.length && inOrder && isOver) return;
  workbook.remove(resultsTab, 'request', [requestId]);
  const byAddress = [...outcomes].sort((a, b) => compareText(addressOf(a.targetId), addressOf(b.targetId)) || a.action - b.action);
  appendResultsView(workbook, requestId, byAddress, addressOf);
};

export const readResultsView = (workbook: Tables, requestId: string): ResultLine[] =>
  sortLines(
    workbook
      .find(resultsTab, 'request', [requestId])
      .filter((row) => text(row, 'status') !== underWay)
      .map((row) => ({
        target: text(row, 'target'),
        action: number(row, 'action'),
        status: text(row, 'status'),
        created: number(row, 'created'),
        ...(text(row, 'changed') === '' ? {} : { changed: number(row, 'changed') }),
        ...(text(row, 'deleted') === '' ? {} : { deleted: number(row, 'deleted') }),
        skipped: number(row, 'skipped'),
        failed: number(row, 'failed'),
        reason: text(row, 'reason'),
        nextStep: text(row, 'nextStep'),
      })),
  );
