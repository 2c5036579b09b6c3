import { plural } from './plural';
import type { Wordings } from './explain';

/** Wording of what keeps contacts from being removed, or a run from being undone. */
export const explainUndo = {
  'workflow.deliveryMissing': () => ({
    what: 'No request is chosen whose contacts shall be removed.',
    fix: 'Choose one of the list, or another kind of removal.',
  }),
  'workflow.deliveryChanged': ({ said }) => ({
    what: `Roster does not find ${String(said)} any more.`,
    why: 'The user was renamed or deleted, or the request is not listed any more, since it was chosen.',
    fix: 'Choose it again in the action, and ask again. Nothing was removed.',
  }),
  'workflow.originMissing': () => ({
    what: 'Nobody is chosen whose copied contacts shall be removed.',
    fix: 'Choose the user from whom they were copied.',
  }),
  'workflow.removalNotConfirmed': () => ({
    what: 'That contacts are to be removed was not confirmed.',
    fix: 'Switch on “Yes, remove them from all targets”, or go back.',
  }),
  'removal.kept': ({ kept }) => ({
    what: `${plural(Number(kept), 'copied contact')} stayed.`,
    why: 'Somebody edited them after they were copied, merged them with others, or had them before.',
    fix: 'Nothing to do: what people changed is theirs.',
  }),
  'removal.inStep': ({ contacts }) => ({
    what: `${plural(Number(contacts), 'contact')} of a contact sync would go, too: its next run may bring them back.`,
    why: 'What a sync delivered counts as copied by Roster.',
    fix: 'Pause or delete the sync first, when they shall stay away.',
  }),
  'run.removalOvertaken': ({ others }) => ({
    what: `${plural(Number(others), 'contact')} would be removed that the preview did not name, so nothing more was removed here.`,
    why: 'They were copied, or put back to what they were, after the preview.',
    fix: 'Ask again: the new preview names what would be removed now.',
  }),
  'run.stillShown': ({ shown }) => ({
    what: `Google confirmed the removal, and still shows ${plural(Number(shown), 'removed contact')}.`,
    why: 'What was just removed may show for some minutes.',
    fix: 'Nothing to do: Roster looks again in a few minutes.',
  }),
  'undo.syncPaused': () => ({
    what: 'A run of this sync was undone, and the sync was paused for it.',
    why: 'Its next run brings back what the undo took.',
    fix: 'Edit the sync, or resume it when that is meant.',
  }),
  'undo.left': ({ count }) => ({
    what: `${plural(Number(count), 'change')} of the earlier run stayed.`,
    why: 'Somebody changed the same since, the place is gone, or Roster cannot take it back.',
    fix: 'The preview says which and why. Change it by hand where it is meant.',
  }),
  'undo.recordGone': () => ({
    what: 'Roster has no whole record of that run any more.',
    why: 'Somebody changed or deleted rows of the ledger, or it was made anew.',
    fix: 'Contacts can be removed by the action “Remove contacts that Roster copied”; change users by hand.',
  }),
  'undo.nothing': ({ name }) => ({
    what: `“${String(name)}” did nothing that could be undone.`,
    fix: 'Nothing to do. Its results say how it ended for each target.',
  }),
} satisfies Wordings;
