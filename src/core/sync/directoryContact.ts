import type { ContactEntry, ContactFields, PortableContact } from '../contacts/ContactFields';
import type { LeaveOut } from '../contacts/leaveOut';
import type { Person } from '../contacts/Person';
import { portableContact } from '../contacts/portableContact';
import { entriesOf, textOf, type Entry, type UserRecord } from '../users/UserRecord';

type Types = ReadonlyMap<string, string>;
const typesOf = (names: Readonly<Record<string, string>>): Types => new Map(Object.entries(names));

/**
 * Names of types: the Directory's differ from those of contacts (https://developers.google.com/workspace/admin/directory/reference/rest/v1/users,
 * https://developers.google.com/people/api/rest/v1/people). One that is in no list is shown as it is.
 */
const phoneTypes = typesOf({
  home: 'home',
  work: 'work',
  mobile: 'mobile',
  main: 'main',
  company_main: 'main',
  pager: 'pager',
  other: 'other',
  home_fax: 'homeFax',
  work_fax: 'workFax',
  other_fax: 'otherFax',
  work_mobile: 'workMobile',
  work_pager: 'workPager',
  grand_central: 'googleVoice',
});
const relationTypes = typesOf({
  domestic_partner: 'domesticPartner',
  referred_by: 'referredBy',
  admin_assistant: 'assistant',
  exec_assistant: 'assistant',
  dotted_line_manager: 'dotted-line manager',
});
const websiteTypes = typesOf({
  home_page: 'homePage',
  app_install_page: 'appInstallPage',
});
const organizationTypes = typesOf({ work: 'work', school: 'school', unknown: '', domain_only: '' });
const locationTypes = typesOf({ default: '' });
const sameTypes = typesOf({});

/** Google's word for "the name stands in `customType`". */
const CUSTOM = 'custom';

const typeOf = (entry: Entry, types: Types): ContactEntry => {
  const named = textOf(entry['type']);
  const type = named === CUSTOM || named === '' ? textOf(entry['customType']) : (types.get(named) ?? named);
  return type === '' ? {} : { type };
};

/** What is blank is left out. */
const entry = (texts: Readonly<Record<string, unknown>>, more: ContactEntry = {}): ContactEntry =>
  ({
    ...Object.fromEntries(Object.entries(texts).filter(([, value]) => textOf(value) !== '')),
    ...more,
  }) as ContactEntry;

const saysSomething = (one: ContactEntry): boolean => Object.keys(one).some((name) => name !== 'type');

const listOf = (user: UserRecord, property: string, read: (one: Entry) => ContactEntry): ContactEntry[] =>
  entriesOf(user, property).map(read).filter(saysSomething);

const nameOf = (user: UserRecord): ContactEntry[] => {
  const { givenName, familyName, fullName } = (user['name'] ?? {}) as Entry;
  const parts = entry({ givenName, familyName });
  return [saysSomething(parts) ? parts : entry({ unstructuredName: fullName })].filter(saysSomething);
};

/** The primary address is the one at work; aliases are none that people write to. */
const addressesOf = (user: UserRecord): ContactEntry[] => {
  const primary = textOf(user['primaryEmail']);
  const aliases = [user['aliases'], user['nonEditableAliases']].flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []));
  const ours = new Set([primary, ...aliases].map((one) => textOf(one).toLowerCase()));
  const others = listOf(user, 'emails', (one) => entry({ value: one['address'] }, typeOf(one, sameTypes)));
  return [
    ...(primary === '' ? [] : [{ value: primary, type: 'work' }]),
    ...others.filter(({ value }) => !ours.has(textOf(value).toLowerCase())),
  ];
};

const postalOf = (one: Entry): ContactEntry =>
  entry(
    {
      streetAddress: one['streetAddress'],
      extendedAddress: one['extendedAddress'],
      poBox: one['poBox'],
      city: one['locality'],
      region: one['region'],
      postalCode: one['postalCode'],
      country: one['country'],
      countryCode: one['countryCode'],
      formattedValue: one['formatted'],
    },
    typeOf(one, sameTypes),
  );

const organizationOf = (one: Entry): ContactEntry =>
  entry(
    {
      name: one['name'],
      title: one['title'],
      department: one['department'],
      jobDescription: one['description'],
      location: one['location'],
      domain: one['domain'],
      symbol: one['symbol'],
      costCenter: one['costCenter'],
    },
    { ...typeOf(one, organizationTypes), ...(one['primary'] === true ? { current: true } : {}) },
  );

const locationOf = (one: Entry): ContactEntry =>
  entry(
    {
      value: one['area'],
      buildingId: one['buildingId'],
      floor: one['floorName'],
      floorSection: one['floorSection'],
      deskCode: one['deskCode'],
    },
    typeOf(one, locationTypes),
  );

/** Names of people by lower-case address, so that a contact names a manager as people do. */
export type NamesByAddress = ReadonlyMap<string, string>;

const relationOf =
  (names: NamesByAddress) =>
  (one: Entry): ContactEntry => {
    const value = textOf(one['value']);
    return entry({ person: names.get(value.toLowerCase()) ?? value }, typeOf(one, relationTypes));
  };

/** What a directory entry gives a contact: how to reach somebody at work, and who they are there. Never what serves the account itself. */
export const directoryFields = (user: UserRecord, names: NamesByAddress): ContactFields => ({
  names: nameOf(user),
  emailAddresses: addressesOf(user),
  phoneNumbers: listOf(user, 'phones', (one) => entry({ value: one['value'] }, typeOf(one, phoneTypes))),
  addresses: listOf(user, 'addresses', postalOf),
  organizations: listOf(user, 'organizations', organizationOf),
  relations: listOf(user, 'relations', relationOf(names)),
  locations: listOf(user, 'locations', locationOf),
  urls: listOf(user, 'websites', (one) => entry({ value: one['value'] }, typeOf(one, websiteTypes))),
});

/** A user of the directory as a contact; its id is the user's. Undefined: the record has no id. */
export const directoryContact = (user: UserRecord, names: NamesByAddress, leaveOut: readonly LeaveOut[]): PortableContact | undefined => {
  const person: Person = { ...directoryFields(user, names), metadata: { sources: [{ type: 'CONTACT', id: textOf(user['id']) }] } };
  return portableContact(person, leaveOut);
};
