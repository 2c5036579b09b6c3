import type { Wordings } from './explain';
import { plural } from './plural';

const budgets: Readonly<Record<string, { readonly what: string; readonly fix: string }>> = {
  contactWrites: {
    what: 'The contact writes that Google allows for one day are used up.',
    fix: 'The rest goes on by itself when Google’s next day begins, at midnight Pacific time.',
  },
  fetches: {
    what: 'The calls that Google allows for one day are used up.',
    fix: 'The rest goes on by itself 24 hours after the first of them.',
  },
  triggerTime: {
    what: 'The working time that Google allows for one day is used up.',
    fix: 'The rest goes on by itself 24 hours after it began.',
  },
};
const someBudget = { what: 'What Google allows for one day is used up.', fix: 'The rest goes on by itself tomorrow.' };

/** Wording of what happens to a run on its way. */
export const explainRun = {
  'run.stopped': () => ({
    what: 'The run was stopped.',
    why: 'The requester, a Security Officer or the account that runs Roster pressed Stop.',
    fix: 'What was done before stays. Make the request again for the rest: nothing is done twice.',
  }),
  'run.triggerSilent': ({ since, operator }) => ({
    what: `Work waits, and the timer of ${String(operator)} has not looked for it since ${String(since)}.`,
    why: 'The timer was deleted or switched off, its permissions were taken back, or Google is late.',
    fix: `Ask the person who runs Roster to open it as ${String(operator)} and to press “Repair”. Nothing is lost meanwhile.`,
  }),
  'run.yourTriggerSilent': ({ since }) => ({
    what: `Work waits, and your timer has not looked for it since ${String(since)}.`,
    why: 'It was deleted or switched off, its permissions were taken back, or Google is late.',
    fix: 'Press “Repair” on the first card: it puts the timer back. Nothing is lost meanwhile.',
  }),
  'run.nobodyReached': () => ({
    what: 'No target was reached.',
    fix: 'The results say why for each of them, and what to do.',
  }),
  'run.onlyRequesterStops': ({ operator }) => ({
    what: 'Only the person who asked or a Security Officer can stop this.',
    fix: `Ask them, or ${String(operator)}.`,
  }),
  'run.looksAgain': () => ({
    what: 'It does not show yet what was written last.',
    why: 'Google’s answer was lost, or what was just written does not show for some minutes.',
    fix: 'Nothing to do: Roster looks again in a few minutes and copies only what is missing.',
  }),
  'run.doesNotConverge': ({ rounds }) => ({
    what: `After ${String(rounds)} attempts it is still not certain that everything is in place.`,
    why: 'Google loses its answers again and again, or something else changes the contacts at the same time.',
    fix: 'Look at the contacts of this target, then make the request again: nothing is copied twice.',
  }),
  'run.canaryFailed': ({ what, fix }) => ({
    what: `The run was stopped at its first targets: ${String(what)}`,
    why: 'What goes wrong there would go wrong everywhere.',
    fix: `${String(fix)} Then make the request again.`,
  }),
  'run.deliveredTwice': ({ twice }) => ({
    what: `${plural(Number(twice), 'contact')} stood there twice right after being copied once.`,
    why: 'Google carried a write out twice, or another program copies these contacts, too.',
    fix: 'Look at the contacts of this target and delete what is there twice.',
  }),
  'run.deliveredMore': ({ shown, confirmed }) => ({
    what: `${plural(Number(shown), 'copied contact')} stood there, though only ${String(confirmed)} were copied.`,
    why: 'Google wrote more than it said, or another program copies these contacts, too.',
    fix: 'Compare the contacts of this target with those of the source.',
  }),
  'run.deliveredLess': ({ shown, confirmed }) => ({
    what: `Google confirmed ${plural(Number(confirmed), 'contact')}, and minutes later only ${String(shown)} of them could be recognized as copied.`,
    why: 'Somebody or another program deletes or changes them at once.',
    fix: 'Find out what does it, in the contacts of this target and their trash.',
  }),
  'run.gaveUp': ({ what, hours }) => ({
    what: `Given up after ${plural(Number(hours), 'hour')}: ${String(what)}`,
    why: 'It was tried again and again, at last every hour.',
    fix: 'Ask again when that is over. What was done before stays, and nothing is done twice.',
  }),
  'run.dayBudget': ({ budget }) => budgets[String(budget)] ?? someBudget,
} as const satisfies Wordings;
