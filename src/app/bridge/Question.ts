import { fail, ok, type Result } from '../../core/base/Result';
import { problem } from '../../core/base/Problem';
import type { SyncPurpose } from '../../core/sync/SyncContactsAction';
import type { SearchKind } from '../targets/SearchKind';
import type { Environment } from '../Environment';

/** What a person needs the operator to look up or prepare. Script property `question.<id>`. */
export type Question =
  /** The contact groups of a source user. */
  | { readonly kind: 'labels'; readonly id: string; readonly askedBy: string; readonly askedAt: number; readonly sourceUserId: string }
  /**
   * The users behind a selection. `asked` is the JSON of what is asked; empty when it is long and travels as a parcel
   * (`selectionParcelOf`). The answer is a parcel of the question's id.
   */
  | { readonly kind: 'targets'; readonly id: string; readonly askedBy: string; readonly askedAt: number; readonly asked: string }
  /** S43: what a delegate searches for, who may not read the Directory. */
  | {
      readonly kind: 'search';
      readonly id: string;
      readonly askedBy: string;
      readonly askedAt: number;
      readonly text: string;
      readonly searchKind: SearchKind;
    }
  /** S43: what the cells of a delegate’s Sheet mean. They travel as a parcel (`cellsParcelOf`), and so does the answer, under the question's id. */
  | { readonly kind: 'cells'; readonly id: string; readonly askedBy: string; readonly askedAt: number }
  /** Chat spaces with these words in their title. */
  | { readonly kind: 'spaces'; readonly id: string; readonly askedBy: string; readonly askedAt: number; readonly text: string }
  /**
   * The preview of a request, whose id is the question's. `again`: the closed request whose order it takes; absent: the order is a
   * parcel. `purpose`: of a request about a sync.
   */
  | {
      readonly kind: 'prepare';
      readonly id: string;
      readonly askedBy: string;
      readonly askedAt: number;
      readonly again?: string;
      readonly purpose?: SyncPurpose;
    }
  /** B11: whether the chain of the audit holds. */
  | { readonly kind: 'audit'; readonly id: string; readonly askedBy: string; readonly askedAt: number };

const prefix = 'question.';
/** The property that a sweep reads first: something waits for the operator, now (`1`) or from an instant on (milliseconds since the epoch). */
export const pendingKey = 'pending';
/** As script properties: there is something to do at once. */
export const pendingNow = { [pendingKey]: '1' };
/** Our own limit: what waits must fit into the script properties beside everything else. */
const questionLimit = 100;

export const listQuestions = (env: Environment, all: Readonly<Record<string, string>> = env.authority.all()): Question[] =>
  Object.keys(all)
    .filter((key) => key.startsWith(prefix))
    .map((key) => JSON.parse(all[key] ?? '') as Question)
    .sort((a, b) => a.askedAt - b.askedAt);

export const findQuestion = (env: Environment, id: string): Question | undefined => {
  const text = env.authority.get(prefix + id);
  return text === undefined ? undefined : (JSON.parse(text) as Question);
};

/** Queues a question for the next sweep. */
export const queueQuestion = (env: Environment, question: Question): Result<void> =>
  env.locked(() => {
    if (listQuestions(env).length >= questionLimit) return fail(problem('bridge.tooManyQuestions'));
    return env.authority.setAll({ [prefix + question.id]: JSON.stringify(question), ...pendingNow });
  });

export const dropQuestion = (env: Environment, id: string): void => {
  env.authority.delete(prefix + id);
};

/** `from`: nothing is to be done before. */
export const setPending = (env: Environment, from?: number): Result<void> => {
  const stored = env.authority.set(pendingKey, from === undefined ? '1' : String(from));
  return stored.ok ? ok(undefined) : stored;
};

/** One read: whether there is something to do now. */
export const isPending = (env: Environment): boolean => {
  const text = env.authority.get(pendingKey);
  return text !== undefined && !(Number(text) > env.now());
};
