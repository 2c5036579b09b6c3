import { choice, flag, integer, many, message, one, outputOnly, text, texts } from './messageTypes';
import type { FieldType, MessageType } from './messageTypes';

/** Person and its fields: names, types and what is output only (https://developers.google.com/people/api/rest/v1/people#Person). */
const source = message('Source', {
  type: choice('SourceType', 'SOURCE_TYPE_UNSPECIFIED ACCOUNT PROFILE DOMAIN_PROFILE CONTACT OTHER_CONTACT DOMAIN_CONTACT'),
  id: text,
  etag: text,
  updateTime: outputOnly(text),
  profileMetadata: outputOnly(
    one(message('ProfileMetadata', { objectType: choice('ObjectType', 'OBJECT_TYPE_UNSPECIFIED PERSON PAGE'), userTypes: texts })),
  ),
});

const fieldMetadata = message('FieldMetadata', {
  primary: outputOnly(flag),
  verified: outputOnly(flag),
  sourcePrimary: flag,
  source: one(source),
});

const date = one(message('Date', { year: integer, month: integer, day: integer }));
const formatted = outputOnly(text);

function field(name: string, fields: MessageType['fields']): FieldType {
  return many(message(name, { metadata: one(fieldMetadata), ...fields }));
}

function strings(names: string): Record<string, FieldType> {
  return Object.fromEntries(names.split(' ').map((name) => [name, text]));
}

const valued = { value: text };
const typed = { value: text, type: text, formattedType: formatted };

export const personMessage = message('Person', {
  resourceName: text,
  etag: text,
  metadata: one(
    message('PersonMetadata', {
      sources: many(source),
      previousResourceNames: texts,
      linkedPeopleResourceNames: texts,
      deleted: flag,
      objectType: choice('ObjectType', 'OBJECT_TYPE_UNSPECIFIED PERSON PAGE'),
    }),
  ),
  addresses: field('Address', {
    ...strings('formattedValue type poBox streetAddress extendedAddress city region postalCode country countryCode'),
    formattedType: formatted,
  }),
  ageRange: outputOnly(choice('AgeRange', 'AGE_RANGE_UNSPECIFIED LESS_THAN_EIGHTEEN EIGHTEEN_TO_TWENTY TWENTY_ONE_OR_OLDER')),
  ageRanges: outputOnly(
    field('AgeRangeType', {
      ageRange: choice('AgeRange', 'AGE_RANGE_UNSPECIFIED LESS_THAN_EIGHTEEN EIGHTEEN_TO_TWENTY TWENTY_ONE_OR_OLDER'),
    }),
  ),
  biographies: field('Biography', {
    value: text,
    contentType: choice('Biography.ContentType', 'CONTENT_TYPE_UNSPECIFIED TEXT_PLAIN TEXT_HTML'),
  }),
  birthdays: field('Birthday', { date, text }),
  braggingRights: outputOnly(field('BraggingRights', valued)),
  calendarUrls: field('CalendarUrl', { url: text, type: text, formattedType: formatted }),
  clientData: field('ClientData', { key: text, value: text }),
  coverPhotos: outputOnly(field('CoverPhoto', { url: text, default: flag })),
  emailAddresses: field('EmailAddress', { ...typed, displayName: text }),
  events: field('Event', { date, type: text, formattedType: formatted }),
  externalIds: field('ExternalId', typed),
  fileAses: field('FileAs', valued),
  genders: field('Gender', { value: text, formattedValue: formatted, addressMeAs: text }),
  imClients: field('ImClient', { username: text, type: text, formattedType: formatted, protocol: text, formattedProtocol: formatted }),
  interests: field('Interest', valued),
  locales: field('Locale', valued),
  locations: field('Location', { ...strings('value type floor floorSection deskCode buildingId'), current: flag }),
  memberships: field('Membership', {
    contactGroupMembership: one(message('ContactGroupMembership', { contactGroupId: outputOnly(text), contactGroupResourceName: text })),
    domainMembership: outputOnly(one(message('DomainMembership', { inViewerDomain: flag }))),
  }),
  miscKeywords: field('MiscKeyword', {
    value: text,
    formattedType: formatted,
    type: choice(
      'MiscKeyword.Type',
      'TYPE_UNSPECIFIED OUTLOOK_BILLING_INFORMATION OUTLOOK_DIRECTORY_SERVER OUTLOOK_KEYWORD OUTLOOK_MILEAGE OUTLOOK_PRIORITY OUTLOOK_SENSITIVITY OUTLOOK_SUBJECT OUTLOOK_USER HOME WORK OTHER',
    ),
  }),
  names: field('Name', {
    displayName: outputOnly(text),
    displayNameLastFirst: outputOnly(text),
    ...strings('unstructuredName familyName givenName middleName honorificPrefix honorificSuffix'),
    ...strings('phoneticFullName phoneticFamilyName phoneticGivenName phoneticMiddleName phoneticHonorificPrefix phoneticHonorificSuffix'),
  }),
  nicknames: field('Nickname', {
    value: text,
    type: choice('Nickname.Type', 'DEFAULT MAIDEN_NAME INITIALS GPLUS OTHER_NAME ALTERNATE_NAME SHORT_NAME'),
  }),
  occupations: field('Occupation', valued),
  organizations: field('Organization', {
    ...strings('type name phoneticName department title jobDescription symbol domain location costCenter'),
    formattedType: formatted,
    startDate: date,
    endDate: date,
    current: flag,
    fullTimeEquivalentMillipercent: integer,
  }),
  phoneNumbers: field('PhoneNumber', { ...typed, canonicalForm: outputOnly(text) }),
  photos: outputOnly(field('Photo', { url: text, default: flag })),
  relations: field('Relation', { person: text, type: text, formattedType: formatted }),
  relationshipInterests: outputOnly(field('RelationshipInterest', { value: text, formattedValue: formatted })),
  relationshipStatuses: outputOnly(field('RelationshipStatus', { value: text, formattedValue: formatted })),
  residences: outputOnly(field('Residence', { value: text, current: flag })),
  sipAddresses: field('SipAddress', typed),
  skills: field('Skill', valued),
  taglines: outputOnly(field('Tagline', valued)),
  urls: field('Url', typed),
  userDefined: field('UserDefined', { key: text, value: text }),
});
