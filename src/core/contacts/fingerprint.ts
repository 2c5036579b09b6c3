import { canonicalJson } from '../base/canonicalJson';
import { compareText } from '../base/compareText';
import { sha256Hex } from '../base/digest';
import { contactFieldTable, contactFields, type ContactFieldDescription } from './contactFieldTable';
import type { ContactEntry, ContactField, ContactFields } from './ContactFields';

/** 96 bits: enough that two of 25,000 contacts never meet, short enough for a mark on every contact. */
const LENGTH = 24;

/** Short hash of the canonical form: equal when two contacts say the same. */
export const fingerprint = (fields: ContactFields): string => sha256Hex(canonical(fields)).slice(0, LENGTH);

/**
 * What a contact says, as text that two reads of the same contact share: NFC, trimmed, addresses in lower case, entries
 * sorted (Google re-orders them), no property that Google derives from others, no empty or repeated entry. For
 * comparison only: what is written are the source's own values.
 */
export const canonical = (fields: ContactFields): string => {
  const form: { [Field in ContactField]?: string[] } = {};
  for (const field of contactFields) {
    const entries = canonicalEntries(fields, field);
    if (entries.length > 0) form[field] = entries;
  }
  return canonicalJson(form);
};

/** What one field says, as text to compare by: sorted, each entry once. */
export const canonicalEntries = (fields: ContactFields, field: ContactField): string[] =>
  [...new Set((fields[field] ?? []).flatMap((entry) => canonicalEntry(field, entry) ?? []))].sort(compareText);

/** Undefined: the entry says nothing. */
export const canonicalEntry = (field: ContactField, entry: ContactEntry): string | undefined => {
  const description: ContactFieldDescription = contactFieldTable[field];
  const form: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(entry)) {
    if (name === 'metadata') continue;
    const plain = typeof value === 'string' ? canonicalText(value, field === 'emailAddresses' && name === 'value') : value;
    if (plain === '' || (typeof plain === 'string' && description.defaults?.[name]?.includes(plain) === true)) continue;
    form[name] = plain;
  }
  const derived = description.derived;
  if (derived !== undefined && derived.from.some((name) => form[name] !== undefined)) delete form[derived.property];
  return Object.keys(form).every((name) => name === 'type') ? undefined : canonicalJson(form);
};

const canonicalText = (text: string, isAddress: boolean): string => {
  const plain = text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  return isAddress ? plain.toLowerCase() : plain;
};
