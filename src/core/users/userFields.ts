import { problem, type Problem } from '../base/Problem';
import { readEntry, writeEntry, type EntryPlace } from './EntryField';
import { textOf, type Entry, type UserPatch, type UserRecord } from './UserRecord';

/** A field of a user as people know it: how it is checked, read from a Directory resource and written into one. */
export interface UserField {
  readonly title: string;
  /** Most characters. */
  readonly limit: number;
  /** Why a value cannot be written; undefined when it can. */
  readonly check?: (value: string) => Problem | undefined;
  readonly read: (user: UserRecord) => string;
  /** What is sent so that the field holds the value; an empty one clears it. */
  readonly write: (user: UserRecord, value: string) => UserPatch;
  /** Of the person and not of their work: colleagues do not see it in the directory. */
  readonly isPrivate?: true;
  /** A user must always have it. */
  readonly mandatory?: true;
}

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

const entryField = (title: string, limit: number, place: EntryPlace, check?: UserField['check']): UserField => ({
  title,
  limit,
  read: (user) => readEntry(user, place),
  write: (user, value) => writeEntry(user, place, value),
  ...(check === undefined ? {} : { check }),
});

const typed = (property: string, type: string, key = 'value'): EntryPlace => ({
  property,
  key,
  isIt: (entry) => entry['type'] === type,
  fresh: { type },
});

/** The organization that is shown: the primary one, else the first. */
const organization = (key: string): EntryPlace => ({
  property: 'organizations',
  key,
  isIt: (entry, entries) => entry['primary'] === true || !entries.some((one) => one['primary'] === true),
  fresh: { primary: true, type: 'work' },
});

const plainField = (title: string, property: string, check: UserField['check']): UserField => ({
  title,
  limit: 320,
  ...(check === undefined ? {} : { check }),
  read: (user) => textOf(user[property]),
  write: (_, value) => ({ [property]: value === '' ? null : value }),
});

/** Google takes any text for a phone; what has no digits, or letters beside an extension, was meant for another field. */
const phone = (value: string): Problem | undefined =>
  /^\+?[\d\s().\-/]{3,}(\s*(ext\.?|x|#)\s*\d+)?$/i.test(value) && /\d{3}/.test(value.replace(/\D/g, ''))
    ? undefined
    : problem('user.phoneForm', { value });

/** https://developers.google.com/workspace/admin/directory/reference/rest/v1/users: `recoveryPhone` is E.164 with its plus. */
const recoveryPhone = (value: string): Problem | undefined =>
  /^\+[1-9]\d{6,14}$/.test(value) ? undefined : problem('user.e164Form', { value });

const address = (value: string): Problem | undefined =>
  /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:"]+$/.test(value) ? undefined : problem('user.addressForm', { value });

const website = (value: string): Problem | undefined =>
  /^https?:\/\/[^\s<>"]+$/i.test(value) ? undefined : problem('user.websiteForm', { value });

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
  employeeId: { ...entryField('Employee ID', 256, typed('externalIds', 'organization')), isPrivate },
  manager: entryField('Manager', 320, typed('relations', 'manager'), address),
  workPhone: entryField('Work phone', 64, typed('phones', 'work'), phone),
  mobilePhone: entryField('Mobile phone', 64, typed('phones', 'mobile'), phone),
  homePhone: { ...entryField('Home phone', 64, typed('phones', 'home'), phone), isPrivate },
  workAddress: entryField('Work address', 1024, typed('addresses', 'work', 'formatted')),
  homeAddress: { ...entryField('Home address', 1024, typed('addresses', 'home', 'formatted')), isPrivate },
  website: entryField('Website', 512, typed('websites', 'work'), website),
  recoveryEmail: { ...plainField('Recovery e-mail', 'recoveryEmail', address), isPrivate },
  recoveryPhone: { ...plainField('Recovery phone', 'recoveryPhone', recoveryPhone), isPrivate },
} as const satisfies Readonly<Record<string, UserField>>;

export type UserFieldId = keyof typeof userFields;

export const userFieldIds = Object.keys(userFields) as readonly UserFieldId[];

export const isUserFieldId = (text: string): text is UserFieldId => Object.prototype.hasOwnProperty.call(userFields, text);

export const userField = (id: UserFieldId): UserField => userFields[id];

/** I15, I18: what is wrong with a value for a field; undefined: it can be written. An empty value clears what may be cleared. */
export const checkUserField = (id: UserFieldId, value: string): Problem | undefined => {
  const { title, limit, mandatory, check } = userField(id);
  if (value === '') return mandatory === true ? problem('user.fieldMandatory', { field: title }) : undefined;
  if ([...value].length > limit) return problem('user.fieldTooLong', { field: title, limit });
  return check?.(value);
};
