import type { OperationCall } from '../network/Operation';
import { readFields, readMask, readRequestMask } from './fieldMask';
import { badRequest, invalidArgument } from './peopleErrors';

export type ReadSource = 'CONTACT' | 'PROFILE';

const SOURCES = ['UNSPECIFIED', 'PROFILE', 'CONTACT', 'DOMAIN_CONTACT', 'OTHER_CONTACT'].map((name) => `READ_SOURCE_TYPE_${name}`);

/** A query parameter that is not repeated: the last value counts. */
export function parameter(call: OperationCall, name: string): string | undefined {
  const values = call.query[name];
  return values === undefined ? undefined : values[values.length - 1];
}

export function integerParameter(call: OperationCall, name: string): number | undefined {
  const value = parameter(call, name);
  if (value === undefined) return undefined;
  if (!/^-?\d{1,10}$/.test(value)) throw wrongType(name, 'TYPE_INT32', value);
  return Number(value);
}

export function booleanParameter(call: OperationCall, name: string): boolean {
  const value = parameter(call, name);
  if (value === undefined || value === 'false') return false;
  if (value !== 'true') throw wrongType(name, 'TYPE_BOOL', value);
  return true;
}

/** 0 and absent mean the default; above the maximum is 400. */
export function pageSizeParameter(call: OperationCall, limit: { readonly default: number; readonly max: number }): number {
  const size = integerParameter(call, 'pageSize') ?? 0;
  if (size === 0) return limit.default;
  if (size < 0 || size > limit.max) throw invalidArgument(`Page size must be between 1 and ${limit.max}, inclusive.`);
  return size;
}

export function enumParameter(call: OperationCall, name: string, enumName: string, values: readonly string[]): string | undefined {
  const value = parameter(call, name);
  if (value !== undefined && !values.includes(value)) throw wrongType(name, `type.googleapis.com/google.people.v1.${enumName}`, value);
  return value;
}

/** The `sources` of a query or body; absent = CONTACT and PROFILE. Other source types hold nothing here. */
export function readSources(values: readonly unknown[] | undefined): ReadonlySet<ReadSource> {
  if (values === undefined || values.length === 0) return new Set(['CONTACT', 'PROFILE']);
  const wrong = values.find((value) => !SOURCES.includes(String(value)));
  if (wrong !== undefined) throw wrongType('sources', 'type.googleapis.com/google.people.v1.ReadSourceType', String(wrong));
  const asked = values.map((value) => String(value).replace('READ_SOURCE_TYPE_', ''));
  return new Set(asked.filter((name): name is ReadSource => name === 'CONTACT' || name === 'PROFILE'));
}

/** `personFields`, or its older form; `whenEmpty` as in MaskRule. */
export function personFieldsParameter(call: OperationCall, page: string, whenEmpty: readonly string[] | 'required'): ReadonlySet<string> {
  const older = parameter(call, 'requestMask.includeField');
  const value = parameter(call, 'personFields');
  if (older !== undefined && older !== '' && value === undefined) return readRequestMask(older);
  return readMask(value, { parameter: 'personFields', allowed: readFields, page, whenEmpty });
}

function wrongType(name: string, type: string, value: string): Error {
  const field = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return badRequest([{ field, description: `Invalid value at '${field}' (${type}), "${value}"` }]);
}
