import { escapeMarkup } from '../core/base/escapeMarkup';
import { explain } from '../core/base/explain';
import type { Problem } from '../core/base/Problem';
import type { Missing } from '../core/workflows/missing';
import type { WidgetSpec } from './CardSpec';

/** Text as it is: what people wrote is never markup. */
export const paragraph = (text: string): WidgetSpec => ({ textParagraph: { text: escapeMarkup(text) } });

/** A problem in words, with what to do. */
export const problemParagraph = (problem: Problem): WidgetSpec => {
  const { what, why, fix } = explain(problem);
  const rest = [why, fix].filter((part) => part !== undefined && part !== '').map((part) => escapeMarkup(part ?? ''));
  return { textParagraph: { text: [`<b>${escapeMarkup(what)}</b>`, ...rest].join('<br>') } };
};

/** What is missing at a field, right below it. */
export const missingAt = (field: string, missing: readonly Missing[]): WidgetSpec[] =>
  missing
    .filter((one) => one.field === field)
    .map((one) => ({ textParagraph: { text: `<font color="#b3261e">${escapeMarkup(explain(one.problem).fix)}</font>` } }));
