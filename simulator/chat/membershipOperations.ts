import { ApiError } from '../network/ApiError';
import type { Operation } from '../network/Operation';
import { takePage } from '../network/takePage';
import { alreadyExists, invalidArgument, memberNameMalformed, notFound, permissionDenied } from './chatErrors';
import { chatOperation, pageSize, textOf, type ChatCall } from './chatOperation';
import type { MembershipRecord, MembershipRole, SpaceRecord } from './ChatRecords';
import { memberFilter } from './memberFilter';
import { visibleSpace } from './spaceOperations';

const MEMBERSHIP = /^spaces\/[^/]+\/members\/[^/]+$/;
const SPACE = /^spaces\/[^/]+$/;
const READ = {
  user: ['chat.memberships', 'chat.memberships.readonly'],
  admin: ['chat.admin.memberships', 'chat.admin.memberships.readonly'],
};
const WRITE = { user: ['chat.memberships'], admin: ['chat.admin.memberships'] };
const FIELDS = ['createTime', 'deleteTime', 'groupMember', 'member', 'name', 'role', 'state'];

export const membershipOperations: readonly Operation[] = [
  chatOperation({
    id: 'chat.spaces.members.list',
    verb: 'GET',
    path: 'v1/{+parent}/members',
    resource: ['parent', SPACE],
    query: ['filter', 'pageSize', 'pageToken', 'showGroups', 'showInvited', 'useAdminAccess'],
    scopes: { ...READ, other: ['chat.app.memberships', 'chat.bot', 'chat.import'] },
    metric: 'membershipReads',
    handle(chat) {
      const space = visibleSpace(chat, chat.call.path['parent'] ?? '');
      const matches = memberFilter(textOf(chat, 'filter'), chat.asAdmin);
      if (matches === undefined) throw invalidArgument('Invalid filter.');
      const [groups, invited] = [textOf(chat, 'showGroups') === 'true', textOf(chat, 'showInvited') === 'true'];
      const found = chat.chat
        .membershipsOf(space)
        .filter((one) => (groups || one.kind === 'user') && (invited || one.state === 'JOINED') && matches(one));
      const page = takePage(chat.call, found, pageSize(chat.call), ({ id }) => id);
      return {
        ...(page.items.length === 0 ? {} : { memberships: page.items.map((one) => present(space, one)) }),
        ...(page.nextPageToken === undefined ? {} : { nextPageToken: page.nextPageToken }),
      };
    },
  }),
  chatOperation({
    id: 'chat.spaces.members.get',
    verb: 'GET',
    path: 'v1/{+name}',
    resource: ['name', MEMBERSHIP],
    query: ['useAdminAccess'],
    scopes: { ...READ, other: ['chat.app.memberships', 'chat.bot'] },
    metric: 'membershipReads',
    handle(chat) {
      const { space, membership } = named(chat);
      return present(space, membership);
    },
  }),
  chatOperation({
    id: 'chat.spaces.members.create',
    verb: 'POST',
    path: 'v1/{+parent}/members',
    resource: ['parent', SPACE],
    query: ['useAdminAccess'],
    scopes: { ...WRITE, other: ['chat.app.memberships', 'chat.import', 'chat.memberships.app'] },
    metric: 'membershipWrites',
    fields: FIELDS,
    handle(chat) {
      const space = visibleSpace(chat, chat.call.path['parent'] ?? '');
      if (space.spaceType === 'DIRECT_MESSAGE') throw invalidArgument('Members cannot be added to a direct message.');
      const id = memberId(chat, space);
      const existing = chat.chat.membership(space, id);
      const { membersPerSpace, spaceFull } = chat.chat.settings;
      if (existing === undefined && chat.chat.membershipsOf(space).length >= membersPerSpace) throw new ApiError(spaceFull);
      if (existing === undefined) return present(space, chat.chat.addMember(space, id));
      if (chat.chat.settings.duplicateMember === 'conflict') throw alreadyExists();
      return present(space, existing);
    },
  }),
  chatOperation({
    id: 'chat.spaces.members.patch',
    verb: 'PATCH',
    path: 'v1/{+name}',
    resource: ['name', MEMBERSHIP],
    query: ['updateMask', 'useAdminAccess'],
    scopes: { ...WRITE, other: ['chat.app.memberships', 'chat.import'] },
    metric: 'membershipWrites',
    fields: FIELDS,
    handle(chat) {
      const { space, membership } = named(chat);
      if (!['role', '*'].includes(textOf(chat, 'updateMask') ?? '')) throw invalidArgument('Invalid update_mask.');
      const { role } = chat.call.body as { role?: unknown };
      if (!ROLES.includes(role as MembershipRole)) throw invalidArgument('Invalid role.');
      if (!chat.asAdmin && !isManager(chat, space)) throw permissionDenied();
      membership.role = role as MembershipRole;
      return present(space, membership);
    },
  }),
  chatOperation({
    id: 'chat.spaces.members.delete',
    verb: 'DELETE',
    path: 'v1/{+name}',
    resource: ['name', MEMBERSHIP],
    query: ['useAdminAccess'],
    scopes: { ...WRITE, other: ['chat.app.memberships', 'chat.import', 'chat.memberships.app'] },
    metric: 'membershipWrites',
    handle(chat) {
      const { space, membership } = named(chat);
      const isOwn = membership.id === chat.caller.id;
      if (!chat.asAdmin && !isOwn && !isManager(chat, space)) throw permissionDenied();
      chat.chat.removeMember(space, membership.id);
      return { ...present(space, membership), state: 'NOT_A_MEMBER' };
    },
  }),
];

const ROLES: readonly MembershipRole[] = ['ROLE_MEMBER', 'ROLE_ASSISTANT_MANAGER', 'ROLE_MANAGER'];

function isManager({ chat, caller }: ChatCall, space: SpaceRecord): boolean {
  return chat.membership(space, caller.id)?.role === 'ROLE_MANAGER';
}

/** `spaces/{space}/members/{member}`, where an address may stand for the member's id. */
function named(chat: ChatCall): { space: SpaceRecord; membership: MembershipRecord } {
  const [name = '', key = ''] = (chat.call.path['name'] ?? '').split('/members/');
  const space = visibleSpace(chat, name);
  if (key === 'app') throw chat.asAdmin ? invalidArgument('App memberships are not supported with administrator access.') : notFound();
  const membership = chat.chat.membership(space, chat.world.directory.find(key)?.id ?? key);
  if (membership === undefined) throw notFound();
  return { space, membership };
}

/** The user or group that is to be added. */
function memberId(chat: ChatCall, space: SpaceRecord): string {
  const { member, groupMember } = chat.call.body as { member?: { name?: unknown; type?: unknown }; groupMember?: { name?: unknown } };
  if (groupMember !== undefined && member === undefined) return groupId(chat, space, groupMember.name);
  const key = typeof member?.name === 'string' ? /^users\/([^/]+)$/.exec(member.name)?.[1] : undefined;
  if (key === undefined || groupMember !== undefined) throw memberNameMalformed();
  if (key === 'app' || member?.type === 'BOT') throw invalidArgument('Adding apps is not supported.');
  const user = chat.world.directory.find(key);
  if (user === undefined || !('primaryEmail' in user)) throw notFound();
  const isOwn = user.customerId === space.customerId;
  if (!isOwn && (chat.asAdmin || !space.externalUserAllowed)) throw permissionDenied();
  if (!chat.chat.access.isOn(user.id)) throw new ApiError(chat.chat.settings.memberServiceOff);
  return user.id;
}

/** Groups go by their id only, and only into named spaces. */
function groupId({ world }: ChatCall, space: SpaceRecord, name: unknown): string {
  const key = typeof name === 'string' ? /^groups\/([^/@]+)$/.exec(name)?.[1] : undefined;
  if (key === undefined || space.spaceType !== 'SPACE') throw invalidArgument('Invalid group resource name.');
  const group = world.directory.groupById(key);
  if (group?.customerId !== space.customerId) throw notFound();
  return group.id;
}

function present(space: SpaceRecord, { id, kind, role, state, createTime }: MembershipRecord): object {
  return {
    name: `${space.name}/members/${id}`,
    state,
    role,
    createTime: new Date(createTime).toISOString(),
    ...(kind === 'user' ? { member: { name: `users/${id}`, type: 'HUMAN' } } : { groupMember: { name: `groups/${id}` } }),
  };
}
