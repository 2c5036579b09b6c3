import type { MatchKeys } from './matchKeys';

/** Fields of a People API Person that Roster copies: all that an application may write, read and update. Photos are an own phase. */
export type ContactField =
  | 'names'
  | 'nicknames'
  | 'emailAddresses'
  | 'phoneNumbers'
  | 'addresses'
  | 'organizations'
  | 'birthdays'
  | 'events'
  | 'biographies'
  | 'genders'
  | 'imClients'
  | 'urls'
  | 'relations'
  | 'externalIds'
  | 'userDefined'
  | 'sipAddresses'
  | 'calendarUrls'
  | 'interests'
  | 'locales'
  | 'locations'
  | 'miscKeywords'
  | 'occupations';

/** `year` 0 or absent means no year. */
export interface ContactDate {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

export type ContactValue = string | number | boolean | ContactDate | { readonly sourcePrimary: true };

/** One entry of a field, with Google's property names. */
export type ContactEntry = Readonly<Record<string, ContactValue>>;

/** The writable part of a contact, the source's own values: what is sent to Google. */
export type ContactFields = { readonly [Field in ContactField]?: readonly ContactEntry[] };

/** A contact that can be written into another account. */
export interface PortableContact {
  /** Id of the contact's CONTACT source; stable while `resourceName` may change. */
  readonly sourceContactId: string;
  /** Under which it was read; absent when Google told none. */
  readonly resourceName?: string;
  readonly fields: ContactFields;
  /** Of `fields`; see `fingerprint`. */
  readonly fingerprint: string;
  /** By which it is found in another account. */
  readonly keys: MatchKeys;
}
