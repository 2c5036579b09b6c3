import { localDay } from '../base/localDay';
import { formatNumber, plural } from '../base/plural';
import { leaveOutTable } from '../contacts/leaveOut';
import type { SyncContactsAction } from './SyncContactsAction';

const purposes: Readonly<Record<SyncContactsAction['purpose'], string>> = {
  save: 'Set up',
  night: 'Nightly run',
  now: 'Run now',
  allow: 'Allow once what a guard held',
  remove: 'Delete the sync with what it delivered',
};

const modes: Readonly<Record<SyncContactsAction['sync']['drift']['mode'], string>> = {
  enforce: 'edits at destinations are put back',
  keepAdditions: 'what destinations add is kept',
  report: 'edits at destinations are left alone',
};

/** A run of a sync in one line: what it reads, where it delivers, how, and what is approved for all nights. */
export const describeSyncRun = ({ purpose, sync, groupName, standing, leavers }: SyncContactsAction): string => {
  const { source, destinations, leaveOut } = sync;
  const read = source.kind === 'personal' ? `label “${source.group.name}” of ${source.email}` : 'users of the directory';
  const chosen = destinations.selectors.map(({ label }) => label);
  const named = chosen.length > 5 ? `${chosen.slice(0, 5).join(', ')} and ${chosen.length - 5} more` : chosen.join(', ');
  const caps = standing?.caps;
  return [
    `${purposes[purpose]}: ${read} under “${groupName}” at ${named}`,
    modes[sync.drift.mode],
    ...(sync.myContacts ? ['also in My Contacts'] : []),
    sync.leavers === 'remove' ? 'who leaves loses the contacts' : 'who leaves keeps the contacts',
    ...(sync.existingContacts === 'adopt' ? ['contacts that are there are taken over'] : []),
    ...(leaveOut.length === 0 ? [] : [`without ${leaveOut.map((one) => leaveOutTable[one].title.toLowerCase()).join(', ')}`]),
    ...(leavers.length === 0 ? [] : [`${plural(leavers.length, 'destination')} left`]),
    ...(caps === undefined
      ? []
      : [
          `${sync.nightly ? 'every night' : 'each run'} up to ${formatNumber(caps.creates)} new contacts, ${formatNumber(caps.deletes)} deletions, ${caps.growth} new destinations and ${caps.shrinkage} fewer, until ${localDay(standing?.until ?? 0, 'UTC').date}`,
        ]),
  ].join('; ');
};
