import { ok, type Result } from '../../core/base/Result';
import type { Task } from '../../google/Call';
import { classOf } from '../../google/classOf';

/** Up to this many addresses are looked up one by one; beyond, listing everybody is cheaper. */
export const singleLookUps = 5;

/** What stands under these addresses. Google answers 404 for nobody, 400 for the address of something else. */
export function* getEach<T>(addresses: readonly string[], get: (address: string) => Task<Result<T>>): Task<Result<T[]>> {
  const found: T[] = [];
  for (const address of addresses) {
    const one = yield* get(address);
    if (one.ok) found.push(one.value);
    else if (classOf(one.problem) !== 'request') return one;
  }
  return ok(found);
}
