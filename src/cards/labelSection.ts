import { plural } from '../core/base/plural';
import { problem, type Problem } from '../core/base/Problem';
import type { CopyContactsDraft } from '../core/workflows/WorkflowDraft';
import { action, button, buttons, linkButton } from './button';
import type { SectionSpec, WidgetSpec } from './CardSpec';
import { switchWidget } from './choiceWidgets';
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

interface LabelPicker {
  readonly header: string;
  readonly chosen?: { readonly resourceName: string; readonly name: string } | undefined;
  readonly labels: LabelsView;
  readonly nextLookAt: number;
  readonly now: number;
  /** Of the list, and of its first item, which is chosen while no label is. */
  readonly title: string;
  readonly first: string;
  /** What is said while the labels are looked up. */
  readonly meanwhile: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly actions: { readonly choose: string; readonly show: string; readonly again: string };
}

const chosenLabel = ({ chosen }: LabelPicker): WidgetSpec[] => (chosen === undefined ? [] : [paragraph(`Chosen: label “${chosen.name}”.`)]);

const listWidgets = (picker: LabelPicker, { labels, left }: Extract<LabelsView, { kind: 'ready' }>): WidgetSpec[] => {
  const { chosen, parameters, actions } = picker;
  const listed = labels.some((one) => one.resourceName === chosen?.resourceName);
  // A choice that is not listed stays chosen: the first item in its place might be more than was meant.
  const other = listed ? undefined : chosen;
  return [
    {
      selectionInput: {
        name: 'label',
        label: picker.title,
        type: 'DROPDOWN',
        items: [
          { text: picker.first, value: allContacts, selected: chosen === undefined },
          ...(other === undefined
            ? []
            : [{ text: `${other.name} (${left > 0 ? 'not listed' : 'deleted'})`, value: other.resourceName, selected: true }]),
          ...labels.map((one) => ({
            text: `${one.name} (${plural(one.contacts, 'contact')})`,
            value: one.resourceName,
            selected: one.resourceName === chosen?.resourceName,
          })),
        ],
        onChangeAction: action(actions.choose, parameters),
      },
    },
    ...(other !== undefined && left === 0 ? [problemParagraph(problem('copy.labelGone', { label: other.name }))] : []),
    ...(labels.length === 0 ? [paragraph('This user has no labels.')] : []),
    ...(left > 0 ? [paragraph(`${plural(left, 'more label is', 'more labels are')} not listed.`)] : []),
  ];
};

/** The labels of a source user to choose from, or how to get them. */
export const labelPicker = (picker: LabelPicker, viewer: Viewer): SectionSpec => {
  const { header, labels, parameters, actions } = picker;
  if (labels.kind === 'ready') return { header, widgets: listWidgets(picker, labels) };
  if (labels.kind === 'failed') {
    return {
      header,
      widgets: [
        problemParagraph(labels.problem),
        ...permissionsFor(labels.problem),
        ...chosenLabel(picker),
        buttons(button('Try again', actions.again, parameters)),
      ],
    };
  }
  const looked = `Roster looks up the labels of this user, at ${formatLatest(picker.nextLookAt, picker.now, viewer)} at the latest.`;
  return {
    header,
    widgets: [
      paragraph(`${looked} ${picker.meanwhile}`),
      ...chosenLabel(picker),
      buttons(
        button('Refresh', actions.show, parameters),
        ...(labels.pageUrl === '' ? [] : [linkButton('Look them up now', labels.pageUrl)]),
      ),
    ],
  };
};

interface LabelSectionView {
  readonly draft: CopyContactsDraft;
  readonly labels?: LabelsView;
  readonly nextLookAt: number;
  readonly now: number;
}

/** S21–S23: which contacts, and whether targets get the label. Nothing before a source is chosen. */
export const labelSection = ({ draft, labels, nextLookAt, now }: LabelSectionView, viewer: Viewer): SectionSpec[] => {
  if (draft.source === undefined || labels === undefined) return [];
  const section = labelPicker(
    {
      header: 'Which contacts',
      chosen: draft.label,
      labels,
      nextLookAt,
      now,
      title: 'Label (optional)',
      first: 'All contacts',
      meanwhile: 'Without a label all contacts are copied.',
      parameters: { action: draft.actionId },
      actions: { choose: 'chooseLabel', show: 'showLabels', again: 'refreshLabels' },
    },
    viewer,
  );
  if (labels.kind !== 'ready' || draft.label === undefined) return [section];
  const createLabel = switchWidget(
    'createLabel',
    'Create this label in the destination',
    'Off: contacts arrive without it',
    draft.createLabel,
  );
  return [{ ...section, widgets: [...section.widgets, createLabel, existingLabelSwitch(draft)] }];
};
