import { escapeMarkup } from '../core/base/escapeMarkup';
import { plural } from '../core/base/plural';
import type { Problem } from '../core/base/Problem';
import type { Missing } from '../core/workflows/missing';
import type { CopyContactsDraft } from '../core/workflows/WorkflowDraft';
import { action, button, buttons, linkButton, mainButton } from './button';
import type { CardSpec, SectionSpec, WidgetSpec } from './CardSpec';
import { copyOptionsSection, existingLabelSwitch } from './copyOptionsSection';
import { missingAt, paragraph, problemParagraph } from './paragraph';
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

export interface CopyContactsView {
  readonly draft: CopyContactsDraft;
  /** Undefined until a source user is chosen. */
  readonly labels?: LabelsView;
  /** When the operator looks next at the latest, and now. Milliseconds since the epoch. */
  readonly nextLookAt: number;
  readonly now: number;
  readonly missing: readonly Missing[];
  readonly problem?: Problem;
  /** The source user is among the targets. */
  readonly sourceIsTarget: boolean;
}

const sourceSection = (view: CopyContactsView): SectionSpec => {
  const { draft, problem } = view;
  const parameters = { action: draft.actionId };
  if (draft.source !== undefined) {
    return {
      header: 'Copy contacts from',
      widgets: [
        {
          decoratedText: {
            topLabel: 'Source user',
            text: escapeMarkup(draft.source.email),
            bottomLabel: draft.source.fullName,
            wrapText: true,
            button: button('Change', 'forgetSource', parameters, { altText: 'Choose another source user' }),
          },
        },
        ...(view.sourceIsTarget
          ? [paragraph('This user is also among the targets and will be left out: nobody gets their own contacts.')]
          : []),
      ],
    };
  }
  return {
    header: 'Copy contacts from',
    widgets: [
      {
        textInput: {
          name: 'source',
          label: 'Source user (required)',
          hintText: 'Type a name or address and pick one',
          autoCompleteAction: action('suggestUsers'),
        },
      },
      ...missingAt('source', view.missing),
      ...(problem === undefined ? [] : [problemParagraph(problem), ...permissionsFor(problem)]),
      buttons(button('Use this user', 'chooseSource', parameters, { persistValues: false })),
    ],
  };
};

const chosenLabel = (draft: CopyContactsDraft): WidgetSpec[] =>
  draft.label === undefined ? [] : [paragraph(`Chosen: label “${draft.label.name}”.`)];

const labelSection = (view: CopyContactsView, viewer: Viewer): SectionSpec[] => {
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
  const known = labels.labels.some((one) => one.resourceName === draft.label?.resourceName);
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
              { text: 'All contacts', value: allContacts, selected: !known },
              ...labels.labels.map((one) => ({
                text: `${one.name} (${plural(one.contacts, 'contact')})`,
                value: one.resourceName,
                selected: one.resourceName === draft.label?.resourceName,
              })),
            ],
            onChangeAction: action('chooseLabel', parameters),
          },
        },
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

/** S20–S24, B8: the settings of "Copy user contacts". */
export const copyContactsCard = (view: CopyContactsView, viewer: Viewer): CardSpec => ({
  name: 'copyContacts',
  header: { title: 'Copy user contacts' },
  sections: [
    sourceSection(view),
    ...labelSection(view, viewer),
    ...(view.draft.source === undefined ? [] : [copyOptionsSection(view.draft)]),
  ],
  fixedFooter: { primaryButton: mainButton('Done', 'saveAction', { action: view.draft.actionId }) },
});
