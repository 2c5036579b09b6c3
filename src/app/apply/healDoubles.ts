import { ok, type Result } from '../../core/base/Result';
import type { TargetIndex } from '../../core/contacts/ExistingContact';
import { surplusCopies } from '../../core/runs/surplusCopies';
import type { Subject, Task } from '../../google/Call';
import { deleteContacts } from './deleteContacts';

/** Deletes what this run delivered twice and nobody touched since. Gives back the resource names. */
export function* healDoubles(as: Subject, index: TargetIndex, sourceUserId: string, origin: string): Task<Result<readonly string[]>> {
  const surplus = surplusCopies(index.contacts, sourceUserId, origin);
  const deleted = yield* deleteContacts(as, surplus);
  return deleted.ok ? ok(surplus) : deleted;
}
