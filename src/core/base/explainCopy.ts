import { plural } from './plural';
import type { Wordings } from './explain';

/** Wording of what can go wrong at one target of a copy. */
export const explainCopy = {
  'copy.labelGone': ({ label }) => ({
    what: `The source user no longer has the label “${label}”.`,
    why: 'It was deleted after the workflow was made.',
    fix: 'Edit the action and choose another label.',
  }),
  'copy.sourceGone': () => ({
    what: 'The source user does not exist any more.',
    why: 'The account was deleted after it was chosen.',
    // Google: a deleted user can be restored for 20 days (https://support.google.com/a/answer/1397578).
    fix: 'Edit the action and choose another source user. Or restore the account in the Admin console, which is possible for 20 days, and preview the workflow again.',
  }),
  'copy.sourceEmpty': ({ email, label }) => ({
    what:
      label === ''
        ? `${String(email)} has no contacts that could be copied.`
        : `${String(email)} has no contacts with the label “${String(label)}”.`,
    why: 'Contacts in the trash and those that Google collects under “Other contacts” do not count.',
    fix: 'Edit the action and choose another source user or label, or add contacts first. Nothing was changed.',
  }),
  'copy.labelExists': ({ label }) => ({
    what: `The target has a label “${label}” already, and the copy was told to leave such targets out.`,
    fix: 'Allow in the settings of the action that the label is joined, or rename it at the target.',
  }),
  'copy.labelNameDoubtful': ({ label }) => ({
    what: `Google has a label “${label}” of its own in this account and may refuse another one. Then nothing is copied to it.`,
    fix: 'To be sure rename the label at the source, or switch off that it is created at the targets.',
  }),
  'copy.labelNameReserved': ({ label }) => ({
    what: `Google keeps the name “${label}” for a label of its own: it could not be made at the target, and nothing was copied to it.`,
    fix: 'Rename the label at the source, or switch off that it is created at the targets; then make a new request.',
  }),
  'copy.moreThanApproved': ({ planned, approved }) => ({
    what: `The target now needs ${plural(Number(planned), 'new contact')}; ${plural(Number(approved), 'was', 'were')} approved. Nothing was written.`,
    why: 'The target or the source changed after the preview.',
    fix: 'Make a new request, so that what is written is what was approved.',
  }),
  'copy.otherThanApproved': ({ others }) => ({
    what: `The target now needs ${plural(Number(others), 'contact')} that the approved preview left out there. Nothing was written.`,
    why: 'Contacts of the target were added and deleted after the preview.',
    fix: 'Make a new request, so that what is written is what was approved.',
  }),
  'copy.contactsRefused': ({ count, message }) => ({
    what: `Google refused ${plural(Number(count), 'contact')}: ${message}`,
    fix: 'Correct the contact at the source user and run the workflow again; the others are in place.',
  }),
  'copy.outcomeUnknown': ({ created }) => ({
    what: `The connection broke while contacts were being written. ${plural(Number(created), 'contact')} had been confirmed before.`,
    why: 'Google did not say whether the last write took place.',
    fix: 'Run the workflow again in a few minutes: nothing is copied twice.',
  }),
} as const satisfies Wordings;
