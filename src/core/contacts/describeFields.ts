import { contactFields } from './contactFieldTable';
import type { ContactField, ContactFields } from './ContactFields';

const words: Readonly<Partial<Record<ContactField, string>>> = {
  emailAddresses: 'e-mail addresses',
  biographies: 'notes',
  events: 'dates',
  imClients: 'chat addresses',
  urls: 'websites',
  userDefined: 'custom fields',
  externalIds: 'identifiers',
  miscKeywords: 'keywords',
};

/** `e-mail addresses`. */
export const fieldWord = (field: ContactField): string => words[field] ?? field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Which fields a contact has, without their contents: `names, e-mail addresses (2), notes`. */
const describeFields = (fields: ContactFields): string =>
  contactFields
    .flatMap((field) => {
      const count = fields[field]?.length ?? 0;
      return count === 0 ? [] : [count === 1 ? fieldWord(field) : `${fieldWord(field)} (${count})`];
    })
    .join(', ');

/** `New, with names, notes`. */
export const describeNew = (fields: ContactFields): string => {
  const copied = describeFields(fields);
  return copied === '' ? 'New' : `New, with ${copied}`;
};
