import { formatNumber, plural } from './plural';
import type { Wordings } from './explain';

const groupKinds: Readonly<Record<string, string>> = {
  communication: 'It is an ordinary group. Name it in the column of communication groups.',
  permission: 'It is a security group. Name it in the column of permission groups.',
  dynamic: 'Google computes its members by a rule, and takes no others.',
  access: 'The settings name it as a group that gives access. Use its own column, with yes or no.',
};

const ignored: Readonly<Record<string, string>> = {
  readOnly: 'Google tells it and takes none of it.',
  rename: 'An import renames nobody. Rename a user in the Admin console: Users, the user, “Update user”.',
  status: 'Whether somebody may sign in is said by a column “Active” with true or false.',
  password: 'Roster reads no passwords and stores none. Who is created has to choose one; others keep theirs.',
};

const leftOut: Readonly<Record<string, string>> = {
  example: 'It is an example.',
  headerAgain: 'It repeats the header.',
  footnote: 'It is a total or a note below the last user.',
};

/** Wording of what is wrong with an import of users, and of what is worth knowing about it. */
export const explainImport = {
  'import.headerMissing': () => ({
    what: 'There is no header row.',
    fix: 'Say in the first row what each column holds, for example “Email” and “Department”.',
  }),
  'import.rowFailed': ({ row, faults }) => ({
    what: [`Row ${String(row)} is left out whole:`, ...[faults ?? []].flat()].join(' '),
    fix: 'Correct the row and import it again.',
  }),
  'import.noRows': () => ({ what: 'There is no row of a user below the header.', fix: 'Enter one user a row.' }),
  'import.tooManyRows': ({ rows, limit }) => ({
    what: `There are ${formatNumber(Number(rows))} rows; an import takes ${formatNumber(Number(limit))}.`,
    fix: 'Split them into several imports.',
  }),
  'import.columnIgnored': ({ column, why }) => ({
    what: `The column “${String(column)}” is not used. ${ignored[String(why)] ?? ''}`.trim(),
    fix: 'Nothing to do.',
  }),
  'import.rowLeftOut': ({ row, why }) => ({
    what: `Row ${String(row)} is not read. ${leftOut[String(why)] ?? ''}`.trim(),
    fix: 'Nothing to do, unless it is a user: then enter the address.',
  }),
  'import.addressUnmapped': () => ({
    what: 'No column is mapped to the primary address.',
    why: 'It says whose row it is.',
    fix: 'Map one.',
  }),
  'import.nothingMapped': () => ({ what: 'No column beside the primary address is mapped.', fix: 'Map what shall be changed.' }),
  'import.namesUnmapped': () => ({
    what: 'First name and last name are not both mapped.',
    why: 'Google creates no user without them.',
    fix: 'Map both, or choose the method “Update”.',
  }),
  'import.fieldGone': ({ column }) => ({
    what: `What the column “${String(column)}” is mapped to is not there any more.`,
    fix: 'Map it to something else, or leave it out.',
  }),
  'import.fieldTwice': ({ field }) => ({ what: `Two columns are mapped to ${String(field)}.`, fix: 'Leave one of them out.' }),
  'import.overwriteNotHere': ({ column }) => ({
    what: `The column “${String(column)}” cannot overwrite.`,
    why: 'Only groups and spaces are lists that can be added to; everything else takes the place of what was there anyway.',
    fix: 'Switch it off there.',
  }),
  'import.columnGone': ({ column }) => ({ what: `The column “${String(column)}” is not there.`, fix: 'Read the data again.' }),
  'import.passwordColumn': ({ column }) => ({
    what: `The column “${String(column)}” holds passwords, which are not read.`,
    fix: 'Leave it out. Who is created has to choose a password.',
  }),
  'import.numberShortened': ({ value }) => ({
    what: `“${String(value)}” is a number that the spreadsheet shortened; its last digits are lost.`,
    fix: 'Format the column as plain text and enter the number again.',
  }),
  'import.rowShort': () => ({
    what: 'The row ends before this column.',
    why: 'An empty cell would clear the field, a missing one may be a mistake.',
    fix: 'Fill the row up with empty cells if the field shall be cleared.',
  }),
  'import.rowLong': ({ columns }) => ({
    what: `The row has more values than the header has columns (${String(columns)}).`,
    why: 'Values may stand in wrong columns, mostly because of a comma that is not within quotes.',
    fix: 'Put values with commas within quotes, or name the last column.',
  }),
  'import.addressMissing': () => ({ what: 'The row has no primary address.', fix: 'Enter it: it says whose row this is.' }),
  'import.flagEmpty': () => ({ what: 'The cell is empty.', fix: 'Write true or false, or do not map this column.' }),
  'import.permissionEmpty': () => ({ what: 'The cell is empty.', fix: 'Write yes or no, or do not map this column.' }),
  'import.permissionForm': ({ value }) => ({ what: `“${String(value)}” is neither yes nor no.`, fix: 'Write yes or no.' }),
  'import.userUnknown': ({ email }) => ({
    what: `There is no user ${String(email)}.`,
    fix: 'Correct the address, or choose the method “Create or update”.',
  }),
  'import.groupIsNoUser': ({ email }) => ({
    what: `${String(email)} is a group and no user.`,
    fix: 'Enter the address of a user.',
  }),
  'import.userExists': ({ email }) => ({
    what: `${String(email)} is there already.`,
    fix: 'Remove the row, or choose the method “Create or update”.',
  }),
  'import.groupOfOtherKind': ({ email, kind }) => ({
    what: `${String(email)} does not belong in this column.`,
    fix: groupKinds[String(kind)] ?? 'Remove it from the cell.',
  }),
  'import.spaceUnknown': ({ name }) => ({
    what: `There is no Chat space “${String(name)}”.`,
    fix: 'Write its id, as the address of the space ends, or its exact name.',
  }),
  'import.spaceAmbiguous': ({ name, spaces }) => ({
    what: `${plural(Number(spaces), 'Chat space is', 'Chat spaces are')} called “${String(name)}”.`,
    fix: 'Write the id of the one that is meant, as its address ends.',
  }),
  'import.roleGone': () => ({
    what: 'This administrator role is not there any more.',
    fix: 'Map the column to another one, or leave it out.',
  }),
  'import.nameMissing': ({ email }) => ({
    what: `${String(email)} would be created without this name.`,
    why: 'Google creates no user without first and last name.',
    fix: 'Enter it, or correct the address if somebody is meant who is there already.',
  }),
  'import.listTooLarge': ({ list, limit }) => ({
    what: `All ${String(list)} of this user together would be larger than Google allows (${formatNumber(Number(limit))} bytes).`,
    fix: 'Shorten the values, or remove some.',
  }),
  'import.chatAccessRefused': ({ group }) => ({
    what: `The row names Chat spaces and takes ${String(group)} away, without which nobody uses Chat.`,
    fix: 'Write yes there, or leave the cell of the spaces empty.',
  }),
  'import.isAlias': ({ email, primary }) => ({
    what: `${String(email)} is another address of ${String(primary)}.`,
    fix: 'Nothing to do: that user is changed.',
  }),
  'import.chatAccessGiven': ({ group }) => ({
    what: `The user could not use Chat, and is added to ${String(group)}.`,
    why: 'Who joins a space needs access to Chat.',
    fix: 'Nothing to do, unless this is not meant: then leave the cell of the spaces empty.',
  }),
  'import.chatAccessGone': ({ group }) => ({
    what: `The settings say that members of ${String(group)} may use Chat, and this group is gone.`,
    fix: 'Change which groups give access in the settings, or leave out the column of the spaces.',
  }),
  'import.passwordMustChange': () => ({
    what: 'The new user has to choose a password, though the row says false.',
    why: 'The first password is one that nobody knows.',
    fix: 'Nothing to do.',
  }),
} satisfies Wordings;
