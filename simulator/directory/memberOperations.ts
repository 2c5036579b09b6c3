import type { Operation, OperationCall } from '../network/Operation';
import type { World } from '../World';
import { invalidInput, resourceNotFound } from './directoryErrors';
import { derivedMembers } from './derivedMembers';
import { directoryRead } from './directoryOperation';
import type { GroupRecord, MemberRecord } from './DirectoryRecords';
import { findGroup } from './groupOperations';
import { MEMBERS_PAGE } from './limits';
import { callerOf, requirePrivilege } from './privileges';
import { booleanOf, pageSizeOf, textOf } from './readParameters';
import { etagOf, takePage } from './takePage';

const SCOPES = [
  'admin.directory.group',
  'admin.directory.group.member',
  'admin.directory.group.member.readonly',
  'admin.directory.group.readonly',
];

export const memberOperations: readonly Operation[] = [
  directoryRead({
    id: 'directory.members.get',
    path: 'groups/{groupKey}/members/{memberKey}',
    scopes: SCOPES,
    handle(call) {
      const group = readableGroup(call);
      const member = directMember(call.world, group, call.path['memberKey'] ?? '');
      if (member === undefined) throw resourceNotFound('memberKey');
      return { ...presentMember(call.world, member), delivery_settings: member.deliverySettings };
    },
  }),
  directoryRead({
    id: 'directory.members.list',
    path: 'groups/{groupKey}/members',
    query: ['includeDerivedMembership', 'maxResults', 'pageToken', 'roles'],
    scopes: SCOPES,
    handle(call) {
      const group = readableGroup(call);
      const size = pageSizeOf(call, MEMBERS_PAGE, true);
      const roles = textOf(call, 'roles')?.split(',');
      if (roles?.some((role) => !['OWNER', 'MANAGER', 'MEMBER'].includes(role))) throw invalidInput('roles');
      const all = booleanOf(call, 'includeDerivedMembership') ? derivedMembers(call.world, group) : group.members;
      const wanted = roles === undefined ? all : all.filter((member) => roles.includes(member.role));
      const page = takePage(call, wanted, size, (member) => member.id);
      const members = page.items.map((member) => presentMember(call.world, member));
      return {
        kind: 'admin#directory#members',
        etag: etagOf(members),
        ...(members.length === 0 ? {} : { members }),
        ...(page.nextPageToken === undefined ? {} : { nextPageToken: page.nextPageToken }),
      };
    },
  }),
  directoryRead({
    id: 'directory.members.hasMember',
    path: 'groups/{groupKey}/hasMember/{memberKey}',
    scopes: SCOPES,
    handle(call) {
      const group = readableGroup(call);
      const member = call.world.directory.find(call.path['memberKey'] ?? '');
      if (member === undefined || member.customerId !== callerOf(call).customerId) throw invalidInput('memberKey');
      return { isMember: derivedMembers(call.world, group).some((one) => one.id === member.id || one.id === member.customerId) };
    },
  }),
];

function readableGroup(call: OperationCall): GroupRecord {
  const group = findGroup(call, call.path['groupKey'] ?? '');
  requirePrivilege(call, 'GROUPS_RETRIEVE');
  return group;
}

export function directMember(world: World, group: GroupRecord, key: string): MemberRecord | undefined {
  const id = world.directory.find(key)?.id ?? key;
  return group.members.find((one) => one.id === id || one.externalEmail?.toLowerCase() === key.toLowerCase());
}

export function presentMember(world: World, member: MemberRecord): object {
  const user = world.directory.userById(member.id);
  const email = user?.primaryEmail ?? world.directory.groupById(member.id)?.email ?? member.externalEmail;
  const shown = {
    ...(email === undefined ? {} : { email }),
    role: member.role,
    type: member.type,
    ...(user !== undefined ? { status: user.archived ? 'ARCHIVED' : user.suspended ? 'SUSPENDED' : 'ACTIVE' } : {}),
    ...(member.type === 'GROUP' ? { status: 'ACTIVE' } : {}),
  };
  return { kind: 'admin#directory#member', id: member.id, etag: etagOf(shown), ...shown };
}
