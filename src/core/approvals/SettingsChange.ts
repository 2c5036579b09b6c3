import type { AccessGroups, Policy, RiskyOnly } from './Policy';
import type { PreApproval } from './PreApproval';

/** A user whom a change is about; the address is for show. */
export interface NamedUser {
  readonly userId: string;
  readonly email: string;
}

/** A pre-approval as it is asked for; who made and who confirmed it is known once officers decided. */
export type PreApprovalTerms = Omit<PreApproval, 'id' | 'madeBy' | 'confirmedBy'>;

/** S42: one change of who decides and how. A settings request holds exactly one. */
export type SettingsChange =
  /** `byNotice`: break-glass. Too few officers are left to decide, so it takes effect when nobody denied it in time. */
  | { readonly kind: 'appointOfficer'; readonly user: NamedUser; readonly byNotice?: true }
  | { readonly kind: 'removeOfficer'; readonly user: NamedUser }
  | { readonly kind: 'setNeeded'; readonly needed: number }
  | { readonly kind: 'setNotify'; readonly notify: readonly string[] }
  | { readonly kind: 'setRiskyOnly'; readonly riskyOnly: readonly RiskyOnly[] }
  | ({ readonly kind: 'setAccess' } & AccessGroups)
  | { readonly kind: 'addPreApproval'; readonly terms: PreApprovalTerms }
  | { readonly kind: 'endPreApproval'; readonly id: string }
  /** `until`: milliseconds since the epoch. */
  | { readonly kind: 'allowDelegate'; readonly user: NamedUser; readonly until: number }
  | { readonly kind: 'endDelegate'; readonly user: NamedUser };

export type SettingsKind = SettingsChange['kind'];

/** What a settings request travels as from a card to the operator. */
export interface SettingsOrder {
  readonly change: SettingsChange;
}

/** Users whom a change is about: they do not decide about it (docs/decisions/0011). */
export const concernedBy = (change: SettingsChange): readonly string[] => {
  switch (change.kind) {
    case 'appointOfficer':
    case 'removeOfficer':
    case 'allowDelegate':
    case 'endDelegate':
      return [change.user.userId];
    case 'addPreApproval':
      return change.terms.requesterIds;
    default:
      return [];
  }
};

/** Whether who asks for a pre-approval makes it, too: an officer, and not for themself. */
const isMaker = (terms: PreApprovalTerms, policy: Policy, requesterId: string): boolean =>
  policy.officers.some((officer) => officer.userId === requesterId) && !terms.requesterIds.includes(requesterId);

/** Officers who must approve a change. A pre-approval takes two in all: whoever asks is one of them when they are an officer. */
export const neededFor = (change: SettingsChange, policy: Policy, requesterId: string): number =>
  change.kind === 'addPreApproval' ? Math.max(policy.needed, isMaker(change.terms, policy, requesterId) ? 1 : 2) : policy.needed;

/** The officers who may decide about a change: neither who asks nor whom it is about. */
export const decidersFor = (change: SettingsChange, policy: Policy, requesterId: string): Policy['officers'] => {
  const concerned = concernedBy(change);
  return policy.officers.filter(({ userId }) => userId !== requesterId && !concerned.includes(userId));
};

/** The two officers behind a pre-approval; undefined when there are not two. `deciders`: those whose approval counts. */
export const makersOf = (
  terms: PreApprovalTerms,
  policy: Policy,
  requesterId: string,
  deciders: readonly string[],
): Pick<PreApproval, 'madeBy' | 'confirmedBy'> | undefined => {
  const [madeBy, confirmedBy] = isMaker(terms, policy, requesterId) ? [requesterId, ...deciders] : deciders;
  return madeBy === undefined || confirmedBy === undefined ? undefined : { madeBy, confirmedBy };
};
