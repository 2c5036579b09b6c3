import { invalidInput } from './directoryErrors';
import { userFields, type EntryKind, type UserField, type UserFieldName } from './userFields';

type Json = Readonly<Record<string, unknown>>;

/**
 * A list of entries as it was sent, or null for none. 400 for a key that entries do not have, a value of another kind, a type that is
 * not in Google's list, two primary entries, too many bytes.
 */
export function readUserField(name: UserFieldName, value: unknown): object | object[] | null {
  const field: UserField = userFields[name];
  if (value === null) return null;
  const isList = Array.isArray(value);
  if (typeof value !== 'object' || isList === (field.single === true)) throw invalidInput(name);
  const entries = (isList ? value : [value]) as unknown[];
  if (!entries.every((entry) => isEntry(field, entry))) throw invalidInput(name);
  if (entries.filter((entry) => (entry as Json)['primary'] === true).length > 1) throw invalidInput(name);
  if (Buffer.byteLength(JSON.stringify(value)) > field.bytes) throw invalidInput(name);
  return entries.length === 0 ? null : structuredClone(value);
}

function isEntry({ keys, types, required = [] }: UserField, entry: unknown): boolean {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return false;
  const { type, customType } = entry as Json;
  if (types !== undefined && type !== undefined && !types.includes(type as string)) return false;
  if (type === 'custom' && (customType === undefined || customType === '')) return false;
  if (required.some((key) => ((entry as Json)[key] ?? '') === '')) return false;
  return keys === undefined || Object.entries(entry).every(([key, value]) => fits(keys[key], value));
}

function fits(kind: EntryKind | undefined, value: unknown): boolean {
  if (kind === 'text') return typeof value === 'string';
  if (kind === 'flag') return typeof value === 'boolean';
  return kind === 'integer' && Number.isInteger(value);
}
