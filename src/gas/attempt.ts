import type { Result } from '../core/base/Result';
import { fail, ok } from '../core/base/Result';
import { translateException } from './translateException';

/** Does platform work: an exception that Roster knows becomes a problem, any other is a bug and goes on. */
export const attempt = <T>(work: () => T): Result<T> => {
  try {
    return ok(work());
  } catch (thrown) {
    const known = translateException(thrown);
    if (known === undefined) throw thrown;
    return fail(known);
  }
};
