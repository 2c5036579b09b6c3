import { contentOf } from '../../demo/measure';
import type { UserRecord } from '../../simulator/directory/DirectoryRecords';
import { labelledContacts, type Contact, type NightCompany } from './nightCompany';

/** A contact of the source as a destination shall have it. */
export interface WantedContact {
  /** As marks name it. */
  readonly id: string;
  readonly addresses: readonly string[];
  readonly numbers: readonly string[];
  /** Of `contentAt`. */
  readonly content: string;
}

type Name = { readonly givenName?: string; readonly familyName?: string };

const valuesOf = (contact: Contact, field: string): string[] =>
  ((contact[field] as readonly { readonly value: string }[] | undefined) ?? []).map(({ value }) => value);
export const addressesOf = (contact: Contact): string[] => valuesOf(contact, 'emailAddresses');
export const numbersOf = (contact: Contact): string[] => valuesOf(contact, 'phoneNumbers');

const inShort = (name: Name | undefined, addresses: readonly string[], numbers: readonly string[]): string =>
  JSON.stringify([name?.givenName, name?.familyName, addresses, numbers]);

/** What a contact says, as far as it is compared: all of it, but of a directory's what people have set here. */
export const contentAt = ({ choice }: NightCompany, contact: Contact): string =>
  choice.source === 'personal'
    ? contentOf(contact)
    : inShort((contact['names'] as readonly Name[] | undefined)?.[0], addressesOf(contact), numbersOf(contact));

const idOf = (contact: Contact): string =>
  (contact['metadata'] as { readonly sources: readonly { readonly type: string; readonly id: string }[] }).sources.find(
    ({ type }) => type === 'CONTACT',
  )!.id;

/** What this user shall have. */
export const wantedAt = (company: NightCompany, { id: userId }: UserRecord): WantedContact[] =>
  company.choice.source === 'personal'
    ? labelledContacts(company).map((contact) => ({
        id: idOf(contact),
        addresses: addressesOf(contact),
        numbers: numbersOf(contact),
        content: contentOf(contact),
      }))
    : [...company.world.directory.users.values()]
        .filter(({ id, orgUnitPath, suspended, includeInGlobalAddressList }) => {
          const isChosen = /^\/(Lab|Sales)(\/|$)/.test(orgUnitPath);
          return id !== userId && isChosen && !suspended && includeInGlobalAddressList;
        })
        .map((user) => {
          const numbers = (user.phones as readonly { readonly value: string }[] | undefined)?.map(({ value }) => value) ?? [];
          return { id: user.id, addresses: [user.primaryEmail], numbers, content: inShort(user.name, [user.primaryEmail], numbers) };
        });
