import { problem, type Problem } from '../base/Problem';
import type { TargetSelection } from '../directory/TargetSelection';
import type { Missing } from '../workflows/missing';
import { targetNameOf, type SyncDraft } from './Sync';

export const syncNameLimit = 200;
export const syncDescriptionLimit = 2000;
/** Our own limit: Google documents none for the name of a label. */
export const groupNameLimit = 200;
export const guardContactsLimit = 25_000;

/** Names of Google's own contact groups (https://developers.google.com/people/api/rest/v1/contactGroups): a sync never delivers into them. */
const RESERVED = ['mycontacts', 'starred', 'friends', 'family', 'coworkers', 'blocked', 'chatbuddies', 'all'];

const at = (field: string, found: Problem): Missing[] => [{ field, problem: found }];

const missingInNames = (sync: SyncDraft): Missing[] => [
  ...(sync.name.trim() === '' ? at('name', problem('sync.nameMissing')) : []),
  ...(sync.name.length > syncNameLimit ? at('name', problem('sync.nameTooLong', { limit: syncNameLimit })) : []),
  ...(sync.description.length > syncDescriptionLimit
    ? at('description', problem('sync.descriptionTooLong', { limit: syncDescriptionLimit }))
    : []),
];

const isEmpty = ({ selectors }: TargetSelection): boolean => selectors.length === 0;

const missingInSource = ({ source }: SyncDraft): Missing[] => {
  if (source === undefined) return at('source', problem('sync.sourceMissing'));
  if (source.kind === 'directory') return isEmpty(source.users) ? at('users', problem('sync.usersMissing')) : [];
  return source.group.resourceName === '' ? at('group', problem('sync.groupMissing')) : [];
};

const missingInTarget = (sync: SyncDraft): Missing[] => {
  const { source } = sync;
  if (source === undefined) return [];
  const name = targetNameOf({ ...sync, source });
  if (name === '') return at('targetGroupName', problem('sync.targetNameMissing'));
  if (name.length > groupNameLimit) return at('targetGroupName', problem('sync.targetNameTooLong', { limit: groupNameLimit }));
  return RESERVED.includes(name.toLowerCase().replace(/\s/g, ''))
    ? at('targetGroupName', problem('sync.targetNameReserved', { name }))
    : [];
};

const missingInGuard = ({ guard: { share, contacts } }: SyncDraft): Missing[] => [
  ...(share >= 0 && share <= 1 ? [] : at('guardShare', problem('sync.guardShare'))),
  ...(Number.isInteger(contacts) && contacts >= 0 && contacts <= guardContactsLimit
    ? []
    : at('guardContacts', problem('sync.guardContacts', { limit: guardContactsLimit }))),
];

const missingInDestinations = ({ destinations, source }: SyncDraft): Missing[] => {
  if (isEmpty(destinations)) return at('destinations', problem('sync.destinationsMissing'));
  const isOnlySource =
    source?.kind === 'personal' && destinations.selectors.every((one) => one.kind === 'user' && one.userId === source.userId);
  return isOnlySource ? at('destinations', problem('sync.onlySource', { email: source.email })) : [];
};

/** What keeps a sync from being previewed and saved, and the field it is named at. */
export const missingInSync = (sync: SyncDraft): Missing[] => [
  ...missingInNames(sync),
  ...missingInSource(sync),
  ...missingInTarget(sync),
  ...missingInGuard(sync),
  ...missingInDestinations(sync),
];
