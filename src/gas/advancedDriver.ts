import { problem } from '../core/base/Problem';
import type { Result } from '../core/base/Result';
import { fail } from '../core/base/Result';
import type { Answer, Call, Task } from '../google/Call';
import type { OperationId } from '../google/operations';
import { translate } from '../google/errors';
import { operations } from '../google/operations';
import { advancedMethod } from './advancedMethod';
import { isMistake, textOfException, translateException } from './translateException';

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
  const method = advancedMethod(call.operation);
  try {
    return { kind: 'answered', status: 200, body: method(...leading, query) };
  } catch (thrown) {
    return answerOfThrown(thrown, call.operation);
  }
};

/** Google names every scope that would do; the one to grant is the one that Roster asks people for: to read. */
const scopeOf = (operation: OperationId): string => {
  const { scopes } = operations[operation];
  return scopes.find((scope) => scope.endsWith('.readonly')) ?? scopes[0] ?? '';
};

/** A refusal of Google carries `details`, the error object of its JSON answer. A scope that was not granted comes as one or the other. */
const answerOfThrown = (thrown: unknown, operation: OperationId): Answer => {
  if (isMistake(thrown)) throw thrown;
  const details = (thrown as { details?: { code?: unknown } } | null)?.details;
  const scopeMissing = problem('platform.scopeMissing', { member: operation, scope: scopeOf(operation) });
  if (typeof details?.code === 'number') {
    const answer: Answer = { kind: 'answered', status: details.code, body: { error: details } };
    return translate(answer, operation).code === 'google.scopeMissing' ? { kind: 'stopped', problem: scopeMissing } : answer;
  }
  const known = translateException(thrown);
  if (known?.code === 'platform.scopeMissing') return { kind: 'stopped', problem: scopeMissing };
  if (known !== undefined) return { kind: 'stopped', problem: known };
  return { kind: 'unknown', message: textOfException(thrown) };
};
