import { ok, type Result } from '../core/base/Result';
import type { Subject, Task } from './Call';
import type { Api } from './directoryRecords';
import { pages } from './pages';
import { call, remove } from './request';

/** Largest pages: https://developers.google.com/workspace/chat/api/reference/rest/v1/spaces.members/list and …/spaces/search */
const MEMBERS_PAGE = 1000;
const SPACES_PAGE = 1000;

const NAMED_SPACES = 'customer = "customers/my_customer" AND space_type = "SPACE"';

const SPACE_FIELDS = 'name,displayName,externalUserAllowed,membershipCount';

/** A named space. Several may have the same title. */
export interface ChatSpace {
  /** `spaces/AAAA`. */
  readonly space: string;
  readonly title: string;
  readonly members: number;
  /** People from outside the organization may be in it. */
  readonly isOpen: boolean;
}

const chatSpace = (found: Api): ChatSpace => ({
  space: String(found['name'] ?? ''),
  title: String(found['displayName'] ?? ''),
  members: Number((found['membershipCount'] as Api | undefined)?.['joinedDirectHumanUserCount'] ?? 0) || 0,
  isOpen: found['externalUserAllowed'] === true,
});

/**
 * The first spaces of the organization with a word in their title for each of the text's, which it begins with; at most `limit`. Needs
 * the right "Manage Chat and Spaces conversations".
 */
export function* searchSpaces(as: Subject, text: string, limit: number): Task<Result<ChatSpace[]>> {
  // https://developers.google.com/workspace/chat/api/reference/rest/v1/spaces/search knows no escape for these.
  const words = text.replace(/["\\]+/g, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(words)) return ok([]);
  return yield* pages<Api, ChatSpace>('chat.spaces.search', as, {
    request: {
      query: {
        useAdminAccess: true,
        pageSize: limit,
        query: `${NAMED_SPACES} AND display_name:"${words}"`,
        fields: `nextPageToken,spaces(${SPACE_FIELDS})`,
      },
    },
    items: 'spaces',
    reduce: chatSpace,
    limit,
  });
}

/** All named spaces of the organization. */
export const listSpaces = (as: Subject): Task<Result<ChatSpace[]>> =>
  pages<Api, ChatSpace>('chat.spaces.search', as, {
    request: {
      query: { useAdminAccess: true, pageSize: SPACES_PAGE, query: NAMED_SPACES, fields: `nextPageToken,spaces(${SPACE_FIELDS})` },
    },
    items: 'spaces',
    reduce: chatSpace,
  });

/** `google.notFound` when it is gone. */
export function* getSpace(as: Subject, space: string): Task<Result<ChatSpace>> {
  const found = yield* call<Api>('chat.spaces.get', as, { path: { name: space }, query: { useAdminAccess: true, fields: SPACE_FIELDS } });
  return found.ok ? ok(chatSpace(found.value)) : found;
}

/** Directory ids of the people in a space, the invited ones included. `google.notFound` when the space is gone. */
export const listSpaceMembers = (as: Subject, space: string): Task<Result<string[]>> =>
  pages<Api, string>('chat.spaces.members.list', as, {
    request: {
      path: { parent: space },
      query: {
        useAdminAccess: true,
        pageSize: MEMBERS_PAGE,
        showInvited: true,
        filter: 'member.type = "HUMAN"',
        fields: 'nextPageToken,memberships(member/name)',
      },
    },
    items: 'memberships',
    reduce: (membership) => /^users\/(.+)$/.exec(String((membership['member'] as Api | undefined)?.['name'] ?? ''))?.[1],
  });

/** As an ordinary member, or invited where they accept themselves. Google answers who is in already with 409, or with what there is. */
export function* addToSpace(as: Subject, space: string, userId: string): Task<Result<void>> {
  const body = { member: { name: `users/${userId}`, type: 'HUMAN' } };
  const added = yield* call<Api>('chat.spaces.members.create', as, { path: { parent: space }, query: { useAdminAccess: true }, body });
  return added.ok || added.problem.code === 'google.exists' ? ok(undefined) : added;
}

const membership = (space: string, userId: string) => ({ path: { name: `${space}/members/${userId}` }, query: { useAdminAccess: true } });

/** `ROLE_MEMBER`, `ROLE_ASSISTANT_MANAGER` or `ROLE_MANAGER`; undefined for who is not in the space, or when that is gone. */
export function* getSpaceRole(as: Subject, space: string, userId: string): Task<Result<string | undefined>> {
  const found = yield* call<Api>('chat.spaces.members.get', as, membership(space, userId));
  if (found.ok) return ok(String(found.value['role'] ?? 'ROLE_MEMBER'));
  return found.problem.code === 'google.notFound' ? ok(undefined) : found;
}

/** Who is not in the space, or in one that is gone, needs no removal. */
export function* removeFromSpace(as: Subject, space: string, userId: string): Task<Result<void>> {
  return yield* remove('chat.spaces.members.delete', as, membership(space, userId));
}
