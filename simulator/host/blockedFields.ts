import type { ActionJson } from '../appsscript/card/CardJson';
import type { Field } from './fields';
import type { FormState } from './FormState';

/** Which inputs can be required: text, dates, and choices of these types. */
const REQUIRABLE_SELECTIONS = ['DROPDOWN', 'MULTI_SELECT'];

const FORMATS: Readonly<Record<string, RegExp>> = {
  INTEGER: /^[+-]?\d+$/,
  FLOAT: /^[+-]?(\d+\.?\d*|\.\d+)$/,
  EMAIL: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
};

/**
 * The fields that keep the client from sending an action: required ones without a value
 * (https://developers.google.com/apps-script/reference/card-service/action#addrequiredwidgetrequiredwidget) and texts of
 * another format than their validation asks for.
 */
export function blockedFields(action: ActionJson, form: FormState): Field[] {
  return form.fields.filter((field) => {
    const required = action.allWidgetsAreRequired === true || action.requiredWidgets?.includes(field.name);
    if (required && isRequirable(field) && form.isEmpty(field)) return true;
    const format = field.kind === 'text' ? FORMATS[field.widget.validation?.inputType ?? ''] : undefined;
    return format !== undefined && !form.isEmpty(field) && !format.test(form.text(field));
  });
}

function isRequirable(field: Field): boolean {
  if (field.kind === 'selection') return REQUIRABLE_SELECTIONS.includes(field.widget.type);
  return field.kind === 'text' || field.kind === 'dateTime';
}
