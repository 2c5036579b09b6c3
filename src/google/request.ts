import { wellFormed } from '../core/base/wellFormed';
import { ok, fail, type Result } from '../core/base/Result';
import type { Answer, Call, Subject, Task } from './Call';
import { translate } from './errors';
import { operations, type OperationId } from './operations';

type Parameter = string | number | boolean | readonly string[];

export interface Request {
  readonly path?: Readonly<Record<string, string>>;
  /** Undefined ones are left out; a list repeats the parameter. */
  readonly query?: Readonly<Record<string, Parameter | undefined>>;
  readonly body?: unknown;
  readonly encoding?: 'json' | 'form';
}

/** One call as data. A parameter the operation does not have is a bug and throws. */
export const toCall = (operation: OperationId, as: Subject, request: Request = {}): Call => {
  const description = operations[operation];
  const query = Object.entries(request.query ?? {}).filter((entry): entry is [string, Parameter] => entry[1] !== undefined);
  for (const [name] of query) {
    if (name !== 'fields' && !description.query.includes(name)) throw new Error(`${operation} has no parameter ${name}`);
  }
  const search = query.flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => `${name}=${encode(String(one))}`));
  return {
    operation,
    as,
    method: description.method,
    url: description.root + expand(description.path, request.path ?? {}) + (search.length === 0 ? '' : `?${search.join('&')}`),
    parameters: { ...request.path, ...Object.fromEntries(query) },
    ...(request.body === undefined ? {} : { body: request.body, encoding: request.encoding ?? 'json' }),
    repeatable: description.repeatable,
  };
};

/** Yields the call and gives back the answer as it came. */
export function* exchange(operation: OperationId, as: Subject, request: Request = {}): Task<Answer> {
  return yield toCall(operation, as, request);
}

/** Yields the call and gives back the JSON body, or the translated problem. */
export function* call<T>(operation: OperationId, as: Subject, request: Request = {}): Task<Result<T>> {
  const answer = yield toCall(operation, as, request);
  if (answer.kind === 'answered' && answer.status >= 200 && answer.status < 300 && isObject(answer.body)) return ok(answer.body as T);
  return fail(translate(answer, operation));
}

/** Yields a removal, which Google may answer with an empty body. What is not there needs none. */
export function* remove(operation: OperationId, as: Subject, request: Request): Task<Result<void>> {
  const answer = yield toCall(operation, as, request);
  if (answer.kind === 'answered' && answer.status >= 200 && answer.status < 300) return ok(undefined);
  const found = translate(answer, operation);
  return found.code === 'google.notFound' ? ok(undefined) : fail(found);
}

const isObject = (body: unknown): boolean => typeof body === 'object' && body !== null;

/** `{name}` encodes everything, `{+name}` leaves slashes. */
const expand = (path: string, values: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\+?)(\w+)\}/g, (_, plus: string, name: string) => {
    const value = values[name];
    if (value === undefined || value === '') throw new Error(`${path} needs ${name}`);
    return plus === '' ? encode(value) : value.split('/').map(encode).join('/');
  });

const encode = (text: string): string => encodeURIComponent(wellFormed(text));
