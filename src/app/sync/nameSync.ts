import { ok, type Result } from '../../core/base/Result';
import type { TargetSelection, TargetSelector } from '../../core/directory/TargetSelection';
import type { Sync } from '../../core/sync/Sync';
import type { Subject, Task } from '../../google/Call';
import { getGroup, listGroups, listOrgUnits } from '../../google/directory';
import { getEach, singleLookUps } from '../targets/getEach';
import { observeUsers } from '../targets/observeSelection';
import type { SyncSourceRead } from './observeSyncSource';

const self: Subject = { kind: 'self' };
const notFound = ' (not found)';

function* nameSelection({ selectors, excludedUserIds }: TargetSelection): Task<Result<TargetSelection>> {
  const userIds = selectors.flatMap((one) => (one.kind === 'user' ? [one.userId] : []));
  const groupIds = selectors.flatMap((one) => (one.kind === 'group' ? [one.groupId] : []));
  const users = yield* observeUsers([...userIds, ...excludedUserIds]);
  if (!users.ok) return users;
  const groups = groupIds.length > singleLookUps ? yield* listGroups(self) : yield* getEach(groupIds, (id) => getGroup(self, id));
  if (!groups.ok) return groups;
  const units = selectors.some(({ kind }) => kind === 'orgUnit') ? yield* listOrgUnits(self) : ok([]);
  if (!units.ok) return units;
  const emails = new Map(users.value.map(({ id, primaryEmail }) => [id, primaryEmail]));
  const nameOf = (one: TargetSelector): string | undefined => {
    switch (one.kind) {
      case 'user':
        return emails.get(one.userId);
      case 'group':
        return groups.value.find(({ id }) => id === one.groupId)?.email;
      case 'orgUnit':
        return units.value.find(({ orgUnitId }) => orgUnitId === one.orgUnitId)?.orgUnitPath;
      case 'domain':
        return one.domainName;
    }
  };
  return ok({
    selectors: selectors.map((one) => ({ ...one, label: nameOf(one) ?? `${one.label.replace(notFound, '')}${notFound}` })),
    excludedUserIds,
    excludedEmails: Object.fromEntries(excludedUserIds.flatMap((id) => (emails.has(id) ? [[id, emails.get(id) ?? '']] : []))),
  });
}

/**
 * A sync that is saved, under the names that everything has now: ids count, and the names that travelled with them are what somebody
 * sent, or what was true once. Officers decide by what they read.
 */
export function* nameSync(sync: Sync, { email, labelName }: Pick<SyncSourceRead, 'email' | 'labelName'>): Task<Result<Sync>> {
  const destinations = yield* nameSelection(sync.destinations);
  if (!destinations.ok) return destinations;
  if (sync.source.kind === 'personal') {
    const group = { ...sync.source.group, name: labelName };
    return ok({ ...sync, source: { ...sync.source, email, group }, destinations: destinations.value });
  }
  const users = yield* nameSelection(sync.source.users);
  return users.ok ? ok({ ...sync, source: { ...sync.source, users: users.value }, destinations: destinations.value }) : users;
}
