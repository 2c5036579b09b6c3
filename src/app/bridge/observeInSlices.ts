import type { Result } from '../../core/base/Result';
import { fail } from '../../core/base/Result';
import { problem } from '../../core/base/Problem';
import type { Answer, Task } from '../../google/Call';
import type { Environment, Tables } from '../Environment';
import { getDocument, putLongDocument, removeDocuments } from '../records/ledgerDocuments';
import { isPassing } from '../requests/observeSources';
import { doTask } from '../runs/doTask';

/** Replays the answers of earlier slices into a fresh task, then goes on and notes each answer of Google. */
function* replayed<T>(task: Task<T>, answers: Answer[]): Task<T> {
  const before = [...answers];
  let step = task.next();
  for (let index = 0; !step.done; index += 1) {
    const known = before[index];
    const answer = known ?? (yield step.value);
    if (known === undefined && answer.kind === 'answered') answers.push(answer);
    step = task.next(answer);
  }
  return step.value;
}

const isRefusal = (answer: Answer | undefined): boolean => answer?.kind === 'answered' && answer.status >= 400;

type Body = Readonly<Record<string, unknown>>;

/** Without the aliases, which no list of targets needs. */
const brief = (answer: Answer): Answer => {
  if (answer.kind !== 'answered' || typeof answer.body !== 'object' || answer.body === null) return answer;
  const body = answer.body as Body;
  if (!Array.isArray(body['users'])) return answer;
  const users = (body['users'] as Body[]).map(({ aliases: _aliases, nonEditableAliases: _others, ...user }) => user);
  return { ...answer, body: { ...body, users } };
};

const readAnswers = (ledger: Tables, id: string): Answer[] => {
  try {
    return JSON.parse(getDocument(ledger, id) ?? '[]') as Answer[];
  } catch {
    // Only a beginning of it was written.
    return [];
  }
};

/**
 * Does a task that only reads, over as many executions as it takes: what Google answered is kept in the ledger under `id` and replayed
 * by the next one. The task must ask the same again when it gets the same answers. `kept`: what it needs of each; by default no aliases.
 */
export const observeInSlices = <T>(
  env: Environment,
  ledger: Tables,
  id: string,
  task: () => Task<Result<T>>,
  kept: (answer: Answer) => Answer = brief,
): Result<T> => {
  const answers = readAnswers(ledger, id);
  const known = answers.length;
  const result = doTask(env, () => replayed(task(), answers));
  if (!result.ok && isPassing(result.problem)) {
    // The last one may be the refusal that ended it: replayed it would end every later try, too.
    while (isRefusal(answers[answers.length - 1])) answers.pop();
    if (answers.length !== known) putLongDocument(ledger, id, JSON.stringify(answers.map(kept)));
    return result;
  }
  if (known > 0) removeDocuments(ledger, id);
  // A page token that ran out between two slices: from the beginning.
  return result.ok || known === 0 ? result : fail(problem('run.outOfTime'));
};
