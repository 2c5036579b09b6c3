import type { CustomerRecord, GroupRecord, UserRecord } from '../directory/DirectoryRecords';
import { callerOf, holds } from '../directory/privileges';
import { ApiError } from '../network/ApiError';
import type { Operation, OperationCall } from '../network/Operation';
import { pageSizeOf, takePage } from '../network/takePage';
import type { World } from '../World';
import { groupLabels } from './groupLabels';
import { groupQuery } from './groupQuery';
import { PAGE } from './limits';

const AUTH = 'https://www.googleapis.com/auth/';

function groupRead(method: Pick<Operation, 'id' | 'path' | 'query' | 'patterns' | 'handle'>): Operation {
  return {
    ...method,
    verb: 'GET',
    host: 'cloudidentity.googleapis.com',
    scopes: [`${AUTH}cloud-identity.groups`, `${AUTH}cloud-identity.groups.readonly`, `${AUTH}cloud-platform`],
    effect: 'read',
  };
}

export const groupOperations: readonly Operation[] = [
  groupRead({
    id: 'cloudidentity.groups.lookup',
    path: 'v1/groups:lookup',
    query: ['groupKey.id', 'groupKey.namespace'],
    handle(call) {
      const key = textOf(call, 'groupKey.id');
      if (key === undefined) throw invalidArgument('Request contains an invalid argument.');
      const isOurs = textOf(call, 'groupKey.namespace') === undefined;
      return { name: nameOf(visible(call, isOurs ? call.world.directory.groupByEmail(key) : undefined, `groups/${key}`)) };
    },
  }),
  groupRead({
    id: 'cloudidentity.groups.get',
    path: 'v1/{+name}',
    patterns: { name: /^groups\/[^/]+$/ },
    query: [],
    handle(call) {
      const name = call.path['name'] ?? '';
      return present(call.world, visible(call, call.world.directory.groupById(name.replace('groups/', '')), name), 'FULL');
    },
  }),
  groupRead({
    id: 'cloudidentity.groups.list',
    path: 'v1/groups',
    query: ['pageSize', 'pageToken', 'parent', 'view'],
    handle: (call) => listed(call, textOf(call, 'parent'), () => true),
  }),
  groupRead({
    id: 'cloudidentity.groups.search',
    path: 'v1/groups:search',
    query: ['pageSize', 'pageToken', 'query', 'view'],
    handle(call) {
      const query = groupQuery(textOf(call, 'query') ?? '');
      if (query === undefined) throw invalidArgument('Request contains an invalid argument.');
      return listed(call, query.parent, (group) => query.matches(group));
    },
  }),
];

function textOf(call: OperationCall, name: string): string | undefined {
  return call.query[name]?.at(-1) || undefined;
}

/** The group, when the caller may see groups of its account. */
function visible(call: OperationCall, group: GroupRecord | undefined, name: string): GroupRecord {
  const caller = callerOf(call);
  if (group?.customerId === caller.customerId && mayRead(call.world, caller)) return group;
  throw permissionDenied(`Error(2028): Permission denied for resource ${name} (or it may not exist).`);
}

function mayRead(world: World, caller: UserRecord): boolean {
  return holds(world, caller, 'GROUPS_RETRIEVE');
}

function listed(call: OperationCall, parent: string | undefined, matches: (group: GroupRecord) => boolean): object {
  const caller = callerOf(call);
  const { directory } = call.world;
  const customer: CustomerRecord | undefined = directory.customers.get(parent?.replace(/^customers\//, '') ?? '');
  if (parent === undefined || !/^customers\/C\w+$/.test(parent)) throw invalidArgument('Request contains an invalid argument.');
  if (customer?.id !== caller.customerId || !mayRead(call.world, caller))
    throw permissionDenied(`Error(2028): Permission denied for resource ${parent} (or it may not exist).`);
  const view = viewOf(call);
  const size = pageSizeOf(call, PAGE[view].default);
  if (size > PAGE[view].most) throw invalidArgument('Request contains an invalid argument.');
  const found = [...directory.groups.values()].filter((group) => group.customerId === customer.id && matches(group));
  const page = takePage(call, found, size, ({ id }) => id);
  return {
    ...(page.items.length === 0 ? {} : { groups: page.items.map((group) => present(call.world, group, view)) }),
    ...(page.nextPageToken === undefined ? {} : { nextPageToken: page.nextPageToken }),
  };
}

function viewOf(call: OperationCall): 'BASIC' | 'FULL' {
  const view = textOf(call, 'view') ?? 'BASIC';
  if (view !== 'BASIC' && view !== 'FULL') throw invalidArgument(`Invalid value at 'view' (TYPE_ENUM), "${view}"`);
  return view;
}

/** Groups have the Directory's id here, too. */
function nameOf({ id }: GroupRecord): string {
  return `groups/${id}`;
}

function present(world: World, group: GroupRecord, view: 'BASIC' | 'FULL'): object {
  const withLabels = view === 'FULL' || world.directory.settings.labelsInBasicView;
  return {
    name: nameOf(group),
    groupKey: { id: group.email },
    displayName: group.name,
    ...(view === 'FULL' ? { parent: `customers/${group.customerId}` } : {}),
    ...(view === 'FULL' && group.description !== '' ? { description: group.description } : {}),
    ...(withLabels ? { labels: groupLabels(group) } : {}),
  };
}

function invalidArgument(message: string): ApiError {
  return new ApiError({ code: 400, status: 'INVALID_ARGUMENT', message });
}

function permissionDenied(message: string): ApiError {
  return new ApiError({ code: 403, status: 'PERMISSION_DENIED', message });
}
