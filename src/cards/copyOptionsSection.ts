import { leaveOutChoices, leaveOutTable, type LeaveOut } from '../core/contacts/leaveOut';
import type { CopyContactsDraft } from '../core/workflows/WorkflowDraft';
import { action } from './button';
import type { SectionSpec, WidgetSpec } from './CardSpec';
import { paragraph } from './paragraph';

/** What "Create this label in the destination" does where a label of that name is. */
export const existingLabelSwitch = (draft: CopyContactsDraft): WidgetSpec => ({
  decoratedText: {
    text: 'Leave out targets that have such a label',
    bottomLabel: 'Off: the contacts join a label of that name',
    wrapText: true,
    switchControl: { name: 'refuseLabel', value: 'yes', selected: draft.existingLabel === 'refuse' },
  },
});

/** B8: what is left out of each contact. */
export const leaveOutWidget = (label: string, leaveOut: readonly LeaveOut[]): WidgetSpec => ({
  selectionInput: {
    name: 'leaveOut',
    label,
    type: 'CHECK_BOX',
    items: leaveOutChoices.map((choice) => ({ text: leaveOutTable[choice].title, value: choice, selected: leaveOut.includes(choice) })),
  },
});

/** S24, B8: what is copied of the contacts, and of those that are there already. */
export const copyOptionsSection = (draft: CopyContactsDraft): SectionSpec => ({
  header: 'Options',
  widgets: [
    leaveOutWidget('Leave out of the copies', draft.leaveOut ?? []),
    {
      decoratedText: {
        text: 'Copy even if the contact exists',
        bottomLabel: 'Off: a contact that a target has already, by e-mail address, phone number or name, is not copied to it',
        wrapText: true,
        switchControl: {
          name: 'evenIfExists',
          value: 'yes',
          selected: draft.evenIfExists === true,
          onChangeAction: action('changeOptions', { action: draft.actionId }),
        },
      },
    },
    ...(draft.evenIfExists === true
      ? [paragraph('Duplicates: targets get these contacts even where they have them already, and will have those twice.')]
      : []),
  ],
});
