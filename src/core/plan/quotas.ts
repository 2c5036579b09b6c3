/** Quotas that Google counts per minute and user of a project (https://developers.google.com/people/v1/contacts#quota). */
export interface MinuteUnits {
  /** Contact and profile reads. */
  readonly criticalRead: number;
  /** Contact creates and updates. */
  readonly criticalWrite: number;
  /** Contact group reads. */
  readonly groupRead: number;
  /** Contact deletes and contact group writes. */
  readonly groupWrite: number;
}

export type MinuteMetric = keyof MinuteUnits;

/** What one call is charged. */
export interface QuotaCost extends Partial<MinuteUnits> {
  /** Of the project's daily contact writes. */
  readonly dailyContactWrites?: number;
}

/** Cost of a call by what it does (https://developers.google.com/people/v1/contacts#quota). A batch costs the same whatever its size. */
export const unitCosts = {
  /** One page or one contact. */
  readContacts: { criticalRead: 1 },
  /** Creates or updates one contact. */
  writeContact: { criticalRead: 1, criticalWrite: 1, dailyContactWrites: 1 },
  /** Creates or updates up to 200. */
  writeBatch: { criticalRead: 6, criticalWrite: 6, dailyContactWrites: 200 },
  deleteContact: { groupWrite: 1 },
  /** Up to 500. */
  deleteBatch: { groupWrite: 10 },
  readGroups: { groupRead: 1 },
  writeGroup: { groupWrite: 1 },
} as const satisfies Readonly<Record<string, QuotaCost>>;

export interface Quotas {
  readonly perMinute: MinuteUnits;
  /** Per project and Pacific day. */
  readonly dailyContactWrites: number;
  /** Calls of `UrlFetchApp` of one user in 24 hours (https://developers.google.com/apps-script/guides/services/quotas). */
  readonly dailyFetches: number;
  /** Milliseconds of trigger time of one user in 24 hours: 6 hours on Workspace (same page), an hour of which is kept. */
  readonly dailyTriggerTime: number;
}

const HOUR = 3_600_000;

/**
 * A project's numbers stand in its Cloud console only
 * (https://console.cloud.google.com/apis/api/people.googleapis.com/quotas). These are the lowest seen in a project: what
 * is planned and paced with them holds everywhere.
 */
export const lowestQuotas: Quotas = {
  perMinute: { criticalRead: 60, criticalWrite: 30, groupRead: 90, groupWrite: 30 },
  dailyContactWrites: 100_000,
  dailyFetches: 100_000,
  dailyTriggerTime: 5 * HOUR,
};

/**
 * Of the 2,400 calls to the Directory that an account may make in a minute (https://developers.google.com/workspace/admin/directory/v1/limits);
 * the rest is for what the same person does at the keyboard meanwhile.
 */
export const directoryCallsPerSecond = 36;
/** So many calls make up a minute's. A run about so few targets that two calls for each fit in sends them without waiting. */
export const directoryCallsPerMinute = 60 * directoryCallsPerSecond;
export const isShortRun = (targets: number): boolean => 2 * targets <= directoryCallsPerMinute;
/** Milliseconds by which two calls may differ in what they need to reach Google: so much longer than a second is each of those. */
export const onTheWay = 150;

export const MINUTE = 60_000;
