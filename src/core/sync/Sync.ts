import { readLeaveOut, type LeaveOut } from '../contacts/leaveOut';
import type { TargetSelection } from '../directory/TargetSelection';

/** G1–G7: one contact group of one user. */
export interface PersonalSource {
  readonly kind: 'personal';
  readonly userId: string;
  /** Address when it was chosen, for show. */
  readonly email: string;
  /** Resource names are valid in the source's account; the name is for show, and says what a target's label is called. */
  readonly group: { readonly resourceName: string; readonly name: string };
}

/** G33–G34: the users of chosen domains, organizational units and groups as contacts. */
export interface DirectorySource {
  readonly kind: 'directory';
  readonly users: TargetSelection;
  /** Users hidden from the directory become contacts, too. */
  readonly includeHidden?: true;
}

export type SyncSource = PersonalSource | DirectorySource;

/** What becomes of what a destination's owner changed: put back; what they added is kept; told and left alone. */
export const driftModes = ['enforce', 'keepAdditions', 'report'] as const;
export type DriftMode = (typeof driftModes)[number];

/** How often destinations are read although the source did not change. */
export const driftChecks = ['everyNight', 'weekly', 'never'] as const;
export type DriftCheck = (typeof driftChecks)[number];

/** B5: beyond either bound a run deletes nothing and stops. */
export interface DeletionGuard {
  /** Of the contacts delivered to a destination, 0 to 1; not judged where there are fewer than `judgedFrom`. */
  readonly share: number;
  /** Contacts at one destination. */
  readonly contacts: number;
}

/** With fewer, one contact more or less is a large share. */
export const judgedFrom = 10;

/** What a person sets up once: a source, destinations, and how one is kept in step with the other. Names and addresses are for show. */
export interface Sync {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly source: SyncSource;
  /** G14: blank follows the name of the source's label. */
  readonly targetGroupName: string;
  /** G15: delivered contacts are in My Contacts, too. */
  readonly myContacts: boolean;
  readonly nightly: boolean;
  readonly leaveOut: readonly LeaveOut[];
  readonly drift: { readonly mode: DriftMode; readonly check: DriftCheck };
  /** G41: what a user who leaves the destinations has of it. */
  readonly leavers: 'remove' | 'keep';
  /** A suspended destination is skipped until it is restored, or counts as one that left. Nobody reaches its contacts meanwhile. */
  readonly suspended: 'skip' | 'remove';
  readonly guard: DeletionGuard;
  /** G36: a label of that name that somebody else made. */
  readonly existingLabel: 'join' | 'refuse';
  /** B7: contacts that a destination had before. */
  readonly existingContacts: 'skip' | 'adopt';
  readonly destinations: TargetSelection;
}

export type SyncType = SyncSource['kind'];

/** A sync in the wizard, where no source is chosen yet. */
export type SyncDraft = Omit<Sync, 'source'> & { readonly source?: SyncSource };

/** Work contacts: what a directory holds of people's homes is left out unless somebody asks for it. */
export const privateDetails: readonly LeaveOut[] = readLeaveOut(['homeAddresses', 'homeEmails', 'homePhones']);

const nobody: TargetSelection = { selectors: [], excludedUserIds: [] };

export const usualGuard: DeletionGuard = { share: 0.3, contacts: 500 };

export const newSync = (id: string, type: SyncType): SyncDraft => ({
  id,
  name: '',
  description: '',
  ...(type === 'directory' ? { source: { kind: 'directory', users: nobody } as const } : {}),
  targetGroupName: '',
  myContacts: false,
  nightly: false,
  leaveOut: type === 'directory' ? privateDetails : [],
  drift: { mode: 'enforce', check: 'everyNight' },
  leavers: 'remove',
  suspended: 'skip',
  guard: usualGuard,
  existingLabel: 'join',
  existingContacts: 'skip',
  destinations: nobody,
});

/** What marks say of the source: a user's id, or that it is the directory. */
export const DIRECTORY_SOURCE = 'directory';

export const sourceIdOf = (source: SyncSource): string => (source.kind === 'personal' ? source.userId : DIRECTORY_SOURCE);

/** What a label's mark says of the source's label. */
export const sourceGroupOf = (source: SyncSource): string => (source.kind === 'personal' ? source.group.resourceName : DIRECTORY_SOURCE);

/** G14: what the label is called at destinations. `sourceName`: of the source's label as it is now. */
export const targetNameOf = ({ targetGroupName, source }: Pick<Sync, 'targetGroupName' | 'source'>, sourceName?: string): string =>
  targetGroupName.trim() || (source.kind === 'personal' ? (sourceName ?? source.group.name) : '');
