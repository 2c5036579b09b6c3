import { plural } from './plural';
import type { Wordings } from './explain';

const list = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value));

/** Wording of what keeps officers from being appointed, and the settings from being changed. */
export const explainSettings = {
  'settings.noOfficer': () => ({
    what: 'No Security Officer is appointed, so nothing can be decided.',
    fix: 'The first ones are appointed at set-up, by the account that Roster runs as.',
  }),
  'settings.userMissing': () => ({ what: 'No address is given.', fix: 'Type the address of a user of your organization.' }),
  'settings.userUnknown': ({ address }) => ({
    what: `There is no user ${address} in your organization.`,
    fix: `${address} is no user of your organization. Check the address; a group cannot be chosen.`,
  }),
  'settings.userSuspended': ({ address }) => ({
    what: `${address} is suspended or archived.`,
    fix: `${address} is suspended or archived: choose somebody else, or restore the account first.`,
  }),
  'settings.userTwice': ({ address }) => ({
    what: `${address} is named twice.`,
    fix: `${address} is named twice, perhaps by an alias. Leave one of the two out.`,
  }),
  'settings.lookUpRefused': ({ address }) => ({
    what: `${address} could not be looked up.`,
    fix: `Google did not let Roster look up ${address}. Try again, or ask a super administrator.`,
  }),
  'settings.alreadyOfficer': ({ address }) => ({
    what: `${address} is a Security Officer already.`,
    fix: `${address} is a Security Officer already. Choose somebody else.`,
  }),
  'settings.notOfficer': ({ address }) => ({ what: `${address} is no Security Officer.`, fix: 'Choose one of the list.' }),
  'settings.tooManyOfficers': ({ limit }) => ({
    what: 'There are too many officers.',
    fix: `Keep at most ${plural(Number(limit), 'officer')}.`,
  }),
  'settings.firstOfficersAlone': () => ({
    what: 'One officer is not enough.',
    fix: 'With one officer alone, nobody can decide about what that officer asks, and nobody can stand in. Name a second one.',
  }),
  'settings.operatorIsOfficer': ({ address }) => ({
    what: `${address} runs Roster.`,
    fix: `${address} is the account that Roster runs as: whoever can use it could decide and carry out alone. Better name a person.`,
  }),
  'settings.looksLike': ({ address, other }) => ({
    what: `${address} looks like ${other}.`,
    fix: `${address} is easily taken for ${other}. Make sure that it is the one you mean.`,
  }),
  'settings.fewOfficers': ({ active }) => ({
    what: Number(active) === 0 ? 'No Security Officer’s account is active.' : 'Only one Security Officer can decide.',
    why: 'Nobody decides about what they ask themself, and nobody could stand in.',
    fix: 'Appoint more officers, so that two are there at any time.',
  }),
  'settings.neededMoreThanActive': ({ needed, active }) => ({
    what: `${Number(needed)} officers must approve, and ${Number(active)} are active.`,
    why: 'An officer who asks does not decide about it.',
    fix: 'Appoint more officers, or propose that fewer must approve.',
  }),
  'settings.officersOnly': () => ({
    what: 'Only a Security Officer can do this at once.',
    fix: 'Ask for it with “Ask to end it”, and an officer decides.',
  }),
  'settings.lastOfficers': ({ needed, officers }) => ({
    what: 'Too few officers would be left.',
    fix: `${plural(Number(officers), 'officer')} would be left, and ${Number(needed)} must approve what another one asks. Appoint somebody else first.`,
  }),
  'settings.noticeNotNeeded': ({ officers }) => ({
    what: 'Enough officers can decide.',
    why: 'A notice is for when fewer officers are active than a decision takes.',
    fix: `${plural(Number(officers), 'officer is', 'officers are')} active: ask for the appointment without a notice, and one of them decides.`,
  }),
  'settings.neededForm': ({ limit }) => ({
    what: 'The number of officers cannot be read.',
    fix: `Choose a number from 1 to ${Number(limit)}.`,
  }),
  'settings.neededTooMany': ({ officers }) => ({
    what: 'So many could not approve.',
    fix: `There are ${plural(Number(officers), 'officer')}, and the one who asks does not decide. Choose fewer, or appoint officers first.`,
  }),
  'settings.nothingChanges': () => ({
    what: 'That is how it is already.',
    fix: 'That is how it is already. Change something, or go back.',
  }),
  'settings.addressForm': ({ addresses }) => ({ what: 'Some addresses cannot be read.', fix: `Correct: ${list(addresses)}.` }),
  'settings.tooManyAddresses': ({ limit }) => ({
    what: 'There are too many addresses.',
    fix: `Keep at most ${Number(limit)}, or use a group’s.`,
  }),
  'settings.untilMissing': () => ({ what: 'There is no end date.', fix: 'Choose the day on which it ends.' }),
  'settings.untilPast': () => ({ what: 'The end date is over.', fix: 'Choose a day that is still to come.' }),
  'settings.untilTooLate': () => ({ what: 'The end date is too late.', fix: 'Choose a day within a year.' }),
  'settings.requestersMissing': () => ({ what: 'Nobody may use it.', fix: 'Name at least one administrator who may use it.' }),
  'settings.tooManyRequesters': ({ limit }) => ({ what: 'Too many people may use it.', fix: `Name at most ${Number(limit)}.` }),
  'settings.typesMissing': () => ({ what: 'No type of workflow is chosen.', fix: 'Choose at least one type.' }),
  'settings.actionsMissing': () => ({ what: 'No action is chosen.', fix: 'Choose at least one action.' }),
  'settings.scopeMissing': () => ({ what: 'The scope is empty.', fix: 'Name at least one user, group, organizational unit or domain.' }),
  'settings.scopeTooBig': ({ limit }) => ({
    what: 'The scope has too many entries.',
    fix: `Name at most ${Number(limit)}; a group can stand for many.`,
  }),
  'settings.placeGone': ({ place }) => ({ what: `${place} is gone.`, fix: 'Ask again without it.' }),
  'settings.choiceMissing': () => ({ what: 'Nobody is chosen.', fix: 'Choose one of the list.' }),
  'settings.tooManyGroups': ({ limit }) => ({ what: 'There are too many groups.', fix: `Name at most ${Number(limit)}.` }),
  'settings.scopeUnread': ({ line, why }) => ({ what: `“${line}” cannot be used.`, fix: `“${line}”: ${why}` }),
  'settings.capForm': ({ least }) => ({ what: 'This is no number.', fix: `Type a whole number, ${Number(least)} or more.` }),
  'settings.tooManyPreApprovals': ({ limit }) => ({
    what: 'There are too many pre-approvals.',
    fix: `Roster keeps ${Number(limit)}. End one that is not used any more.`,
  }),
  'settings.delegateIsAdministrator': ({ address }) => ({
    what: `${address} is an administrator.`,
    fix: `${address} may ask already, as a super administrator.`,
  }),
  'settings.tooManyDelegates': ({ limit }) => ({
    what: 'There are too many delegates.',
    fix: `Roster keeps ${Number(limit)}. End one first.`,
  }),
  'settings.notDelegate': ({ address }) => ({ what: `${address} is no delegate.`, fix: 'Choose one of the list.' }),
  'settings.tooFewDeciders': ({ needed, deciders }) => ({
    what: 'Too few officers could decide about this.',
    why: 'Nobody decides about what they ask themself, or about what is about themself.',
    fix: `${plural(Number(needed), 'officer')} must approve, and ${Number(deciders)} could. Let somebody else ask for it, or appoint officers first.`,
  }),
  'settings.stale': () => ({
    what: 'The settings were changed after this was asked. Nothing was changed by it.',
    why: 'What was approved was approved on top of other settings.',
    fix: 'Look at the settings as they are now, and ask again.',
  }),
  'settings.noticeTooLate': () => ({
    what: 'This request expires before its notice of seven days would be over.',
    fix: 'Withdraw it and ask again.',
  }),
  'settings.notAsked': () => ({ what: 'This change did not arrive as it was asked.', fix: 'Ask for it again on the settings card.' }),
} as const satisfies Wordings;
