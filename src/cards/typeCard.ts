import type { Missing } from '../core/workflows/missing';
import type { WorkflowDraft } from '../core/workflows/WorkflowDraft';
import { action, mainButton } from './button';
import type { CardSpec, WidgetSpec } from './CardSpec';
import { missingAt, paragraph } from './paragraph';
import { formatMoment, type Viewer } from './Viewer';

/** What the switch "Run immediately after approval" sends when it is on. */
export const immediately = 'yes';

/** S8: at once, or from a chosen time on. The time is said in words too: a picker alone does not tell which zone it means. */
const startWidgets = (draft: WorkflowDraft, missing: readonly Missing[], viewer: Viewer): WidgetSpec[] => {
  const later = draft.startLater === true;
  const redraw = action('editTypeStep');
  return [
    {
      decoratedText: {
        text: 'Run immediately after approval',
        bottomLabel: later ? 'Off: it starts at the time below' : 'On: it starts at the next look for work',
        wrapText: true,
        switchControl: { name: 'immediately', value: immediately, selected: !later, onChangeAction: redraw },
      },
    },
    ...(later
      ? [
          {
            dateTimePicker: {
              name: 'startAt',
              label: 'Start (date and time)',
              type: 'DATE_AND_TIME' as const,
              ...(draft.startAt === undefined ? {} : { valueMsEpoch: String(draft.startAt) }),
              onChangeAction: redraw,
            },
          },
          ...missingAt('startAt', missing),
          ...(draft.startAt === undefined
            ? []
            : [paragraph(`If it is approved by then, it starts at the first look for work after ${formatMoment(draft.startAt, viewer)}.`)]),
        ]
      : []),
  ];
};

/** S4–S9, S50–S51: step 1 of a workflow. What is missing is named at its field. */
export const typeCard = (draft: WorkflowDraft, missing: readonly Missing[], viewer: Viewer): CardSpec => ({
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
        {
          textInput: {
            name: 'tags',
            label: 'Tags (optional)',
            hintText: 'Words separated by commas, to find the request again',
            value: (draft.tags ?? []).join(', '),
          },
        },
        ...missingAt('tags', missing),
        ...startWidgets(draft, missing, viewer),
      ],
    },
  ],
  fixedFooter: { primaryButton: mainButton('Next', 'saveTypeStep') },
});
