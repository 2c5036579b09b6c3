import type { ContactField } from './ContactFields';
import type { Person } from './Person';

/** One entry of a field as Google answers it. */
export type RawEntry = Readonly<Record<string, unknown>>;

/** The entries that the owner of the account entered; none for a field that is not there or cannot be read. */
export const contactEntries = (person: Person, field: ContactField): readonly RawEntry[] => {
  const value = person[field];
  return Array.isArray(value) ? value.filter(isRecord).filter(fromContact) : [];
};

/** Google merges profile data in unless asked for contacts only; what says it comes from elsewhere is not the owner's to give. */
const fromContact = (entry: RawEntry): boolean => {
  const type = isRecord(entry['metadata']) && isRecord(entry['metadata']['source']) ? entry['metadata']['source']['type'] : undefined;
  return type === undefined || type === 'CONTACT';
};

export const isRecord = (value: unknown): value is RawEntry => typeof value === 'object' && value !== null && !Array.isArray(value);
