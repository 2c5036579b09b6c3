import { plural } from '../core/base/plural';
import { problem, type Problem } from '../core/base/Problem';
import type { CopyContactsDraft } from '../core/workflows/WorkflowDraft';
import { action, button, buttons, linkButton } from './button';
import type { SectionSpec, WidgetSpec } from './CardSpec';
import { existingLabelSwitch } from './copyOptionsSection';
import { paragraph, problemParagraph } from './paragraph';
import { permissionsFor } from './permissions';
import { formatLatest, type Viewer } from './Viewer';

/** What the list of labels sends for none of them; an empty value might not be sent. */
export const allContacts = 'all';

export type LabelsView =
  | {
      readonly kind: 'ready';
      readonly labels: readonly { readonly resourceName: string; readonly name: string; readonly contacts: number }[];
      readonly left: number;
    }
  | { readonly kind: 'preparing'; readonly askedAt: number; readonly pageUrl: string }
  | { readonly kind: 'failed'; readonly problem: Problem };

interface LabelSectionView {
  readonly draft: CopyContactsDraft;
  readonly labels?: LabelsView;
  readonly nextLookAt: number;
  readonly now: number;
}

const chosenLabel = (draft: CopyContactsDraft): WidgetSpec[] =>
  draft.label === undefined ? [] : [paragraph(`Chosen: label “${draft.label.name}”.`)];

/** S21–S23: which contacts, and whether targets get the label. Nothing before a source is chosen. */
export const labelSection = (view: LabelSectionView, viewer: Viewer): SectionSpec[] => {
  const { draft, labels } = view;
  if (draft.source === undefined || labels === undefined) return [];
  const parameters = { action: draft.actionId };
  if (labels.kind === 'failed') {
    return [
      {
        header: 'Which contacts',
        widgets: [
          problemParagraph(labels.problem),
          ...permissionsFor(labels.problem),
          ...chosenLabel(draft),
          buttons(button('Try again', 'refreshLabels', parameters)),
        ],
      },
    ];
  }
  if (labels.kind === 'preparing') {
    return [
      {
        header: 'Which contacts',
        widgets: [
          paragraph(
            `Roster looks up the labels of this user, at ${formatLatest(view.nextLookAt, view.now, viewer)} at the latest. Without a label all contacts are copied.`,
          ),
          ...chosenLabel(draft),
          buttons(
            button('Refresh', 'showLabels', parameters),
            ...(labels.pageUrl === '' ? [] : [linkButton('Look them up now', labels.pageUrl)]),
          ),
        ],
      },
    ];
  }
  const listed = labels.labels.some((one) => one.resourceName === draft.label?.resourceName);
  // A choice that is not listed stays chosen: "All contacts" in its place would be more than was meant.
  const other = listed ? undefined : draft.label;
  return [
    {
      header: 'Which contacts',
      widgets: [
        {
          selectionInput: {
            name: 'label',
            label: 'Label (optional)',
            type: 'DROPDOWN',
            items: [
              { text: 'All contacts', value: allContacts, selected: draft.label === undefined },
              ...(other === undefined
                ? []
                : [{ text: `${other.name} (${labels.left > 0 ? 'not listed' : 'deleted'})`, value: other.resourceName, selected: true }]),
              ...labels.labels.map((one) => ({
                text: `${one.name} (${plural(one.contacts, 'contact')})`,
                value: one.resourceName,
                selected: one.resourceName === draft.label?.resourceName,
              })),
            ],
            onChangeAction: action('chooseLabel', parameters),
          },
        },
        ...(other !== undefined && labels.left === 0 ? [problemParagraph(problem('copy.labelGone', { label: other.name }))] : []),
        ...(labels.labels.length === 0 ? [paragraph('This user has no labels.')] : []),
        ...(labels.left > 0 ? [paragraph(`${plural(labels.left, 'more label is', 'more labels are')} not listed.`)] : []),
        ...(draft.label === undefined
          ? []
          : [
              {
                decoratedText: {
                  text: 'Create this label in the destination',
                  bottomLabel: 'Off: contacts arrive without it',
                  wrapText: true,
                  switchControl: { name: 'createLabel', value: 'yes', selected: draft.createLabel },
                },
              },
              existingLabelSwitch(draft),
            ]),
      ],
    },
  ];
};
