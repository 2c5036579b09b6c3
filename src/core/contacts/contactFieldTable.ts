import type { ContactField } from './ContactFields';

/** Properties of a field's entries that an application may write; all others are Google's (https://developers.google.com/people/api/rest/v1/people). */
export interface ContactFieldDescription {
  readonly texts: readonly string[];
  readonly numbers?: readonly string[];
  readonly flags?: readonly string[];
  readonly dates?: readonly string[];
  /** Google keeps at most one entry per source. */
  readonly singleton?: true;
  /** Property that Google builds from `from` when it is not set: says nothing new when any of them is there. */
  readonly derived?: { readonly property: string; readonly from: readonly string[] };
  /** Values that mean the same as absence. */
  readonly defaults?: Readonly<Record<string, readonly string[]>>;
}

const NAME_PARTS = ['givenName', 'middleName', 'familyName', 'honorificPrefix', 'honorificSuffix'];
const PHONETIC_NAME_PARTS = NAME_PARTS.map((part) => `phonetic${part.charAt(0).toUpperCase()}${part.slice(1)}`);
const ADDRESS_PARTS = ['streetAddress', 'extendedAddress', 'poBox', 'city', 'region', 'postalCode', 'country', 'countryCode'];

export const contactFieldTable: Readonly<Record<ContactField, ContactFieldDescription>> = {
  names: {
    texts: [...NAME_PARTS, ...PHONETIC_NAME_PARTS, 'phoneticFullName', 'unstructuredName'],
    singleton: true,
    derived: { property: 'unstructuredName', from: NAME_PARTS },
  },
  nicknames: { texts: ['value', 'type'], defaults: { type: ['DEFAULT'] } },
  emailAddresses: { texts: ['value', 'type', 'displayName'] },
  phoneNumbers: { texts: ['value', 'type'] },
  addresses: {
    texts: [...ADDRESS_PARTS, 'type', 'formattedValue'],
    derived: { property: 'formattedValue', from: ADDRESS_PARTS },
  },
  organizations: {
    texts: ['name', 'phoneticName', 'title', 'department', 'jobDescription', 'location', 'domain', 'symbol', 'costCenter', 'type'],
    numbers: ['fullTimeEquivalentMillipercent'],
    flags: ['current'],
    dates: ['startDate', 'endDate'],
  },
  birthdays: { texts: ['text'], dates: ['date'], singleton: true, derived: { property: 'text', from: ['date'] } },
  events: { texts: ['type'], dates: ['date'] },
  biographies: {
    texts: ['value', 'contentType'],
    singleton: true,
    defaults: { contentType: ['TEXT_PLAIN', 'CONTENT_TYPE_UNSPECIFIED'] },
  },
  genders: { texts: ['value', 'addressMeAs'], singleton: true },
  imClients: { texts: ['username', 'type', 'protocol'] },
  urls: { texts: ['value', 'type'] },
  relations: { texts: ['person', 'type'] },
  externalIds: { texts: ['value', 'type'] },
  userDefined: { texts: ['key', 'value'] },
  sipAddresses: { texts: ['value', 'type'] },
  calendarUrls: { texts: ['url', 'type'] },
  interests: { texts: ['value'] },
  locales: { texts: ['value'] },
  locations: { texts: ['value', 'type', 'buildingId', 'floor', 'floorSection', 'deskCode'], flags: ['current'] },
  miscKeywords: { texts: ['value', 'type'] },
  occupations: { texts: ['value'] },
};

/** All fields, in the table's order. */
export const contactFields = Object.keys(contactFieldTable) as readonly ContactField[];
