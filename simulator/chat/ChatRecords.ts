export type SpaceType = 'SPACE' | 'GROUP_CHAT' | 'DIRECT_MESSAGE';
export type MembershipRole = 'ROLE_MEMBER' | 'ROLE_ASSISTANT_MANAGER' | 'ROLE_MANAGER';

/** A Chat space, with Google's field names (https://developers.google.com/workspace/chat/api/reference/rest/v1/spaces). */
export interface SpaceRecord {
  /** `spaces/AAAA…`. */
  readonly name: string;
  readonly customerId: string;
  spaceType: SpaceType;
  displayName: string;
  externalUserAllowed: boolean;
  spaceHistoryState: 'HISTORY_ON' | 'HISTORY_OFF';
  /** ms since the epoch. */
  readonly createTime: number;
  lastActiveTime: number;
  readonly memberships: MembershipRecord[];
}

export interface MembershipRecord {
  /** Directory id of the user or group. */
  readonly id: string;
  readonly kind: 'user' | 'group';
  role: MembershipRole;
  state: 'JOINED' | 'INVITED';
  /** ms since the epoch. */
  readonly createTime: number;
}
