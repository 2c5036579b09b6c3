import { plural } from './plural';
import type { Wordings } from './explain';

/** Wording of what keeps a workflow from being made, previewed or sent. */
export const explainWorkflow = {
  'workflow.nameMissing': () => ({ what: 'The workflow has no name.', fix: 'Give the workflow a name.' }),
  'workflow.nameTooLong': ({ limit }) => ({ what: 'The name is too long.', fix: `Shorten it to ${plural(Number(limit), 'character')}.` }),
  'workflow.typeMissing': () => ({ what: 'The workflow has no type.', fix: 'Choose a type.' }),
  'workflow.descriptionTooLong': ({ limit }) => ({
    what: 'The description is too long.',
    fix: `Shorten it to ${plural(Number(limit), 'character')}.`,
  }),
  'workflow.startMissing': () => ({
    what: 'There is no time at which the run shall start.',
    fix: 'Choose a date and time, or switch “Run immediately after approval” on.',
  }),
  'workflow.startPast': () => ({ what: 'The time at which the run shall start is over.', fix: 'Choose a time that is still to come.' }),
  'workflow.startTooLate': ({ days }) => ({
    what: 'The run would start after the request has expired.',
    fix: `Choose a time within the next ${plural(Number(days), 'day')}.`,
  }),
  'workflow.tooManyTags': ({ limit }) => ({ what: 'There are too many tags.', fix: `Keep at most ${plural(Number(limit), 'tag')}.` }),
  'workflow.tagTooLong': ({ tag, limit }) => ({
    what: `The tag “${tag}…” is too long.`,
    fix: `Shorten each tag to ${plural(Number(limit), 'character')}, with commas between tags.`,
  }),
  'workflow.searchEmpty': () => ({ what: 'There is nothing to search for.', fix: 'Type the beginning of a name or address.' }),
  'workflow.targetsMissing': () => ({
    what: 'Nobody is chosen yet.',
    fix: 'Choose at least one user, group, organizational unit or domain.',
  }),
  'workflow.targetsNotConfirmed': () => ({
    what: 'The targets were not confirmed.',
    fix: 'Go back to the targets and press “Proceed to actions” on their list.',
  }),
  'workflow.targetsChanged': () => ({
    what: 'The targets are not the ones that were shown.',
    why: 'The directory changed meanwhile.',
    fix: 'Look at the list again.',
  }),
  'workflow.noTargetLeft': () => ({ what: 'No target is left.', fix: 'Put somebody back, or go back and choose others.' }),
  'workflow.onlySuspended': () => ({
    what: 'Everybody in this list is suspended or archived, so nobody would get contacts.',
    why: 'Google gives nobody access to the contacts of such an account.',
    fix: 'Restore the accounts in the Admin console and press “Look up again”, or go back and choose others.',
  }),
  'workflow.onlySourceLeft': () => ({
    what: 'The source user is the only target.',
    why: 'Nobody gets their own contacts.',
    fix: 'Choose other targets or another source user.',
  }),
  'workflow.actionsMissing': () => ({ what: 'There is no action yet.', fix: 'Add an action.' }),
  'workflow.actionGone': () => ({ what: 'This action is no longer part of the workflow.', fix: 'Go back to the actions.' }),
  'workflow.actionsConflict': ({ position }) => ({
    what: `Action ${String(position)} does not go with one before it.`,
    why: 'Both set the same, or it copies contacts to users who were suspended before.',
    fix: 'Remove one of them, put them into another order, or make two workflows of it.',
  }),
  'workflow.fieldsMissing': () => ({ what: 'No field is chosen.', fix: 'Choose a field and enter its value.' }),
  'workflow.groupsMissing': () => ({ what: 'No group is chosen.', fix: 'Type the beginning of a group’s address and pick a suggestion.' }),
  'workflow.spacesMissing': () => ({ what: 'No Chat space is chosen.', fix: 'Type a word of its name, press “Find spaces” and add one.' }),
  'workflow.groupNotFound': ({ typed }) => ({
    what: `There is no group ${String(typed)}.`,
    fix: 'Type the beginning of the address and pick a suggestion.',
  }),
  'workflow.suspensionNotConfirmed': () => ({
    what: 'That the targets are to be locked out was not confirmed.',
    fix: 'Switch on “Yes, lock all targets out”, or go back.',
  }),
  'workflow.orgUnitMissing': () => ({
    what: 'No organizational unit is chosen.',
    fix: 'Type the beginning of its path and pick a suggestion.',
  }),
  'workflow.orgUnitNotFound': ({ typed }) => ({
    what: `There is no organizational unit ${String(typed)}.`,
    fix: 'Type the beginning of its path, for example /Sales, and pick a suggestion.',
  }),
  'workflow.sourceMissing': () => ({ what: 'No source user is chosen.', fix: 'Choose the user whose contacts are copied.' }),
  'workflow.sourceNotFound': ({ typed }) => ({
    what: `There is no user ${typed}.`,
    fix: 'Type the beginning of the address and pick a suggestion.',
  }),
  'workflow.sourceAsked': ({ typed }) => ({
    what: `Roster looks ${typed} up for you.`,
    why: 'Google shows the Directory to administrators only.',
    fix: 'Press the button again in some minutes.',
  }),
  'workflow.sourceSuspended': ({ email }) => ({
    what: `${email} is suspended or archived.`,
    why: 'Google gives no access to the contacts of such an account.',
    fix: 'Choose another source user, or restore the account first.',
  }),
  'workflow.noDraft': () => ({
    what: 'This workflow was sent or discarded in another window.',
    fix: 'Go to Home to see it or to start a new one.',
  }),
  'workflow.draftUnreadable': () => ({
    what: 'A half-filled workflow cannot be opened any more.',
    why: 'Another version of Roster kept it.',
    fix: 'Choose “New workflow” and fill it in again. What was sent before is not affected.',
  }),
  'workflow.tooManyLeftOut': ({ limit }) => ({
    what: `${plural(Number(limit), 'user')} are left out already, and no more can be.`,
    fix: 'Choose fewer at once: a smaller organizational unit or a group. Or put everybody back and choose the ones you mean.',
  }),
  'workflow.draftTooBig': ({ choices, leftOut }) => ({
    what: `The workflow is too big to keep: ${plural(Number(choices), 'choice')}, ${plural(Number(leftOut), 'user')} left out.`,
    why: 'Google keeps 500 KB for one person.',
    fix: 'Choose a group or an organizational unit instead of many single users, or make one workflow for each part of them.',
  }),
  'sheet.empty': ({ place }) => ({
    what: `There is no text in ${place}.`,
    fix: 'Select cells that hold addresses, or choose another column.',
  }),
  'sheet.noAddress': () => ({
    what: 'That is not the address of a Google Sheet.',
    fix: 'Open the Sheet, copy the whole address from the address bar of the browser, and paste it here.',
  }),
  'sheet.notThere': () => ({
    what: 'There is no Sheet at this address.',
    why: 'It was deleted, or a part of the address is missing.',
    fix: 'Copy the whole address from the address bar of the browser again.',
  }),
  'sheet.tabGone': ({ tab }) => ({ what: `The tab “${tab}” is not there any more.`, fix: 'Go back and choose again.' }),
} as const satisfies Wordings;
