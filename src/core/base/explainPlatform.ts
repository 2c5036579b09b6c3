import type { Wordings } from './explain';

/** Scopes by what a person would call them. */
const scopeName = (scope: unknown): string => String(scope ?? '').replace(/^https:\/\/www\.googleapis\.com\/auth\//, '');

const AGAIN = 'Try again in a minute.';
const ASK = 'Tell the person who runs Roster.';
const GRANT =
  'Press “Grant permission”, allow it, then try again here. If Google does not ask, remove Roster from the connections of your Google Account and open it again.';
const OPERATOR_GRANTS = 'Open Roster with the account that it was set up with, and press “Grant permission” there.';

/** What Apps Script itself refuses: quotas, scopes, stores, spreadsheets, mail, triggers. */
export const platformWordings: Wordings = {
  'platform.quotaSpent': ({ service }) => ({
    what: `Google's daily limit for ${service || 'this account'} is used up.`,
    why: 'The limit is counted per account and starts again 24 hours after its first use.',
    fix: 'Work that is left goes on by itself when the limit starts again.',
  }),
  'platform.scopeMissing': ({ scope, operator }) => ({
    what: `Roster was not given the permission "${scopeName(scope)}".`,
    why: 'It was left out when Google asked for permissions, or it is new in this version.',
    fix: operator ? OPERATOR_GRANTS : GRANT,
  }),
  'platform.authorizationRequired': () => ({
    what: 'Roster needs your permission first.',
    fix: GRANT,
  }),
  'platform.busy': () => ({ what: 'Google did not answer in time.', fix: AGAIN }),
  'platform.locked': () => ({ what: 'Roster is busy with somebody else’s change.', fix: AGAIN }),
  'platform.storeFull': () => ({
    what: 'Roster’s store is full: nothing new can be kept at the moment. Nothing is lost.',
    why: 'Google keeps 500 KB for a script.',
    fix: 'Roster clears old answers away within an hour: try again then. If it lasts, ask the person who runs Roster to open the script’s Project Settings and to delete script properties that are not Roster’s.',
  }),
  'platform.valueTooBig': ({ bytes, limit }) => ({
    what: `This is too big to store: ${bytes} of ${limit} bytes.`,
    fix: 'Make it smaller: fewer targets, shorter texts.',
  }),
  'platform.argumentTooLarge': () => ({ what: 'Google refused a text as too long.', fix: 'Shorten it and try again.' }),
  'platform.tooManyCalls': ({ limit }) => ({
    what: `This would take more than ${limit} calls to Google, which is too much for one card.`,
    fix: 'Choose less at once: a smaller organizational unit, a group or single users.',
  }),
  'platform.noSpreadsheetOpen': () => ({
    what: 'Roster cannot see the open spreadsheet.',
    fix: 'Open the spreadsheet in Google Sheets and open Roster there.',
  }),
  'platform.spreadsheetGone': () => ({
    what: 'A spreadsheet of Roster no longer exists.',
    why: 'It was deleted.',
    fix: ASK,
  }),
  'platform.spreadsheetNoAccess': () => ({ what: 'You have no access to this spreadsheet.', fix: 'Ask its owner to share it with you.' }),
  'platform.spreadsheetProtected': () => ({
    what: 'You may not edit this spreadsheet, or this part of it.',
    fix: 'Ask the owner of the spreadsheet to let you edit it.',
  }),
  'platform.spreadsheetFull': () => ({
    what: 'The spreadsheet is full.',
    why: 'Google allows ten million cells.',
    fix: 'Delete tabs or empty rows and columns.',
  }),
  'platform.triggersTooMany': () => ({
    what: 'Google allows no more timers for this account.',
    why: 'There is a limit of 20 timers for one script, and of timers made in one day.',
    fix: 'Delete old timers of Roster in the script’s list of triggers, or try again tomorrow.',
  }),
  'platform.mailAddressRefused': () => ({ what: 'An address cannot be written to.', fix: 'Check the addresses in the settings.' }),
  'platform.mailTooManyAddressees': ({ count, limit }) => ({
    what: `A message to ${count} people is not possible; ${limit} is the limit.`,
    fix: 'Shorten the list of addresses.',
  }),
  'platform.mailTooLarge': () => ({
    what: 'The message is too long for Google to send.',
    fix: 'Open the request in Roster to see everything.',
  }),
  'platform.mailOff': () => ({ what: 'Mail is switched off for this account.', fix: 'Ask your administrator to switch Gmail on for it.' }),
  'platform.notFromCard': () => ({ what: 'Roster answers only in its own side panel.', fix: 'Open Roster in Google Sheets.' }),
  'platform.pageNotOperators': () => ({
    what: 'This page does not run as the account that Roster was set up with.',
    why: 'Somebody else deployed it.',
    fix: 'Ask the person who runs Roster to deploy the page as that account.',
  }),
  'platform.bug': ({ errorId }) => ({
    what: 'Roster made a mistake.',
    why: 'What was started may be unfinished.',
    fix: `Go back and try again. If it happens again, give this number to the person who runs Roster: ${errorId}`,
  }),
};
