import type { ContactEntry, ContactFields } from './ContactFields';

const textOf = (entry: ContactEntry | undefined, ...names: readonly string[]): string =>
  names
    .map((name) => entry?.[name])
    .filter((one): one is string => typeof one === 'string' && one !== '')
    .join(' ');

export const unnamed = 'No name';

/** What people recognize a contact by. */
export const contactTitle = (fields: ContactFields): { readonly name: string; readonly emails: string } => ({
  name:
    textOf(fields.names?.[0], 'givenName', 'middleName', 'familyName') ||
    textOf(fields.names?.[0], 'unstructuredName') ||
    textOf(fields.organizations?.[0], 'name') ||
    unnamed,
  emails: (fields.emailAddresses ?? []).map((entry) => textOf(entry, 'value')).join(', '),
});
