import { namesIn, shortName, shortNameLength } from '../base/shortName';
import type { ContactGroup } from '../contacts/ContactGroup';
import type { MarkedContact } from './MarkedContact';
import type { RemovalPlan } from './planRemoval';

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
  return { contacts: contacts.length / shortNameLength, labels: labels.length / shortNameLength };
};

/** Which deletions a preview named. */
export interface NamedRemoval {
  /** How many contacts. */
  readonly contacts: number;
  readonly hasContact: (contact: MarkedContact) => boolean;
  readonly hasLabel: (label: ContactGroup) => boolean;
}

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
