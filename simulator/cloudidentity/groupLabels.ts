import type { GroupRecord } from '../directory/DirectoryRecords';

const PREFIX = 'cloudidentity.googleapis.com/groups.';

/** Labels of a group; their values are empty (https://docs.cloud.google.com/identity/docs/groups#group_types). */
export function groupLabels({ security, dynamic, locked }: GroupRecord): Record<string, ''> {
  const names = ['discussion_forum', ...(security ? ['security'] : []), ...(dynamic ? ['dynamic'] : []), ...(locked ? ['locked'] : [])];
  return Object.fromEntries(names.map((name) => [PREFIX + name, '' as const]));
}
