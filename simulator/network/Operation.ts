import type { World } from '../World';

export type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Whose access token a request carries. */
export interface Principal {
  /** Immutable Directory id of the user the call acts as. */
  readonly userId: string;
  readonly scopes: ReadonlySet<string>;
  /** `user`: consent given by the person themself; `delegation`: domain-wide delegation through a service account. */
  readonly via: 'user' | 'delegation';
  /** Cloud project number that is charged: per-user quotas count per project and user. */
  readonly project: string;
}

export interface OperationCall {
  readonly world: World;
  /** Undefined only for operations that take no token (the token endpoint). */
  readonly caller: Principal | undefined;
  /** Path parameters by name, decoded. */
  readonly path: Readonly<Record<string, string>>;
  /** Query parameters; every value, in order. */
  readonly query: Readonly<Record<string, readonly string[]>>;
  /** Parsed JSON body, or the form fields for the token endpoint. */
  readonly body: unknown;
  /** Virtual time at which the server handles the request, ms since the epoch. */
  readonly now: number;
  /** The server takes this much longer than usual, ms: the answer comes later. */
  readonly delay?: (milliseconds: number) => void;
}

/**
 * One method of a Google API. `id`, `verb`, `path`, `query` and `scopes` are those of Google's discovery document,
 * so that conformance can compare them. `handle` returns the JSON answer or throws ApiError; it changes the world only
 * when it returns (an operation that throws has written nothing).
 */
export interface Operation {
  readonly id: string;
  readonly verb: Verb;
  readonly host: string;
  /** Discovery path template without leading slash: `v1/{+resourceName}:updateContact`, `admin/directory/v1/users/{userKey}`. */
  readonly path: string;
  /** Discovery `pattern` of path parameters. Needed where two methods share one template (`people.get` and `contactGroups.get`). */
  readonly patterns?: Readonly<Record<string, RegExp>>;
  /** Names of the query parameters it understands; any other is 400. Google's common parameters (alt, fields, prettyPrint, key, quotaUser) are always allowed. */
  readonly query: readonly string[];
  /** Any one of these is enough; empty = no token needed. */
  readonly scopes: readonly string[];
  /** `read` and `write` decide what a fault before/after commit means and what is counted. */
  readonly effect: 'read' | 'write' | 'token';
  /** Takes its fields as a form (RFC 6749); every other operation takes JSON only. */
  readonly form?: true;
  handle(call: OperationCall): object;
}
