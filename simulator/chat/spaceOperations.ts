import type { Operation } from '../network/Operation';
import { takePage } from '../network/takePage';
import { invalidArgument, notFound, permissionDenied } from './chatErrors';
import { chatOperation, pageSize, textOf, type ChatCall } from './chatOperation';
import type { SpaceRecord, SpaceType } from './ChatRecords';
import { comparisonsOf, parseFilter, type Filter } from './parseFilter';
import { spaceQuery } from './spaceQuery';

const ADMIN = ['chat.admin.spaces', 'chat.admin.spaces.readonly'];
const USER = ['chat.spaces', 'chat.spaces.readonly'];

export const spaceOperations: readonly Operation[] = [
  chatOperation({
    id: 'chat.spaces.list',
    verb: 'GET',
    path: 'v1/spaces',
    query: ['filter', 'pageSize', 'pageToken'],
    scopes: { user: USER, admin: [], other: ['chat.bot'] },
    metric: 'spaceReads',
    handle(chat) {
      const types = typesOf(textOf(chat, 'filter'));
      if (types === undefined) throw invalidArgument('Invalid filter.');
      const own = [...chat.chat.spaces.values()].filter((space) => isJoined(chat, space) && types.includes(space.spaceType));
      const page = takePage(chat.call, own, pageSize(chat.call), ({ name }) => name);
      return listed(chat, page.items, page.nextPageToken);
    },
  }),
  chatOperation({
    id: 'chat.spaces.search',
    verb: 'GET',
    path: 'v1/spaces:search',
    query: ['orderBy', 'pageSize', 'pageToken', 'query', 'useAdminAccess'],
    scopes: { user: USER, admin: ADMIN, other: [] },
    metric: 'spaceReads',
    handle(chat) {
      if (!chat.asAdmin) throw invalidArgument('use_admin_access must be true.');
      const matches = spaceQuery(textOf(chat, 'query') ?? '');
      if (matches === undefined) throw invalidArgument('Invalid query.');
      const found = [...chat.chat.spaces.values()].filter((space) => space.customerId === chat.caller.customerId && matches(space));
      const page = takePage(chat.call, ordered(chat, found), pageSize(chat.call), ({ name }) => name);
      return { ...listed(chat, page.items, page.nextPageToken), ...(found.length === 0 ? {} : { totalSize: found.length }) };
    },
  }),
  chatOperation({
    id: 'chat.spaces.get',
    verb: 'GET',
    path: 'v1/{+name}',
    resource: ['name', /^spaces\/[^/]+$/],
    query: ['useAdminAccess'],
    scopes: { user: USER, admin: ADMIN, other: ['chat.app.spaces', 'chat.bot'] },
    metric: 'spaceReads',
    handle: (chat) => presentSpace(chat, visibleSpace(chat, chat.call.path['name'] ?? '')),
  }),
];

/** The space, when the caller may see it: as a member, or as an administrator of its account. */
export function visibleSpace(chat: ChatCall, name: string): SpaceRecord {
  const space = chat.chat.spaces.get(name);
  if (space === undefined) throw notFound();
  const isVisible = chat.asAdmin ? space.customerId === chat.caller.customerId : isJoined(chat, space);
  if (!isVisible) throw permissionDenied();
  return space;
}

function isJoined({ chat, caller }: ChatCall, space: SpaceRecord): boolean {
  return chat.membership(space, caller.id)?.state === 'JOINED';
}

const TYPES: readonly SpaceType[] = ['SPACE', 'GROUP_CHAT', 'DIRECT_MESSAGE'];

/** `space_type = "SPACE" OR space_type = "GROUP_CHAT"`; undefined for anything else. */
function typesOf(filter: string | undefined): readonly SpaceType[] | undefined {
  if (filter === undefined) return TYPES;
  const read: Filter | undefined = parseFilter(filter);
  if (read === undefined || ('join' in read && read.join === 'AND')) return undefined;
  const wanted = comparisonsOf(read);
  const isValid = wanted.every((one) => one.field === 'space_type' && one.operator === '=' && TYPES.includes(one.value as SpaceType));
  return isValid ? wanted.map(({ value }) => value as SpaceType) : undefined;
}

function ordered(chat: ChatCall, spaces: SpaceRecord[]): SpaceRecord[] {
  const orderBy = textOf(chat, 'orderBy');
  if (orderBy === undefined) return spaces;
  const hit = /^(membership_count\.joined_direct_human_user_count|last_active_time|create_time)(?: (ASC|DESC))?$/.exec(orderBy);
  if (hit === null) throw invalidArgument('Invalid order_by.');
  const keyOf = (space: SpaceRecord): number => {
    if (hit[1] === 'create_time') return space.createTime;
    return hit[1] === 'last_active_time' ? space.lastActiveTime : countOf(chat, space, 'user');
  };
  const sign = hit[2] === 'DESC' ? -1 : 1;
  return spaces.sort((a, b) => sign * (keyOf(a) - keyOf(b)));
}

function countOf({ chat }: ChatCall, space: SpaceRecord, kind: 'user' | 'group'): number {
  return chat.membershipsOf(space).filter((one) => one.kind === kind && one.state === 'JOINED').length;
}

function listed(chat: ChatCall, spaces: readonly SpaceRecord[], nextPageToken: string | undefined): object {
  return {
    ...(spaces.length === 0 ? {} : { spaces: spaces.map((space) => presentSpace(chat, space)) }),
    ...(nextPageToken === undefined ? {} : { nextPageToken }),
  };
}

/** Zeros and false are left out. */
function presentSpace(chat: ChatCall, space: SpaceRecord): object {
  const [people, groups] = [countOf(chat, space, 'user'), countOf(chat, space, 'group')];
  const isNamed = space.spaceType === 'SPACE';
  return {
    name: space.name,
    type: isNamed ? 'ROOM' : 'DM',
    spaceType: space.spaceType,
    ...(isNamed ? { displayName: space.displayName } : {}),
    ...(space.externalUserAllowed ? { externalUserAllowed: true } : {}),
    spaceThreadingState: isNamed ? 'THREADED_MESSAGES' : 'UNTHREADED_MESSAGES',
    spaceHistoryState: space.spaceHistoryState,
    createTime: new Date(space.createTime).toISOString(),
    lastActiveTime: new Date(space.lastActiveTime).toISOString(),
    membershipCount: {
      ...(people === 0 ? {} : { joinedDirectHumanUserCount: people }),
      ...(groups === 0 ? {} : { joinedGroupCount: groups }),
    },
    ...(isNamed ? { accessSettings: { accessState: 'PRIVATE' }, customer: `customers/${space.customerId}` } : {}),
    spaceUri: `https://chat.google.com/room/${space.name.replace('spaces/', '')}?cls=11`,
  };
}
