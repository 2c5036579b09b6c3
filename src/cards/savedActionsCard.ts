import { escapeMarkup } from '../core/base/escapeMarkup';
import { isCopy } from '../core/workflows/Action';
import { describeAction, lineOfAction } from '../core/workflows/describeAction';
import type { Missing } from '../core/workflows/missing';
import type { SavedActions } from '../core/workflows/SavedActions';
import { button, buttons, mainButton } from './button';
import type { CardSpec, WidgetSpec } from './CardSpec';
import { missingAt, paragraph } from './paragraph';

const nameWidgets = (value: string, missing: readonly Missing[]): WidgetSpec[] => [
  { textInput: { name: 'savedName', label: 'Name (required)', value } },
  ...missingAt('savedName', missing),
];

const savedWidgets = ({ id, name, actions }: SavedActions): WidgetSpec[] => {
  const parameters = { saved: id };
  return [
    {
      decoratedText: {
        topLabel: `${actions.length === 1 ? '1 action' : `${actions.length} actions`}`,
        text: `<b>${escapeMarkup(name)}</b>`,
        bottomLabel: actions.map((one) => (isCopy(one) ? describeAction(one) : lineOfAction(one))).join('; '),
        wrapText: true,
      },
    },
    buttons(
      button('Use', 'useSavedActions', parameters, { altText: `Use ${name}` }),
      button('Rename', 'openRenameSaved', parameters, { altText: `Rename ${name}` }),
      button('Delete', 'openDeleteSaved', parameters, { altText: `Delete ${name}` }),
    ),
  ];
};

/** S60: what this person saved. */
export const savedActionsCard = (saved: readonly SavedActions[]): CardSpec => ({
  name: 'savedActions',
  header: { title: 'Saved actions', subtitle: 'Only you see them' },
  sections: [
    {
      widgets:
        saved.length === 0
          ? [paragraph('You saved none yet. Add actions to a workflow, then press “Save for later”.')]
          : saved.flatMap(savedWidgets),
    },
  ],
});

/** S60: a name for the actions of the workflow. */
export const saveActionsCard = (name: string, missing: readonly Missing[]): CardSpec => ({
  name: 'saveActions',
  header: { title: 'Save these actions' },
  sections: [
    {
      widgets: [
        paragraph('They can be used in your next workflows. Who is chosen and the options are kept, no contacts.'),
        ...nameWidgets(name, missing),
      ],
    },
  ],
  fixedFooter: { primaryButton: mainButton('Save', 'saveActions') },
});

export const renameSavedCard = (saved: Pick<SavedActions, 'id' | 'name'>, typed: string, missing: readonly Missing[]): CardSpec => ({
  name: 'renameSaved',
  header: { title: 'Rename', subtitle: saved.name },
  sections: [{ widgets: nameWidgets(typed, missing) }],
  fixedFooter: { primaryButton: mainButton('Rename', 'renameSaved', { saved: saved.id }) },
});

export const deleteSavedCard = (saved: Pick<SavedActions, 'id' | 'name'>): CardSpec => ({
  name: 'deleteSaved',
  header: { title: 'Delete these saved actions?', subtitle: saved.name },
  sections: [{ widgets: [paragraph('Workflows that use them already keep them. It cannot be undone.')] }],
  fixedFooter: {
    primaryButton: mainButton('Delete', 'deleteSaved', { saved: saved.id }),
    secondaryButton: button('Keep', 'keepSaved', {}, { type: 'OUTLINED' }),
  },
});
