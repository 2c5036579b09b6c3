import { inWords } from '../../core/base/inWords';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { compareText } from '../../core/base/compareText';
import { countRowKinds, type Counted } from '../../core/imports/rowKinds';
import type { Result } from '../../core/base/Result';
import { firstPassword } from '../../core/users/passwordFrom';
import { describeCounts, describeStatus } from '../../core/runs/describeStatus';
import type { Tables } from '../Environment';
import { isImport, needsContacts } from '../../core/workflows/Action';
import { addressBook } from './addressBook';
import type { Only } from './PageOptions';
import type { TargetPreview } from './previewTarget';
import { readPreviewRecord } from './readPreviewRecord';
import { describeCopied, describeWork } from './describeWork';
import { readOutcomes, type ActionOutcome } from './records';
import { rowKindsOf } from './rowKindsOf';

/** One target of one action, in words. */
export interface TargetLine {
  readonly target: string;
  readonly action: number;
  /** As it was confirmed. */
  readonly address: string;
  readonly plan: string;
  /** What may go wrong; blank: nothing that is known. */
  readonly warning: string;
  /** How it ended; blank before that. */
  readonly result: string;
  /** Each contact can be shown. */
  readonly hasContacts: boolean;
}

/** One page of lines, counted from 0, and maybe those after it: `size` lines are one page. */
export interface Paged<Line> {
  readonly lines: readonly Line[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly size: number;
}

const size = 50;

/** What takes a whole account to read comes so many pages at once; the browser keeps them. */
export const pagesAtOnce = 20;

/** The page that was asked for, or the last one there is. `many`: pages from it on. */
export const paged = <Line>(all: readonly Line[], wanted: number, many = 1): Paged<Line> => {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(wanted, pages - 1);
  return { lines: all.slice(page * size, (page + many) * size), page, pages, total: all.length, size };
};

const planOf = (preview: TargetPreview, kind: string | undefined): string => {
  if (preview.problem !== undefined) return `Nothing: ${inWords(preview.problem)}`;
  return kind === 'copyContacts' ? describeCopied(preview) : describeWork(preview, kind ?? '', 'whole');
};

const resultOf = (outcome: ActionOutcome | undefined): string => {
  if (outcome === undefined) return '';
  const { status, reason, account } = outcome;
  const created = account === undefined ? '' : `The user was created. ${firstPassword}`;
  return [`${describeStatus(status)}: ${describeCounts(outcome)}.`, created, inWords(reason)].filter((part) => part !== '').join(' ');
};

/** `kinds`: of an import, what its rows can be narrowed down to. */
export interface TargetPage extends Paged<TargetLine> {
  readonly kinds: readonly Counted[];
}

/** The preview target by target, by address, with how each ended. Everything is out of the ledger. */
export const pageOfTargets = (
  ledger: Tables,
  entry: RequestEntry,
  { page, only }: { readonly page: number; readonly only: Only },
): Result<TargetPage> => {
  const record = readPreviewRecord(ledger, entry);
  if (!record.ok) return record;
  const ended = new Map(readOutcomes(ledger, entry.id).map((one) => [`${one.action}.${one.targetId}`, one]));
  const outcomeOf = (one: TargetPreview): ActionOutcome | undefined => ended.get(`${one.action}.${one.targetId}`);
  const isNoted = (one: TargetPreview): boolean =>
    one.problem !== undefined || one.warning !== undefined || (outcomeOf(one)?.status ?? 'done') !== 'done';
  const kindOf = ({ action }: TargetPreview): string | undefined => record.value.intent.actions[action]?.kind;
  const addressOf = addressBook(ledger, entry.id, undefined);
  const { previews, intent } = record.value;
  const chosen = previews
    .filter((one) => only === 'all' || (only === 'noted' ? isNoted(one) : rowKindsOf(one).includes(only)))
    .map((preview) => ({ preview, address: addressOf(preview.targetId) }))
    .sort((a, b) => compareText(a.address, b.address) || a.preview.action - b.preview.action);
  const found = paged(chosen, page);
  const lines = found.lines.map(({ preview, address }): TargetLine => ({
    target: preview.targetId,
    action: preview.action,
    address,
    plan: planOf(preview, kindOf(preview)),
    warning: inWords(preview.warning),
    result: resultOf(outcomeOf(preview)),
    hasContacts: preview.problem === undefined && needsContacts({ kind: kindOf(preview) ?? '' }),
  }));
  return { ok: true, value: { ...found, lines, kinds: intent.actions.some(isImport) ? countRowKinds(previews.map(rowKindsOf)) : [] } };
};
