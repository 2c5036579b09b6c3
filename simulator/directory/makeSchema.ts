import type { World } from '../World';
import type { SchemaFieldRecord, SchemaRecord } from './DirectoryRecords';

/** What is known of a field of a custom schema; a text that everybody may see by default. */
export type NewSchemaField = Partial<SchemaFieldRecord> & { fieldName: string };

/** https://developers.google.com/workspace/admin/directory/reference/rest/v1/schemas#Schema */
export function makeSchema(world: World, schemaName: string, fields: readonly NewSchemaField[]): SchemaRecord {
  return {
    schemaId: newId(world),
    schemaName,
    displayName: schemaName,
    fields: fields.map((field) => ({
      fieldId: newId(world),
      fieldType: 'STRING',
      multiValued: false,
      readAccessType: 'ALL_DOMAIN_USERS',
      displayName: field.fieldName,
      ...field,
    })),
  };
}

/** 22 characters of URL-safe base64, as Google's look. */
function newId(world: World): string {
  return `${world.random.text(22, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')}==`;
}
