import type { CardJson, OpenLinkJson } from '../appsscript/card/CardJson';
import { partOf } from '../appsscript/card/Part';

export type NavigationStep =
  | { readonly pushCard: CardJson }
  | { readonly updateCard: CardJson }
  | { readonly pop: true }
  | { readonly popToRoot: true }
  | { readonly popToCard: string };

/** What an action asks the host to do. */
export interface ActionAnswer {
  readonly navigations: readonly NavigationStep[];
  readonly notification: string | undefined;
  readonly link: OpenLinkJson | undefined;
  readonly stateChanged: boolean;
  readonly requestFileScope: boolean;
}

/** A callback returned what its place does not allow. */
export class AnswerRefused extends Error {}

const REFUSAL =
  'The value returned from Apps Script has a type that cannot be used by the add-ons platform. ' +
  'Also make sure to call build on any builder before returning it. Value: ';

const NOTHING: ActionAnswer = { navigations: [], notification: undefined, link: undefined, stateChanged: false, requestFileScope: false };

function refuse(value: unknown): never {
  const className = partOf(value)?.className;
  if (className !== undefined && partOf(value)?.json['renderActions'] === undefined) throw new AnswerRefused(REFUSAL + className);
  const shown = typeof value === 'object' && value !== null ? `Object with values: ${valuesOf(plain(value))}` : String(value);
  throw new AnswerRefused(REFUSAL + shown);
}

const valuesOf = (value: unknown): string => JSON.stringify(value)?.replaceAll('"', '') ?? '';

type Loose = { readonly [name: string]: Loose | undefined };

/** The JSON of a built object, or of a plain object of the same shape (https://developers.google.com/workspace/add-ons/guides/alternate-runtimes). */
function plain(value: unknown): Loose {
  return (partOf(value)?.json ?? JSON.parse(JSON.stringify(value))) as Loose;
}

/** What homepage and contextual triggers return: a card, a list of cards, or navigations that push cards. */
export function readCards(value: unknown): CardJson[] {
  if (partOf(value)?.className === 'Card') return [plain(value) as CardJson];
  if (partOf(value) !== undefined || typeof value !== 'object' || value === null) refuse(value);
  if (Array.isArray(value)) {
    if (value.length === 0 || !value.every((entry) => partOf(entry)?.className === 'Card')) refuse(value);
    return value.map((entry) => plain(entry) as CardJson);
  }
  const cards = stepsOf(plain(value)['action'], value).map((step) => ('pushCard' in step ? step.pushCard : refuse(value)));
  return cards.length > 0 ? cards : refuse(value);
}

/** What an action callback returns: an ActionResponse, or nothing (https://developers.google.com/workspace/add-ons/concepts/actions). */
export function readActionAnswer(value: unknown): ActionAnswer {
  if (value === undefined || value === null) return NOTHING;
  const className = partOf(value)?.className;
  if (typeof value !== 'object' || Array.isArray(value)) refuse(value);
  if (className !== undefined && className !== 'ActionResponse' && className !== 'EditorFileScopeActionResponse') refuse(value);
  const json = plain(value);
  const host = json['renderActions']?.['hostAppAction']?.['editorAction']?.['requestFileScopeForActiveDocument'];
  if (host !== undefined) return { ...NOTHING, requestFileScope: true };
  const answer = { ...answerOf(json['renderActions']?.['action'] ?? json['action'], value), stateChanged: Boolean(json['stateChanged']) };
  // An empty ActionResponse is refused, see the text above; a callback with nothing to say returns nothing.
  return answer.navigations.length === 0 && answer.notification === undefined && answer.link === undefined ? refuse(value) : answer;
}

/** What the callback of an open-link action returns: an ActionResponse that opens a link. */
export function readLinkAnswer(value: unknown): ActionAnswer {
  const answer = readActionAnswer(value);
  if (answer.link !== undefined) return answer;
  throw new AnswerRefused('The callback of an open-link action must return an ActionResponse with an open link.');
}

/** What a click does that shows a card without asking the script. */
export function showCard(card: CardJson): ActionAnswer {
  return { ...NOTHING, navigations: [{ pushCard: card }] };
}

/** What a universal action returns: a UniversalActionResponse, or nothing. */
export function readUniversalAnswer(value: unknown): ActionAnswer {
  if (value === undefined || value === null) return NOTHING;
  const className = partOf(value)?.className;
  if (typeof value !== 'object' || Array.isArray(value) || (className !== undefined && className !== 'UniversalActionResponse'))
    refuse(value);
  return answerOf(plain(value)['action'], value);
}

/** What a suggestions callback returns: the texts, in the order given. */
export function readSuggestions(value: unknown): string[] {
  const className = partOf(value)?.className;
  if (typeof value !== 'object' || value === null || (className !== undefined && className !== 'SuggestionsResponse')) refuse(value);
  const items = (plain(value)['autoComplete'] as { items?: { text: string }[] } | undefined)?.items;
  return Array.isArray(items) ? items.map(({ text }) => text) : refuse(value);
}

function answerOf(action: Loose | undefined, value: unknown): ActionAnswer {
  const link = action?.['link'] as OpenLinkJson | undefined;
  const notification = action?.['notification']?.['text'] as string | undefined;
  return { ...NOTHING, navigations: stepsOf(action, value), notification, link };
}

const STEPS: Readonly<Record<string, string>> = {
  pushCard: 'object',
  updateCard: 'object',
  pop: 'boolean',
  popToRoot: 'boolean',
  popToCard: 'string',
};

function stepsOf(action: Loose | undefined, value: unknown): NavigationStep[] {
  if (action === undefined) refuse(value);
  const steps = (action['navigations'] ?? []) as unknown;
  if (!Array.isArray(steps)) refuse(value);
  for (const step of steps as Loose[]) {
    const [name, ...more] = Object.keys(step);
    if (name === undefined || more.length > 0 || typeof step[name] !== STEPS[name]) refuse(value);
  }
  return steps as NavigationStep[];
}
