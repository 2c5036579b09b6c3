import { describeState } from '../approvals/describeState';
import { requestStates } from '../approvals/RequestState';
import { plural } from './plural';
import type { Wordings } from './explain';

export const stateInWords = (state: unknown): string => {
  const known = requestStates.find((one) => one === state);
  return known === undefined ? String(state) : describeState(known);
};

/** Why an approval does not hold any more. */
const goneBecause: Readonly<Record<string, (who: string) => string>> = {
  removed: (who) => `${who} approved it and is no Security Officer any more.`,
  inactive: (who) => `${who} approved it, and the account is suspended, archived or gone.`,
  requester: (who) => `${who} asked for it: nobody approves their own request.`,
  concerned: (who) => `It is about ${who}, who does not decide about themself.`,
  missing: () => 'Too few Security Officers approved it.',
};

/** Wording of requests that wait for Security Officers, and of their decisions. */
export const explainApproval = {
  'request.noOfficer': ({ operator }) => ({
    what: 'This cannot be sent yet: no Security Officer is appointed.',
    why: 'Somebody else has to approve what you ask for, and no pre-approval covers it.',
    fix: `Security Officers are appointed in Roster’s settings, the first ones by ${String(operator)}.`,
  }),
  'request.onlyOfficerIsYou': ({ operator }) => ({
    what: 'This cannot be sent: you are the only Security Officer, and nobody approves their own request.',
    fix: `Have another Security Officer appointed in Roster’s settings, or ask ${String(operator)}.`,
  }),
  'request.tooFewOfficers': ({ needed, officers, operator }) => ({
    what: `This cannot be sent: ${plural(Number(needed), 'Security Officer has', 'Security Officers have')} to approve it, and besides you there ${Number(officers) === 1 ? 'is' : 'are'} ${Number(officers)}.`,
    fix: `Have more Security Officers appointed in Roster’s settings, or ask ${String(operator)}.`,
  }),
  'request.officerNeeded': () => ({
    what: 'An officer has to decide about this now. Nothing was changed.',
    why: 'The settings let it through, and since then they changed, a sync grew, or a user or group of an import got rights.',
    fix: 'Preview it again and send it (a contact sync: choose “Edit”); officers are asked then.',
  }),
  'request.rulesChanged': ({ name }) => ({
    what: `“${String(name)}” was prepared when fewer Security Officers had to approve.`,
    fix: 'Withdraw it and preview it again.',
  }),
  'request.denied': ({ by, reason }) => ({
    what: `${String(by)} denied it: ${String(reason)}`,
    fix: 'Nothing was changed. Talk to them, then make another request.',
  }),
  'request.notToAskAgain': ({ name }) => ({
    what: `“${String(name)}” cannot be asked for again from here.`,
    why: 'It is somebody else’s, it is not over, everything in it was done, or it is too old.',
    fix: 'Make a new workflow.',
  }),
  'decision.reasonMissing': () => ({
    what: 'There is no reason yet.',
    fix: 'Say in a few words why you deny it: the person who asked reads it.',
  }),
  'decision.reasonTooLong': ({ limit }) => ({ what: 'The reason is too long.', fix: `Use at most ${Number(limit)} characters.` }),
  'decision.notOfficer': () => ({
    what: 'You are not a Security Officer, so you cannot decide about requests.',
    fix: 'Tell the person who asked. If your address changed lately, open the web page of the request: it looks you up again.',
  }),
  'decision.ownRequest': ({ name }) => ({
    what: `“${String(name)}” is your own request.`,
    why: 'Nobody approves or denies what they asked for.',
    fix: 'Another Security Officer decides about it. You can withdraw it.',
  }),
  'decision.aboutYou': ({ name }) => ({
    what: `“${String(name)}” is about you.`,
    why: 'Nobody decides about what changes their own rights.',
    fix: 'Another Security Officer decides about it.',
  }),
  'decision.notWaiting': ({ name, state }) => ({
    what: `“${String(name)}” does not wait for a decision. Its status: ${stateInWords(state)}.`,
    fix: 'There is nothing to do.',
  }),
  'decision.changed': ({ name }) => ({
    what: `“${String(name)}” is not what you saw.`,
    why: 'The mail or page is of another version of it, or was altered.',
    fix: 'Open the request again and look at it before you decide. Nothing was decided.',
  }),
  'decision.notSummarized': ({ name }) => ({
    what: `“${String(name)}” cannot be decided here yet.`,
    why: 'Roster writes down for this card what it is about when it asks the Security Officers by mail.',
    fix: 'Refresh in a few minutes, or decide on its web page.',
  }),
  'gmail.noMessage': () => ({
    what: 'Roster cannot read who sent the open message.',
    why: 'It was deleted, or the card was open for more than an hour.',
    fix: 'Open the message again. What waits for you stands on Roster’s first card, too.',
  }),
  'decision.alreadyDecided': ({ name }) => ({
    what: `You decided about “${String(name)}” already.`,
    fix: 'The first decision stays.',
  }),
  'decision.notSamePerson': ({ by }) => ({
    what: `${String(by)} is not the account of the Security Officer that Roster knows.`,
    why: 'The address was given to somebody else, or the account is gone.',
    fix: 'Have the Security Officer appointed again in Roster’s settings.',
  }),
  'decision.suspended': ({ by }) => ({
    what: `The account ${String(by)} is suspended or archived, so its decision does not count.`,
    fix: 'Another Security Officer can decide.',
  }),
  'decision.lapsed': ({ who, why }) => ({
    what: (goneBecause[String(why)] ?? goneBecause['missing']!)(String(who)),
    fix: 'Another Security Officer can decide, or they can again once they are back.',
  }),
  'run.approvalGone': ({ who, why }) => ({
    what: 'The approval does not hold any more. Nothing was changed.',
    why: (goneBecause[String(why)] ?? goneBecause['missing']!)(String(who)),
    fix: 'Make the request again, so that another Security Officer can approve it.',
  }),
} as const satisfies Wordings;
