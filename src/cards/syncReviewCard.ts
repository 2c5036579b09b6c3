import { describeSync, shortList } from '../core/sync/describeSync';
import type { Sync, SyncDraft } from '../core/sync/Sync';
import type { Missing } from '../core/workflows/missing';
import { mainButton } from './button';
import type { CardSpec, SectionSpec, WidgetSpec } from './CardSpec';
import { choiceWidget, switchWidget } from './choiceWidgets';
import { labelled } from './labelled';
import { paragraph, problemParagraph } from './paragraph';
import { titleOf } from './syncBasicsCard';

export interface SyncReviewView {
  readonly draft: SyncDraft;
  readonly missing: readonly Missing[];
  /** What an edit takes out of the destinations, by name. */
  readonly takenOut: readonly string[];
}

/** Every choice of a sync. */
export const choiceWidgets = (sync: Sync): WidgetSpec[] => [
  ...(sync.description === '' ? [] : [labelled('Description', sync.description)]),
  ...describeSync(sync).map(({ title, text }) => labelled(title, text)),
];

/** G47: whoever is taken out has contacts of the sync. */
const takenOutSection = (takenOut: readonly string[], leavers: Sync['leavers']): SectionSpec[] =>
  takenOut.length === 0
    ? []
    : [
        {
          header: 'Taken out',
          widgets: [
            paragraph(`You took out ${shortList(takenOut)}. Users who are no destination any more still have contacts of this sync.`),
            choiceWidget('takenOut', 'These contacts', leavers, [
              ['remove', 'Remove them from the accounts'],
              ['keep', 'Leave them there; nobody updates them any more'],
            ]),
          ],
        },
      ];

/** G30–G32: step 5, every choice before anything is looked up; the preview is the request's card. */
export const syncReviewCard = ({ draft, missing, takenOut }: SyncReviewView): CardSpec => {
  const header = { title: titleOf(draft), subtitle: 'Step 5 of 5: review' };
  if (draft.source === undefined || missing.length > 0) {
    const back = paragraph('Go back with the arrow to the step that it belongs to.');
    return { name: 'syncReview', header, sections: [{ widgets: [...missing.map((one) => problemParagraph(one.problem)), back] }] };
  }
  return {
    name: 'syncReview',
    header,
    sections: [
      { header: 'What you chose', widgets: choiceWidgets(draft as Sync) },
      ...takenOutSection(takenOut, draft.leavers),
      {
        header: 'Next',
        widgets: [
          paragraph('The preview reads the source and every destination, and changes nothing. Then you send it for approval.'),
          switchWidget(
            'runNow',
            'Run now',
            `On: it runs as soon as it is approved. Off: ${draft.nightly ? 'it waits for the night' : 'it waits until somebody presses “Run now”'}`,
            true,
          ),
        ],
      },
    ],
    fixedFooter: { primaryButton: mainButton('Preview', 'previewSync') },
  };
};
