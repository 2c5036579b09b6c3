import type { CardAnswer, CardEvent, CardSpec, SuggestionsSpec } from '../cards/CardSpec';
import type { Environment } from '../app/Environment';

/** A card callback: what a button, switch or field of a card calls. */
export type CardAction = (env: Environment, event: CardEvent) => CardAnswer;
export type Suggest = (env: Environment, event: CardEvent) => SuggestionsSpec;

/** Every action that a card may name (`ActionSpec.name`). Cards and this table are compared by a test. */
export const actions: Readonly<Record<string, CardAction>> = {};

/** Every `autoCompleteAction` that a card may name. */
export const suggestions: Readonly<Record<string, Suggest>> = {};

/** The first card of the sidebar. */
export const homepage: (env: Environment, event: CardEvent) => CardSpec = () => ({
  name: 'home',
  header: { title: 'Roster' },
  sections: [{ widgets: [{ textParagraph: { text: 'Roster' } }] }],
});

/**
 * The operator's trigger: does the work that fits into this execution. The wrapper (run.ts) calls it only when the property
 * `pending` is there, `triggerUid` is one that Roster stored (`trigger.<uid>`), and `requireOperator` passed.
 */
export const sweep: (env: Environment, trigger: { readonly triggerUid: string }) => void = () => undefined;

/** What the operator's web page shows about one request. Plain data for google.script.run. */
export interface PageView {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Runs as the operator for a visitor (env.who.activeEmail): answers that request's queued questions at once. */
export const page: (env: Environment, input: { readonly requestId: string }) => PageView = () => ({ title: 'Roster', lines: [] });
