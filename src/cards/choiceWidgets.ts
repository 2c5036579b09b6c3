import type { ActionSpec, SelectionInputSpec, WidgetSpec } from './CardSpec';

/** A switch of its own line, which sends `yes` when it is on. `bottomLabel`: what off, or on, means. */
export const switchWidget = (
  name: string,
  text: string,
  bottomLabel: string,
  selected: boolean,
  onChangeAction?: ActionSpec,
): WidgetSpec => ({
  decoratedText: {
    text,
    bottomLabel,
    wrapText: true,
    switchControl: { name, value: 'yes', selected, ...(onChangeAction === undefined ? {} : { onChangeAction }) },
  },
});

/** One of a few. */
export const choiceWidget = (
  name: string,
  label: string,
  chosen: string | undefined,
  choices: readonly (readonly [value: string, text: string])[],
  more: { readonly type?: SelectionInputSpec['type']; readonly onChangeAction?: ActionSpec } = {},
): WidgetSpec => ({
  selectionInput: {
    name,
    label,
    type: 'RADIO_BUTTON',
    items: choices.map(([value, text]) => ({ text, value, selected: value === chosen })),
    ...more,
  },
});
