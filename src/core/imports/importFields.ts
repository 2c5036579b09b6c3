import { plainHeader, userColumns } from '../users/userColumns';
import { customFieldId, type CustomFieldSpec } from '../users/customField';
import type { GroupRef, RoleRef } from '../users/UserAction';
import { userField, userFieldIds } from '../users/userFields';
import { fieldNames, ignoredNames, passwordWords, type IgnoredReason } from './fieldNames';
import type { ImportField, ImportFieldId, ImportFieldKind } from './ImportField';

/** What an organization has of its own that a column can hold. */
export interface OwnFields {
  readonly customFields: readonly (CustomFieldSpec & { /** As people see it. */ readonly title: string })[];
  /** Without super administrator, which is not given by an import. */
  readonly roles: readonly RoleRef[];
  /** Groups whose members may use a service, as the settings name them. */
  readonly accessGroups: readonly GroupRef[];
}

const plainNames = (names = ''): string[] =>
  names
    .split('|')
    .map(plainHeader)
    .filter((name) => name !== '');

const special: readonly (readonly [Exclude<keyof typeof fieldNames, (typeof userFieldIds)[number]>, ImportFieldKind, string])[] = [
  ['address', 'address', 'Primary address'],
  ['active', 'flag', 'Active'],
  ['visible', 'flag', 'Visible in directory'],
  ['changePassword', 'flag', 'Change password at next sign-in'],
  ['orgUnit', 'unit', 'Organizational unit'],
  ['communicationGroups', 'list', 'Communication groups'],
  ['permissionGroups', 'list', 'Permission groups'],
  ['chatSpaces', 'list', 'Chat spaces'],
];

const own = (id: ImportFieldId, kind: ImportFieldKind, title: string, ...others: readonly string[]): ImportField => ({
  id,
  kind,
  title,
  names: [...new Set([title, ...others].map(plainHeader))],
  vagueNames: [],
});

/** Every field that a column can be mapped to; those that every organization has come first. */
export const importFields = ({ customFields, roles, accessGroups }: OwnFields): readonly ImportField[] => {
  const everywhere = [...special, ...userFieldIds.map((id) => [id, 'field', userField(id).title] as const)];
  return [
    ...everywhere.map(([id, kind, title]): ImportField => {
      const [sure, vague] = fieldNames[id];
      const vagueNames = plainNames(vague);
      const known = userColumns.find(({ content }) => content === id)?.otherTitles ?? [];
      const names = [plainHeader(title), ...known.map(plainHeader), ...plainNames(sure)];
      return { id, kind, title, names: [...new Set(names)].filter((name) => !vagueNames.includes(name)), vagueNames };
    }),
    ...customFields.map((field) => own(customFieldId(field), 'field', field.title, field.field, `${field.schema}.${field.field}`)),
    ...roles.map(({ roleId, title }) => own(`role/${roleId}`, 'permission', `Role: ${title}`, title)),
    ...accessGroups.map(({ groupId, email }) => own(`access/${groupId}`, 'permission', `Access: ${email}`, email)),
  ];
};

const namesAFlag = (name: string): boolean =>
  [plainHeader('Change password at next sign-in'), ...plainNames(fieldNames.changePassword[0])].includes(name);

/** Why a column with this header is never used; undefined: it can be. */
export const ignoredFor = (header: string): IgnoredReason | undefined => {
  const name = plainHeader(header);
  if (name === '' || namesAFlag(name)) return undefined;
  if (passwordWords.some((word) => name.includes(word))) return 'password';
  const reasons = Object.keys(ignoredNames) as IgnoredReason[];
  return (
    reasons.find((reason) => plainNames(ignoredNames[reason]).includes(name)) ?? (/read\W?only/i.test(header) ? 'readOnly' : undefined)
  );
};
