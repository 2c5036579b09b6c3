import { escapeMarkup } from '../core/base/escapeMarkup';
import type { WidgetSpec } from './CardSpec';

/** A line of text below its name. */
export const labelled = (topLabel: string, text: string): WidgetSpec => ({
  decoratedText: { topLabel, text: escapeMarkup(text), wrapText: true },
});
