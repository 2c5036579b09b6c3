import type { ValidationRule } from '../../drive/Cell';
import { a1OfBox } from '../../drive/a1';
import { enumeration } from '../enumeration';
import { strict } from '../strict';
import type { SheetContext } from './SheetContext';

export const DataValidationCriteria = enumeration('DataValidationCriteria', [
  'DATE_IS_VALID_DATE',
  'NUMBER_BETWEEN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'TEXT_CONTAINS',
  'TEXT_EQUAL_TO',
  'TEXT_IS_VALID_EMAIL',
  'VALUE_IN_LIST',
  'VALUE_IN_RANGE',
  'CUSTOM_FORMULA',
  'CHECKBOX',
]);

export const checkboxRule: ValidationRule = { criteria: 'CHECKBOX', values: [], allowInvalid: true, helpText: null };

/** https://developers.google.com/apps-script/reference/spreadsheet/data-validation */
export function validationFace(context: SheetContext, rule: ValidationRule): object {
  const face = strict('DataValidation', {
    getCriteriaType: () => DataValidationCriteria[rule.criteria as 'CHECKBOX'],
    getCriteriaValues: () => context.execution.realm.value([...rule.values]),
    getAllowInvalid: () => rule.allowInvalid,
    getHelpText: () => rule.helpText,
    copy: () => validationBuilder(context, rule),
  });
  return context.remember(face, { kind: 'DataValidation', rule });
}

/** https://developers.google.com/apps-script/reference/spreadsheet/data-validation-builder. Invalid input is a warning unless it is refused. */
export function validationBuilder(context: SheetContext, start?: ValidationRule): object {
  let rule = start;
  let { allowInvalid = true, helpText = null } = start ?? {};
  const requires = (criteria: string, ...values: unknown[]): object => {
    rule = { criteria, values, allowInvalid, helpText };
    return face;
  };
  const number = (member: string, values: readonly unknown[]): void => {
    if (!values.every((value) => typeof value === 'number')) throw context.mismatch(`DataValidationBuilder.${member}`, values);
  };
  const text = (member: string, value: unknown): string => {
    if (typeof value !== 'string') throw context.mismatch(`DataValidationBuilder.${member}`, [value]);
    return value;
  };
  const face: object = strict('DataValidationBuilder', {
    requireValueInList: (values: unknown, showDropdown: unknown = true) => {
      if (!Array.isArray(values)) throw context.mismatch('DataValidationBuilder.requireValueInList', [values]);
      return requires('VALUE_IN_LIST', Array.from(values, String), showDropdown === true);
    },
    requireValueInRange: (range: unknown, showDropdown: unknown = true) => {
      const referent = context.referent(range);
      if (referent?.kind !== 'Range') throw context.mismatch('DataValidationBuilder.requireValueInRange', [range]);
      return requires('VALUE_IN_RANGE', `'${referent.tab.name}'!${a1OfBox(referent.box)}`, showDropdown === true);
    },
    requireCheckbox: (...values: unknown[]) => requires('CHECKBOX', ...values),
    requireTextIsEmail: () => requires('TEXT_IS_VALID_EMAIL'),
    requireTextContains: (value: unknown) => requires('TEXT_CONTAINS', text('requireTextContains', value)),
    requireTextEqualTo: (value: unknown) => requires('TEXT_EQUAL_TO', text('requireTextEqualTo', value)),
    requireDate: () => requires('DATE_IS_VALID_DATE'),
    requireNumberBetween: (start: unknown, end: unknown) => {
      number('requireNumberBetween', [start, end]);
      return requires('NUMBER_BETWEEN', start, end);
    },
    requireNumberGreaterThanOrEqualTo: (value: unknown) => {
      number('requireNumberGreaterThanOrEqualTo', [value]);
      return requires('NUMBER_GREATER_THAN_OR_EQUAL_TO', value);
    },
    requireFormulaSatisfied: (formula: unknown) => requires('CUSTOM_FORMULA', text('requireFormulaSatisfied', formula)),
    setAllowInvalid: (allow: unknown) => {
      allowInvalid = allow === true;
      return face;
    },
    setHelpText: (help: unknown) => {
      helpText = help === null || help === undefined ? null : String(help);
      return face;
    },
    build: () => {
      if (!rule) throw context.execution.exception('A data validation rule needs a criterion.');
      return validationFace(context, { ...rule, allowInvalid, helpText });
    },
  });
  return face;
}
