import { formatNumber, plural } from './plural';
import type { Wordings } from './explain';

const contacts = (count: unknown): string => plural(Number(count), 'contact');
const destinations = (count: unknown): string => plural(Number(count), 'destination');

/** What every guard says at its end. */
const reviewed = 'Look at what changed. If it was meant, use “Review and allow once”, which asks a Security Officer.';

/** How a sync is approved anew. */
const sentAgain = 'Choose “Edit”, go on to the preview and send it. Nothing has to be changed for that.';

/** Wording of what a sync needs before it is saved, and of what stops it at night. */
export const explainSync = {
  'sync.notFound': () => ({ what: 'There is no such sync.', fix: 'Go back to the list of contact syncs.' }),
  'sync.draftGone': () => ({ what: 'There is no half-filled sync of yours.', fix: 'Begin a new one.' }),
  'sync.notToBeSeen': ({ name }) => ({
    what: `What “${String(name)}” does cannot be shown: the workbook does not hold what was approved.`,
    why: 'Somebody edited the hidden tab “Exchange”. The sync itself goes on as it was approved.',
    fix: 'Wait for its next night, or press “Run now”: it is written down again.',
  }),
  'sync.definitionLost': ({ name }) => ({
    what: `What “${String(name)}” is to do is not in the ledger as it was approved. It stands still, and nothing was deleted.`,
    fix: 'Make the sync anew, or restore the ledger from its version history.',
  }),
  'sync.noDestination': () => ({
    what: 'Nobody is behind the chosen destinations now.',
    fix: 'Choose users, groups, organizational units or domains in which somebody is.',
  }),
  'sync.someBehind': ({ count }) => ({
    what: `${destinations(count)} could not be brought into step.`,
    fix: 'The list of destinations says why. The next run tries them again.',
  }),
  'sync.notEmptied': ({ count }) => ({
    what: `${destinations(count)} still ${Number(count) === 1 ? 'has' : 'have'} what the sync delivered. It is paused and fills nothing again.`,
    why: 'Nobody reaches the contacts of suspended users; the list of destinations names the others.',
    fix: 'Delete the sync once more when they can be reached, or delete it and keep the contacts.',
  }),
  'sync.busy': ({ name }) => ({
    what: `“${String(name)}” has a request that is not over yet.`,
    fix: 'Wait until it is, or withdraw it.',
  }),
  'sync.tooMany': ({ limit }) => ({
    what: `There are ${formatNumber(Number(limit))} syncs, which is as many as there may be.`,
    fix: 'Delete one that nobody needs.',
  }),
  'sync.beyondGuard': ({ count }) => ({
    what: `At ${destinations(count)} a guard would be broken. Nothing was changed anywhere.`,
    fix: reviewed,
  }),
  'sync.overtaken': ({ others }) => ({
    what: `${plural(Number(others), 'change')} would be made at the destination that the preview did not name. Nothing was changed there.`,
    why: 'Somebody changed contacts there since the preview.',
    fix: 'Nothing to do: the next run looks again.',
  }),
  'sync.notShown': ({ missing }) => ({
    what: `${plural(Number(missing), 'change')} that Google confirmed did not show when the destination was read again.`,
    fix: 'Nothing to do: it is read again in some minutes.',
  }),
  'sync.nameMissing': () => ({ what: 'The sync has no name.', fix: 'Give it a name, to find it again.' }),
  'sync.nameTooLong': ({ limit }) => ({ what: 'The name is too long.', fix: `Shorten it to ${plural(Number(limit), 'character')}.` }),
  'sync.descriptionTooLong': ({ limit }) => ({
    what: 'The description is too long.',
    fix: `Shorten it to ${plural(Number(limit), 'character')}.`,
  }),
  'sync.sourceMissing': () => ({ what: 'No source user is chosen.', fix: 'Choose the user whose contacts are kept in step.' }),
  'sync.groupMissing': () => ({ what: 'No label of the source user is chosen.', fix: 'Choose the label whose contacts are kept in step.' }),
  'sync.usersMissing': () => ({
    what: 'Nobody is chosen whose directory entries become contacts.',
    fix: 'Choose domains, organizational units or groups.',
  }),
  'sync.targetNameMissing': () => ({
    what: 'The label at the destinations has no name.',
    why: 'A directory has no label whose name it could have.',
    fix: 'Enter a name, for example that of your organization.',
  }),
  'sync.targetNameTooLong': ({ limit }) => ({
    what: 'The name of the label is too long.',
    fix: `Shorten it to ${plural(Number(limit), 'character')}.`,
  }),
  'sync.targetNameReserved': ({ name }) => ({
    what: `“${String(name)}” is the name of a label of Google’s own.`,
    fix: 'Enter another name for the label at the destinations.',
  }),
  'sync.guardShare': () => ({ what: 'The share of contacts that may be deleted is no percentage.', fix: 'Enter a number from 0 to 100.' }),
  'sync.guardContacts': ({ limit }) => ({
    what: 'The number of contacts that may be deleted cannot be used.',
    fix: `Enter a whole number from 0 to ${formatNumber(Number(limit))}.`,
  }),
  'sync.destinationsMissing': () => ({
    what: 'No destination is chosen.',
    fix: 'Choose users, groups, organizational units or domains, or read them from a Sheet.',
  }),
  'sync.onlySource': ({ email }) => ({
    what: `${String(email)} is the source, and the only destination.`,
    fix: 'Choose somebody else as a destination.',
  }),
  'sync.cycle': ({ path }) => ({
    what: `This sync would feed itself: ${String(path)}.`,
    why: 'What it delivers comes back to its source by way of other syncs, and every night would add to it.',
    fix: 'Leave one of these users out of the destinations, or deliver into a label that no sync reads.',
  }),
  'sync.labelExists': ({ label }) => ({
    what: `The destination has a label “${String(label)}” already, and the sync was told to leave such destinations out.`,
    fix: 'Allow in the sync that the label is joined, or choose another name for it.',
  }),
  'sync.labelNameDoubtful': ({ label }) => ({
    what: `Google has a label “${String(label)}” of its own in this account and may refuse another one.`,
    fix: 'To be sure choose another name for the label at the destinations.',
  }),
  'sync.labelNameTaken': ({ label, current }) => ({
    what: `The label stays “${String(current)}” there: the destination has another one that is called “${String(label)}”.`,
    fix: 'Nothing to do. The contacts are kept in step all the same.',
  }),
  'sync.sourceGone': ({ email }) => ({
    what: `The source user ${String(email)} does not exist any more. The sync stands still, and nothing was deleted.`,
    // Google: a deleted user can be restored for 20 days (https://support.google.com/a/answer/1397578).
    fix: 'Restore the account in the Admin console, which is possible for 20 days, or edit the sync and choose another source.',
  }),
  'sync.sourceSuspended': ({ email }) => ({
    what: `The source user ${String(email)} is suspended or archived. The sync stands still, and nothing was deleted.`,
    fix: 'Restore the user, or edit the sync and choose another source.',
  }),
  'sync.sourceGroupGone': ({ email, label }) => ({
    what: `${String(email)} has no label “${String(label)}” any more. The sync stands still, and nothing was deleted.`,
    fix: 'Edit the sync and choose another label.',
  }),
  'sync.sourceEmptied': ({ before }) => ({
    what: `The source is empty; it had ${contacts(before)}. Nothing was changed.`,
    why: 'An empty source more often means a mistake than a wish to delete everything everywhere.',
    fix: reviewed,
  }),
  'sync.incomplete': ({ what }) => ({
    what: `${String(what)} could not be read to the end. Nothing was changed.`,
    why: 'What a cut listing does not show would be taken for deleted.',
    fix: 'Nothing to do: the next run reads it again.',
  }),
  'sync.tooManyDeletions': ({ deletions, delivered, allowed }) => ({
    what: `${formatNumber(Number(deletions))} of ${contacts(delivered)} would be deleted at a destination; ${formatNumber(Number(allowed))} are allowed. Nothing was changed.`,
    fix: reviewed,
  }),
  'sync.tooLargeShare': ({ deletions, delivered, percent }) => ({
    what: `${formatNumber(Number(deletions))} of ${contacts(delivered)} would be deleted at a destination, which is more than ${String(percent)} %. Nothing was changed.`,
    fix: reviewed,
  }),
  'sync.selectorGone': ({ label, was }) => ({
    what: `${String(label)} does not exist any more; ${destinations(was)} came from it. Nothing was changed.`,
    why: 'Its members did not leave: nobody can tell who they are now.',
    fix: `Edit the sync and choose something else in its place. ${reviewed}`,
  }),
  'sync.selectorEmptied': ({ label, was }) => ({
    what: `${String(label)} has no users; it had ${formatNumber(Number(was))}. Nothing was changed.`,
    why: 'A group or unit that suddenly reads empty more often means a mistake than that everybody left.',
    fix: reviewed,
  }),
  'sync.tooManyLeavers': ({ leavers, before, percent }) => ({
    what: `${formatNumber(Number(leavers))} of ${destinations(before)} would lose the contacts, which is more than ${String(percent)} %. Nothing was changed.`,
    fix: reviewed,
  }),
  'sync.destinationsUnread': ({ count }) => ({
    what: `${destinations(count)} could not be looked up. Nobody lost anything.`,
    fix: 'Nothing to do: the next run looks again.',
  }),
  'sync.approvalMissing': () => ({
    what: 'What this sync does was never approved.',
    fix: sentAgain,
  }),
  'sync.approvalEnded': () => ({
    what: 'The approval of this sync has ended. Nothing was changed.',
    why: 'It holds for a year, and is asked for again then.',
    fix: sentAgain,
  }),
  'sync.approvalVoid': () => ({
    what: 'The approval of this sync does not count any more. Nothing was changed.',
    why: 'Somebody who approved it is no Security Officer now.',
    fix: sentAgain,
  }),
  'sync.ruleChanged': () => ({
    what: 'What this sync does is not what was approved. Nothing was changed.',
    fix: sentAgain,
  }),
  'sync.beyondCap': ({ of, planned, cap }) => ({
    what: `This night needs ${formatNumber(Number(planned))} ${String(of)}; ${formatNumber(Number(cap))} are approved. Nothing was changed.`,
    fix: reviewed,
  }),
} as const satisfies Wordings;
