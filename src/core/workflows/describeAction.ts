import { leaveOutTable, type LeaveOut } from '../contacts/leaveOut';

/** The settings of "Copy user contacts", with addresses and names for show. */
export interface DescribedAction {
  /** Absent: nobody is chosen yet. */
  readonly source?: { readonly email: string };
  readonly label?: { readonly name: string };
  readonly createLabel: boolean;
  readonly existingLabel?: 'refuse';
  readonly leaveOut?: readonly LeaveOut[];
  readonly evenIfExists?: true;
}

/** The settings of an action in one line. */
export const describeAction = (action: DescribedAction): string => {
  if (action.source === undefined) return 'No source user yet';
  const { leaveOut = [] } = action;
  return [
    `From ${action.source.email}`,
    action.label === undefined ? 'all contacts' : `label “${action.label.name}”`,
    ...(action.createLabel ? ['label created at the targets'] : []),
    ...(action.createLabel && action.existingLabel === 'refuse' ? ['targets with such a label left out'] : []),
    ...(leaveOut.length === 0 ? [] : [`without ${leaveOut.map((choice) => lowerFirst(leaveOutTable[choice].title)).join(', ')}`]),
    ...(action.evenIfExists === true ? ['even if the contact exists'] : []),
  ].join(', ');
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
