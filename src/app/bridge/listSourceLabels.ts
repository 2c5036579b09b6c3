import { digest } from '../../core/base/digest';
import { problem, type Problem } from '../../core/base/Problem';
import { ok, type Result } from '../../core/base/Result';
import type { ContactGroup } from '../../core/contacts/ContactGroup';
import { delegatedSubject } from '../../google/delegation';
import { CONTACTS_SCOPE } from '../../google/operations';
import { listContactGroups } from '../../google/people';
import type { Task } from '../../google/Call';
import type { Actor } from '../actors/identify';
import type { Environment } from '../Environment';
import { getSourceUser, isPassing } from '../requests/observeSources';
import { doTask } from '../runs/doTask';
import type { Installation } from '../setUp/Installation';
import { pageUrlOf } from './pageUrl';
import { findQuestion, queueQuestion } from './Question';
import { answerKey, refuseQuestion } from './refusal';
import { storeList } from './storeList';

export interface SourceLabel {
  readonly resourceName: string;
  readonly name: string;
  readonly contacts: number;
}

export type LabelsState =
  | { readonly kind: 'ready'; readonly labels: readonly SourceLabel[]; readonly left: number }
  /** `pageUrl`: the operator's page that looks them up at once; empty when there is none. */
  | { readonly kind: 'preparing'; readonly askedAt: number; readonly pageUrl: string }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** A selection list takes 100 items; one is "all contacts", one a label that was chosen and is not listed. */
const labelLimit = 98;
/** An answer waits this long to be read. */
const answerLifetime = 60 * 60 * 1000;

interface Answer {
  readonly at: number;
  readonly labels?: readonly SourceLabel[];
  readonly left?: number;
  readonly problem?: Problem;
}

/** One answer per person and source. */
const questionId = (askedBy: string, sourceUserId: string): string => digest(['labels', askedBy, sourceUserId]).slice(0, 32);

const toLabels = (groups: readonly ContactGroup[]): { readonly labels: SourceLabel[]; readonly left: number } => {
  const own = groups
    .filter((group) => group.groupType === 'USER_CONTACT_GROUP')
    .map((group) => ({ resourceName: group.resourceName, name: group.name, contacts: group.memberCount }))
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  return { labels: own.slice(0, labelLimit), left: Math.max(0, own.length - labelLimit) };
};

function* labelsOf(env: Environment, installation: Installation, sourceUserId: string): Task<Result<ContactGroup[]>> {
  const user = yield* getSourceUser(sourceUserId);
  if (!user.ok) return user;
  const subject = yield* delegatedSubject({ serviceAccount: installation.serviceAccount, now: env.now }, user.value, CONTACTS_SCOPE);
  return subject.ok ? yield* listContactGroups(subject.value) : subject;
}

/** The operator's answer, kept where the person's next look finds it. A list too long for one property is shortened. */
export const answerLabels = (
  env: Environment,
  installation: Installation,
  question: { readonly id: string; readonly sourceUserId: string },
): Result<void> => {
  const groups = doTask(env, () => labelsOf(env, installation, question.sourceUserId));
  if (!groups.ok) return isPassing(groups.problem) ? groups : refuseQuestion(env, question.id, groups.problem);
  const { labels, left } = toLabels(groups.value);
  return storeList(env, question.id, labels, (list, cut): Answer => ({ at: env.now(), labels: list, left: left + cut }));
};

const readAnswer = (env: Environment, id: string): LabelsState | undefined => {
  const text = env.authority.get(answerKey(id));
  if (text === undefined) return undefined;
  const answer = JSON.parse(text) as Answer;
  if (answer.at + answerLifetime < env.now()) return undefined;
  if (answer.problem !== undefined) return { kind: 'failed', problem: answer.problem };
  return { kind: 'ready', labels: answer.labels ?? [], left: answer.left ?? 0 };
};

/** Whether an answer of this id waits to be read. */
export const isAnswered = (env: Environment, id: string): boolean => readAnswer(env, id) !== undefined;

/** Answers nobody came back for. */
export const dropOldAnswers = (env: Environment, all: Readonly<Record<string, string>>): void => {
  for (const key of Object.keys(all).filter((one) => one.startsWith('answer.'))) {
    if ((JSON.parse(all[key] ?? '{}') as Answer).at + answerLifetime < env.now()) env.authority.delete(key);
  }
};

/** S21: the labels of the source user. One's own at once; of others the operator at once, everybody else by the bridge. */
export const listSourceLabels = (
  env: Environment,
  actor: Actor,
  sourceUserId: string,
  options: { readonly again: boolean } = { again: false },
): Result<LabelsState> => {
  if (sourceUserId === actor.user.id) {
    const groups = env.asSelf(listContactGroups({ kind: 'self' }), { calls: 5 });
    return ok(groups.ok ? { kind: 'ready', ...toLabels(groups.value) } : { kind: 'failed', problem: groups.problem });
  }
  const id = questionId(actor.user.id, sourceUserId);
  const answered = readAnswer(env, id);
  if (answered !== undefined && !options.again) return ok(answered);
  if (actor.isOperator) {
    const done = answerLabels(env, actor.installation, { id, sourceUserId });
    if (!done.ok) return ok({ kind: 'failed', problem: done.problem });
    return ok(readAnswer(env, id) ?? { kind: 'failed', problem: problem('bridge.answerTooBig') });
  }
  const asked = findQuestion(env, id);
  const pageUrl = pageUrlOf(actor.installation.webAppUrl, id);
  if (asked !== undefined) return ok({ kind: 'preparing', askedAt: asked.askedAt, pageUrl });
  env.authority.delete(answerKey(id));
  const queued = queueQuestion(env, { kind: 'labels', id, askedBy: actor.user.id, askedAt: env.now(), sourceUserId });
  return queued.ok ? ok({ kind: 'preparing', askedAt: env.now(), pageUrl }) : queued;
};
