import type { Missing } from '../core/workflows/missing';
import type { WorkflowDraft } from '../core/workflows/WorkflowDraft';
import { mainButton } from './button';
import type { CardSpec } from './CardSpec';
import { missingAt } from './paragraph';

/** S4–S9: step 1 of a workflow. What is missing is named at its field. */
export const typeCard = (draft: WorkflowDraft, missing: readonly Missing[]): CardSpec => ({
  name: 'type',
  header: { title: 'New workflow', subtitle: 'Step 1 of 3: name and type' },
  sections: [
    {
      widgets: [
        {
          textInput: {
            name: 'name',
            label: 'Name (required)',
            hintText: 'For example: contacts for the new sales team',
            value: draft.name,
          },
        },
        ...missingAt('name', missing),
        {
          selectionInput: {
            name: 'type',
            label: 'Type (required)',
            type: 'RADIO_BUTTON',
            items: [
              { text: 'Onboard: users who are being added', value: 'onboard', selected: draft.type === 'onboard' },
              { text: 'Modify: users who are already there', value: 'modify', selected: draft.type === 'modify' },
            ],
          },
        },
        ...missingAt('type', missing),
        { textInput: { name: 'description', label: 'Description (optional)', value: draft.description, type: 'MULTIPLE_LINE' } },
        ...missingAt('description', missing),
      ],
    },
  ],
  fixedFooter: { primaryButton: mainButton('Next', 'saveTypeStep') },
});
