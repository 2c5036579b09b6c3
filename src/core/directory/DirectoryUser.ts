/** A user of the organization, as far as Roster decides about users. Stored and compared by `id`; addresses change. */
export interface DirectoryUser {
  /** Immutable Directory id. */
  readonly id: string;
  readonly primaryEmail: string;
  readonly aliases: readonly string[];
  readonly fullName: string;
  /** `/` or `/Sales/EMEA`. */
  readonly orgUnitPath: string;
  readonly suspended: boolean;
  readonly archived: boolean;
  /** Super administrator. */
  readonly isAdmin: boolean;
  readonly isDelegatedAdmin: boolean;
}
