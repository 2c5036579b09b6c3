import type { ButtonJson, WidgetJson } from '../appsscript/card/CardJson';
import type { CardView } from './CardStack';
import type { Field } from './fields';
import { plainText } from './plainText';

/** Label of a button as a person would say it. */
export function buttonLabel(button: ButtonJson): string {
  return plainText(button.text || button.altText || button.icon?.altText || button.icon?.knownIcon || '');
}

/** A card as readable lines: what can be clicked stands in [brackets], inputs show their values. */
export function cardText(view: CardView): string {
  const { card } = view;
  const lines: string[] = [];
  if (card.header) lines.push([card.header.title, card.header.subtitle].filter(Boolean).join(' — '), '');
  for (const section of card.sections ?? []) {
    if (section.header) lines.push(`== ${plainText(section.header)}`);
    for (const widget of section.widgets ?? []) lines.push(widgetText(widget, view));
    lines.push('');
  }
  const { primaryButton, secondaryButton } = card.fixedFooter ?? {};
  const footer = [primaryButton, secondaryButton].filter((button) => button !== undefined);
  if (footer.length > 0) lines.push(`-- ${footer.map(buttonText).join(' ')}`);
  if (card.cardActions?.length) lines.push(`⋮ ${card.cardActions.map(({ actionLabel }) => `[${actionLabel}]`).join(' ')}`);
  return lines.join('\n').trimEnd();
}

function buttonText(button: ButtonJson): string {
  return `[${buttonLabel(button)}]${button.disabled ? ' (disabled)' : ''}`;
}

/** One widget as text; without a view, inputs show no values. */
export function widgetText(widget: WidgetJson, view?: CardView): string {
  const { textParagraph, decoratedText, buttonList, image, grid } = widget;
  if (textParagraph) return plainText(textParagraph.text);
  if (buttonList) return buttonList.buttons.map(buttonText).join(' ');
  if (image) return image.onClick ? `[image: ${image.altText ?? ''}]` : `(image: ${image.altText ?? ''})`;
  if (grid) return gridText(grid);
  if (widget.divider) return '---';
  if (decoratedText) {
    const text = plainText(decoratedText.text);
    const control = view && decoratedText.switchControl && fieldOf(view, 'switch', decoratedText.switchControl);
    const parts = [
      decoratedText.topLabel && `${plainText(decoratedText.topLabel)}:`,
      decoratedText.onClick ? `[${text}]` : text,
      decoratedText.bottomLabel && `(${plainText(decoratedText.bottomLabel)})`,
      decoratedText.button && buttonText(decoratedText.button),
      control && (view.form.isOn(control) ? '{on}' : '{off}'),
    ];
    return parts.filter(Boolean).join(' ');
  }
  return inputText(widget, view);
}

function inputText(widget: WidgetJson, view: CardView | undefined): string {
  const { textInput, selectionInput, dateTimePicker } = widget;
  const input = textInput ?? selectionInput ?? dateTimePicker;
  const label = plainText(input?.label || textInput?.hintText || '');
  const field = view && input && view.form.fields.find(({ widget: of }) => of === input);
  if (field === undefined || view === undefined) return label;
  if (selectionInput) {
    const selected = view.form.selected(field);
    const items = (selectionInput.items ?? []).map((item) => `${selected.includes(item.value) ? '(x)' : '( )'} ${plainText(item.text)}`);
    return [label && `${label}:`, ...items].filter(Boolean).join(' ');
  }
  const value = dateTimePicker ? dateText(dateTimePicker.type, view.form.text(field)) : view.form.text(field);
  const hint = textInput?.label && textInput.hintText ? ` (${plainText(textInput.hintText)})` : '';
  return `${label}: {${value}}${hint}`;
}

function fieldOf(view: CardView, kind: Field['kind'], widget: object): Field | undefined {
  return view.form.fields.find((field) => field.kind === kind && field.widget === widget);
}

function gridText(grid: NonNullable<WidgetJson['grid']>): string {
  const items = (grid.items ?? []).map(({ title = '', subtitle }) => {
    const text = subtitle ? `${title} — ${subtitle}` : title;
    return grid.onClick ? `[${text}]` : text;
  });
  return [grid.title, ...items].filter(Boolean).join(' ');
}

function dateText(type: string, ms: string): string {
  if (ms === '') return '';
  const iso = new Date(Number(ms)).toISOString();
  if (type === 'DATE_ONLY') return iso.slice(0, 10);
  return type === 'TIME_ONLY' ? iso.slice(11, 16) : iso.slice(0, 16).replace('T', ' ');
}
