import { badArguments } from '../badArguments';
import type { Execution } from '../Execution';
import { strict } from '../strict';

const TIMEOUT = 'Lock timeout: another process was holding the lock for too long.';

/** `LockService` (https://developers.google.com/apps-script/reference/lock). No document lock: the script has no document. */
export const lockService = (execution: Execution): object =>
  strict('LockService', {
    getScriptLock: () => lock(execution, 'script'),
    getUserLock: () => lock(execution, `user:${execution.effectiveUser.id}`),
    getDocumentLock: () => null,
  });

const lock = (execution: Execution, name: string): object => {
  const { locks } = execution.project;
  const acquire = (member: string, args: readonly unknown[]): boolean => {
    const [timeout] = args;
    if (typeof timeout !== 'number' || args.length !== 1) throw badArguments(execution, `LockService.Lock.${member}`, args);
    return execution.call(`LockService.${member}`, {}, () => {
      if (locks.acquire(name, execution.id)) return true;
      // Who holds it is an execution around this one: it goes on only when this one has ended, so the whole time passes in vain.
      execution.spend(Math.max(0, timeout));
      return locks.acquire(name, execution.id);
    });
  };
  return strict('Lock', {
    tryLock: (...args: unknown[]) => acquire('tryLock', args),
    waitLock: (...args: unknown[]) => {
      if (!acquire('waitLock', args)) throw execution.exception(TIMEOUT);
    },
    hasLock: () => execution.call('LockService.hasLock', {}, () => locks.holder(name) === execution.id),
    releaseLock: () => execution.call('LockService.releaseLock', {}, () => locks.release(name, execution.id)),
  });
};
