import { contactEntries, isRecord, type RawEntry } from './contactEntries';
import { contactFieldTable, contactFields, type ContactFieldDescription } from './contactFieldTable';
import type { ContactDate, ContactEntry, ContactField, ContactFields, ContactValue, PortableContact } from './ContactFields';
import { fingerprint } from './fingerprint';
import { withoutLeftOut, type LeaveOut } from './leaveOut';
import { matchKeys } from './matchKeys';
import type { Person } from './Person';

/**
 * A contact read from an account, ready to be written into another one; nothing of it tells what was left out. Undefined when
 * it is no contact of the account (profile only).
 */
export const portableContact = (person: Person, leaveOut: readonly LeaveOut[] = []): PortableContact | undefined => {
  const sourceContactId = contactId(person);
  if (sourceContactId === undefined) return undefined;
  const kept = withoutLeftOut(person, leaveOut);
  const fields = portableFields(kept);
  const { resourceName } = person;
  const readAs = resourceName === undefined ? {} : { resourceName };
  return { sourceContactId, ...readAs, fields, fingerprint: fingerprint(fields), keys: matchKeys(kept) };
};

/** Id of the person's CONTACT source. */
export const contactId = (person: Person): string | undefined =>
  person.metadata?.sources?.find((source) => source.type === 'CONTACT')?.id || undefined;

/** The writable part of a person: allow-listed properties, entries of the CONTACT source, values as they are. */
export const portableFields = (person: Person): ContactFields => {
  const fields: { [Field in ContactField]?: readonly ContactEntry[] } = {};
  for (const field of contactFields) {
    const entries = portableEntries(contactEntries(person, field), contactFieldTable[field]);
    if (entries.length > 0) fields[field] = entries;
  }
  return fields;
};

/** Properties that say nothing on their own. */
const QUALIFIERS: readonly string[] = ['type', 'contentType', 'protocol', 'current'];

const portableEntries = (read: readonly RawEntry[], description: ContactFieldDescription): ContactEntry[] => {
  const entries = read.flatMap((entry) => {
    const portable = portableEntry(entry, description);
    if (Object.keys(portable).every((name) => QUALIFIERS.includes(name))) return [];
    // Which of several entries its owner made the first choice is theirs to keep; Google takes it as settable metadata.
    return [read.length > 1 && isSourcePrimary(entry) ? { ...portable, metadata: { sourcePrimary: true as const } } : portable];
  });
  return description.singleton === true ? entries.slice(0, 1) : entries;
};

const portableEntry = (entry: RawEntry, description: ContactFieldDescription): ContactEntry => {
  const portable: Record<string, ContactValue> = {};
  for (const name of description.texts) if (typeof entry[name] === 'string' && entry[name].trim() !== '') portable[name] = entry[name];
  for (const name of description.numbers ?? []) if (typeof entry[name] === 'number') portable[name] = entry[name];
  for (const name of description.flags ?? []) if (entry[name] === true) portable[name] = true;
  for (const name of description.dates ?? []) {
    const date = portableDate(entry[name]);
    if (date !== undefined) portable[name] = date;
  }
  return portable;
};

const portableDate = (value: unknown): ContactDate | undefined => {
  if (!isRecord(value)) return undefined;
  const part = (name: string): Readonly<Record<string, number>> =>
    typeof value[name] === 'number' && value[name] !== 0 ? { [name]: value[name] } : {};
  const date: ContactDate = { ...part('year'), ...part('month'), ...part('day') };
  return Object.keys(date).length === 0 ? undefined : date;
};

const isSourcePrimary = (entry: RawEntry): boolean => isRecord(entry['metadata']) && entry['metadata']['sourcePrimary'] === true;
