import { sha256Hex } from '../base/digest';
import type { ContactGroup } from '../contacts/ContactGroup';
import type { MarkedContact } from './MarkedContact';
import type { RemovalPlan } from './planRemoval';

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Letters of a name: 48 bits, so that two of 25,000 contacts never share one, and no more than five cells of a sheet for all of them. */
const LENGTH = 8;

/** A short name for what may be deleted: nobody can tell the contact from it, and a contact that says something else has another. */
const shortName = (text: string): string => {
  const hex = sha256Hex(text);
  let name = '';
  for (let index = 0; index < LENGTH; index += 2) {
    const twelve = parseInt(hex.slice(index * 1.5, index * 1.5 + 3), 16);
    name += (digits[twelve >> 6] ?? '') + (digits[twelve & 63] ?? '');
  }
  return name;
};

const contactName = ({ resourceName, fingerprint }: MarkedContact): string => shortName(`${resourceName} ${fingerprint}`);
const labelName = ({ resourceName }: ContactGroup): string => shortName(resourceName);
/** Between contacts and labels: no digit of a name. */
const separator = '|';

/** The deletions at one target, as a preview stores them and a decision binds them; blank for none. */
export const packRemoval = ({ removes, labels }: Pick<RemovalPlan, 'removes' | 'labels'>): string =>
  removes.length + labels.length === 0 ? '' : [removes.map(contactName).join(''), labels.map(labelName).join('')].join(separator);

/** How many a preview named. */
export const countRemoval = (packed: string): { readonly contacts: number; readonly labels: number } => {
  const [contacts = '', labels = ''] = packed.split(separator);
  return { contacts: contacts.length / LENGTH, labels: labels.length / LENGTH };
};

/** Which deletions a preview named. */
export interface NamedRemoval {
  /** How many contacts. */
  readonly contacts: number;
  readonly hasContact: (contact: MarkedContact) => boolean;
  readonly hasLabel: (label: ContactGroup) => boolean;
}

const namesIn = (text: string): ReadonlySet<string> => new Set(text.match(new RegExp(`.{${LENGTH}}`, 'g')) ?? []);

/** Names nothing when the text is none that `packRemoval` made. */
export const unpackRemoval = (packed: string): NamedRemoval => {
  const [contacts = '', labels = ''] = packed.split(separator);
  const [named, namedLabels] = [namesIn(contacts), namesIn(labels)];
  return {
    contacts: named.size,
    hasContact: (contact) => named.has(contactName(contact)),
    hasLabel: (label) => namedLabels.has(labelName(label)),
  };
};
