import type { UserRecord } from '../directory/DirectoryRecords';
import { holds } from '../directory/privileges';
import type { Operation, OperationCall, Verb } from '../network/Operation';
import { insufficientScopes, invalidParameter, unknownField } from '../network/requestErrors';
import { pageSizeOf } from '../network/takePage';
import type { World } from '../World';

import type { ChatMetric } from './ChatQuota';
import type { ChatState } from './ChatState';
import { appNotFound, permissionDenied } from './chatErrors';
import { PAGE } from './limits';

const AUTH = 'https://www.googleapis.com/auth/';

/** What an operation works with once the caller has been let in. */
export interface ChatCall {
  readonly call: OperationCall;
  readonly world: World;
  readonly chat: ChatState;
  readonly caller: UserRecord;
  /** The method runs with the caller's administrator privileges. */
  readonly asAdmin: boolean;
  readonly now: number;
}

export interface ChatMethod {
  readonly id: string;
  readonly verb: Verb;
  readonly path: string;
  /** What the path parameter of this name must look like. */
  readonly resource?: readonly [name: 'name' | 'parent', pattern: RegExp];
  readonly query: readonly string[];
  /** Scopes by who acts; `other` ones are those of apps, which are not simulated. Names below `https://www.googleapis.com/auth/`. */
  readonly scopes: { readonly user: readonly string[]; readonly admin: readonly string[]; readonly other: readonly string[] };
  readonly metric: ChatMetric;
  readonly fields?: readonly string[];
  handle(chat: ChatCall): object;
}

/** The privilege "Manage Chat and Spaces conversations" (https://support.google.com/a/answer/13369245). */
const PRIVILEGE = 'MANAGE_DYNAMITE_SPACES';

/** An operation of the Chat API: the app exists, the mode's scope and right, quotas, then its work. */
export function chatOperation(method: ChatMethod): Operation {
  const { id, verb, path, query, scopes, metric, fields = [] } = method;
  const [name, pattern] = method.resource ?? [];
  const withPrefix = (names: readonly string[]): string[] => names.map((one) => AUTH + one);
  const operation: Operation = {
    id,
    verb,
    host: 'chat.googleapis.com',
    path,
    ...(name === undefined || pattern === undefined ? {} : { patterns: { [name]: pattern } }),
    query,
    scopes: withPrefix([...scopes.user, ...scopes.admin, ...scopes.other]),
    effect: metric === 'membershipWrites' ? 'write' : 'read',
    handle(call) {
      const { world, now } = call;
      const caller = call.caller === undefined ? undefined : world.directory.userById(call.caller.userId);
      if (call.caller === undefined || caller === undefined) throw new Error('simulator: a Chat call without a user');
      const { project, scopes: granted } = call.caller;
      const unknown = Object.keys(call.body as object).find((one) => !fields.includes(one));
      if (unknown !== undefined) throw unknownField(operation, unknown);
      if (world.chat.projectsWithoutApp.has(project)) throw appNotFound();
      const asAdmin = flagOf(operation, call, 'useAdminAccess');
      if (!withPrefix(asAdmin ? scopes.admin : scopes.user).some((scope) => granted.has(scope))) throw insufficientScopes(operation);
      if (asAdmin ? !holds(world, caller, PRIVILEGE) : !world.chat.access.isOn(caller.id)) throw permissionDenied();
      const space = /^spaces\/[^/]+/.exec(call.path[name ?? ''] ?? '')?.[0];
      world.chat.quota.charge(metric, project, space, now, world.chat.settings);
      return method.handle({ call, world, chat: world.chat, caller, asAdmin, now });
    },
  };
  return operation;
}

function flagOf(operation: Operation, call: OperationCall, name: string): boolean {
  const value = call.query[name]?.at(-1) ?? '';
  if (value !== '' && value !== 'true' && value !== 'false') throw invalidParameter(operation, name, 'TYPE_BOOL', value);
  return value === 'true';
}

/** A text of the query; an empty one is as good as none. */
export function textOf({ call }: ChatCall, name: string): string | undefined {
  return call.query[name]?.at(-1) || undefined;
}

export function pageSize(call: OperationCall): number {
  return Math.min(pageSizeOf(call, PAGE.default), PAGE.most);
}
