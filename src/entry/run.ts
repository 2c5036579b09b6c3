import { failureCard } from '../cards/failureCard';
import type { CardEvent } from '../cards/CardSpec';
import type { Environment } from '../app/Environment';
import { problem } from '../core/base/Problem';
import type { Problem } from '../core/base/Problem';
import { readEvent } from '../gas/readEvent';
import { renderAnswer, renderSuggestions } from '../gas/renderAnswer';
import { renderCard } from '../gas/renderCard';
import { session } from '../gas/session';
import { actions, homepage, mail, suggestions } from './actions';
import { environment } from './environment';
import { problemOfThrown } from './failure';

type Card = GoogleAppsScript.Card_Service.Card;
type ActionResponse = GoogleAppsScript.Card_Service.ActionResponse;
type SuggestionsResponse = GoogleAppsScript.Card_Service.SuggestionsResponse;

/** The first card. A failure is shown as a card too, because the host shows nothing else. */
export const runHomepage = (raw: unknown): Card =>
  inCard(
    'onHomepage',
    raw,
    (env, event) => renderCard(homepage(env, event)),
    (failed) => renderCard(failureCard(failed)),
  );

/** The card beside the message that is open in Gmail. */
export const runGmailMessage = (raw: unknown): Card =>
  inCard(
    'onGmailMessage',
    raw,
    (env, event) => renderCard(mail(env, event)),
    (failed) => renderCard(failureCard(failed)),
  );

/** Every button, switch and field that acts: the event's parameter names the entry of the action table. */
export const runCardAction = (raw: unknown): ActionResponse =>
  inCard(
    'onCardAction',
    raw,
    (env, event) => {
      const action = entryOf(actions, event.action);
      // A card that was drawn by an earlier version names actions that are gone: start from the first card again.
      if (action === undefined) return renderAnswer({ kind: 'root', card: homepage(env, event), notification: OLD_CARD });
      return renderAnswer(action(env, event));
    },
    (failed) => renderAnswer({ kind: 'push', card: failureCard(failed) }),
  );

/** Suggestions while a person types. A failure gives none: it would interrupt the typing. */
export const runSuggest = (raw: unknown): SuggestionsResponse =>
  inCard(
    'onSuggest',
    raw,
    (env, event) => renderSuggestions(entryOf(suggestions, event.action)?.(env, event) ?? { items: [] }),
    () => renderSuggestions({ items: [] }),
  );

const OLD_CARD = 'Roster was updated. Please start again from here.';

/**
 * Card functions run as the person at the keyboard, so the active user is the effective user and the event is an add-on's.
 * Anything else is somebody who calls the function from elsewhere (every global function can be called from the web page,
 * where it would run as the operator) and is refused before anything is looked at.
 */
const inCard = <T>(entry: string, raw: unknown, work: (env: Environment, event: CardEvent) => T, show: (failed: Problem) => T): T => {
  const at = Date.now();
  let env = environment({ kind: 'card', at });
  try {
    const read = readEvent(raw, session());
    const { activeEmail, effectiveEmail } = env.who;
    if (read === undefined || activeEmail === '' || activeEmail !== effectiveEmail) {
      env.log('card.refused', { entry });
      return show(problem('platform.notFromCard'));
    }
    const { card, spreadsheetId, message } = read;
    env = environment({ kind: 'card', at, locale: card.locale, timeZone: card.timeZone, spreadsheetId, message });
    return work(env, card);
  } catch (thrown) {
    return show(problemOfThrown(env, entry, thrown));
  }
};

/** Only a table's own entries: a name such as `constructor` is none. */
const entryOf = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.prototype.hasOwnProperty.call(table, name) ? table[name] : undefined;
