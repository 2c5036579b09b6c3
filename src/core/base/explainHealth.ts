import { plural } from './plural';
import type { Wordings } from './explain';

/** Wording of what is not as it should be with Roster itself. */
export const explainHealth = {
  'health.triggerGone': () => ({
    what: 'Your timer that looks for work is gone.',
    why: 'It was deleted in the script’s list of triggers.',
    fix: 'Press “Repair”: it is put back, once. Nothing is lost meanwhile.',
  }),
  'health.oneShotsUsed': ({ limit }) => ({
    what: `The ${plural(Number(limit), 'timer')} that Roster makes in a day to go on at once are used up.`,
    why: 'Google counts them.',
    fix: 'Nothing to do: long runs go on at every regular look for work, a little slower.',
  }),
  'health.storeFilling': ({ percent }) => ({
    what: `Roster’s store is ${Number(percent)} % full.`,
    why: 'Google keeps 500 KB for a script. What is full takes no new request.',
    fix: '“Repair” clears what was left over. Close requests that nobody needs: send, discard or decide about them.',
  }),
  'health.auditUnverified': ({ days }) => ({
    what: `Nobody has verified the audit for ${plural(Number(days), 'day')}.`,
    fix: 'Press “Settings”, then “Verify audit”.',
  }),
} as const satisfies Wordings;
