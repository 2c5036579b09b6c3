import type { FormState } from './FormState';
import type { Field } from './fields';
import type { Uncertain } from './HostOptions';

export interface FormInput {
  readonly stringInputs?: { readonly value: readonly string[] };
  readonly dateInput?: { readonly msSinceEpoch: string };
  readonly timeInput?: { readonly hours: number; readonly minutes: number };
  readonly dateTimeInput?: { readonly hasDate: boolean; readonly hasTime: boolean; readonly msSinceEpoch: string };
}

/**
 * `commonEventObject.formInputs` of a form (https://developers.google.com/workspace/add-ons/concepts/event-objects#form_inputs).
 * Switches of one name give one list: the values of those that are on.
 */
export function formInputs(form: FormState, empty: Uncertain['emptyFields']): Record<string, FormInput> {
  const inputs: Record<string, FormInput> = {};
  for (const field of form.fields) {
    if (field.kind === 'switch') {
      const value = form.isOn(field) ? [...(inputs[field.name]?.stringInputs?.value ?? []), field.widget.value ?? ''] : undefined;
      if (value !== undefined) inputs[field.name] = { stringInputs: { value } };
    } else if (!form.isEmpty(field)) {
      inputs[field.name] = inputOf(field, form);
    } else if (empty === 'present' && field.kind === 'text') {
      inputs[field.name] = { stringInputs: { value: [''] } };
    }
  }
  return inputs;
}

function inputOf(field: Field, form: FormState): FormInput {
  if (field.kind !== 'dateTime') return { stringInputs: { value: field.kind === 'text' ? [form.text(field)] : form.selected(field) } };
  const msSinceEpoch = form.text(field);
  if (field.widget.type === 'DATE_ONLY') return { dateInput: { msSinceEpoch } };
  if (field.widget.type === 'DATE_AND_TIME') return { dateTimeInput: { hasDate: true, hasTime: true, msSinceEpoch } };
  const minutes = Math.floor(Number(msSinceEpoch) / 60_000);
  return { timeInput: { hours: Math.floor(minutes / 60) % 24, minutes: minutes % 60 } };
}

/** The older forms of the same inputs, `formInput` and `formInputs`, deprecated but still sent. */
export function legacyInputs(inputs: Readonly<Record<string, FormInput>>): { formInput: object; formInputs: object } {
  const one: Record<string, unknown> = {};
  const all: Record<string, unknown> = {};
  for (const [name, { stringInputs, ...picked }] of Object.entries(inputs)) {
    const values = stringInputs === undefined ? Object.values(picked) : stringInputs.value;
    one[name] = values[0];
    all[name] = [...values];
  }
  return { formInput: one, formInputs: all };
}
