import { problem } from '../core/base/Problem';
import type { Result } from '../core/base/Result';
import { fail } from '../core/base/Result';
import type { Answer, Call, Task } from '../google/Call';
import { operations } from '../google/operations';
import { advancedMethod } from './advancedMethod';
import { textOfException, translateException } from './translateException';

/**
 * Does a task as the signed-in person, one call after the other, through the advanced services AdminDirectory and People.
 * A missing scope and a call too many end the task with a problem; what Google answers goes back into the task.
 */
export const runByAdvancedServices = <T>(task: Task<Result<T>>, limit: { readonly calls: number }): Result<T> => {
  let step = task.next();
  for (let calls = 0; !step.done; calls++) {
    if (calls >= limit.calls) return abandon(task, fail(problem('platform.tooManyCalls', { limit: limit.calls })));
    const answer = send(step.value);
    if (answer.kind === 'stopped') return abandon(task, fail(answer.problem));
    step = task.next(answer);
  }
  return step.value;
};

const abandon = <T>(task: Task<Result<T>>, result: Result<T>): Result<T> => {
  task.return(undefined as never);
  return result;
};

/** Method, then body, path parameters in the order of the URL, and the query: https://developers.google.com/apps-script/guides/services/advanced */
const send = (call: Call): Answer => {
  if (call.as.kind !== 'self') throw new Error(`${call.operation} as ${call.as.kind} through an advanced service`);
  const { path } = operations[call.operation];
  const names = [...path.matchAll(/\{\+?(\w+)\}/g)].map((match) => match[1] ?? '');
  const query: Record<string, unknown> = {};
  for (const name of Object.keys(call.parameters)) if (!names.includes(name)) query[name] = call.parameters[name];
  const values = names.map((name) => call.parameters[name]);
  const leading = call.body === undefined ? values : [call.body, ...values];
  try {
    return { kind: 'answered', status: 200, body: advancedMethod(call.operation)(...leading, query) };
  } catch (thrown) {
    return answerOfThrown(thrown);
  }
};

interface GoogleJsonResponse {
  readonly name?: string;
  readonly details?: { readonly code?: number; readonly message?: string };
}

const answerOfThrown = (thrown: unknown): Answer => {
  const { name, details } = thrown as GoogleJsonResponse;
  if (typeof details?.code === 'number') return { kind: 'answered', status: details.code, body: { error: details } };
  const known = translateException(thrown);
  if (known !== undefined) return { kind: 'stopped', problem: known };
  if (name === 'GoogleJsonResponseException' || /^(API call to|Empty response)/.test(textOfException(thrown))) {
    return { kind: 'unknown', message: textOfException(thrown) };
  }
  throw thrown;
};
