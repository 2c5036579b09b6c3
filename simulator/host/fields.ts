import type { ActionJson, CardJson, DateTimePickerJson, SelectionInputJson, SwitchJson, TextInputJson } from '../appsscript/card/CardJson';
import { plainText } from './plainText';

interface FieldBase {
  /** Key of its state; the field name, but for switches, which may share a name. */
  readonly key: string;
  readonly name: string;
  /** What a person may call it. */
  readonly labels: readonly string[];
  readonly onChange: ActionJson | undefined;
}

/** An input of a card. */
export type Field =
  | (FieldBase & { readonly kind: 'text'; readonly widget: TextInputJson })
  | (FieldBase & { readonly kind: 'selection'; readonly widget: SelectionInputJson })
  | (FieldBase & { readonly kind: 'dateTime'; readonly widget: DateTimePickerJson })
  | (FieldBase & { readonly kind: 'switch'; readonly widget: SwitchJson });

/** What stands beside an input; an input without a label goes by the empty text. */
function named(...labels: (string | undefined)[]): string[] {
  const said = labels.filter((label) => label).map((label) => plainText(label as string));
  return said.length > 0 ? said : [''];
}

/** The inputs of a card, from top to bottom. */
export function fieldsOf(card: CardJson): Field[] {
  const fields: Field[] = [];
  for (const widget of (card.sections ?? []).flatMap((section) => section.widgets ?? [])) {
    const { textInput, selectionInput, dateTimePicker, decoratedText } = widget;
    const input = textInput ?? selectionInput ?? dateTimePicker;
    const base = input && { key: input.name, name: input.name, onChange: input.onChangeAction };
    if (textInput && base) fields.push({ ...base, kind: 'text', widget: textInput, labels: named(textInput.label || textInput.hintText) });
    if (selectionInput && base) fields.push({ ...base, kind: 'selection', widget: selectionInput, labels: named(selectionInput.label) });
    if (dateTimePicker && base) fields.push({ ...base, kind: 'dateTime', widget: dateTimePicker, labels: named(dateTimePicker.label) });
    const control = decoratedText?.switchControl;
    if (control) {
      const key = `${control.name}\u0000${control.value ?? ''}`;
      const labels = named(decoratedText.text, decoratedText.topLabel);
      fields.push({ key, name: control.name, kind: 'switch', widget: control, labels, onChange: control.onChangeAction });
    }
  }
  return fields;
}
