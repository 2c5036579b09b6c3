import { isCellError, type CellValue, type ValidationRule } from './Cell';
import { SheetRefusal } from './SheetRefusal';

/**
 * Refuses a value that a validation rule with "reject input" does not allow; an empty value always passes
 * (https://developers.google.com/apps-script/reference/spreadsheet/data-validation-builder). Criteria that would need other
 * cells or a formula engine (a range, a custom formula) let everything through.
 */
export function checkValidation(rule: ValidationRule, value: CellValue, a1: string): void {
  if (rule.allowInvalid || value === null || allows(rule, value)) return;
  throw new SheetRefusal(
    `The data you entered in cell ${a1} violates the data validation rules set on this cell.${rule.helpText ? ` ${rule.helpText}` : ''}`,
  );
}

function allows({ criteria, values }: ValidationRule, value: CellValue): boolean {
  const text = isCellError(value) ? value.error : String(value);
  const [first, second] = values as [unknown, unknown];
  switch (criteria) {
    case 'VALUE_IN_LIST':
      return (first as readonly unknown[]).some((item) => String(item).toLowerCase() === text.toLowerCase());
    case 'CHECKBOX':
      return values.length === 0 ? typeof value === 'boolean' : values.some((item) => String(item) === text);
    case 'TEXT_IS_VALID_EMAIL':
      return /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.test(text);
    case 'TEXT_CONTAINS':
      return text.toLowerCase().includes(String(first).toLowerCase());
    case 'TEXT_EQUAL_TO':
      return text.toLowerCase() === String(first).toLowerCase();
    case 'DATE_IS_VALID_DATE':
      return typeof value === 'number';
    case 'NUMBER_BETWEEN':
      return typeof value === 'number' && value >= Number(first) && value <= Number(second);
    case 'NUMBER_GREATER_THAN_OR_EQUAL_TO':
      return typeof value === 'number' && value >= Number(first);
    default:
      return true;
  }
}
