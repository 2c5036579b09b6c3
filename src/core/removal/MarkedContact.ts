import { contactFields } from '../contacts/contactFieldTable';
import { MY_CONTACTS } from '../contacts/ContactGroup';
import { fingerprint } from '../contacts/fingerprint';
import { MARK_KEY, parseMarks, type Mark } from '../contacts/Mark';
import type { Person } from '../contacts/Person';
import { portableFields } from '../contacts/portableContact';

/** What a removal keeps of a contact as its page arrives. */
export interface MarkedContact {
  readonly resourceName: string;
  /** Empty: a person's own, which only counts among the contacts of its labels. */
  readonly marks: readonly Mark[];
  /** It carries an entry of Roster's that this version cannot read: nobody knows what it forbids. */
  readonly isUnclear: boolean;
  /** Of its fields as they are now; blank for a person's own. */
  readonly fingerprint: string;
  /** Resource names of its labels, My Contacts apart. */
  readonly groups: readonly string[];
}

/** What has to be read of each contact: all that tells whether somebody edited it, and its labels. */
export const markedFields: readonly string[] = ['clientData', 'memberships', ...contactFields];

/** Undefined: it bears on no removal. */
export const reduceMarked = (person: Person): MarkedContact | undefined => {
  const { resourceName, clientData = [], memberships = [] } = person;
  if (resourceName === undefined) return undefined;
  const marks = parseMarks(clientData);
  const isUnclear = clientData.filter(({ key }) => key === MARK_KEY).length > marks.length;
  const groups = memberships
    .flatMap((one) => one.contactGroupMembership?.contactGroupResourceName ?? [])
    .filter((name) => name !== MY_CONTACTS);
  if (marks.length === 0 && groups.length === 0) return undefined;
  return { resourceName, marks, isUnclear, fingerprint: marks.length === 0 ? '' : fingerprint(portableFields(person)), groups };
};
