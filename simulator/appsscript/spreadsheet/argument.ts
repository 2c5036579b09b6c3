/** Readers of arguments: undefined when the value does not fit, so that the caller can report the signature. */

export function integer(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? Math.trunc(value) : undefined;
}

export function integers(values: readonly unknown[]): number[] | undefined {
  const read = values.map(integer);
  return read.some((value) => value === undefined) ? undefined : (read as number[]);
}

/** Rows of an array of arrays, of the host or of the script; undefined when it is anything else. */
export function table(value: unknown): unknown[][] | undefined {
  return Array.isArray(value) && value.length > 0 && value.every((row) => Array.isArray(row))
    ? value.map((row) => Array.from(row as unknown[]))
    : undefined;
}

export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}
