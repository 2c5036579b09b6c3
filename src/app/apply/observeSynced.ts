import { ok, type Result } from '../../core/base/Result';
import type { SourceSnapshot } from '../../core/copy/CopyContactsAction';
import type { Sync } from '../../core/sync/Sync';
import { syncReading, type SyncIndex } from '../../core/sync/SyncIndex';
import type { Subject, Task } from '../../google/Call';
import { isCut, listContactGroups } from '../../google/people';
import { listWhole } from './listWhole';

/** What a destination holds, out of complete listings. `as` acts as the destination's user. What a listing cuts short is read whole. */
export function* observeSynced(as: Subject, targetId: string, sync: Sync, snapshot: SourceSnapshot): Task<Result<SyncIndex>> {
  const { personFields, reduce } = syncReading(sync, snapshot);
  const listed = yield* listWhole(
    as,
    personFields,
    (person) => {
      const contact = reduce(person);
      return contact !== undefined && contact.marks.length > 0 && isCut(person) ? 'whole' : contact;
    },
    reduce,
  );
  if (!listed.ok) return listed;
  const { contacts, size } = listed.value;
  const groups = yield* listContactGroups(as);
  return groups.ok ? ok({ targetId, size, contacts, groups: groups.value }) : groups;
}
