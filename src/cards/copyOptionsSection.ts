import { leaveOutChoices, leaveOutTable, type LeaveOut } from '../core/contacts/leaveOut';
import type { CopyContactsDraft } from '../core/workflows/WorkflowDraft';
import { action } from './button';
import type { SectionSpec, WidgetSpec } from './CardSpec';
import { switchWidget } from './choiceWidgets';
import { paragraph } from './paragraph';

/** What "Create this label in the destination" does where a label of that name is. */
export const existingLabelSwitch = (draft: CopyContactsDraft): WidgetSpec =>
  switchWidget(
    'refuseLabel',
    'Leave out targets that have such a label',
    'Off: the contacts join a label of that name',
    draft.existingLabel === 'refuse',
  );

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
    switchWidget(
      'evenIfExists',
      'Copy even if the contact exists',
      'Off: a contact that a target has already, by e-mail address, phone number or name, is not copied to it',
      draft.evenIfExists === true,
      action('changeOptions', { action: draft.actionId }),
    ),
    ...(draft.evenIfExists === true
      ? [paragraph('Duplicates: targets get these contacts even where they have them already, and will have those twice.')]
      : []),
  ],
});
