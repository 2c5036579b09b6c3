import { problem } from '../core/base/Problem';
import type { Result } from '../core/base/Result';
import { fail } from '../core/base/Result';
import { attempt } from './attempt';

/** How long a person at a card may wait for somebody else's decision or table write. */
const WAIT_MILLISECONDS = 5_000;

/**
 * Runs work under the script lock, which excludes every other execution of every user
 * (https://developers.google.com/apps-script/reference/lock/lock-service). Pending spreadsheet writes are flushed before the
 * release, as Google advises. Work inside locked work runs as it is: releasing an inner lock would release the outer one.
 */
export const scriptLock = (flush: () => void): (<T>(work: () => Result<T>) => Result<T>) => {
  let held = false;
  return (work) => {
    if (held) return work();
    const lock = LockService.getScriptLock();
    const got = attempt(() => lock.tryLock(WAIT_MILLISECONDS));
    if (!got.ok) return got;
    if (!got.value) return fail(problem('platform.locked'));
    held = true;
    try {
      try {
        return work();
      } finally {
        flush();
      }
    } finally {
      held = false;
      lock.releaseLock();
    }
  };
};
