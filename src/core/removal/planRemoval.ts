import { compareText } from '../base/compareText';
import type { ContactGroup } from '../contacts/ContactGroup';
import type { MarkedContact } from './MarkedContact';
import { isOf, type Delivery } from './RemoveContactsAction';

/** What a removal looks at: of a complete listing of the account. */
export interface MarkedAccount {
  readonly targetId: string;
  /** Contacts in the account. */
  readonly size: number;
  readonly contacts: readonly MarkedContact[];
  readonly groups: readonly ContactGroup[];
  /** Contacts that had to be read one by one, because a listing tells only a part of them. */
  readonly readSingly: number;
}

/** Why a delivered contact stays: somebody edited it, merged it with another one, or had it before a sync took it over. */
export type KeepReason = 'edited' | 'merged' | 'adopted';

export interface RemovalPlan {
  readonly targetId: string;
  /** By resource name. */
  readonly removes: readonly MarkedContact[];
  readonly keeps: readonly { readonly resourceName: string; readonly reason: KeepReason }[];
  /** Labels that Roster made for this delivery and that are empty afterwards. */
  readonly labels: readonly ContactGroup[];
  /** Contacts in the account when the plan was made. */
  readonly existing: number;
  readonly readSingly: number;
}

/** Two marks: a person merged two delivered contacts. A mark that cannot be read may say that the contact was only adopted. */
const whyKept = ({ marks, isUnclear, fingerprint }: MarkedContact): KeepReason | undefined => {
  if (marks.some(({ adopted }) => adopted === true)) return 'adopted';
  if (marks.length !== 1 || isUnclear) return 'merged';
  return marks[0]?.fingerprint === fingerprint ? undefined : 'edited';
};

/**
 * What goes of a delivery at one target: contacts that are as Roster wrote them. What has no mark is never touched. The same function
 * makes the preview and the run.
 */
export const planRemoval = (account: MarkedAccount, delivery: Delivery): RemovalPlan => {
  const { targetId, size, readSingly } = account;
  const delivered = account.contacts
    .filter(({ marks }) => marks.some((mark) => isOf(delivery, mark)))
    .sort((one, other) => compareText(one.resourceName, other.resourceName));
  const keeps: { resourceName: string; reason: KeepReason }[] = [];
  const removes: MarkedContact[] = [];
  for (const contact of delivered) {
    const reason = whyKept(contact);
    if (reason === undefined) removes.push(contact);
    else keeps.push({ resourceName: contact.resourceName, reason });
  }
  const going = new Set(removes.map(({ resourceName }) => resourceName));
  const isEmptied = ({ resourceName, memberCount }: ContactGroup): boolean => {
    const members = account.contacts.filter(({ groups }) => groups.includes(resourceName));
    return members.every((one) => going.has(one.resourceName)) && memberCount <= members.length;
  };
  const labels = account.groups.filter(
    (group) =>
      group.groupType === 'USER_CONTACT_GROUP' &&
      group.marks.some((mark) => isOf(delivery, mark)) &&
      !group.marks.some(({ adopted }) => adopted === true) &&
      isEmptied(group),
  );
  return { targetId, removes, keeps, labels, existing: size, readSingly };
};
