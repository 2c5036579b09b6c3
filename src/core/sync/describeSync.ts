import { formatNumber, plural } from '../base/plural';
import { leaveOutTable } from '../contacts/leaveOut';
import type { ChangeCounts } from '../plan/TargetPlan';
import type { DriftCheck, DriftMode, Sync } from './Sync';

/** One choice of a sync, as the review and the officers read it. */
export interface SyncLine {
  readonly title: string;
  readonly text: string;
}

const driftWords: Readonly<Record<DriftMode, string>> = {
  enforce: 'Edits to delivered contacts are put back',
  keepAdditions: 'What is added to delivered contacts is kept, other edits are put back',
  report: 'Edits to delivered contacts are only reported',
};

/** Google has no read-only contact: what an owner changed stands until somebody looks (G22). */
const checkWords: Readonly<Record<DriftCheck, string>> = {
  everyNight: 'by the next nightly run',
  weekly: 'at the next drift check, once a week',
  never: 'when the source changes; nobody looks before',
};

export const describeDrift = ({ drift: { mode, check }, nightly }: Pick<Sync, 'drift' | 'nightly'>): string =>
  `${driftWords[mode]} ${nightly ? checkWords[check] : 'when somebody presses “Run now”'}.`;

/** Named before the others are counted. */
const shown = 10;

/** `team@acme.test, /Sales and 3 more`. */
export const shortList = (names: readonly string[]): string => {
  const more = names.length - shown;
  const named = names.slice(0, shown).join(', ');
  return more > 0 ? `${named} and ${formatNumber(more)} more` : named;
};

/** `team@acme.test, /Sales and 3 more; without 2 users`. */
export const describeChosen = ({ selectors, excludedUserIds }: Sync['destinations']): string => {
  const all = shortList(selectors.map(({ label }) => label));
  return excludedUserIds.length === 0 ? all : `${all}; without ${plural(excludedUserIds.length, 'user')}`;
};

const sourceLines = ({ source }: Sync): SyncLine[] =>
  source.kind === 'personal'
    ? [{ title: 'Source', text: `${source.email}, label “${source.group.name}”` }]
    : [
        { title: 'Source', text: `The directory: ${describeChosen(source.users)}` },
        { title: 'Hidden users', text: source.includeHidden === true ? 'Become contacts, too' : 'Left out' },
      ];

/** G30: every choice of a sync, in the order of the wizard. */
export const describeSync = (sync: Sync): SyncLine[] => [
  ...sourceLines(sync),
  { title: 'Destinations', text: describeChosen(sync.destinations) },
  { title: 'Label there', text: sync.targetGroupName.trim() === '' ? 'Called as at the source' : `“${sync.targetGroupName.trim()}”` },
  {
    title: 'A label of that name',
    text: sync.existingLabel === 'join' ? 'Is joined, and never renamed or deleted' : 'Leaves the destination out',
  },
  { title: 'My Contacts', text: sync.myContacts ? 'Yes: Outlook and phones show the contacts' : 'No: Outlook sync needs it' },
  {
    title: 'Contacts that are there already',
    text: sync.existingContacts === 'skip' ? 'Are left alone' : 'Are taken over, keep what is in them, and are never deleted',
  },
  {
    title: 'Left out',
    text: sync.leaveOut.length === 0 ? 'Nothing' : sync.leaveOut.map((choice) => leaveOutTable[choice].title).join(', '),
  },
  { title: 'Nightly run', text: sync.nightly ? 'Yes' : 'No: only “Run now”' },
  { title: 'Edits at destinations', text: describeDrift(sync) },
  { title: 'Who leaves', text: sync.leavers === 'remove' ? 'Loses the delivered contacts' : 'Keeps the delivered contacts' },
  {
    title: 'Suspended users',
    text:
      sync.suspended === 'skip'
        ? 'Are skipped until they are restored'
        : 'Count as users who left; nobody reaches their contacts until they are restored',
  },
  {
    title: 'Deletion guard',
    text: `Stops above ${Math.round(sync.guard.share * 1000) / 10} % or ${plural(sync.guard.contacts, 'contact')} of a destination`,
  },
];

/** `3 new contacts, 2 changed, 1 taken over, 4 put into labels or out of them, 1 deleted`; blank for nothing. */
export const describeChanges = ({ creates, updates, adopts, members, deletes }: ChangeCounts): string =>
  [
    ...(creates === 0 ? [] : [plural(creates, 'new contact')]),
    ...(updates === 0 ? [] : [`${formatNumber(updates)} changed`]),
    ...(adopts === 0 ? [] : [`${formatNumber(adopts)} taken over`]),
    ...(members === 0 ? [] : [`${formatNumber(members)} put into labels or out of them`]),
    ...(deletes === 0 ? [] : [`${formatNumber(deletes)} deleted`]),
  ].join(', ');
