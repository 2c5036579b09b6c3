import type { Answer, Call } from '../google/Call';
import { classOf } from '../google/classOf';
import { translate } from '../google/errors';
import { operations } from '../google/operations';
import { retryAfter } from './retryAfter';
import { stepTask, type RunningTask } from './RunningTask';
import type { TaskOutcome } from './waves';

export interface Received<T> {
  /** The task with its next call, or with the same call again, or how it ended. */
  readonly task: RunningTask<T> | TaskOutcome<T>;
  /** Google asked for fewer calls at once. */
  readonly busy: boolean;
}

/** What an answer means for its task: the task goes on with it, or the call waits to be sent again. */
export const receive = <T>(task: RunningTask<T>, answer: Answer, now: number): Received<T> => {
  const told = { ...task, sent: task.sent + 1, wrote: task.wrote || isWrite(task.call) };
  if (isSuccess(answer)) return { task: stepTask(told, answer), busy: false };
  const problem = translate(answer, task.call.operation);
  const wait = retryAfter(problem, task.attempt);
  return {
    task: wait === undefined ? stepTask(told, answer) : { ...told, attempt: task.attempt + 1, notBefore: now + wait },
    busy: classOf(problem) === 'customerBusy',
  };
};

export const isWrite = (call: Call): boolean => operations[call.operation].effect === 'write';

const isSuccess = (answer: Answer): boolean => answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;
