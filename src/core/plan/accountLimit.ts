/** Contacts that one account takes (https://support.google.com/contacts/answer/148779). Those in the trash count too, and no API shows them. */
export const CONTACTS_PER_ACCOUNT = 25_000;
