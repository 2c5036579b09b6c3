import { escapeMarkup } from '../core/base/escapeMarkup';
import { explain } from '../core/base/explain';
import type { Problem } from '../core/base/Problem';
import type { CardSpec } from './CardSpec';
import { permissionsFor } from './permissions';

/** Says what happened, why, and what to do. The card it came from stays below it: Back loses nothing. */
export const failureCard = (problem: Problem): CardSpec => {
  const { what, why, fix } = explain(problem);
  const lines = [`<b>${escapeMarkup(what)}</b>`, ...(why === undefined ? [] : [escapeMarkup(why)]), escapeMarkup(fix)];
  return {
    name: 'failure',
    header: { title: 'That did not work' },
    sections: [{ widgets: [...lines.map((text) => ({ textParagraph: { text } })), ...permissionsFor(problem)] }],
  };
};
