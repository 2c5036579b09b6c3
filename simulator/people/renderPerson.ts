import { formattedType } from './formattedTypes';
import { limits } from './limits';
import { mergedProfile } from './mergedProfile';
import type { Profile } from './mergedProfile';
import { displayedName } from './nameForms';
import { readFields } from './fieldMask';
import type { ReadSource } from './readParameters';
import { personEtag, sourceEtag } from './StoredContact';
import type { ContactVersion, Item, StoredContact } from './StoredContact';

export interface PersonView {
  /** Names of the fields to show. */
  readonly mask: ReadonlySet<string>;
  readonly sources: ReadonlySet<ReadSource>;
  /** In a listing, where long lists of addresses and numbers are cut. */
  readonly listed?: boolean;
  /** Former names are told to incremental listings only. */
  readonly incremental?: boolean;
  /** The user who has this contact's address, when profiles are merged in. */
  readonly profileOf?: (version: ContactVersion) => Profile | undefined;
}

/** A contact as the API shows it (https://developers.google.com/people/api/rest/v1/people#Person). */
export function renderPerson(contact: StoredContact, version: ContactVersion, view: PersonView): Item {
  const profile = view.sources.has('PROFILE') ? view.profileOf?.(version) : undefined;
  const person: Record<string, unknown> = { resourceName: contact.resourceName, etag: personEtag(contact, version) };
  for (const name of readFields) {
    if (!view.mask.has(name)) continue;
    if (name === 'metadata') person['metadata'] = metadata(contact, version, profile, view);
    else {
      const own = view.sources.has('CONTACT') ? contactItems(contact, version, name) : [];
      if (own.length === 0 && profile === undefined) continue;
      const items = markPrimary([...mergedProfile(profile, name, own), ...own]);
      const cut = view.listed && (name === 'emailAddresses' || name === 'phoneNumbers');
      if (items.length > 0) person[name] = cut ? items.slice(0, limits.listedValues) : items;
    }
  }
  return person;
}

/** What an incremental listing says of a contact that is gone (https://developers.google.com/people/api/rest/v1/people.connections/list). */
export function renderDeleted(contact: StoredContact, version: ContactVersion): Item {
  return { resourceName: contact.resourceName, etag: personEtag(contact, version), metadata: { deleted: true, objectType: 'PERSON' } };
}

function metadata(contact: StoredContact, version: ContactVersion, profile: Profile | undefined, view: PersonView): Item {
  const own = {
    type: 'CONTACT',
    id: contact.contactId,
    etag: sourceEtag(contact, version),
    updateTime: new Date(version.at).toISOString(),
  };
  const sources = [...(view.sources.has('CONTACT') ? [own] : []), ...(profile === undefined ? [] : [profile.source])];
  return {
    sources,
    ...(view.incremental && contact.previousResourceNames.length > 0 ? { previousResourceNames: contact.previousResourceNames } : {}),
    ...(profile === undefined ? {} : { linkedPeopleResourceNames: [profile.resourceName] }),
    objectType: 'PERSON',
  };
}

function contactItems(contact: StoredContact, version: ContactVersion, name: string): readonly Item[] {
  const items = storedItems(contact, version, name);
  if (items.length === 0) return [];
  const source = { type: 'CONTACT', id: contact.contactId };
  return items.map((item) => {
    const { metadata: stored, ...rest } = item;
    return { metadata: { ...(stored as Item | undefined), source }, ...computed(name, rest) };
  });
}

function storedItems(contact: StoredContact, version: ContactVersion, name: string): readonly Item[] {
  if (name === 'memberships') return version.groups.map(membership);
  if (name !== 'photos') return version.fields[name] ?? [];
  if (version.photo === undefined) return [{ url: `https://lh3.googleusercontent.com/cm/${contact.contactId}=s100`, default: true }];
  return [{ url: `https://lh3.googleusercontent.com/contacts/${contact.contactId}-${version.sequence}=s100` }];
}

function membership(resourceName: string): Item {
  const contactGroupId = resourceName.replace('contactGroups/', '');
  return { contactGroupMembership: { contactGroupId, contactGroupResourceName: resourceName } };
}

/** Output-only members. */
function computed(name: string, item: Item): Item {
  const type = item['type'];
  const typed =
    typeof type === 'string' && name !== 'nicknames' && name !== 'locations' ? { ...item, formattedType: formattedType(type) } : item;
  switch (name) {
    case 'names':
      return displayedName(item);
    case 'biographies':
      return { contentType: 'TEXT_PLAIN', ...item };
    case 'genders':
      return typeof item['value'] === 'string' ? { ...item, formattedValue: formattedType(item['value']) } : item;
    case 'imClients':
      return typeof item['protocol'] === 'string' ? { ...typed, formattedProtocol: formattedType(item['protocol']) } : typed;
    case 'phoneNumbers':
      return { ...typed, ...canonicalForm(item['value']) };
    case 'addresses':
      return item['formattedValue'] === undefined ? { ...typed, formattedValue: formattedAddress(item) } : typed;
    default:
      return typed;
  }
}

/** E.164, only for numbers given with their country: Google takes the account's country for others, which is not simulated. */
function canonicalForm(value: unknown): Item {
  const digits = String(value ?? '').replace(/[\s().\-/\u00a0]/g, '');
  return /^\+[1-9]\d{6,14}$/.test(digits) ? { canonicalForm: digits } : {};
}

function formattedAddress(address: Item): string {
  const part = (name: string) => (typeof address[name] === 'string' ? (address[name] as string) : '');
  const town = [part('city'), [part('region'), part('postalCode')].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const lines = [part('streetAddress'), part('extendedAddress'), part('poBox'), town, part('country') || part('countryCode')];
  return lines.filter(Boolean).join('\n');
}

/** Exactly one entry of a non-empty field is primary: the profile's first, else the one marked for its source, else the first. */
function markPrimary(items: readonly Item[]): Item[] {
  const of = (item: Item) => item['metadata'] as Item;
  const verified = items.findIndex((item) => (of(item)['source'] as Item)['type'] === 'PROFILE');
  const marked = items.findIndex((item) => of(item)['sourcePrimary'] === true);
  const primary = verified >= 0 ? verified : Math.max(marked, 0);
  return items.map((item, i) => (i === primary ? { ...item, metadata: { primary: true, ...of(item) } } : item));
}
