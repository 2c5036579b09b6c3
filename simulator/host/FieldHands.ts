import { MULTI_SELECT_DEFAULT } from '../appsscript/card/limits';
import type { AddOnHost } from './AddOnHost';
import type { Field } from './fields';
import { plainText } from './plainText';

/** Selections whose options are turned on and off one by one. */
const BOXES = ['CHECK_BOX', 'SWITCH'];

/** A person's hands on the inputs of the shown card. `cannot` makes the error for what a person could not do. */
export class FieldHands {
  private suggested: { readonly field: Field; readonly items: readonly string[] } | undefined;
  /** A field with the cursor in it whose change has not been reported yet. */
  private unreported: Field | undefined;

  constructor(
    private readonly host: AddOnHost,
    private readonly cannot: (why: string) => Error,
  ) {}

  /** Types into a text field and leaves it. */
  type(label: string, text: string): void {
    this.leaveField();
    this.enter(label, text);
    this.leaveField();
  }

  /** Types into a text field and waits for suggestions. */
  suggest(label: string, text: string): readonly string[] {
    if (!this.unreported?.labels.includes(label)) this.leaveField();
    const field = this.enter(label, text);
    const { initialSuggestions, autoCompleteAction } = field.widget;
    const fixed = (initialSuggestions?.items ?? []).map((item) => item.text);
    const begins = fixed.filter((item) => item.toLowerCase().startsWith(text.toLowerCase()));
    // With both, the fixed ones are shown until the first keystroke.
    const items = autoCompleteAction && text !== '' ? this.host.suggestions(autoCompleteAction) : begins;
    this.suggested = { field, items };
    return items;
  }

  /** Picks one of the suggestions just shown. */
  pick(label: string, suggestion: string): void {
    const { field, items = [] } = this.suggested ?? {};
    if (!field?.labels.includes(label)) throw this.cannot(`No suggestions of “${label}” are open.`);
    if (!items.includes(suggestion)) throw this.cannot(`“${suggestion}” is not suggested: ${items.join(' | ') || 'nothing is'}.`);
    this.unreported = undefined;
    this.suggested = undefined;
    this.change(field, suggestion);
  }

  /** Leaves exactly these options of a selection chosen; each click reports its change. */
  choose(label: string, options: readonly string[]): void {
    this.leaveField();
    const { widget } = this.selection(label);
    const { items = [], type, multiSelectMaxSelectedItems: most = MULTI_SELECT_DEFAULT } = widget;
    const wanted = options.map((option) => {
      const hits = items.filter(({ text }) => plainText(text) === option);
      if (hits.length !== 1) throw this.cannot(`“${label}” has ${hits.length} options “${option}”.`);
      return hits[0]?.value ?? '';
    });
    const selected = this.host.view.form.selected(this.selection(label));
    const clicks = items.map(({ value }) => value).filter((value) => wanted.includes(value) !== selected.includes(value));
    if (type === 'RADIO_BUTTON' || type === 'DROPDOWN') {
      if (wanted.length !== 1) throw this.cannot(`“${label}” takes exactly one option.`);
      if (clicks.length > 0) this.change(this.selection(label), wanted);
      return;
    }
    if (type === 'MULTI_SELECT' && wanted.length > most) throw this.cannot(`“${label}” takes at most ${most} options.`);
    for (const value of clicks) this.flip(this.selection(label), value);
  }

  /** Turns a switch or a box on or off, by the text beside it. */
  toggle(label: string, on: boolean): void {
    this.leaveField();
    const field = this.find('switch', label);
    if (field !== undefined) {
      if (this.host.view.form.isOn(field) !== on) this.change(field, on ? ['on'] : []);
      return;
    }
    const hits = this.host.view.form.fields.flatMap((group) =>
      group.kind === 'selection' && BOXES.includes(group.widget.type)
        ? (group.widget.items ?? []).filter(({ text }) => plainText(text) === label).map(({ value }) => ({ group, value }))
        : [],
    );
    const [hit, ...more] = hits;
    if (hit === undefined || more.length > 0) throw this.cannot(`${hits.length} switches or boxes are called “${label}”.`);
    if (this.host.view.form.selected(hit.group).includes(hit.value) !== on) this.flip(hit.group, hit.value);
  }

  /** Sets a picker, in UTC: `date` as 2026-03-02, `time` as 14:30, as far as the picker has them. */
  pickDate(label: string, { date = '1970-01-01', time = '00:00' }: { readonly date?: string; readonly time?: string }): void {
    this.leaveField();
    const field = this.find('dateTime', label) ?? this.missing('picker', label);
    this.change(field, String(Date.parse(`${date}T${time}:00Z`)));
  }

  private enter(label: string, text: string): Field & { kind: 'text' } {
    const field = this.find('text', label) ?? this.missing('text field', label);
    const most = field.widget.validation?.characterLimit ?? Infinity;
    if (text.length > most) throw this.cannot(`“${label}” takes at most ${most} characters.`);
    if (this.host.view.form.text(field) !== text) {
      this.host.view.form.set(field, text);
      this.unreported = field;
    }
    return field;
  }

  /** The cursor leaves the field it is in: a change is reported to the script. */
  leaveField(): void {
    const field = this.unreported;
    this.unreported = undefined;
    this.suggested = undefined;
    if (field?.onChange) this.host.send(field.onChange, {});
  }

  /** One click on one option; the values stay in the order of the options. */
  private flip(field: Field & { kind: 'selection' }, value: string): void {
    const selected = this.host.view.form.selected(field);
    const values = (field.widget.items ?? []).map((item) => item.value);
    const after = values.filter((one) => (one === value ? !selected.includes(one) : selected.includes(one)));
    this.change(field, after);
  }

  private change(field: Field, value: string | readonly string[]): void {
    this.host.view.form.set(field, value);
    if (field.onChange) this.host.send(field.onChange, {});
  }

  private selection(label: string): Field & { kind: 'selection' } {
    return this.find('selection', label) ?? this.missing('selection', label);
  }

  private find<K extends Field['kind']>(kind: K, label: string): (Field & { kind: K }) | undefined {
    const hits = this.host.view.form.fields.filter((field) => field.kind === kind && field.labels.includes(label));
    if (hits.length > 1) throw this.cannot(`${hits.length} fields are called “${label}”.`);
    return hits[0] as (Field & { kind: K }) | undefined;
  }

  private missing(what: string, label: string): never {
    throw this.cannot(`There is no ${what} “${label}”.`);
  }
}
