import { escapeMarkup } from '../core/base/escapeMarkup';
import type { ActionSpec, ButtonSpec, WidgetSpec } from './CardSpec';

interface Line {
  readonly topLabel?: string;
  /** Text as it is: what people wrote is never markup. */
  readonly text: string;
  readonly bottomLabel?: string;
  readonly button?: ButtonSpec;
}

/** A line of a list that leads to something. */
export const lineWidget = ({ text, ...more }: Line, opens: ActionSpec): WidgetSpec => ({
  decoratedText: { ...more, text: `<b>${escapeMarkup(text)}</b>`, wrapText: true, onClick: { action: opens } },
});
