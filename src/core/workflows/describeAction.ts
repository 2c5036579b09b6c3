import type { DirectoryAction } from '../users/UserAction';
import { userField } from '../users/userFields';
import { actionKinds, titleOfKind } from './actionKinds';
import { leaveOutTable, type LeaveOut } from '../contacts/leaveOut';

/** The settings of "Copy user contacts", with addresses and names for show. */
export interface DescribedCopy {
  /** Absent: nobody is chosen yet. */
  readonly source?: { readonly email: string };
  readonly label?: { readonly name: string };
  readonly createLabel: boolean;
  readonly existingLabel?: 'refuse';
  readonly leaveOut?: readonly LeaveOut[];
  readonly evenIfExists?: true;
}

/** The settings of a directory action in one line; blank when it has none. */
const describeDirectoryAction = (action: DirectoryAction): string => {
  if (action.kind === 'setUserFields') {
    const said = action.fields.map(({ field, value }) => `${userField(field).title}: ${value === '' ? 'cleared' : `“${value}”`}`);
    return said.length === 0 ? 'No field yet' : said.join(', ');
  }
  if ('groups' in action) return action.groups.length === 0 ? 'No group yet' : action.groups.map(({ email }) => email).join(', ');
  if ('spaces' in action) return action.spaces.length === 0 ? 'No space yet' : action.spaces.map(({ title }) => `“${title}”`).join(', ');
  return action.kind === 'moveToOrgUnit' ? action.orgUnitPath || 'No organizational unit yet' : '';
};

/** The settings of an action in one line. */
export const describeAction = (action: DescribedCopy | DirectoryAction): string =>
  'createLabel' in action ? describeCopy(action) : describeDirectoryAction(action);

/** As it stands among what was asked: `Move to an organizational unit: /Sales`. A copy needs no title, as records from before. */
export const lineOfDirectoryAction = (action: DirectoryAction): string => {
  const settings = describeDirectoryAction(action);
  return settings === '' ? titleOfKind(action.kind) : `${titleOfKind(action.kind)}: ${settings}`;
};

/** Such a line, and that of a copy, as title and settings. */
export const splitActionLine = (line: string): { readonly title: string; readonly settings: string } => {
  const kind = actionKinds.find(({ title }) => line === title || line.startsWith(`${title}: `));
  if (kind === undefined) return { title: titleOfKind('copyContacts'), settings: line };
  return { title: kind.title, settings: line === kind.title ? kind.summary : line.slice(kind.title.length + 2) };
};

const describeCopy = (action: DescribedCopy): string => {
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
