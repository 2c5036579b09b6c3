import { ok, type Result } from '../core/base/Result';
import type { CustomFieldSpec } from '../core/users/customField';
import { entriesOf, textOf } from '../core/users/UserRecord';
import { customForms, type CustomFieldType } from '../core/users/valueForms';
import type { Subject, Task } from './Call';
import type { Api } from './directoryRecords';
import { call } from './request';

export interface NamedCustomField extends CustomFieldSpec {
  /** As the Admin console shows it; with its category where several have the same. */
  readonly title: string;
}

const isKnown = (type: string): type is CustomFieldType => Object.keys(customForms).includes(type);

/** https://developers.google.com/workspace/admin/directory/reference/rest/v1/schemas#SchemaFieldSpec */
const customField = (schema: Api, field: Api): (NamedCustomField & { readonly category: string }) | undefined => {
  const type = textOf(field['fieldType']);
  if (!isKnown(type)) return undefined;
  const [schemaName, fieldName] = [textOf(schema['schemaName']), textOf(field['fieldName'])];
  return {
    schema: schemaName,
    field: fieldName,
    type,
    several: field['multiValued'] === true,
    isPrivate: field['readAccessType'] === 'ADMINS_AND_SELF',
    title: textOf(field['displayName']) || fieldName,
    category: textOf(schema['displayName']) || schemaName,
  };
};

/** The fields that the organization gave its users beside Google's own, those of a kind nobody knows left out. One call. */
export function* listCustomFields(as: Subject): Task<Result<NamedCustomField[]>> {
  const listed = yield* call<Api>('directory.schemas.list', as, { path: { customerId: 'my_customer' } });
  if (!listed.ok) return listed;
  const fields = entriesOf(listed.value, 'schemas').flatMap((schema) =>
    entriesOf(schema, 'fields').flatMap((field) => customField(schema, field) ?? []),
  );
  const isTwice = (title: string): boolean => fields.filter((one) => one.title === title).length > 1;
  return ok(fields.map(({ category, title, ...field }) => ({ ...field, title: isTwice(title) ? `${title} (${category})` : title })));
}
