import { describeImport, type ImportUsersAction } from '../imports/ImportUsersAction';
import { describeDelivery } from '../removal/RemoveContactsAction';
import type { SyncContactsAction } from '../sync/SyncContactsAction';
import { describeSyncRun } from '../sync/describeSyncRun';
import type { UndoChangesAction } from '../undo/UndoChangesAction';
import type { CreateUsersAction } from '../users/CreateUsersAction';
import type { DirectoryAction } from '../users/UserAction';
import { shownValue, type Shown } from '../users/shownValue';
import { userField } from '../users/userFields';
import { allKinds, titleOfKind } from './actionKinds';
import type { RemoveContactsDraft } from './WorkflowDraft';
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
const describeDirectoryAction = (action: DirectoryAction, shown: Shown): string => {
  if (action.kind === 'setUserFields') {
    const said = action.fields.map(
      ({ field, value }) => `${userField(field).title}: ${value === '' ? 'cleared' : shownValue(field, value, shown)}`,
    );
    return said.length === 0 ? 'No field yet' : said.join(', ');
  }
  if ('groups' in action) return action.groups.length === 0 ? 'No group yet' : action.groups.map(({ email }) => email).join(', ');
  if ('spaces' in action) return action.spaces.length === 0 ? 'No space yet' : action.spaces.map(({ title }) => `“${title}”`).join(', ');
  return action.kind === 'moveToOrgUnit' ? action.orgUnitPath || 'No organizational unit yet' : '';
};

/** What is no copy: an action, or its draft. */
export type DescribedAction =
  | DirectoryAction
  | CreateUsersAction
  | ImportUsersAction
  | Pick<RemoveContactsDraft, 'kind' | 'delivery'>
  | UndoChangesAction
  | SyncContactsAction;

const describeOther = (action: DescribedAction, shown: Shown): string => {
  if (action.kind === 'createUsers') return '';
  if (action.kind === 'undoChanges') return action.changed;
  if (action.kind === 'syncContacts') return describeSyncRun(action);
  if (action.kind === 'importUsers') return describeImport(action);
  if (action.kind !== 'removeContacts') return describeDirectoryAction(action, shown);
  return action.delivery === undefined ? 'Nothing chosen yet' : describeDelivery(action.delivery);
};

/** The settings of an action in one line. */
export const describeAction = (action: DescribedCopy | DescribedAction): string =>
  'createLabel' in action ? describeCopy(action) : describeOther(action, 'masked');

/** As it stands among what was asked: `Move to an organizational unit: /Sales`. A copy needs no title, as records from before. */
export const lineOfAction = (action: DescribedAction, shown: Shown = 'masked'): string => {
  const settings = describeOther(action, shown);
  return settings === '' ? titleOfKind(action.kind) : `${titleOfKind(action.kind)}: ${settings}`;
};

/** Such a line, and that of a copy, as title and settings. */
export const splitActionLine = (line: string): { readonly title: string; readonly settings: string } => {
  const kind = allKinds.find(({ title }) => line === title || line.startsWith(`${title}: `));
  if (kind === undefined) return { title: titleOfKind('copyContacts'), settings: line };
  return { title: kind.title, settings: line === kind.title ? kind.summary : line.slice(kind.title.length + 2) };
};

/** Such a line where nothing around it says what a copy is: with its title, always. */
export const titledLine = (line: string): string => {
  const { title } = splitActionLine(line);
  return line.startsWith(title) ? line : `${title}: ${line}`;
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
