import type { CustomerRecord, SchemaFieldRecord, SchemaFieldType } from './DirectoryRecords';
import { invalidInput } from './directoryErrors';
import { CUSTOM_CHARACTERS, CUSTOM_VALUES } from './limits';

/** schema → field → value; null clears the field, or the whole schema. */
export type SchemaChange = Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;

type Json = Readonly<Record<string, unknown>>;

const WRONG = 'custom_schema';

/** The custom fields of a User message (https://developers.google.com/workspace/admin/directory/v1/guides/manage-schemas). */
export function readSchemas({ schemas }: CustomerRecord, value: unknown): SchemaChange | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) throw invalidInput(WRONG);
  const read: Record<string, Readonly<Record<string, unknown>> | null> = {};
  for (const [schemaName, fields] of Object.entries(value as Json)) {
    const schema = [...schemas.values()].find((one) => one.schemaName === schemaName);
    if (schema === undefined || typeof fields !== 'object' || Array.isArray(fields)) throw invalidInput(WRONG);
    const kept = Object.entries(fields ?? {}).map(([fieldName, sent]) => {
      const field = schema.fields.find((one) => one.fieldName === fieldName);
      if (field === undefined || !fits(field, sent)) throw invalidInput(WRONG);
      return [fieldName, asKept(field, sent)] as const;
    });
    read[schemaName] = fields === null ? null : Object.fromEntries(kept);
  }
  return read;
}

function fits({ multiValued, fieldType }: SchemaFieldRecord, value: unknown): boolean {
  if (value === null) return true;
  if (!multiValued) return isOfType(fieldType, value);
  return Array.isArray(value) && value.length <= CUSTOM_VALUES && value.every((entry) => isEntry(fieldType, entry));
}

/** Numbers are kept as such, however they were written. */
function asKept({ multiValued, fieldType }: SchemaFieldRecord, value: unknown): unknown {
  if (value === null || (fieldType !== 'INT64' && fieldType !== 'DOUBLE')) return value;
  const number = (one: unknown): unknown => (fieldType === 'INT64' ? asInteger(String(one)) : Number(one));
  return multiValued ? (value as Json[]).map((entry) => ({ ...entry, value: number(entry['value']) })) : number(value);
}

/** As text where a number would not be exact. */
function asInteger(text: string): number | string {
  return Number.isSafeInteger(Number(text)) ? Number(text) : String(BigInt(text));
}

/** `{value, type?, customType?}`, as in other lists. */
function isEntry(fieldType: SchemaFieldType, entry: unknown): boolean {
  if (typeof entry !== 'object' || entry === null) return false;
  const { value, type, customType, ...others } = entry as Json;
  if (Object.keys(others).length > 0 || !isOfType(fieldType, value)) return false;
  if (type === 'custom') return typeof customType === 'string' && customType !== '';
  return type === undefined || ['home', 'other', 'work'].includes(type as string);
}

/** Numbers may come as text: JSON has no 64-bit integers. */
const TYPES: Readonly<Record<SchemaFieldType, (value: unknown) => boolean>> = {
  STRING: (value) => typeof value === 'string' && [...value].length <= CUSTOM_CHARACTERS,
  BOOL: (value) => typeof value === 'boolean',
  INT64: (value) => /^-?\d{1,19}$/.test(String(value)) && ['string', 'number'].includes(typeof value),
  DOUBLE: (value) => value !== '' && ['string', 'number'].includes(typeof value) && Number.isFinite(Number(value)),
  EMAIL: (value) => typeof value === 'string' && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value),
  PHONE: (value) => typeof value === 'string',
  DATE: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)),
};

function isOfType(fieldType: SchemaFieldType, value: unknown): boolean {
  return TYPES[fieldType](value);
}
