import { contactFields } from './contactFieldTable';
import type { ContactField } from './ContactFields';
import type { Person } from './Person';

interface LeaveOutDescription {
  /** Shown on cards. */
  readonly title: string;
  readonly fields: readonly ContactField[];
  /** Only entries of these types (Google's names of them, in lower case); absent: the whole field. */
  readonly types?: readonly string[];
}

/** What a copy can be told to leave out (B8). Names, and how to reach somebody at work, always travel. */
export const leaveOutTable = {
  notes: { title: 'Notes', fields: ['biographies'] },
  birthdays: { title: 'Birthdays', fields: ['birthdays'] },
  dates: { title: 'Anniversaries and other dates', fields: ['events'] },
  relations: { title: 'Related people', fields: ['relations'] },
  homeAddresses: { title: 'Home addresses', fields: ['addresses'], types: ['home'] },
  homeEmails: { title: 'Private e-mail addresses (type Home)', fields: ['emailAddresses'], types: ['home'] },
  homePhones: { title: 'Private phone numbers (type Home)', fields: ['phoneNumbers'], types: ['home', 'homefax'] },
  nicknames: { title: 'Nicknames', fields: ['nicknames'] },
  websites: { title: 'Websites and calendars', fields: ['urls', 'calendarUrls'] },
  chats: { title: 'Chat and internet call addresses', fields: ['imClients', 'sipAddresses'] },
  customFields: { title: 'Custom fields, identifiers and keywords', fields: ['userDefined', 'externalIds', 'miscKeywords'] },
  personal: { title: 'Gender, language and interests', fields: ['genders', 'locales', 'interests'] },
} as const satisfies Readonly<Record<string, LeaveOutDescription>>;

export type LeaveOut = keyof typeof leaveOutTable;

const table: Readonly<Record<LeaveOut, LeaveOutDescription>> = leaveOutTable;

/** All choices, in the order cards show them. */
export const leaveOutChoices = Object.keys(leaveOutTable) as readonly LeaveOut[];

/** Known choices among these texts, each once and in the table's order: two ways to say the same digest the same. */
export const readLeaveOut = (texts: readonly string[]): readonly LeaveOut[] => leaveOutChoices.filter((choice) => texts.includes(choice));

/** The fields that still have to be read. */
export const keptFields = (leaveOut: readonly LeaveOut[]): readonly ContactField[] => {
  const dropped = new Set(leaveOut.flatMap((choice) => (table[choice].types === undefined ? table[choice].fields : [])));
  return contactFields.filter((field) => !dropped.has(field));
};

/** The person as if what is left out had never been entered. */
export const withoutLeftOut = (person: Person, leaveOut: readonly LeaveOut[]): Person => {
  const kept: Record<string, unknown> = { ...person };
  for (const { fields, types } of leaveOut.map((choice) => table[choice])) {
    for (const field of fields) {
      if (types === undefined) delete kept[field];
      else if (Array.isArray(kept[field])) kept[field] = kept[field].filter((entry: unknown) => !types.includes(typeOf(entry)));
    }
  }
  return kept;
};

const typeOf = (entry: unknown): string => {
  const type = (entry as { type?: unknown } | null)?.type;
  return typeof type === 'string' ? type.trim().toLowerCase() : '';
};
