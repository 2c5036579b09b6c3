import { settingsRisk } from '../core/approvals/describeSettings';
import type { RequestEntry } from '../core/approvals/RequestEntry';
import { changesNothing, plannedTotals } from '../core/plan/describeTotals';
import type { Missing } from '../core/workflows/missing';
import { askedSection, type AskedView } from './askedSection';
import { buttons, linkButton } from './button';
import type { CardSpec } from './CardSpec';
import { decisionFooter, decisionQuestion } from './decisionQuestion';
import { labelled } from './labelled';
import { removalWidgets } from './planSection';
import { formatCount, formatMoment, formatNumber, type Viewer } from './Viewer';

export interface ConfirmDecisionView {
  readonly entry: RequestEntry;
  readonly requester: string;
  readonly asked?: AskedView;
  readonly preview: readonly { readonly warning: string }[];
  readonly pageUrl: string;
}

/** S30: what an officer decides about, once more, and the one question. */
export const confirmDecisionCard = (
  view: ConfirmDecisionView,
  decision: 'approve' | 'deny',
  missing: readonly Missing[],
  viewer: Viewer,
): CardSpec => {
  const { entry } = view;
  const warned = view.preview.filter((line) => line.warning !== '').length;
  const approves = decision === 'approve';
  return {
    name: 'confirmDecision',
    header: { title: approves ? 'Approve this request?' : 'Deny this request?', subtitle: entry.name },
    sections: [
      {
        widgets: [
          labelled('Asked by', view.requester),
          ...(entry.kind === 'settings'
            ? [labelled('Beware', settingsRisk)]
            : [
                labelled(
                  changesNothing(entry) ? 'New contacts' : 'In all',
                  `${
                    changesNothing(entry)
                      ? formatNumber(entry.planned.creates, viewer)
                      : plannedTotals(entry, (count, noun) => formatCount(count, viewer, noun))
                  } at ${formatCount(entry.targets, viewer, 'target')}`,
                ),
                ...removalWidgets(entry, viewer),
                ...(changesNothing(entry) ? [labelled('Changed or deleted', 'nothing')] : []),
              ]),
          ...(warned === 0 ? [] : [labelled('Beware', `${formatCount(warned, viewer, 'target')} with a warning; the preview says which`)]),
          ...(entry.startAt === undefined
            ? []
            : [labelled('Starts', `at the first look for work after ${formatMoment(entry.startAt, viewer)}`)]),
          labelled('Code', entry.digest.slice(0, 8)),
          ...(view.pageUrl === '' || view.preview.length === 0 ? [] : [buttons(linkButton('See each contact', view.pageUrl))]),
        ],
      },
      ...askedSection(view),
      decisionQuestion(decision, missing),
    ],
    fixedFooter: decisionFooter(decision, 'decideRequest', { request: entry.id, digest: entry.digest }),
  };
};
