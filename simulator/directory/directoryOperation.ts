import type { Operation, OperationCall } from '../network/Operation';
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

/** A read of the Directory: every call counts against the caller's query quota. */
export function directoryRead({ id, path, query = [], scopes, patterns, handle }: DirectoryRead): Operation {
  return {
    id,
    verb: 'GET',
    host: 'admin.googleapis.com',
    path: `admin/directory/v1/${path}`,
    ...(patterns === undefined ? {} : { patterns }),
    query,
    scopes: scopes.map((scope) => AUTH + scope),
    effect: 'read',
    handle(call) {
      call.world.directory.queries.charge(call.caller?.project ?? '', callerOf(call).id, call.now);
      return handle(call);
    },
  };
}
