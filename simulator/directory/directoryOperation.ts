import type { Operation, OperationCall, Verb } from '../network/Operation';
import { unknownField } from '../network/requestErrors';
import { callerOf } from './privileges';

const AUTH = 'https://www.googleapis.com/auth/';

export interface DirectoryRead {
  readonly id: string;
  /** Below `admin/directory/v1/`. */
  readonly path: string;
  readonly query?: readonly string[];
  /** Names below `https://www.googleapis.com/auth/`. */
  readonly scopes: readonly string[];
  readonly patterns?: Operation['patterns'];
  handle(call: OperationCall): object;
}

export interface DirectoryWrite extends DirectoryRead {
  readonly verb: Verb;
  /** Names of the fields of the request message; any other is 400. */
  readonly fields?: readonly string[];
}

/** A read of the Directory: every call counts against the caller's query quota. */
export function directoryRead(read: DirectoryRead): Operation {
  return directoryOperation({ ...read, verb: 'GET' }, 'read');
}

/** A change of the Directory: it also counts among the account's writes under way. */
export function directoryWrite(write: DirectoryWrite): Operation {
  return directoryOperation(write, 'write');
}

function directoryOperation(
  { id, verb, path, query = [], scopes, patterns, fields = [], handle }: DirectoryWrite,
  effect: 'read' | 'write',
): Operation {
  const operation: Operation = {
    id,
    verb,
    host: 'admin.googleapis.com',
    path: `admin/directory/v1/${path}`,
    ...(patterns === undefined ? {} : { patterns }),
    query,
    scopes: scopes.map((scope) => AUTH + scope),
    effect,
    handle(call) {
      const { directory, latency } = call.world;
      const caller = callerOf(call);
      const unknown = Object.keys(call.body as object).find((name) => !fields.includes(name));
      if (unknown !== undefined) throw unknownField(operation, unknown);
      directory.queries.charge(call.caller?.project ?? '', caller.id, call.now);
      if (effect === 'write') directory.writes.begin(caller.customerId, call.now, latency.ofOperation(id), directory.settings);
      return handle(call);
    },
  };
  return operation;
}
