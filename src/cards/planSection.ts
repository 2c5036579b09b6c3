import type { RequestEntry } from '../core/approvals/RequestEntry';
import { problem } from '../core/base/Problem';
import { escapeMarkup } from '../core/base/escapeMarkup';
import { changesNothing, removalPhrase, speaksOfCopies } from '../core/plan/describeTotals';
import { describeCounted, describeDays, describePlanned } from '../core/plan/describeEffort';
import type { Quotas } from '../core/plan/quotas';
import { describeImportTotals } from '../core/imports/ImportTotals';
import type { RowKind } from '../core/imports/rowKinds';
import { labelled } from './labelled';
import type { SectionSpec, WidgetSpec } from './CardSpec';
import { passwordNote } from '../core/users/passwordFrom';
import { paragraph, problemParagraph } from './paragraph';
import { formatCount, formatNumber, type Viewer } from './Viewer';

/** What one action would do at one target. */
export interface PlanLine {
  readonly target: string;
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
  readonly note: string;
  readonly warning: string;
  /** Of an import: what becomes of the row. */
  readonly row?: RowKind;
}

/** S61, B6: what goes, named with its numbers. */
export const removalWidgets = (entry: Pick<RequestEntry, 'planned'>, viewer: Viewer): WidgetSpec[] => {
  const phrase = removalPhrase(entry, (count, one, many) => formatCount(count, viewer, one, many));
  if (phrase === undefined) return [];
  return [labelled('Beware', `${phrase}. They lie in the trash of each account for 30 days.`)];
};

/** G30: what a run of a sync writes. */
const syncWidgets = ({ planned, targets, undoes }: RequestEntry, viewer: Viewer): WidgetSpec[] => {
  const { creates, changes = 0, deletes = 0 } = planned;
  return [
    ...(undoes === undefined ? [labelled('New contacts', formatNumber(creates, viewer))] : []),
    ...(undoes === undefined || changes > 0 ? [labelled('Changed, or put under other labels', formatNumber(changes, viewer))] : []),
    ...(deletes === 0 ? [labelled('Deleted', 'nothing')] : []),
    ...(planned.skips === 0 ? [] : [labelled('Left as they are', formatNumber(planned.skips, viewer))]),
    labelled('Destinations looked at', formatNumber(targets, viewer)),
  ];
};

/** I28, I33: what the rows of an import come to. */
const importWidgets = ({ planned: { rows } }: RequestEntry, viewer: Viewer): WidgetSpec[] => {
  if (rows === undefined) return [];
  const count = (number: number, one: string, many?: string): string => formatCount(number, viewer, one, many);
  const taken = `${count(rows.removals, 'role or membership', 'roles and memberships')} will be taken away; the preview names each.`;
  return [labelled('Rows', describeImportTotals(rows, count)), ...(rows.removals === 0 ? [] : [labelled('Beware', taken)])];
};

/** B1, B9: what a request will do in all, what it takes, and after the run what it took. */
export const planSection = (
  { entry, quotas, previewAltered }: { readonly entry: RequestEntry; readonly quotas: Quotas; readonly previewAltered: boolean },
  viewer: Viewer,
): SectionSpec[] => {
  if (entry.digest === '') return [];
  // A change of the settings is all in what was asked.
  if (entry.kind === 'settings') return previewAltered ? [{ widgets: [problemParagraph(problem('request.previewAltered'))] }] : [];
  const days = describeDays(entry.calls, quotas);
  const { planned } = entry;
  return [
    {
      header: 'What will happen',
      widgets: [
        ...(entry.sync === undefined ? [] : syncWidgets(entry, viewer)),
        ...importWidgets(entry, viewer),
        ...(speaksOfCopies(entry) && entry.sync === undefined
          ? [
              labelled('New contacts', `${formatNumber(planned.creates, viewer)} at ${formatCount(entry.targets, viewer, 'target')}`),
              labelled('Left as they are', `${formatNumber(planned.skips, viewer)} already there or without content`),
            ]
          : []),
        ...removalWidgets(entry, viewer),
        ...(changesNothing(entry) && entry.sync === undefined ? [labelled('Changed or deleted', 'nothing')] : []),
        ...(planned.changes === undefined || entry.sync !== undefined
          ? []
          : [
              labelled(
                'Changes in the directory',
                `${formatNumber(planned.changes, viewer)} at ${formatCount(entry.targets, viewer, 'target')}`,
              ),
              labelled('Already so', formatNumber(planned.alreadySo ?? 0, viewer)),
            ]),
        ...(entry.type === 'onboard' ? [paragraph(passwordNote)] : []),
        ...(planned.kept === undefined ? [] : [labelled('Kept as they are', formatNumber(planned.kept, viewer))]),
        labelled('Effort', describePlanned(entry.calls)),
        ...(days === '' ? [] : [labelled('Days', days)]),
        ...(entry.counted === undefined ? [] : [labelled('Effort so far, as counted', describeCounted(entry.counted))]),
        ...(previewAltered ? [problemParagraph(problem('request.previewAltered'))] : []),
      ],
    },
  ];
};

export const planLine = (line: PlanLine, several: boolean, viewer: Viewer): WidgetSpec => {
  const found = line.foundBy === '' ? '' : ` (${line.foundBy})`;
  const nothing = line.nothingToCopy > 0 ? `, ${formatNumber(line.nothingToCopy, viewer)} without content` : '';
  const label = line.label === 'create' ? ', label will be created' : line.label === 'join' ? ', label is there already' : '';
  const copied = `${formatCount(line.creates, viewer, 'new contact')}, ${formatNumber(line.alreadyThere, viewer)} already there${found}${nothing}${label}`;
  const warning = line.warning === '' ? '' : `. Beware: ${line.warning}`;
  return {
    decoratedText: {
      topLabel: several ? `Action ${line.action + 1}, ${line.orgUnit}` : line.orgUnit,
      text: escapeMarkup(line.target),
      bottomLabel: line.note === '' ? `${line.changes || copied}${warning}` : `Nothing: ${line.note}`,
      wrapText: true,
    },
  };
};
