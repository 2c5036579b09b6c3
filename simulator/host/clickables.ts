import type { ButtonJson, CardJson, OnClickJson } from '../appsscript/card/CardJson';
import { buttonLabel, widgetText } from './cardText';
import { plainText } from './plainText';

/** Something on a card that a person can press. */
export interface Clickable {
  readonly labels: readonly string[];
  readonly onClick: OnClickJson | undefined;
  readonly disabled: boolean;
  /** Texts around it, nearest first: its widget, the widget above, its section. */
  readonly around: readonly string[];
  /** What a click adds to the action's parameters. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** Everything on a card that can be pressed, from top to bottom, then footer and menu. */
export function clickables(card: CardJson): Clickable[] {
  const found: Clickable[] = [];
  const add = (labels: (string | undefined)[], onClick: OnClickJson | undefined, around: string[], more: Partial<Clickable> = {}): void => {
    const said = labels.filter((label) => label).map((label) => plainText(label as string));
    found.push({ labels: said, onClick, around, disabled: false, parameters: {}, ...more });
  };
  const addButton = (button: ButtonJson | undefined, around: string[]): void => {
    if (button) add([buttonLabel(button), button.altText], button.onClick, around, { disabled: button.disabled === true });
  };
  for (const section of card.sections ?? []) {
    const texts = (section.widgets ?? []).map((widget) => widgetText(widget));
    const whole = [section.header ?? '', ...texts].join('\n');
    section.widgets?.forEach((widget, i) => {
      const around = [texts[i] ?? '', texts[i - 1] ?? section.header ?? '', whole];
      const { decoratedText, buttonList, image, grid } = widget;
      if (decoratedText?.onClick) add([decoratedText.text, decoratedText.topLabel], decoratedText.onClick, around);
      addButton(decoratedText?.button, around);
      buttonList?.buttons.forEach((button) => addButton(button, around));
      if (image?.onClick) add([image.altText], image.onClick, around);
      // Names of the two parameters: as projects in the field read them.
      grid?.items?.forEach(({ id, title }, index) => {
        const parameters = { grid_item_index: String(index), ...(id !== undefined && { grid_item_identifier: id }) };
        if (grid.onClick) add([title], grid.onClick, around, { parameters });
      });
    });
  }
  addButton(card.fixedFooter?.primaryButton, []);
  addButton(card.fixedFooter?.secondaryButton, []);
  card.cardActions?.forEach(({ actionLabel, onClick }) => add([actionLabel], onClick, []));
  return found;
}
