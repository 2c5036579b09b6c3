import { ok, type Result } from '../../core/base/Result';
import { markedFields, reduceMarked } from '../../core/removal/MarkedContact';
import type { MarkedAccount } from '../../core/removal/planRemoval';
import type { Subject, Task } from '../../google/Call';
import { isCut, listContactGroups } from '../../google/people';
import { listWhole } from './listWhole';

/** What a removal has to know of a target, out of complete listings. `as` acts as the target user. */
export function* observeMarked(as: Subject, targetId: string): Task<Result<MarkedAccount>> {
  const listed = yield* listWhole(
    as,
    markedFields,
    (person) => {
      const contact = reduceMarked(person);
      return contact !== undefined && contact.marks.length > 0 && isCut(person) ? 'whole' : contact;
    },
    reduceMarked,
  );
  if (!listed.ok) return listed;
  const groups = yield* listContactGroups(as);
  return groups.ok ? ok({ targetId, ...listed.value, groups: groups.value }) : groups;
}
