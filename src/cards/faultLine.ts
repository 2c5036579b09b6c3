import { escapeMarkup } from '../core/base/escapeMarkup';
import { inWords } from '../core/base/inWords';
import type { Problem } from '../core/base/Problem';
import type { WidgetSpec } from './CardSpec';

/** A cell: where it is, what stands in it, what is wrong with it. */
export const faultLine = (
  { address, text, problem }: { readonly address: string; readonly text: string; readonly problem: Problem },
  empty = '(empty)',
): WidgetSpec => ({
  decoratedText: { topLabel: address, text: escapeMarkup(text === '' ? empty : text), bottomLabel: inWords(problem), wrapText: true },
});
