import type { Problem } from '../core/base/Problem';
import type { OperationId } from './operations';

/** Whom a call acts as. A token is held in memory for one slice and never stored or logged. */
export type Subject =
  /** The execution's own authorization. */
  | { readonly kind: 'self' }
  /** A delegated access token of one user. */
  | { readonly kind: 'user'; readonly userId: string; readonly token: string }
  /** No authorization (the token endpoint). */
  | { readonly kind: 'none' };

/** One HTTP request as data. Tasks yield it; a driver sends it (waves of `fetchAll`, an advanced service, Node's fetch). */
export interface Call {
  readonly operation: OperationId;
  readonly as: Subject;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute, encoded. */
  readonly url: string;
  /** Path and query parameters before encoding: what an advanced service takes. */
  readonly parameters: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** JSON body, or form fields when `encoding` is `form`. */
  readonly body?: unknown;
  readonly encoding?: 'json' | 'form';
  /** True when sending it twice does no harm. Only such a call may be retried blindly. */
  readonly repeatable: boolean;
}

export type Answer =
  /** Google answered; `body` is the parsed JSON, or the text when it is not JSON. */
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown }
  /** Nobody knows: the wave threw, or the connection broke. A write may have happened. */
  | { readonly kind: 'unknown'; readonly message: string }
  /**
   * The platform sends nothing more in this execution: its daily quota is spent or a scope was not granted. Not a failure
   * of the target: the slice ends, and the next one reads again before it writes.
   */
  | { readonly kind: 'stopped'; readonly problem: Problem };

/** Work that reads like sequential code: yields calls, receives answers, returns a value. Does no I/O itself. */
export type Task<T> = Generator<Call, T, Answer>;
