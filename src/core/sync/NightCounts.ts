/** What a run of a sync does in all, drift included. */
export interface NightCounts {
  /** Contacts, all destinations together. */
  readonly creates: number;
  readonly updates: number;
  readonly deletes: number;
  /** Destinations more and fewer. */
  readonly growth: number;
  readonly shrinkage: number;
}
