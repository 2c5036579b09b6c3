import type { Missing } from '../core/workflows/missing';
import type { WorkflowDraft } from '../core/workflows/WorkflowDraft';
import { action, mainButton } from './button';
import type { CardSpec, WidgetSpec } from './CardSpec';
import { choiceWidget, switchWidget } from './choiceWidgets';
import { missingAt, paragraph } from './paragraph';
import { formatMoment, type Viewer } from './Viewer';

/** S8: at once, or from a chosen time on. The time is said in words too: a picker alone does not tell which zone it means. */
const startWidgets = (draft: WorkflowDraft, missing: readonly Missing[], viewer: Viewer): WidgetSpec[] => {
  const later = draft.startLater === true;
  const redraw = action('editTypeStep');
  return [
    switchWidget(
      'immediately',
      'Run immediately after approval',
      later ? 'Off: it starts at the time below' : 'On: it starts at the next look for work',
      !later,
      redraw,
    ),
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
        choiceWidget('type', 'Type (required)', draft.type, [
          ['onboard', 'Onboard: users who are being added'],
          ['modify', 'Modify: users who are already there'],
        ]),
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
