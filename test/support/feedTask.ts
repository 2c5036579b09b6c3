import type { Answer, Call, Task } from '../../src/google/Call';

export interface Fed<T> {
  readonly value: T;
  readonly calls: readonly Call[];
}

/** Runs a task to its end, answering each call by `answer`. */
export const feedTask = <T>(task: Task<T>, answer: (call: Call, index: number) => Answer): Fed<T> => {
  const calls: Call[] = [];
  let step = task.next();
  while (step.done !== true) {
    calls.push(step.value);
    step = task.next(answer(step.value, calls.length - 1));
  }
  return { value: step.value, calls };
};

/** Answers in this order; asking for more is a failure of the test. */
export const inOrder =
  (...answers: readonly Answer[]) =>
  (call: Call, index: number): Answer => {
    const answer = answers[index];
    if (answer === undefined) throw new Error(`Nobody expected call ${index}: ${call.operation}`);
    return answer;
  };

export const success = (body: unknown): Answer => ({ kind: 'answered', status: 200, body });

export const refusal = (status: number, error: object): Answer => ({
  kind: 'answered',
  status,
  body: { error: { code: status, ...error } },
});

export const silence: Answer = { kind: 'unknown', message: 'Address unavailable' };
