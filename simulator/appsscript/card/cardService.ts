import type { Execution } from '../Execution';
import { strict } from '../strict';
import { actionClasses } from './actionClasses';
import { buttonClasses } from './buttonClasses';
import { cardClasses } from './cardClasses';
import { cardEnums } from './cardEnums';
import { gridClasses } from './gridClasses';
import { inputClasses } from './inputClasses';
import { newPart, type PartClass } from './PartClass';
import { responseClasses } from './responseClasses';
import { textClasses } from './textClasses';

const classes: ReadonlyMap<string, PartClass> = new Map(
  [...cardClasses, ...textClasses, ...inputClasses, ...buttonClasses, ...gridClasses, ...actionClasses, ...responseClasses].map((of) => [
    of.className,
    of,
  ]),
);

/** What only a builder makes; there is no `newCard()`. */
const builtOnly: ReadonlySet<string> = new Set([
  'Card',
  'ActionResponse',
  'SuggestionsResponse',
  'UniversalActionResponse',
  'EditorFileScopeActionResponse',
]);

/**
 * CardService: builders for everything a card of the sidebar is made of, rendered to google.apps.card.v1
 * (https://developers.google.com/apps-script/reference/card-service). Left out, so refused: what exists for Chat or
 * Workspace Studio only, Gmail drafts, Calendar and Drive responses, and what is a developer preview for add-ons.
 */
export function cardService(execution: Execution): object {
  const members: Record<string, unknown> = { ...cardEnums };
  for (const of of classes.values()) {
    if (!builtOnly.has(of.className)) members[`new${of.className}`] = () => newPart(execution, of, classes);
  }
  return strict('CardService', members);
}
