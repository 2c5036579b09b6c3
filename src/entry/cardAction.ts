import type { Environment } from '../app/Environment';
import { requireAdministrator, type Actor } from '../app/actors/identify';
import type { CardAnswer, CardEvent, CardSpec, SuggestionsSpec } from '../cards/CardSpec';
import { failureCard } from '../cards/failureCard';
import type { Viewer } from '../cards/Viewer';
import type { Problem } from '../core/base/Problem';
import type { Result } from '../core/base/Result';

/** A card callback: what a button, switch or field of a card calls. */
export type CardAction = (env: Environment, event: CardEvent) => CardAnswer;
export type Suggest = (env: Environment, event: CardEvent) => SuggestionsSpec;

export const push = (card: CardSpec, notification?: string): CardAnswer => ({
  kind: 'push',
  card,
  ...(notification === undefined ? {} : { notification }),
});
export const update = (card: CardSpec, notification?: string): CardAnswer => ({
  kind: 'update',
  card,
  ...(notification === undefined ? {} : { notification }),
});
export const root = (card: CardSpec, notification?: string): CardAnswer => ({
  kind: 'root',
  card,
  ...(notification === undefined ? {} : { notification }),
});

/** A problem on a card of its own; the card it came from stays below, with what was typed. */
export const failed = (problem: Problem): CardAnswer => push(failureCard(problem));

/** Goes on with a result, or shows its problem. */
export const orFail = <T>(result: Result<T>, show: (value: T) => CardAnswer): CardAnswer =>
  result.ok ? show(result.value) : failed(result.problem);

export const viewerOf = (event: CardEvent): Viewer => ({ locale: event.locale, timeZone: event.timeZone });
export const field = (event: CardEvent, name: string): string => event.fields[name]?.[0] ?? '';
export const fields = (event: CardEvent, name: string): readonly string[] => event.fields[name] ?? [];
export const parameter = (event: CardEvent, name: string): string => event.parameters[name] ?? '';
/** A page number in a parameter; the first page when there is none. */
export const pageNumber = (event: CardEvent, name = 'page'): number => {
  const number = Number(event.parameters[name] ?? '0');
  return Number.isInteger(number) && number > 0 ? number : 0;
};

/** Every action of the wizard and of requests looks up again who is asking. */
export const asAdministrator =
  (act: (env: Environment, event: CardEvent, actor: Actor) => CardAnswer): CardAction =>
  (env, event) =>
    orFail(requireAdministrator(env), (actor) => act(env, event, actor));
