import type { Wording, Wordings } from './explain';

const LATER = 'Nothing to do: Roster tries again by itself. If it lasts, see https://www.google.com/appsstatus.';

/** Google's text as a sentence's end. */
const quoted = (message: unknown): string => `“${String(message)}”${/[.!?]$/.test(String(message)) ? '' : '.'}`;

const said: (what: string, fix: string, why?: string) => Wording =
  (what, fix, why) =>
  ({ message }) => ({
    what: message === undefined || message === '' ? what : `${what} Google says: ${quoted(message)}`,
    ...(why === undefined ? {} : { why }),
    fix,
  });

/** Wording of what Google answers, by the codes that src/google/errors.ts translates to. */
export const explainGoogle = {
  // The installation is not complete: the same for every user.
  'google.delegationNotGranted': ({ serviceAccount, clientId, scope, message }) => ({
    what: `The service account ${serviceAccount ?? 'of Roster'} may not act for users of this organization.${message === undefined ? '' : ` Google says: ${quoted(message)}`}`,
    why: 'Domain-wide delegation is missing, lacks the scope, or was granted less than a day ago.',
    fix: `In the Admin console, under Security > API controls > Domain-wide delegation, add ${clientId === undefined ? `the numeric client ID of the service account ${serviceAccount ?? ''}` : `the client ID ${clientId}`} with the scope ${scope ?? ''}`,
  }),
  'google.assertionRefused': said(
    'Google refused the signed request for a token.',
    'Try again in a minute. If it lasts, check that the service account is enabled.',
    'Its time or signature was not accepted.',
  ),
  'google.serviceAccountUnusable': said('The service account cannot be used.', 'Check in the Cloud console that it exists and is enabled.'),
  'google.serviceAccountNotFound': said('The service account was not found.', 'Check its address in the settings of Roster.'),
  'google.signJwtRoleMissing': said(
    'Roster may not sign for the service account.',
    'In the Cloud console give the operator the role Service Account Token Creator on this service account. It takes effect within minutes.',
    'The role is missing; being owner of the project is not enough.',
  ),
  'google.apiNotEnabled': said(
    'A Google API that Roster needs is switched off.',
    'Enable the API in the Cloud project of Roster, then wait a few minutes.',
  ),
  'google.scopeMissing': ({ permission }) => ({
    what: `Roster was not given the permission "${permission}".`,
    fix: 'Open Roster with the account that it was set up with, and press “Grant permission” there.',
  }),
  'google.apisForbidden': said(
    'Your organization does not allow this API.',
    'In the Admin console, under Security > API controls, allow API access.',
  ),
  'google.notAuthorized': said(
    'You do not have the administrator rights for this.',
    'Ask a super administrator for the right, or to do it.',
  ),
  'google.rolesNotAuthorized': said(
    'This account may not see or change who has which administrator role.',
    'Ask again without roles, or make the account that carries out requests a super administrator in the Admin console first.',
    'Google lets only super administrators do that.',
  ),
  'google.chatAppMissing': said(
    'Google Chat does not know Roster.',
    'In the Cloud console of Roster’s project, on the page of the Google Chat API, open Configuration and enter a name, an avatar and a description; no feature has to be switched on. Then try again.',
    'Google answers questions about Chat only to a project that has a Chat app, whatever it does.',
  ),
  'google.chatNotAuthorized': said(
    'Roster’s account may not manage Chat spaces.',
    'In the Admin console give it an administrator role with the right “Manage Chat and Spaces conversations”.',
  ),
  'google.authorizationRefused': said(
    'Google did not accept Roster’s own authorization.',
    'Open Roster again and allow what it asks for; then try again.',
    'The permission was taken back, or the session ended.',
  ),
  // One user.
  'google.userWithoutToken': said(
    'Google gives no access to this account.',
    'Check in the Admin console that the account is active; then run the workflow again.',
    'The account is suspended, was deleted or was renamed a moment ago.',
  ),
  'google.serviceOff': said(
    'Contacts are not available for this account.',
    'Switch the Contacts service on for its organizational unit, or leave the account out.',
    'The service is off for the user, or the account is restricted.',
  ),
  'google.accountFull': said(
    'The account has no room for more contacts.',
    'Delete contacts there and empty its trash, then run the workflow again.',
    'Google allows 25,000 contacts, with those in the trash.',
  ),
  'google.notAddedToSpace': said(
    'Google did not add the account to the space.',
    'Switch Chat on for the account’s organizational unit, or make room in the space; then run the workflow again.',
    'Chat is off for the account, or the space has as many members as Google allows.',
  ),
  'google.unauthorized': said(
    'Google did not accept the access token.',
    'Run the workflow again.',
    'The token ran out, or the account was changed meanwhile.',
  ),
  // It passes.
  'google.unavailable': said('Google was not available.', LATER),
  'google.rateLimited': said('Google asked to go slower.', LATER),
  'google.customerBusy': said('Too many programs use the Directory of your organization at once.', LATER),
  'google.minuteQuota': said('The quota of this minute is used up.', LATER),
  'google.notReadyYet': said('Google has not finished creating the account.', 'Try again in a few minutes.'),
  'google.labelNotReady': said(
    'Google did not find the label at the target.',
    'Run the workflow again: nothing is copied twice.',
    'It was made a moment ago, or somebody deleted it meanwhile.',
  ),
  'google.dayQuota': said('The quota of this day is used up.', 'Run the workflow again tomorrow: nothing is copied twice.'),
  'google.accountQuota': said(
    'The account takes no more changes for now.',
    'Run the workflow again in a few hours: nothing is copied twice.',
  ),
  // One item.
  'google.etagConflict': said('The contact was changed at the same moment.', 'Run it again: the contact is read afresh.'),
  'google.itemsRefused': said('Google refused some of the contacts.', 'See which, correct them at the source and run the workflow again.'),
  'google.userLimit': said(
    'Google creates no more users.',
    'Buy licenses, or delete users who left; then ask again for those who are missing.',
    'The licenses of the organization are used up.',
  ),
  'google.rolesFull': said(
    'Google takes no more assignments of administrator roles.',
    'In the Admin console, under Admin roles, take roles away that nobody needs, or give the role to a security group.',
    'An organization, or one of its organizational units, has as many assignments as Google allows.',
  ),
  'google.exists': said('It exists already.', 'Nothing to do.'),
  'google.notFound': said('It was not found.', 'It may have been deleted meanwhile: choose it again.'),
  'google.changeForbidden': said(
    'Google does not let the operator make this change.',
    'Give the operator an administrator role that covers it, or make the change in the Admin console.',
    'The user is an administrator, the group is closed to such changes, or the role of the operator does not reach that far.',
  ),
  'google.invalidRequest': said('Google refused the request.', 'Tell the person who runs Roster, with the text above.'),
  'google.unexpected': said('Google answered something Roster does not know.', 'Try again; if it lasts, tell the person who runs Roster.'),
  // Nobody knows.
  'google.unknownOutcome': said(
    'The connection broke, and it is not known whether the change took place.',
    'Run it again in a few minutes: nothing is done twice.',
  ),
} as const satisfies Wordings;

export type GoogleCode = keyof typeof explainGoogle;
