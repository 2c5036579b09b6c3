/** A Google Group (a mailing or access group), not a contact group. */
export interface GoogleGroup {
  readonly id: string;
  readonly email: string;
  readonly aliases: readonly string[];
  readonly name: string;
  readonly directMembersCount: number;
}

/** One entry of a group's member list, nested members included. */
export interface GroupMember {
  /** Absent for the whole customer. */
  readonly id?: string;
  /** Absent for the whole customer. */
  readonly email?: string;
  readonly type: 'USER' | 'GROUP' | 'CUSTOMER' | 'EXTERNAL';
}
