import type { SyncDraft } from '../core/sync/Sync';
import type { Missing } from '../core/workflows/missing';
import { mainButton } from './button';
import type { CardSpec, SectionSpec, WidgetSpec } from './CardSpec';
import { choiceWidget, switchWidget } from './choiceWidgets';
import { leaveOutWidget } from './copyOptionsSection';
import { missingAt, paragraph } from './paragraph';
import { titleOf } from './syncBasicsCard';

/** A number that could not be read is asked for again, in an empty field. */
const written = (value: number, factor = 1): string => (value < 0 ? '' : String(Math.round(value * factor * 100) / 100));

const labelWidgets = (draft: SyncDraft, missing: readonly Missing[]): WidgetSpec[] => {
  const isPersonal = draft.source?.kind !== 'directory';
  return [
    {
      textInput: {
        name: 'targetGroupName',
        label: isPersonal ? 'Label at the destinations (optional)' : 'Label at the destinations (required)',
        hintText: isPersonal
          ? 'Empty: called as at the source, also when it is renamed there'
          : 'For example the name of your organization',
        value: draft.targetGroupName,
      },
    },
    ...missingAt('targetGroupName', missing),
    choiceWidget('existingLabel', 'If a destination has a label of that name', draft.existingLabel, [
      ['join', 'Put the contacts into it; it is never renamed or deleted'],
      ['refuse', 'Leave that destination out'],
    ]),
    switchWidget('myContacts', 'Add to My Contacts', 'Outlook sync needs it: it shows only what is in My Contacts', draft.myContacts),
    choiceWidget('existingContacts', 'If a destination has such a contact already', draft.existingContacts, [
      ['skip', 'Leave it alone'],
      ['adopt', 'Take it over: it keeps what is in it, and is never deleted'],
    ]),
  ];
};

const editsWidgets = ({ drift }: SyncDraft): WidgetSpec[] => [
  paragraph('Google has no read-only contact: everybody can edit what is in their account. Here you say what becomes of it.'),
  choiceWidget('driftMode', 'Edits to delivered contacts', drift.mode, [
    ['enforce', 'Put back'],
    ['keepAdditions', 'Put back, but keep what was added'],
    ['report', 'Only report'],
  ]),
  choiceWidget('driftCheck', 'When Roster looks for them', drift.check, [
    ['everyNight', 'Every night'],
    ['weekly', 'Once a week'],
    ['never', 'Only when the source changed'],
  ]),
];

const guardWidgets = ({ guard }: SyncDraft, missing: readonly Missing[]): WidgetSpec[] => [
  paragraph('A run that would delete more than this in one account changes nothing anywhere, and you are told.'),
  {
    textInput: { name: 'guardShare', label: 'Most that may be deleted, in percent', value: written(guard.share, 100) },
  },
  ...missingAt('guardShare', missing),
  { textInput: { name: 'guardContacts', label: 'Most contacts that may be deleted', value: written(guard.contacts) } },
  ...missingAt('guardContacts', missing),
];

const sections = (draft: SyncDraft, missing: readonly Missing[]): SectionSpec[] => [
  { header: 'At the destinations', widgets: labelWidgets(draft, missing) },
  { header: 'What is delivered', widgets: [leaveOutWidget('Leave out of the contacts', draft.leaveOut)] },
  {
    header: 'When',
    widgets: [switchWidget('nightly', 'Run every night', 'Off: it runs when somebody presses “Run now”', draft.nightly)],
  },
  { header: 'Edits at the destinations', widgets: editsWidgets(draft) },
  {
    header: 'Who leaves',
    widgets: [
      choiceWidget('leavers', 'When somebody is no destination any more', draft.leavers, [
        ['remove', 'Remove the delivered contacts from their account'],
        ['keep', 'Leave the contacts there'],
      ]),
      choiceWidget('suspended', 'Suspended destinations', draft.suspended, [
        ['skip', 'Skip until they are restored'],
        ['remove', 'Treat as somebody who left'],
      ]),
    ],
  },
  { header: 'Deletion guard', widgets: guardWidgets(draft, missing) },
];

/** B5, B8, G14–G18, G22, G36, G41: step 4, how the contacts are kept in step. */
export const syncOptionsCard = (draft: SyncDraft, missing: readonly Missing[]): CardSpec => ({
  name: 'syncOptions',
  header: { title: titleOf(draft), subtitle: 'Step 4 of 5: options' },
  sections: sections(draft, missing),
  fixedFooter: { primaryButton: mainButton('Next', 'saveSyncOptions') },
});
