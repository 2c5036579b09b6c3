import { problem, type Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { GoogleGroup } from '../../core/directory/GoogleGroup';
import type { DirectoryAction } from '../../core/users/UserAction';
import { getSpace, listSpaceMembers } from '../../google/chat';
import { getGroup, listOrgUnits } from '../../google/directory';
import type { Task } from '../../google/Call';

/** What is the same for all targets of an action. */
export interface Surroundings {
  /** Directory ids of who decides about requests and carries them out. */
  readonly keepers: ReadonlySet<string>;
  /** Directory ids of the people in each space that the action names. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
}

const self = { kind: 'self' } as const;

const gone = (kind: 'group' | 'orgUnit' | 'space', name: string): Problem => problem('action.placeGone', { kind, name });

/** That a place is gone, or is called otherwise than its id was shown under, is said of the place; whatever else Google says stays. */
const checked = <T>(looked: Result<T>, isNamed: (found: T) => boolean, lost: Problem): Result<T> => {
  if (looked.ok) return isNamed(looked.value) ? looked : fail(lost);
  return looked.problem.code === 'google.notFound' ? fail(lost) : looked;
};

/**
 * Looks up what an action names beside its targets. `action.placeGone` when a group, a unit or a space is not there any more.
 * `asPreview`: it must also have the name that people are shown for its id; a later run follows it under a new one.
 */
export function* lookAround(
  action: DirectoryAction,
  keepers: ReadonlySet<string>,
  { asPreview }: { readonly asPreview: boolean },
): Task<Result<Surroundings>> {
  const members = new Map<string, ReadonlySet<string>>();
  for (const { groupId, email } of 'groups' in action ? action.groups : []) {
    const isNamed = (found: GoogleGroup): boolean => !asPreview || [found.email, ...found.aliases].includes(email);
    const group = checked(yield* getGroup(self, groupId), isNamed, gone('group', email));
    if (!group.ok) return group;
  }
  for (const { space, title } of 'spaces' in action ? action.spaces : []) {
    const found = checked(yield* getSpace(self, space), (one) => !asPreview || one.title === title, gone('space', title));
    if (!found.ok) return found;
    const listed = checked(yield* listSpaceMembers(self, space), () => true, gone('space', title));
    if (!listed.ok) return listed;
    members.set(space, new Set(listed.value));
  }
  if (action.kind === 'moveToOrgUnit') {
    const units = yield* listOrgUnits(self);
    if (!units.ok) return units;
    const { orgUnitId, orgUnitPath } = action;
    // Users are moved by the path, and what was approved names it.
    if (!units.value.some((unit) => unit.orgUnitId === orgUnitId && unit.orgUnitPath === orgUnitPath))
      return fail(gone('orgUnit', orgUnitPath));
  }
  return ok({ keepers, members });
}
