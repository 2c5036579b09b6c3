import type { Operation, OperationCall } from '../network/Operation';
import type { World } from '../World';
import { badRequest, invalidInput, resourceNotFound, typeNotSupported } from './directoryErrors';
import { directoryRead } from './directoryOperation';
import type { GroupRecord } from './DirectoryRecords';
import { GROUPS_PAGE } from './limits';
import { parseQuery } from './parseQuery';
import { callerOf, notAuthorized, requireCustomer, requireDomain, requirePrivilege } from './privileges';
import { enumOf, pageSizeOf, textOf } from './readParameters';
import { etagOf, takePage } from './takePage';
import { findUser } from './userOperations';

const SCOPES = ['admin.directory.group', 'admin.directory.group.readonly'];

export const groupOperations: readonly Operation[] = [
  directoryRead({
    id: 'directory.groups.get',
    path: 'groups/{groupKey}',
    scopes: SCOPES,
    handle(call) {
      const group = findGroup(call, call.path['groupKey'] ?? '');
      requirePrivilege(call, 'GROUPS_RETRIEVE');
      return presentGroup(group);
    },
  }),
  directoryRead({
    id: 'directory.groups.list',
    path: 'groups',
    query: ['customer', 'domain', 'maxResults', 'orderBy', 'pageToken', 'query', 'sortOrder', 'userKey'],
    scopes: SCOPES,
    handle(call) {
      const size = pageSizeOf(call, GROUPS_PAGE, true);
      const page = takePage(call, select(call), size, (group) => group.id);
      const groups = page.items.map(presentGroup);
      return {
        kind: 'admin#directory#groups',
        etag: etagOf(groups),
        ...(groups.length === 0 ? {} : { groups }),
        ...(page.nextPageToken === undefined ? {} : { nextPageToken: page.nextPageToken }),
      };
    },
  }),
];

/** The group of this id, address or alias within the caller's customer. */
export function findGroup(call: OperationCall, key: string): GroupRecord {
  const { directory } = call.world;
  const record = directory.find(key);
  const own = callerOf(call).customerId;
  if (record === undefined) {
    const domain = key.split('@')[1];
    if (domain !== undefined && directory.customerOfDomain(domain)?.id !== own) throw notAuthorized();
    throw resourceNotFound('groupKey');
  }
  if (record.customerId !== own) throw notAuthorized();
  if ('primaryEmail' in record) throw typeNotSupported('groupKey');
  return record;
}

function presentGroup(group: GroupRecord): object {
  const shown = {
    email: group.email,
    name: group.name,
    directMembersCount: String(group.members.length),
    description: group.description,
    adminCreated: group.adminCreated,
    ...(group.aliases.length === 0 ? {} : { aliases: [...group.aliases] }),
    nonEditableAliases: [`${group.email}.test-google-a.com`],
  };
  return { kind: 'admin#directory#group', id: group.id, etag: etagOf(shown), ...shown };
}

function select(call: OperationCall): GroupRecord[] {
  const { directory } = call.world;
  const [customer, domain, userKey, query] = ['customer', 'domain', 'userKey', 'query'].map((name) => textOf(call, name));
  if (userKey !== undefined && customer !== undefined) throw badRequest();
  if (userKey === undefined && customer === undefined && domain === undefined) throw badRequest();
  const own = domain !== undefined ? requireDomain(call, domain) : requireCustomer(call, customer ?? 'my_customer');
  requirePrivilege(call, 'GROUPS_RETRIEVE');
  const memberId = userKey === undefined ? undefined : findUser(call, userKey, 'userKey').id;
  const matches = query === undefined ? () => true : groupQuery(call.world, query);
  if (matches === undefined) throw invalidInput('query');
  const found = [...directory.groups.values()].filter(
    (group) =>
      group.customerId === own.id &&
      (domain === undefined || group.email.toLowerCase().endsWith(`@${domain.toLowerCase()}`)) &&
      (memberId === undefined || group.members.some((member) => member.id === memberId)) &&
      matches(group),
  );
  if (enumOf(call, 'orderBy', ['email']) === undefined) return found;
  const sign = enumOf(call, 'sortOrder', ['ASCENDING', 'DESCENDING']) === 'DESCENDING' ? -1 : 1;
  return found.sort((a, b) => (a.email.toLowerCase() < b.email.toLowerCase() ? -sign : sign));
}

/** https://developers.google.com/workspace/admin/directory/v1/guides/search-groups */
function groupQuery(world: World, query: string): ((group: GroupRecord) => boolean) | undefined {
  const clauses = parseQuery(query);
  if (clauses === undefined) return undefined;
  const fields = new Set(clauses.map(({ field }) => field));
  if (fields.has('memberKey') && fields.size > 1) return undefined;
  const tests: ((group: GroupRecord) => boolean)[] = [];
  for (const { field, operator, value } of clauses) {
    if (operator === ':' || (field !== 'email' && field !== 'name' && field !== 'memberKey')) return undefined;
    if (field === 'memberKey') {
      if (operator !== '=') return undefined;
      const id = world.directory.find(value)?.id;
      tests.push(({ members }) =>
        members.some((one) => one.id === (id ?? value) || one.externalEmail?.toLowerCase() === value.toLowerCase()),
      );
      continue;
    }
    const wanted = value.toLowerCase();
    tests.push((group) => {
      const text = group[field].toLowerCase();
      return operator === '=' ? text === wanted : text.startsWith(wanted);
    });
  }
  return (group) => tests.every((test) => test(group));
}
