import type { World } from '../World';
import type { GroupRecord, MemberRecord } from './DirectoryRecords';

/** Direct members, then the members of member groups; everybody once. Inherited ones count as MEMBER. */
export function derivedMembers(world: World, top: GroupRecord): MemberRecord[] {
  const found = new Map<string, MemberRecord>();
  const walk = (group: GroupRecord, inherited: boolean): void => {
    const before = new Set(found.keys());
    for (const member of group.members) if (!found.has(member.id)) found.set(member.id, inherited ? { ...member, role: 'MEMBER' } : member);
    for (const member of group.members) {
      const inner = before.has(member.id) ? undefined : world.directory.groupById(member.id);
      if (inner !== undefined && inner !== top) walk(inner, true);
    }
  };
  walk(top, false);
  return [...found.values()];
}
