import { joinValues, splitValues } from './severalValues';
import type { UserField } from './UserField';
import { entriesOf, type Entry, type UserRecord } from './UserRecord';
import { customForms, type CustomFieldType } from './valueForms';

/** A field that an organization made: https://developers.google.com/workspace/admin/directory/v1/guides/manage-schemas */
export interface CustomFieldSpec {
  /** Names as the API knows them, not those that are shown. */
  readonly schema: string;
  readonly field: string;
  readonly type: CustomFieldType;
  readonly several: boolean;
  /** Only administrators and the user see it. */
  readonly isPrivate: boolean;
}

/** Says all that is needed to read, check and write the field: a stored change is understood without the schemas. */
export type CustomFieldId = `custom/${string}`;

export const customFieldId = ({ schema, field, type, several, isPrivate }: CustomFieldSpec): CustomFieldId =>
  `custom/${schema}/${field}/${[type, ...(several ? ['several'] : []), ...(isPrivate ? ['private'] : [])].join(',')}`;

export const isCustomFieldId = (id: string): id is CustomFieldId => id.startsWith('custom/');

/** Characters of a value: https://support.google.com/a/answer/6208725 */
const limit = 500;

const text = (value: unknown): string => (typeof value === 'object' || value === undefined ? '' : String(value));

const typed = (type: string, value: string): unknown => {
  if (type === 'BOOL') return value === 'true';
  return type === 'DOUBLE' ? Number(value) : value;
};

/** What of `customSchemas` is not sent stays; `null` clears a field. */
export const customField = (id: CustomFieldId): UserField => {
  const [, schema = '', field = '', form = ''] = id.split('/');
  const [type = '', ...flags] = form.split(',');
  const held = (user: UserRecord): UserRecord => ((user['customSchemas'] as Entry | undefined)?.[schema] ?? {}) as UserRecord;
  const base = {
    title: `${schema}.${field}`,
    limit,
    ...customForms[type as CustomFieldType],
    ...(flags.includes('private') ? { isPrivate: true as const } : {}),
  };
  const sent = (value: unknown): UserRecord => ({ customSchemas: { [schema]: { [field]: value } } });
  if (!flags.includes('several')) {
    return { ...base, read: (user) => text(held(user)[field]), write: (_, value) => sent(value === '' ? null : typed(type, value)) };
  }
  return {
    ...base,
    several: true,
    read: (user) => joinValues(entriesOf(held(user), field).map(({ value }) => text(value))),
    write: (user, value) => {
      const entries = entriesOf(held(user), field);
      const after = splitValues(value).map((one) => entries.find((entry) => text(entry['value']) === one) ?? { value: typed(type, one) });
      return sent(after.length === 0 ? null : after);
    },
  };
};
