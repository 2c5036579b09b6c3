import { strict } from './strict';

/** A value of one of Apps Script's enums: prints and serialises as its name (https://developers.google.com/apps-script/guides/v8-runtime). */
export interface EnumValue {
  readonly name: () => string;
  readonly ordinal: () => number;
  readonly compareTo: (other: EnumValue) => number;
  readonly toString: () => string;
  readonly toJSON: () => string;
}

/** An enum with these values, e.g. `enumeration('Charset', ['US_ASCII', 'UTF_8'])`. Values compare by identity. */
export const enumeration = <N extends string>(name: string, names: readonly N[]): Readonly<Record<N, EnumValue>> => {
  const values = {} as Record<N, EnumValue>;
  names.forEach((value, index) => {
    values[value] = strict(`${name}.${value}`, {
      name: () => value,
      ordinal: () => index,
      compareTo: (other: EnumValue) => index - other.ordinal(),
      toString: () => value,
      toJSON: () => value,
    });
  });
  return strict(name, values);
};
