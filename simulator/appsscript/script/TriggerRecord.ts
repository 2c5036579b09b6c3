/** When a clock trigger fires. Hour, minute and day are chosen once, when it is made, and kept. */
export type Schedule =
  | { readonly kind: 'once'; readonly at: number }
  | { readonly kind: 'interval'; readonly milliseconds: number }
  | { readonly kind: 'days'; readonly every: number; readonly time: LocalTime }
  | { readonly kind: 'weeks'; readonly every: number; /** 0 = Sunday. */ readonly weekday: number; readonly time: LocalTime }
  | { readonly kind: 'monthDay'; readonly day: number; readonly time: LocalTime };

export interface LocalTime {
  readonly hour: number;
  /** May lie outside 0–59: near the edge of an hour. */
  readonly minute: number;
  readonly timeZone: string;
}

export interface TriggerRecord {
  readonly uid: string;
  readonly handler: string;
  /** Directory id of who made it: it runs as this user and only this user sees it. */
  readonly creatorId: string;
  readonly createdAt: number;
  readonly schedule: Schedule;
  /** Undefined once a one-shot trigger has fired: it stays listed until deleted. */
  nextAt: number | undefined;
  /** Switched off by Google; it stays listed. */
  disabled: boolean;
}
