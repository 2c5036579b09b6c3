import { formatNumber, plural } from './plural';
import type { Wordings } from './explain';

const list = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value));

const holderWords: Readonly<Record<string, (holder: string) => string>> = {
  user: (holder) => `It is the address of ${holder}.`,
  alias: (holder) => `It is another address of ${holder}.`,
  group: (holder) => `It is an address of the group ${holder}.`,
};

/** Wording of what is wrong with a table of users, and with creating them. */
export const explainNewUsers = {
  'users.columnMissing': ({ columns }) => ({
    what: `The header row does not name: ${list(columns)}.`,
    fix: 'Add these columns to the first row, or make a template and copy your rows into it.',
  }),
  'users.columnTwice': ({ column, cell }) => ({
    what: `The column “${String(column)}” is there twice, the second time in ${String(cell)}.`,
    fix: 'Remove or rename one of them.',
  }),
  'users.noRows': () => ({
    what: 'There is no row with a user below the header.',
    fix: 'Enter one user a row. The example row of a template is not read.',
  }),
  'users.tooManyRows': ({ rows, limit }) => ({
    what: `The tab has ${formatNumber(Number(rows))} rows; one workflow creates at most ${formatNumber(Number(limit))} users.`,
    fix: 'Split it into several tabs, and make a workflow of each.',
  }),
  'users.cellMissing': ({ column }) => ({ what: `${String(column)} is empty.`, fix: 'Enter it: Google creates no user without it.' }),
  'users.cellError': ({ text }) => ({
    what: `The formula in this cell gives the error ${String(text)}`,
    fix: 'Mend the formula, or type the value into the cell.',
  }),
  'users.invisible': () => ({
    what: 'The cell holds characters that nobody sees.',
    why: 'They can make two addresses or names look alike.',
    fix: 'Type the value anew instead of pasting it.',
  }),
  'users.control': () => ({ what: 'The cell holds a line break or a control character.', fix: 'Write the value on one line.' }),
  'users.formula': ({ text }) => ({
    what: `“${String(text)}” would be run as a formula where somebody exports it to a spreadsheet.`,
    fix: 'Begin the value with a letter or a digit.',
  }),
  'users.addressForm': ({ text }) => ({
    what: `“${String(text)}” cannot be the address of a user.`,
    why: 'Google takes letters from a to z, digits, dashes, underscores, apostrophes and single periods.',
    fix: 'Write it as ann.lee@example.com.',
  }),
  'users.addressTakenFor': ({ email, latin }) => ({
    what: `${String(email)} looks like ${String(latin)}, but some of its letters are of another alphabet.`,
    fix: 'Type the address anew.',
  }),
  'users.pathForm': ({ text }) => ({
    what: `“${String(text)}” is not the path of an organizational unit.`,
    fix: 'Write the full path with a slash in front, for example /Sales/EMEA.',
  }),
  'users.twice': ({ others }) => ({
    what: `The same address stands in ${list(others)}, too.`,
    why: 'Nobody can tell which row is meant, so none of them is used.',
    fix: 'Remove one of them, or correct the address.',
  }),
  'users.domainUnknown': ({ domain, domains }) => ({
    what: `${String(domain)} is not a domain that users of your organization can have.`,
    fix: `Use one of these: ${list(domains)}.`,
  }),
  'users.addressTaken': ({ email, by, holder }) => ({
    what: `${String(email)} is taken. ${holderWords[String(by)]?.(String(holder)) ?? ''}`.trim(),
    why: 'Roster never writes into an account that was there before.',
    fix: 'Choose another address, or change this person by a workflow of type Modify.',
  }),
  'users.lookAlike': ({ email, other }) => ({
    what: `${String(email)} is easily taken for ${String(other)}.`,
    fix: 'Make sure that it is meant.',
  }),
  'users.groupUnknown': ({ email }) => ({
    what: `There is no group ${String(email)}.`,
    fix: 'Check the spelling in the Admin console, or remove it from the cell.',
  }),
  'users.tooManyGroups': ({ groups, limit }) => ({
    what: `The cell names ${formatNumber(Number(groups))} groups; a row may name ${String(limit)}.`,
    fix: 'Add the users to the others by the action “Add to groups”.',
  }),
  'users.managerUnknown': ({ email }) => ({
    what: `The manager ${String(email)} is neither a user of your organization nor in this tab.`,
    fix: 'Correct the address, or leave the cell empty.',
  }),
  'users.sheetMissing': () => ({
    what: 'No new users are read yet.',
    fix: 'Choose a tab of the Sheet and press “Read new users”.',
  }),
  'users.sheetGone': () => ({
    what: 'What was read from the Sheet is no longer kept.',
    fix: 'Go back and read the Sheet again.',
  }),
  'users.notCreated': () => ({
    what: 'The user was not created, so nothing else was done for them.',
    fix: 'See why at “Create users”; once that is put right, ask again.',
  }),
  'users.willNotBeCreated': () => ({
    what: 'The user will not be created, so nothing else is done for them.',
    fix: 'See why at “Create users”.',
  }),
  'users.creationUncertain': () => ({
    what: 'Google does not show yet whether the user was created.',
    fix: 'Nothing to do: Roster looks again by itself.',
  }),
  'users.creationIgnored': () => ({
    what: 'Google did not create the user, though it did not say no.',
    why: 'Google ignores this when the operator is not a super administrator.',
    fix: 'Give the operator the role Super Admin, or create the user in the Admin console.',
  }),
  'users.notReady': ({ hours, said }) => ({
    what: `The user was created, but Google did not let Roster go on with the account within ${plural(Number(hours), 'hour')}.${said === undefined || said === '' ? '' : ` The last answer: ${String(said)}`}`,
    fix: 'Check in the Admin console that Contacts is on for the account’s organizational unit; then do this action again by a workflow of type Modify.',
  }),
} satisfies Wordings;
