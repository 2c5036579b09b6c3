import { localDay } from '../base/localDay';
import { formatNumber, plural } from '../base/plural';
import { describeChosen, describeSync } from './describeSync';
import type { SyncContactsAction } from './SyncContactsAction';

const purposes: Readonly<Record<SyncContactsAction['purpose'], string>> = {
  save: 'Set up',
  night: 'Nightly run',
  now: 'Run now',
  allow: 'Allow once what a guard held',
  remove: 'Delete the sync with what it delivered',
  undo: 'Take back what a run did',
};

/** Said by the sentence before them. */
const saidBefore: readonly string[] = ['Source', 'Destinations', 'Label there'];

const between = '; ';

/** The parts of such a line, each to be read on its own. */
export const partsOfSyncRun = (line: string): string[] => line.split(between);

/**
 * A run of a sync in one line: what it reads and where it delivers; of one that is set up every choice, and what is approved for all
 * nights. What people called things cannot make a part of its own.
 */
export const describeSyncRun = ({ purpose, sync, groupName, standing, leavers, takenOut }: SyncContactsAction): string => {
  const { source, destinations } = sync;
  const read =
    source.kind === 'personal' ? `label “${source.group.name}” of ${source.email}` : `the directory (${describeChosen(source.users)})`;
  const caps = standing?.caps;
  return [
    `${purposes[purpose]}: ${read} under “${groupName}” at ${describeChosen(destinations)}`,
    ...(takenOut !== undefined
      ? [
          `${plural(takenOut.userIds.length, 'destination is', 'destinations are')} taken out: the delivered contacts ${takenOut.contacts === 'keep' ? 'stay there' : 'are removed'}`,
        ]
      : leavers.length === 0
        ? []
        : [`${plural(leavers.length, 'destination')} left`]),
    ...(caps === undefined
      ? []
      : [
          `${sync.nightly ? 'Every night' : 'Each run'} up to ${formatNumber(caps.creates)} new contacts, ${formatNumber(caps.deletes)} deletions, ${caps.growth} new destinations and ${caps.shrinkage} fewer, until ${localDay(standing?.until ?? 0, 'UTC').date}`,
        ]),
    ...(purpose === 'undo' ? ['The sync is paused, since its next run would bring all of it back'] : []),
    // Last, since what is too long for Gmail is cut at its end.
    ...(purpose === 'save'
      ? describeSync(sync).flatMap(({ title, text }) => (saidBefore.includes(title) ? [] : [`${title}: ${text.replace(/\.$/, '')}`]))
      : []),
  ]
    .map((part) => part.replace(/;/g, ','))
    .join(between);
};
