import type { Wordings } from './explain';
import { plural } from './plural';

const places: Readonly<Record<string, string>> = { group: 'group', orgUnit: 'organizational unit', space: 'Chat space' };

/** Wording of what is wrong with a value for a user, or with changing them. */
export const explainUsers = {
  'user.fieldMandatory': ({ field }) => ({
    what: `${String(field)} cannot be empty.`,
    why: 'Google keeps no user without it.',
    fix: 'Enter a value, or leave the field out.',
  }),
  'user.fieldTooLong': ({ field, limit }) => ({
    what: `${String(field)} is too long.`,
    fix: `Use at most ${String(limit)} characters.`,
  }),
  'user.phoneForm': ({ value }) => ({
    what: `“${String(value)}” is not a phone number.`,
    fix: 'Write it with digits, for example +41 44 555 01 02.',
  }),
  'user.e164Form': ({ value }) => ({
    what: `“${String(value)}” is not a phone number with its country.`,
    why: 'Google takes a recovery phone only with a plus sign, the country and digits.',
    fix: 'Write it as +41445550102.',
  }),
  'user.addressForm': ({ value }) => ({
    what: `“${String(value)}” is not an e-mail address.`,
    fix: 'Write it as ann@example.com.',
  }),
  'user.websiteForm': ({ value }) => ({
    what: `“${String(value)}” is not the address of a website.`,
    fix: 'Write it as https://example.com.',
  }),
  'user.languageForm': ({ value }) => ({
    what: `“${String(value)}” is not the code of a language.`,
    fix: 'Write it as en, de-CH or zh-TW.',
  }),
  'user.numberForm': ({ value }) => ({
    what: `“${String(value)}” is not a whole number.`,
    fix: 'Write digits only, for example 1250.',
  }),
  'user.decimalForm': ({ value }) => ({
    what: `“${String(value)}” is not a number.`,
    fix: 'Write digits and a point, for example 12.5.',
  }),
  'user.flagForm': ({ value }) => ({
    what: `“${String(value)}” is neither true nor false.`,
    fix: 'Write true or false.',
  }),
  'user.dateForm': ({ value }) => ({
    what: `“${String(value)}” is not a date that can be read in one way only.`,
    fix: 'Write it as 2026-02-27.',
  }),
  'user.administratorKept': () => ({
    what: 'A super administrator is not suspended by Roster.',
    why: 'Whoever is locked out of the Admin console may be the one who would have to undo it.',
    fix: 'Do it in the Admin console, if it is meant.',
  }),
  'user.holdsRights': () => ({
    what: 'This user is an administrator, a Security Officer or Roster’s own account.',
    fix: 'Look closely at what changes: it can change what others may do.',
  }),
  'user.keeperKept': () => ({
    what: 'Roster’s own account and Security Officers are not suspended by Roster.',
    why: 'They decide about requests and carry them out.',
    fix: 'Appoint another one first, or do it in the Admin console.',
  }),
  'action.placeGone': ({ kind, name }) => ({
    what: `The ${places[String(kind)] ?? 'place'} ${String(name)} is not there any more.`,
    why: 'It was deleted, or given another name, after it was chosen.',
    fix: 'Choose another one in the action, and ask again. Nothing was done there.',
  }),
  'user.otherRole': ({ role }) => ({
    what: `The user is in the group already, but not as its ${String(role).toLowerCase()}.`,
    why: 'Somebody added them a moment before.',
    fix: 'Set their role in the Admin console, on the page of the group.',
  }),
  'run.notShown': ({ missing }) => ({
    what: `Of what Google said was changed, ${plural(Number(missing), 'change does', 'changes do')} not show.`,
    why: 'Google shows a change with a delay, or another program wrote over it.',
    fix: 'Nothing to do: Roster looks again in some minutes, before anybody else is changed.',
  }),
  'run.userChanged': () => ({
    what: 'The user was changed since the preview, so nothing was changed by Roster.',
    fix: 'Ask again: the new preview shows what would change now.',
  }),
} satisfies Wordings;
