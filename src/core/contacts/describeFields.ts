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

const wordOf = (field: ContactField): string => words[field] ?? field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Which fields a contact has, without their contents: `names, e-mail addresses (2), notes`. */
export const describeFields = (fields: ContactFields): string =>
  contactFields
    .flatMap((field) => {
      const count = fields[field]?.length ?? 0;
      return count === 0 ? [] : [count === 1 ? wordOf(field) : `${wordOf(field)} (${count})`];
    })
    .join(', ');
