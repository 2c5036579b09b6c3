import { escapeMarkup } from '../core/base/escapeMarkup';
import type { Problem } from '../core/base/Problem';
import type { Missing } from '../core/workflows/missing';
import type { CopyContactsDraft } from '../core/workflows/WorkflowDraft';
import { action, button, buttons, mainButton } from './button';
import type { CardSpec, SectionSpec } from './CardSpec';
import { copyOptionsSection } from './copyOptionsSection';
import { labelSection, type LabelsView } from './labelSection';
import { missingAt, paragraph, problemParagraph } from './paragraph';
import { permissionsFor } from './permissions';
import type { Viewer } from './Viewer';

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

/** S20–S24, B8: the settings of "Copy user contacts". */
export const copyContactsCard = (view: CopyContactsView, viewer: Viewer): CardSpec => ({
  name: 'copyContacts',
  header: { title: 'Copy user contacts' },
  sections: [
    sourceSection(view),
    ...labelSection(view, viewer),
    ...(view.draft.source === undefined ? [] : [copyOptionsSection(view.draft)]),
  ],
  fixedFooter: { primaryButton: mainButton('Save', 'saveAction', { action: view.draft.actionId }) },
});
