import { join } from 'node:path';

const file = (name: string): string => join(__dirname, 'data', name);

/** The sample company, in the formats that the Admin console and Google Contacts export, and what the walk does in it. */
export const SAMPLE = {
  users: file('users.csv'),
  members: file('members.csv'),
  contacts: [
    { user: 'mara.lindqvist@example.com', file: file('contacts.csv') },
    { user: 'jonas.weber@example.com', file: file('contacts-jonas.weber.csv') },
  ],
  targets: file('targets.csv'),
  import: file('import.csv'),
  administrator: 'tomas.varga@example.com',
  label: 'Customers',
  /** Typed into the search field, beside the targets read from the Sheet. */
  search: 'press',
  /** Pressed away on the confirmation card. */
  dropped: 'Anna Norris',
} as const;
