import { stateInWords } from './explainApproval';
import { plural } from './plural';
import type { Wording, Wordings } from './explain';

/** Which bound of a pre-approval an intent breaks. */
const bounds: Readonly<Record<string, string>> = {
  ended: 'Its end date has passed.',
  requester: 'It does not name you.',
  workflowType: 'It does not hold for this type of workflow.',
  action: 'It does not hold for this action.',
  scope: 'Some targets are outside its scope.',
  targets: 'There are more targets than it allows in a day.',
  contactsPerTarget: 'A target would get more contacts than it allows.',
  deletions: 'It would delete more than it allows in a day.',
  void: 'One of the two officers behind it is none any more.',
  delegate: 'An officer decides about each request of a delegate.',
  notConfirmedByAnother: 'It was made and confirmed by the same person.',
  madeForThemself: 'A Security Officer made it for themself.',
};

const closed: Wording = ({ url, operator }) => ({
  what: 'The workbook of Roster cannot be opened. Nothing is lost.',
  why: 'It is not shared with you, or it was deleted.',
  fix: `Ask ${operator} to open Set-up in Roster’s settings and to enter your address there, or to restore the workbook. It was at ${url}`,
});

/** Google: deleted files can be restored for 25 days (https://support.google.com/a/answer/6052340). */
const restore = (operator: unknown): string =>
  `Restore it (from the bin of ${String(operator)}, or within 25 days in the Admin console) or give that account access again: then everything goes on by itself.`;

/** Wording of requests, their approval, their run and the bridge to the operator. */
export const explainRequest = {
  'request.notFound': () => ({
    what: 'This request was not found.',
    why: 'It is closed and old, or it is not yours to see.',
    fix: 'Go to Home and choose one of the list.',
  }),
  'request.notInState': ({ name, state }) => ({
    what: `“${name}” cannot do that now. Its status: ${stateInWords(state)}.`,
    fix: 'Refresh to see where it stands.',
  }),
  'request.tooManyOpen': ({ limit }) => ({
    what: `${plural(Number(limit), 'request is', 'requests are')} open already.`,
    fix: 'Send or withdraw one of them first.',
  }),
  'request.notYours': ({ name }) => ({
    what: `“${name}” is somebody else’s request.`,
    fix: 'Only the person who asked can send or withdraw it.',
  }),
  'request.changed': ({ name }) => ({
    what: `“${name}” is not what you confirmed.`,
    why: 'It was prepared again meanwhile.',
    fix: 'Look at the preview again, then send it.',
  }),
  'request.expired': ({ name }) => ({ what: `“${name}” has expired.`, fix: 'Make the workflow again; its preview would be too old.' }),
  'request.requesterNotAllowed': () => ({
    what: 'The person who asked may not ask for this.',
    why: 'They are not a super administrator any more, or their account is suspended or gone.',
    fix: 'Another administrator can make the request.',
  }),
  'request.previewAltered': () => ({
    what: 'The preview below is not the one that Roster wrote.',
    why: 'Somebody edited the Preview or the Requests tab of the workbook.',
    fix: 'Withdraw this request and preview the workflow again.',
  }),
  'preApproval.gone': () => ({
    what: 'The pre-approval was withdrawn.',
    fix: 'Preview the workflow again to see whether another one covers it.',
  }),
  'preApproval.changed': () => ({ what: 'The pre-approval was changed after the preview.', fix: 'Preview the workflow again.' }),
  'preApproval.doesNotCover': ({ why }) => ({
    what: 'The pre-approval does not cover this.',
    why: bounds[String(why)],
    fix: 'Make it smaller, or preview it again when a pre-approval covers it. Nothing was changed.',
  }),
  'preview.notThere': () => ({ what: 'There is no preview of it.', fix: 'Refresh in a few minutes: it is there once it was prepared.' }),
  'preview.altered': () => ({
    what: 'The preview that is stored is not the one that was made. Nothing was changed.',
    why: 'The ledger was edited or is damaged.',
    fix: 'Do not approve it. Tell the account that runs Roster, then have the request made again.',
  }),
  'preview.noSuchTarget': () => ({ what: 'The preview has no contacts for this target.', fix: 'Go back and choose one of the list.' }),
  // Who follows a link may have no add-on, and more than one account.
  'page.notFound': () => ({
    what: 'This request was not found.',
    why: 'It is closed and old, or it is not yours to see.',
    fix: 'Open the link of the mail with the account that the mail was sent to.',
  }),
  'page.unknownOption': () => ({ what: 'Roster does not know what the page asked for.', fix: 'Load the page again.' }),
  'run.intentAltered': () => ({
    what: 'What was approved and what is stored are not the same. Nothing was changed.',
    why: 'The ledger was edited or is damaged.',
    fix: 'Tell the account that runs Roster, then make the request again.',
  }),
  'run.intentGone': () => ({
    what: 'The record of what was approved is gone. Nothing more is copied.',
    why: 'The ledger of Roster was deleted, or rows of it were.',
    fix: 'Make the request again: what was copied before stays, and nothing is copied twice.',
  }),
  'run.otherPlanner': () => ({
    what: 'Roster was updated after the preview. Nothing was changed.',
    fix: 'Make the request again, so that its preview holds.',
  }),
  'run.sourceChanged': ({ added, edited, removed }) => ({
    what: `The source changed after the preview: ${plural(Number(added ?? 0), 'contact')} added, ${Number(edited ?? 0)} edited, ${Number(removed ?? 0)} removed.`,
    why: 'Only what was previewed may be copied.',
    fix: 'Make the request again with a new preview. What was copied before stays.',
  }),
  'run.anotherIsWriting': () => ({ what: 'Roster is at work on something else.', fix: 'Refresh in a few minutes.' }),
  'run.outOfTime': () => ({ what: 'The time of this execution is up.', fix: 'Roster goes on by itself at its next look for work.' }),
  'run.bug': () => ({
    what: 'Roster made a mistake at this target.',
    fix: 'Tell the account that runs Roster; the log of that time says more. Running again copies nothing twice.',
  }),
  'bridge.tooManyQuestions': () => ({ what: 'Too many things wait for Roster already.', fix: 'Try again in a few minutes.' }),
  'bridge.answerTooBig': () => ({
    what: 'The answer is too long to be passed on.',
    fix: 'Go on without a label, or ask the account that runs Roster to make the workflow.',
  }),
  'bridge.tooOld': () => ({
    what: 'Roster did not come to this within a day.',
    why: 'Its account may have lost its timer, or the list is longer than it can read.',
    fix: 'Look it up again; if that does not help, tell the person who runs Roster.',
  }),
  'parcel.missing': () => ({ what: 'The list of targets did not arrive.', fix: 'Preview the workflow again.' }),
  'parcel.altered': () => ({
    what: 'The list of targets was altered on its way. Nothing was changed.',
    why: 'Somebody edited the hidden tab “Exchange” of the workbook.',
    fix: 'Preview the workflow again.',
  }),
  'who.noAddress': () => ({
    what: 'Google did not say who you are.',
    why: 'You are signed in to another organization, or not at all.',
    fix: 'Sign in with your work account and open Roster again.',
  }),
  'who.outside': () => ({
    what: 'Roster does not find your account in this organization.',
    why: 'You are signed in to another one, or the account that runs Roster may not look people up.',
    fix: 'Sign in with your work account and open the page again.',
  }),
  'who.suspended': () => ({ what: 'Your account is suspended or archived.', fix: 'Ask a super administrator to restore it.' }),
  'who.notAdministrator': ({ operator }) => ({
    what: 'Roster is for super administrators.',
    fix: `Ask a super administrator to do this for you, or write to ${operator}.`,
  }),
  'who.notSuperAdministrator': () => ({
    what: 'Only a super administrator can set Roster up.',
    fix: 'Ask a super administrator of your organization.',
  }),
  'who.notOperator': ({ operator }) => ({
    what: `Only ${operator} can do this.`,
    why: 'Roster was set up with that account.',
    fix: `Sign in as ${operator}.`,
  }),
  'setUp.missing': () => ({
    what: 'Roster is not set up for your organization yet.',
    fix: 'Ask a super administrator to open Roster and set it up.',
  }),
  'setUp.serviceAccountMissing': () => ({
    what: 'The service account is missing.',
    fix: 'Enter the e-mail address of the service account.',
  }),
  'setUp.serviceAccountForm': () => ({
    what: 'This is not the address of a service account.',
    fix: 'Copy it from the Google Cloud console; it ends in .iam.gserviceaccount.com.',
  }),
  'setUp.webAppForm': () => ({
    what: 'This is not the address of a deployed web app.',
    fix: 'Copy it from “Manage deployments”; it begins with https://script.google.com/ and ends in /exec. Or leave it empty.',
  }),
  'setUp.administratorsForm': ({ addresses }) => ({
    what: 'Some addresses cannot be read.',
    fix: `Correct: ${Array.isArray(addresses) ? addresses.join(', ') : String(addresses)}.`,
  }),
  'setUp.otherVersion': ({ recorded, running }) => ({
    what: `Roster ${running} is installed, but ${recorded} was set up.`,
    fix: 'The account that set Roster up has to open it and press “Repair”.',
  }),
  'setUp.versionToRecord': () => ({
    what: 'Roster was updated.',
    why: 'Nothing runs before you confirm the new version.',
    fix: 'Press “Repair”.',
  }),
  'setUp.versionNotRecorded': () => ({
    what: 'Roster was updated.',
    why: 'Nothing runs before the account that set it up confirms the new version.',
    fix: 'Ask it to open Roster and press “Repair”.',
  }),
  'setUp.workbookClosed': closed,
  'setUp.workbookGone': ({ operator }) => ({
    what: 'The workbook of Roster cannot be opened. Nothing is lost.',
    why: `It was deleted, or ${String(operator)} may not open it any more.`,
    fix: `${restore(operator)} If it is gone for good, open Roster as ${String(operator)}, press “Set up again” and enter the addresses of all administrators: a new one is made, and runs go on. What was not sent yet has to be previewed again.`,
  }),
  'setUp.ledgerGone': ({ operator }) => ({
    what: 'The ledger of Roster cannot be opened. No contact is written before it is there again.',
    why: `It was deleted, or ${String(operator)} may not open it any more.`,
    fix: `${restore(operator)} If it is gone for good, open Roster as ${String(operator)} and press “Set up again”: a new one is made. Requests that were open then fail and have to be made again; nothing is copied twice.`,
  }),
} as const satisfies Wordings;
