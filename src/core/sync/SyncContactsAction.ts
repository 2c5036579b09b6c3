import type { NightCaps } from './StandingApproval';
import type { Sync } from './Sync';

/**
 * Why a sync runs: somebody made or edited it; its night came; somebody pressed "Run now"; officers are asked to let once through what
 * a guard held; all that it delivered is to go with it; or what one of its runs did is taken back.
 */
export const syncPurposes = ['save', 'night', 'now', 'allow', 'remove', 'undo'] as const;
export type SyncPurpose = (typeof syncPurposes)[number];

/** Whether what it does is covered by the standing approval, and held where it is not; else officers decide about this very request. */
export const standsAlone = (purpose: SyncPurpose): boolean => purpose === 'night' || purpose === 'now';

/** What only takes away knows it by the marks: the source may be gone. */
export const readsSource = ({ purpose }: Pick<SyncContactsAction, 'purpose'>): boolean => purpose !== 'remove' && purpose !== 'undo';

/** One run of a sync: the definition as it is carried out, and what its destinations were found to be. */
export interface SyncContactsAction {
  readonly kind: 'syncContacts';
  readonly purpose: SyncPurpose;
  readonly sync: Sync;
  readonly revision: number;
  /** What the label at destinations is called now (`targetNameOf`). */
  readonly groupName: string;
  /** Those of the targets that lose what was delivered. */
  readonly leavers: readonly string[];
  /** Local date of the night that it is; blank: none. */
  readonly night: string;
  /** Every destination is read. */
  readonly checksDrift: boolean;
  /** For the next run: users behind each selector, and accounts that do not exist any more or keep what they have. */
  readonly users: Readonly<Record<string, number>>;
  readonly forgotten: readonly string[];
  /** Destinations more and fewer. */
  readonly growth: number;
  readonly shrinkage: number;
  /** Of "save": what is approved for all nights, and until when (milliseconds since the epoch). */
  readonly standing?: { readonly caps: NightCaps; readonly until: number };
  /** Of "save": destinations that the edit takes out, and what becomes of the contacts there, whatever becomes of those of leavers. */
  readonly takenOut?: { readonly contacts: Sync['leavers']; readonly userIds: readonly string[] };
  /** Of "undo": the request whose run is taken back. */
  readonly undoes?: string;
  /** Of "save": nothing is written yet, the first night fills. */
  readonly later?: true;
}
