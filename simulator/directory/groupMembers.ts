import type { World } from '../World';
import type { GroupRecord, MemberRecord, MemberRole } from './DirectoryRecords';

/** Who is added: a user or group by id or address, an outside address, or everybody (`type: 'CUSTOMER'`). */
export interface NewMember {
  email?: string;
  id?: string;
  role?: MemberRole;
  type?: 'CUSTOMER';
}

/** An address that nobody here has becomes an outside member. Throws for an unknown id and for who is a member already. */
export function addMember(world: World, group: GroupRecord, member: NewMember): MemberRecord {
  const added: MemberRecord = {
    ...identify(world, group, member),
    role: member.role ?? 'MEMBER',
    addedAt: world.clock.now(),
    deliverySettings: 'ALL_MAIL',
  };
  const isThere = ({ id, externalEmail }: MemberRecord): boolean =>
    id === added.id || (externalEmail !== undefined && externalEmail.toLowerCase() === added.externalEmail?.toLowerCase());
  if (group.members.some(isThere)) throw new Error(`simulator: ${member.email ?? added.id} is a member of ${group.email} already`);
  group.members.push(added);
  return added;
}

/** `member` is an id or address. */
export function removeMember(world: World, group: GroupRecord, member: string): void {
  const id = world.directory.find(member)?.id ?? member;
  const at = group.members.findIndex((one) => one.id === id || one.externalEmail?.toLowerCase() === member.toLowerCase());
  if (at < 0) throw new Error(`simulator: ${member} is no member of ${group.email}`);
  group.members.splice(at, 1);
}

function identify(world: World, group: GroupRecord, member: NewMember): Pick<MemberRecord, 'id' | 'type' | 'externalEmail'> {
  if (member.type === 'CUSTOMER') return { id: group.customerId, type: 'CUSTOMER', externalEmail: undefined };
  const known = world.directory.find(member.id ?? member.email ?? '');
  if (known !== undefined) return { id: known.id, type: 'primaryEmail' in known ? 'USER' : 'GROUP', externalEmail: undefined };
  if (member.email === undefined) throw new Error(`simulator: no user or group ${member.id}`);
  return { id: `1${world.random.text(20, '0123456789')}`, type: 'USER', externalEmail: member.email };
}
