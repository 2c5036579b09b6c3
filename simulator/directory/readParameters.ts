import type { OperationCall } from '../network/Operation';
import { invalidValue } from './directoryErrors';

/** Query parameters of one call; wrong ones are 400. The last value counts; an empty one is as good as none. */
export function textOf(call: OperationCall, name: string): string | undefined {
  return call.query[name]?.at(-1) || undefined;
}

export function booleanOf(call: OperationCall, name: string): boolean {
  const value = textOf(call, name);
  if (value === undefined || value === 'false') return false;
  if (value === 'true') return true;
  throw invalidValue(name, `Invalid boolean value: '${value}'.`);
}

export function enumOf<T extends string>(call: OperationCall, name: string, allowed: readonly T[]): T | undefined {
  const value = textOf(call, name);
  const hit = allowed.find((one) => one === value);
  if (value !== undefined && hit === undefined)
    throw invalidValue(name, `Invalid value '${value}'. Allowed values: [${allowed.join(', ')}]`);
  return hit;
}

/**
 * `maxResults`. Users: above the documented maximum is refused. Groups and members document a greatest allowed value without
 * a range, so a greater one is cut down to it (`clamp`).
 */
export function pageSizeOf(call: OperationCall, page: { default: number; maximum: number }, clamp: boolean): number {
  const value = textOf(call, 'maxResults');
  if (value === undefined) return page.default;
  const size = /^-?\d+$/.test(value) ? Number(value) : NaN;
  if (Number.isNaN(size)) throw invalidValue('maxResults', `Invalid integer value: '${value}'.`);
  if (size >= 1 && size <= page.maximum) return size;
  if (clamp && size > page.maximum) return page.maximum;
  throw invalidValue('maxResults', `Invalid value '${value}'. Values must be within the range: [1, ${page.maximum}]`);
}
