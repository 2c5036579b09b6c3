import type { CardJson } from '../appsscript/card/CardJson';
import { fieldsOf, type Field } from './fields';

/** What a field holds: text, values of selected items, on/off as `['on']` or `[]`, or milliseconds as text. */
type Value = string | readonly string[];

/** The inputs of one shown card and what the person did to them. */
export class FormState {
  readonly fields: readonly Field[];
  private readonly values = new Map<string, Value>();
  private readonly touched = new Set<string>();

  constructor(card: CardJson) {
    this.fields = fieldsOf(card);
    for (const field of this.fields) this.values.set(field.key, initialValue(field));
  }

  text(field: Field): string {
    const value = this.values.get(field.key);
    return typeof value === 'string' ? value : '';
  }

  selected(field: Field): readonly string[] {
    const value = this.values.get(field.key);
    return Array.isArray(value) ? (value as readonly string[]) : [];
  }

  isOn(field: Field): boolean {
    return this.selected(field).length > 0;
  }

  set(field: Field, value: Value): void {
    this.values.set(field.key, value);
    this.touched.add(field.key);
  }

  isEmpty(field: Field): boolean {
    return (this.values.get(field.key) ?? '').length === 0;
  }

  /** Takes over what was typed in equivalent fields of another card: same name, same kind, and for choices the same items. */
  takeOver(from: FormState): void {
    for (const field of this.fields) {
      const other = from.fields.find(({ key, kind }) => key === field.key && kind === field.kind);
      if (other === undefined || !from.touched.has(other.key)) continue;
      const value = from.values.get(other.key) as Value;
      if (field.kind !== 'selection') this.set(field, value);
      else
        this.set(
          field,
          (value as readonly string[]).filter((entry) => field.widget.items?.some((item) => item.value === entry)),
        );
    }
  }
}

function initialValue(field: Field): Value {
  if (field.kind === 'text') return field.widget.value ?? '';
  if (field.kind === 'dateTime') return field.widget.valueMsEpoch ?? '';
  if (field.kind === 'switch') return field.widget.selected ? ['on'] : [];
  return (field.widget.items ?? []).filter((item) => item.selected).map((item) => item.value);
}
