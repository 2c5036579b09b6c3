import { digest } from '../../core/base/digest';
import { parseRecord } from '../../core/base/parseRecord';
import type { Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { searchSpaces, type ChatSpace } from '../../google/chat';
import type { Actor } from '../actors/identify';
import type { Environment } from '../Environment';
import { doTask } from '../runs/doTask';
import { readInstallation } from '../setUp/Installation';
import { pageUrlOf } from './pageUrl';
import { findQuestion, queueQuestion } from './Question';
import { answerKey } from './refusal';
import { storeList } from './storeList';

/** `asked`: the operator looks them up; `pageUrl` is the page that does it at once, empty when there is none. */
export type FoundSpaces =
  | { readonly kind: 'found'; readonly text: string; readonly spaces: readonly ChatSpace[]; readonly more: boolean }
  | { readonly kind: 'asked'; readonly text: string; readonly askedAt: number; readonly pageUrl: string };

interface Answer {
  readonly at: number;
  readonly spaces?: readonly ChatSpace[];
  readonly more?: boolean;
  readonly problem?: Problem;
}

const self = { kind: 'self' } as const;
/** Our own limits: what a card shows of spaces, and how long an answer counts as new. */
const limit = 20;
const freshMilliseconds = 60 * 60 * 1000;

const idOf = (askedBy: string, text: string): string => digest(['spaces', askedBy, text.toLowerCase()]).slice(0, 32);

const look = (env: Environment, text: string): Result<ChatSpace[]> => doTask(env, () => searchSpaces(self, text, limit + 1));

/** What the operator found, kept where the asker's next look finds it. */
export const answerSpaces = (env: Environment, { id, text }: { readonly id: string; readonly text: string }): Result<void> => {
  const found = look(env, text);
  if (!found.ok) return found;
  return storeList(env, id, found.value.slice(0, limit), (spaces, left): Answer => {
    return { at: env.now(), spaces, more: left > 0 || found.value.length > limit };
  });
};

/** Only the operator has the right to see all spaces: everybody else asks by the bridge. Asked again, it shows the answer. */
export const findSpaces = (env: Environment, actor: Actor, typed: string): Result<FoundSpaces> => {
  const text = typed.trim();
  if (actor.isOperator) {
    const found = look(env, text);
    return found.ok ? ok({ kind: 'found', text, spaces: found.value.slice(0, limit), more: found.value.length > limit }) : found;
  }
  const id = idOf(actor.user.id, text);
  const answer = parseRecord(env.authority.get(answerKey(id))) as Answer | undefined;
  if (answer !== undefined && answer.at + freshMilliseconds > env.now()) {
    if (answer.spaces !== undefined) return ok({ kind: 'found', text, spaces: answer.spaces, more: answer.more === true });
    // A refusal is said once; whoever presses again asks again.
    env.authority.delete(answerKey(id));
    if (answer.problem !== undefined) return fail(answer.problem);
  }
  const waiting = findQuestion(env, id);
  const pageUrl = pageUrlOf(actor.installation.webAppUrl, id);
  if (waiting !== undefined) return ok({ kind: 'asked', text, askedAt: waiting.askedAt, pageUrl });
  env.authority.delete(answerKey(id));
  const askedAt = env.now();
  const queued = queueQuestion(env, { kind: 'spaces', id, askedBy: actor.user.id, askedAt, text });
  return queued.ok ? ok({ kind: 'asked', text, askedAt, pageUrl }) : queued;
};

/** Titles while the operator types; failures give none, they would interrupt the typing. Nobody else's typing can wait for the bridge. */
export const suggestSpaces = (env: Environment, text: string): string[] => {
  const installation = readInstallation(env);
  const isOperator = installation.ok && env.who.activeEmail === installation.value.operatorEmail;
  const found = !isOperator || text.trim() === '' ? ok([]) : look(env, text.trim());
  return found.ok ? [...new Set(found.value.map(({ title }) => title))] : [];
};
