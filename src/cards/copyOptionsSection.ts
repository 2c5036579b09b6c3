import { leaveOutChoices, leaveOutTable } from '../core/contacts/leaveOut';
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

/** S24, B8: what is copied of the contacts, and of those that are there already. */
export const copyOptionsSection = (draft: CopyContactsDraft): SectionSpec => ({
  header: 'Options',
  widgets: [
    {
      selectionInput: {
        name: 'leaveOut',
        label: 'Leave out of the copies',
        type: 'CHECK_BOX',
        items: leaveOutChoices.map((choice) => ({
          text: leaveOutTable[choice].title,
          value: choice,
          selected: draft.leaveOut?.includes(choice) === true,
        })),
      },
    },
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
