import { compareText } from '../base/compareText';
import type { ExistingContact } from '../contacts/ExistingContact';
import type { Mark } from '../contacts/Mark';

/**
 * Contacts that one run delivered more than once, because an answer was lost and the read after it showed too little. Of
 * the copies of one source contact all but one are surplus; one that a person edited or merged, or that another run
 * delivered, is never among them.
 */
export const surplusCopies = (contacts: readonly ExistingContact[], sourceUserId: string, origin: string): string[] => {
  const copies = new Map<string, ExistingContact[]>();
  for (const contact of contacts) {
    for (const id of new Set(contact.marks.filter((mark) => mark.sourceUserId === sourceUserId).map((mark) => mark.sourceContactId))) {
      const known = copies.get(id);
      if (known === undefined) copies.set(id, [contact]);
      else known.push(contact);
    }
  }
  return [...copies.values()].flatMap((all) => {
    const ours = all
      .filter((contact) => isAsDelivered(contact, origin))
      .sort((one, other) => compareText(one.resourceName, other.resourceName));
    return (ours.length === all.length ? ours.slice(1) : ours).map((contact) => contact.resourceName);
  });
};

const isAsDelivered = ({ marks, fingerprint }: ExistingContact, origin: string): boolean => {
  const [mark, ...others]: readonly Mark[] = marks;
  return mark !== undefined && others.length === 0 && mark.origin === origin && mark.fingerprint === fingerprint;
};
