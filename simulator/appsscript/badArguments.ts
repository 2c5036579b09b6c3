import type { Execution } from './Execution';

/** The exception for arguments no signature of the method takes. `method` is `Class.method`. */
export const badArguments = (execution: Execution, method: string, args: readonly unknown[]): Error =>
  execution.exception(`The parameters (${args.map(typeName).join(',')}) don't match the method signature for ${method}.`);

const typeName = (value: unknown): string => {
  if (value === undefined || value === null) return 'null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'number' || typeof value === 'boolean') return typeof value;
  if (Array.isArray(value)) return `${value.length === 0 ? 'Object' : typeName(value[0])}[]`;
  return '(class)';
};
