import type { DiscoverySchema } from './DiscoveryDocument';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** How values of Google's formats look in JSON (https://developers.google.com/discovery/v1/type-format). */
const STRING_PATTERNS: Readonly<Record<string, string>> = {
  byte: '^[A-Za-z0-9+/_-]*={0,2}$',
  date: '^\\d{4}-\\d{2}-\\d{2}$',
  'date-time': '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$',
  'google-datetime': '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$',
  'google-duration': '^-?\\d+(\\.\\d{1,9})?s$',
  int64: '^-?\\d+$',
  uint64: '^\\d+$',
};

const INTEGERS: Readonly<Record<string, readonly [minimum: number, maximum: number]>> = {
  int32: [-2147483648, 2147483647],
  uint32: [0, 4294967295],
};

/** A JSON schema for one type of a Google API description: no member but the described ones, and only values of its enums. */
export function schemaOf(schema: DiscoverySchema): JsonSchema {
  if (schema.$ref !== undefined) return { $ref: `#/$defs/${schema.$ref}` };
  switch (schema.type) {
    case 'object':
      return objectSchema(schema);
    case 'array':
      return { type: 'array', items: schemaOf(schema.items ?? {}) };
    case 'string':
      return stringSchema(schema);
    case 'integer': {
      const [minimum, maximum] = INTEGERS[schema.format ?? ''] ?? [-Infinity, Infinity];
      return { type: 'integer', ...(Number.isFinite(minimum) ? { minimum, maximum } : {}) };
    }
    case 'number':
    case 'boolean':
      return { type: schema.type };
    default:
      return {};
  }
}

/** All types of a description, so that `$ref`s can be followed. */
export function definitionsOf(schemas: Readonly<Record<string, DiscoverySchema>>): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, schemaOf(schema)]));
}

function objectSchema(schema: DiscoverySchema): JsonSchema {
  const properties = Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, member]) => [name, schemaOf(member)]));
  const others = schema.additionalProperties === undefined ? false : schemaOf(schema.additionalProperties);
  return { type: 'object', properties, additionalProperties: others };
}

function stringSchema({ enum: values, pattern, format }: DiscoverySchema): JsonSchema {
  if (values !== undefined) return { type: 'string', enum: values };
  const form = pattern ?? STRING_PATTERNS[format ?? ''];
  return { type: 'string', ...(form === undefined ? {} : { pattern: form }) };
}
