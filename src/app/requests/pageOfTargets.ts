import { inWords } from '../../core/base/inWords';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { compareText } from '../../core/base/compareText';
import { formatNumber, plural } from '../../core/base/plural';
import type { Result } from '../../core/base/Result';
import { describeMatches, matchesOf } from '../../core/plan/describeSkips';
import { firstPassword } from '../../core/users/passwordFrom';
import { describeCounts, describeStatus } from '../../core/runs/describeStatus';
import type { Tables } from '../Environment';
import { needsContacts } from '../../core/workflows/Action';
import { addressBook } from './addressBook';
import type { TargetPreview } from './previewTarget';
import { readPreviewRecord } from './readPreviewRecord';
import { describeWork } from './describeWork';
import { readOutcomes, type ActionOutcome } from './records';

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

/** One page of lines, counted from 0. */
export interface Paged<Line> {
  readonly lines: readonly Line[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

const pageSize = 50;

/** The page that was asked for, or the last one there is. */
export const paged = <Line>(all: readonly Line[], wanted: number): Paged<Line> => {
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  const page = Math.min(wanted, pages - 1);
  return { lines: all.slice(page * pageSize, (page + 1) * pageSize), page, pages, total: all.length };
};

const labelWords = { none: '', create: 'label will be created', join: 'label is there already' } as const;

const planOf = (preview: TargetPreview, kind: string | undefined): string => {
  if (preview.problem !== undefined) return `Nothing: ${inWords(preview.problem)}`;
  if (kind !== 'copyContacts') return describeWork(preview, kind ?? '', 'whole');
  const { creates, skips, label } = preview;
  const by = describeMatches(skips);
  const parts = [
    plural(creates, 'new contact'),
    `${formatNumber(matchesOf(skips))} already there${by === '' ? '' : ` (${by})`}`,
    skips.nothingToCopy > 0 ? `${formatNumber(skips.nothingToCopy)} without content` : '',
    labelWords[label],
  ];
  return parts.filter((part) => part !== '').join(', ');
};

const resultOf = (outcome: ActionOutcome | undefined): string => {
  if (outcome === undefined) return '';
  const { status, reason, account } = outcome;
  const created = account === undefined ? '' : `The user was created. ${firstPassword}`;
  return [`${describeStatus(status)}: ${describeCounts(outcome)}.`, created, inWords(reason)].filter((part) => part !== '').join(' ');
};

/** The preview target by target, by address, with how each ended. Everything is out of the ledger. */
export const pageOfTargets = (
  ledger: Tables,
  entry: RequestEntry,
  { page, only }: { readonly page: number; readonly only: 'all' | 'noted' },
): Result<Paged<TargetLine>> => {
  const record = readPreviewRecord(ledger, entry);
  if (!record.ok) return record;
  const ended = new Map(readOutcomes(ledger, entry.id).map((one) => [`${one.action}.${one.targetId}`, one]));
  const outcomeOf = (one: TargetPreview): ActionOutcome | undefined => ended.get(`${one.action}.${one.targetId}`);
  const isNoted = (one: TargetPreview): boolean =>
    one.problem !== undefined || one.warning !== undefined || (outcomeOf(one)?.status ?? 'done') !== 'done';
  const kindOf = ({ action }: TargetPreview): string | undefined => record.value.intent.actions[action]?.kind;
  const addressOf = addressBook(ledger, entry.id, undefined);
  const chosen = record.value.previews
    .filter((one) => only === 'all' || isNoted(one))
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
    hasContacts: preview.problem === undefined && needsContacts({ kind: kindOf(preview) ?? '' }) && kindOf(preview) !== 'syncContacts',
  }));
  return { ok: true, value: { ...found, lines } };
};
