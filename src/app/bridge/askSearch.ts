import { digest } from '../../core/base/digest';
import { problem, type Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { Actor } from '../actors/identify';
import type { Environment } from '../Environment';
import type { SearchKind } from '../targets/SearchKind';
import { findTargets, keepSearch, type TargetSearch } from '../targets/searchTargets';
import { pageUrlOf } from './pageUrl';
import { findQuestion, queueQuestion } from './Question';
import { answerKey } from './refusal';
import { storeList } from './storeList';

interface Query {
  readonly text: string;
  readonly kind: SearchKind;
}

/** What the operator found, kept where the asker's next look finds it. */
interface Answer {
  readonly at: number;
  readonly search?: TargetSearch;
  readonly problem?: Problem;
}

/** `asked`: the operator looks it up; `pageUrl` is the page that does it at once, empty when there is none. */
export type SearchState =
  | { readonly kind: 'found'; readonly search: TargetSearch }
  | { readonly kind: 'asked'; readonly askedAt: number; readonly pageUrl: string };

/** A search is as new as this when it is asked for again. */
const freshMilliseconds = 60 * 60 * 1000;

const idOf = (askedBy: string, { text, kind }: Query): string => digest(['search', askedBy, kind, text.trim().toLowerCase()]).slice(0, 32);

/** The operator's answer, shortened until it fits into a property. */
export const answerSearch = (
  env: Environment,
  question: { readonly id: string; readonly text: string; readonly searchKind: SearchKind },
): Result<void> => {
  const found = findTargets(env, { text: question.text, kind: question.searchKind });
  if (!found.ok) return found;
  const { found: all, more, ...search } = found.value;
  return storeList(env, question.id, all, (list, left): Answer => ({
    at: env.now(),
    search: { ...search, found: list, more: more || left > 0 },
  }));
};

/** S43: a search that the operator does for somebody who may not read the Directory. Asked again, it shows the answer. */
export const askSearch = (env: Environment, actor: Actor, query: Query): Result<SearchState> => {
  const id = idOf(actor.user.id, query);
  const text = env.authority.get(answerKey(id));
  const answer = text === undefined ? undefined : (JSON.parse(text) as Answer);
  if (answer !== undefined && answer.at + freshMilliseconds > env.now()) {
    if (answer.search === undefined) return fail(answer.problem ?? problem('bridge.tooOld'));
    keepSearch(env, answer.search);
    return ok({ kind: 'found', search: answer.search });
  }
  const asked = findQuestion(env, id);
  const pageUrl = pageUrlOf(actor.installation.webAppUrl, id);
  if (asked !== undefined) return ok({ kind: 'asked', askedAt: asked.askedAt, pageUrl });
  env.authority.delete(answerKey(id));
  const now = env.now();
  const queued = queueQuestion(env, {
    kind: 'search',
    id,
    askedBy: actor.user.id,
    askedAt: now,
    text: query.text.trim(),
    searchKind: query.kind,
  });
  return queued.ok ? ok({ kind: 'asked', askedAt: now, pageUrl }) : queued;
};
