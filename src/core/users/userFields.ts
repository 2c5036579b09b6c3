import { problem, type Problem } from '../base/Problem';
import { customField, isCustomFieldId, type CustomFieldId } from './customField';
import { readEntry, writeEntry, type EntryPlace } from './EntryField';
import { readEntries, writeEntries, type EntryList } from './EntryList';
import { cellValues, joinValues, splitValues } from './severalValues';
import type { UserField } from './UserField';
import { textOf, type Entry } from './UserRecord';
import { language, lowerCase, mailAddress, oneParagraph, phone, recoveryPhone, website } from './valueForms';

type Form = Pick<UserField, 'check' | 'tidy'>;

const anAddress: Form = { check: mailAddress, tidy: lowerCase };

const NAME_PARTS = ['givenName', 'familyName', 'displayName'] as const;

const nameField = (title: string, part: (typeof NAME_PARTS)[number], limit: number, mandatory?: true): UserField => ({
  title,
  limit,
  read: (user) => textOf((user['name'] as Entry | undefined)?.[part]),
  write: (user, value) => {
    const name = (user['name'] ?? {}) as Entry;
    const kept = Object.fromEntries(NAME_PARTS.flatMap((one) => (textOf(name[one]) === '' ? [] : [[one, name[one]]])));
    return { name: { ...kept, [part]: value } };
  },
  ...(mandatory === undefined ? {} : { mandatory }),
});

const entryField = (title: string, limit: number, place: EntryPlace, form: Form = {}): UserField => ({
  title,
  limit,
  read: (user) => readEntry(user, place),
  write: (user, value) => writeEntry(user, place, value),
  ...form,
});

type Kind = Pick<EntryList, 'property'> & Partial<EntryList> & { readonly type?: string };

const listField = (title: string, limit: number, { type, ...list }: Kind, form: Form = {}): UserField => {
  const typed = { key: 'value', separator: '; ' as const, isIt: (entry: Entry) => entry['type'] === type, fresh: { type }, ...list };
  return {
    title,
    limit,
    ...(typed.separator === '; ' ? { several: true as const } : { tidy: oneParagraph }),
    read: (user) => readEntries(user, typed),
    write: (user, value) => writeEntries(user, typed, value),
    ...form,
  };
};

/** The organization that is shown: the primary one, else the first. */
const organization = (key: string): EntryPlace => ({
  property: 'organizations',
  key,
  isIt: (entry, entries) => entry['primary'] === true || !entries.some((one) => one['primary'] === true),
  fresh: { primary: true, type: 'work' },
});

/** Where they sit. An entry without an area is refused; the Admin console writes this one. */
const seat = (key: string): EntryPlace => ({
  property: 'locations',
  key,
  isIt: (entry) => entry['type'] === 'desk',
  fresh: { type: 'desk', area: 'desk' },
});

const languages: Kind = {
  property: 'languages',
  key: 'languageCode',
  isIt: ({ languageCode }) => typeof languageCode === 'string',
  fresh: {},
};

const postal = (type: string): Kind => ({ property: 'addresses', key: 'formatted', type, separator: '\n\n' });

const plainField = (title: string, property: string, form: Form): UserField => ({
  title,
  limit: 320,
  ...form,
  read: (user) => textOf(user[property]),
  write: (_, value) => ({ [property]: value === '' ? null : value }),
});

const phones = (title: string, type: string): UserField => listField(title, 64, { property: 'phones', type }, { check: phone });

const addresses = (title: string, type: string): UserField =>
  listField(title, 320, { property: 'emails', key: 'address', type }, anAddress);

const isPrivate = true;

/**
 * Lengths of names: https://developers.google.com/workspace/admin/directory/reference/rest/v1/users. Of lists Google limits the
 * whole (phones 1 KB, relations and external ids 2 KB, addresses and organizations 10 KB); the others are our own.
 */
export const userFields = {
  givenName: nameField('First name', 'givenName', 60, true),
  familyName: nameField('Last name', 'familyName', 60, true),
  displayName: nameField('Display name', 'displayName', 256),
  title: entryField('Job title', 256, organization('title')),
  department: entryField('Department', 256, organization('department')),
  costCenter: entryField('Cost center', 256, organization('costCenter')),
  company: entryField('Company', 256, organization('name')),
  workLocation: entryField('Office location', 256, organization('location')),
  employeeType: entryField('Employee type', 256, organization('description')),
  employeeId: { ...listField('Employee ID', 256, { property: 'externalIds', type: 'organization' }), isPrivate },
  manager: listField('Manager', 320, { property: 'relations', type: 'manager' }, anAddress),
  workPhone: phones('Work phone', 'work'),
  mobilePhone: phones('Mobile phone', 'mobile'),
  homePhone: { ...phones('Home phone', 'home'), isPrivate },
  workMobile: phones('Work mobile phone', 'work_mobile'),
  mainPhone: phones('Main phone', 'main'),
  otherPhone: { ...phones('Other phone', 'other'), isPrivate },
  workFax: phones('Work fax', 'work_fax'),
  homeFax: { ...phones('Home fax', 'home_fax'), isPrivate },
  pager: phones('Pager', 'pager'),
  workEmail: addresses('Work secondary e-mail', 'work'),
  homeEmail: { ...addresses('Home secondary e-mail', 'home'), isPrivate },
  otherEmail: { ...addresses('Other secondary e-mail', 'other'), isPrivate },
  workAddress: { ...listField('Work address', 1024, postal('work')), lines: true },
  homeAddress: { ...listField('Home address', 1024, postal('home')), lines: true, isPrivate },
  website: listField('Website', 512, { property: 'websites', type: 'work', separator: '\n\n' }, { check: website }),
  building: entryField('Building', 256, seat('buildingId')),
  floor: entryField('Floor', 256, seat('floorName')),
  floorSection: entryField('Floor section', 256, seat('floorSection')),
  desk: entryField('Desk', 256, seat('deskCode')),
  locale: listField('Language', 35, languages, language),
  recoveryEmail: { ...plainField('Recovery e-mail', 'recoveryEmail', anAddress), isPrivate },
  recoveryPhone: { ...plainField('Recovery phone', 'recoveryPhone', { check: recoveryPhone }), isPrivate },
} as const satisfies Readonly<Record<string, UserField>>;

/** A field that every organization has. */
export type PlainFieldId = keyof typeof userFields;
export type UserFieldId = PlainFieldId | CustomFieldId;

export const userFieldIds = Object.keys(userFields) as readonly PlainFieldId[];

export const isUserFieldId = (text: string): text is PlainFieldId => Object.prototype.hasOwnProperty.call(userFields, text);

export const userField = (id: UserFieldId): UserField => (isCustomFieldId(id) ? customField(id) : userFields[id]);

/** Whether a cell with this field may hold several lines. */
export const mayHaveLines = (id: UserFieldId): boolean => {
  const { several, lines } = userField(id);
  return several === true || lines === true;
};

/** A value as Google keeps it; what a field of several values holds becomes one text (`joinValues`). */
export const tidyValue = (id: UserFieldId, value: string): string => {
  const { several, tidy } = userField(id);
  const tidied = (text: string): string => (tidy === undefined ? text : tidy(text));
  return several === true && /[,;\n]/.test(value) ? joinValues(cellValues(value).map(tidied)) : tidied(value);
};

/** I15, I18: what is wrong with a value for a field; undefined: it can be written. An empty value clears what may be cleared. */
export const checkUserField = (id: UserFieldId, value: string): Problem | undefined => {
  const { title, limit, mandatory, check, several } = userField(id);
  if (value === '') return mandatory === true ? problem('user.fieldMandatory', { field: title }) : undefined;
  const values = several === true ? splitValues(tidyValue(id, value)) : [tidyValue(id, value)];
  if (values.some((one) => [...one].length > limit)) return problem('user.fieldTooLong', { field: title, limit });
  return values.map((one) => check?.(one)).find((found) => found !== undefined);
};
