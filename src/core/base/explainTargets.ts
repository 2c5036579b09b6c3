import { plural } from './plural';
import type { Wordings } from './explain';

/** Wording of what is found while targets are read, looked up and resolved. */
export const explainTargets = {
  'target.blank': () => ({
    what: 'The cell is empty.',
    fix: 'Enter a user address, a group address, an organizational unit path or a domain.',
  }),
  'target.cellError': ({ text }) => ({
    what: `The formula in this cell gives the error ${String(text)}`,
    fix: 'Mend the formula, or type the address into the cell.',
  }),
  'target.addressTakenFor': ({ email, latin }) => ({
    what: `${String(email)} looks like ${String(latin)}, but some of its letters are of another alphabet. Nobody has this address.`,
    fix: 'Type the address anew if you mean the one that it looks like.',
  }),
  'target.severalInOneCell': ({ text }) => ({
    what: `“${text}” names more than one address.`,
    fix: 'Put each address into a cell of its own.',
  }),
  'target.unreadable': ({ text }) => ({
    what: `“${text}” is not an address, an organizational unit path or a domain.`,
    fix: 'Write ann@example.com, /Sales/EMEA or example.com.',
  }),
  'target.addressNotFound': ({ email }) => ({
    what: `No user or group has the address ${email}.`,
    fix: 'Check the spelling in the Admin console.',
  }),
  'target.addressExternal': ({ email }) => ({
    what: `${email} is outside your organization.`,
    why: 'Contacts can only be copied to users of your own domains.',
    fix: 'Choose an address of one of your domains.',
  }),
  'target.orgUnitNotFound': ({ path }) => ({
    what: `There is no organizational unit ${path}.`,
    fix: 'Copy the full path from the Admin console, for example /Sales/EMEA.',
  }),
  'target.domainNotFound': ({ domainName }) => ({
    what: `${domainName} is not a domain of your organization.`,
    fix: 'Choose one of your own domains.',
  }),
  'target.userGone': ({ label }) => ({
    what: `The user ${label} was not found.`,
    why: 'The account was deleted after it was chosen.',
    fix: 'Remove it from the targets.',
  }),
  'target.accountGone': () => ({
    what: 'The account no longer exists.',
    why: 'It was deleted after the targets were confirmed.',
    // Google: a deleted user can be restored for 20 days (https://support.google.com/a/answer/1397578).
    fix: 'Nothing to do if that was meant. Otherwise restore it in the Admin console within 20 days and run the workflow again.',
  }),
  'target.groupGone': ({ label }) => ({
    what: `The group ${label} was not found.`,
    why: 'It was deleted after it was chosen.',
    fix: 'Remove it from the targets.',
  }),
  'target.orgUnitGone': ({ label }) => ({
    what: `The organizational unit ${label} was not found.`,
    why: 'It was deleted after it was chosen.',
    fix: 'Remove it from the targets.',
  }),
  'target.domainGone': ({ label }) => ({ what: `The domain ${label} is no longer yours.`, fix: 'Remove it from the targets.' }),
  'target.nobody': ({ label }) => ({ what: `${label} has no users.`, fix: 'Choose something else, or go on without it.' }),
  'target.memberExternal': ({ email, group }) => ({
    what: `${email}, a member of ${group}, is outside your organization and was left out.`,
    fix: 'Nothing to do: contacts reach only users of your own domains.',
  }),
  'target.memberNotFound': ({ email, group }) => ({
    what: `${email}, a member of ${group}, was not found among the users and was left out.`,
    why: 'The account was deleted or created a moment ago.',
    fix: 'Look the group up again in a few minutes.',
  }),
  'target.wholeCustomer': ({ group }) => ({
    what: `${group} contains everyone in the organization; that entry was left out.`,
    why: 'Such a membership does not list its users.',
    fix: 'Choose the domain as a target if you mean everyone.',
  }),
  'target.isSource': ({ email }) => ({
    what: `${email} is the source and was left out.`,
    fix: 'Nothing to do: contacts are never copied to the user they come from.',
  }),
  'target.suspended': ({ email }) => ({
    what: `${email} was skipped: the account is suspended or archived.`,
    why: 'Google gives nobody access to the contacts of such an account.',
    fix: 'Restore the account and run the workflow again.',
  }),
  'target.tooFull': ({ existing, creates, limit }) => ({
    what: `The account holds ${plural(Number(existing), 'contact')} and has no room for ${plural(Number(creates), 'new one')}. Nothing is written to it.`,
    why: `Google allows ${String(limit)} contacts in an account; those in the trash count, too.`,
    fix: 'Delete contacts there and empty its trash, or copy fewer: a label, or less of the source.',
  }),
  'targets.altered': () => ({
    what: 'The list of targets is not the one that was looked up.',
    why: 'Somebody edited the hidden tab “Exchange” of the workbook.',
    fix: 'Look it up again. Nothing was changed.',
  }),
  'targets.gone': () => ({
    what: 'The list of targets is not kept any more.',
    why: 'Such a list is kept for a day.',
    fix: 'Go back to the targets, look at the list again and press “Proceed to actions”.',
  }),
} as const satisfies Wordings;
