import { enumName, enumOfValue, type CardEnum } from './cardEnums';
import { partOf, type Part } from './Part';

/** One parameter of a CardService method: what it accepts, and how it reads it. Anything else does not match the signature. */
export interface Parameter {
  accepts(value: unknown): boolean;
  read(value: unknown): unknown;
}

const as = (accepts: (value: unknown) => boolean, read: (value: unknown) => unknown = (value) => value): Parameter => ({ accepts, read });

export const text = as((value) => typeof value === 'string');
export const flag = as((value) => typeof value === 'boolean');
export const number = as((value) => typeof value === 'number' && Number.isFinite(value));
export const integer = as((value) => Number.isInteger(value));

/** Parameters documented as Object that become strings (`SelectionInput.addItem`). */
export const anyText = as((value) => ['string', 'number', 'boolean'].includes(typeof value), String);

export const texts = as(
  (value) => Array.isArray(value) && value.every((entry) => typeof entry === 'string'),
  (value) => [...(value as string[])],
);

/** Keys and values must be strings (https://developers.google.com/apps-script/reference/card-service/action#setparametersparameters). */
export const stringMap = as(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    partOf(value) === undefined &&
    Object.values(value).every((entry) => typeof entry === 'string'),
  (value) => ({ ...(value as object) }),
);

export const enumOf = (of: CardEnum): Parameter =>
  as(
    (value) => enumName(of, value) !== undefined,
    (value) => enumName(of, value),
  );

/** An object of one of these classes. */
export const part = (...classNames: readonly string[]): Parameter =>
  as(
    (value) => classNames.includes(partOf(value)?.className ?? ''),
    (value) => partOf(value),
  );

export const parts = (className: string): Parameter =>
  as(
    (value) => Array.isArray(value) && value.length > 0 && value.every((entry) => partOf(entry)?.className === className),
    (value) => (value as unknown[]).map((entry) => partOf(entry) as Part),
  );

/** Anything that can stand in a section. */
export const widget = as(
  (value) => partOf(value)?.widget !== undefined,
  (value) => partOf(value),
);

/** How Apps Script names an argument in "The parameters (…) don't match the method signature for …". */
export function nameOfArgument(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value !== 'object') return typeof value;
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `${nameOfArgument(value[0])}[]`;
  const className = partOf(value)?.className ?? enumOfValue(value);
  return className === undefined ? '(class)' : `CardService.${className}`;
}
