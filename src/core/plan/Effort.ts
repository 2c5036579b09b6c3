/** What a run takes, or took. */
export interface Effort {
  /** Calls to people's contacts and labels, the source's included. */
  readonly reads: number;
  readonly writes: number;
  /** Calls that obtain tokens. */
  readonly tokens: number;
  /** Calls to the directory of the organization. */
  readonly directory: number;
  /** Of Google's daily budget of contact writes. */
  readonly dailyContactWrites: number;
  /** Of trigger time. */
  readonly seconds: number;
  /** Executions, each at most six minutes. */
  readonly slices: number;
}

export const noEffort: Effort = { reads: 0, writes: 0, tokens: 0, directory: 0, dailyContactWrites: 0, seconds: 0, slices: 0 };

/** In the order in which they are stored. */
export const effortParts = Object.keys(noEffort) as readonly (keyof Effort)[];

export const packEffort = (effort: Effort): number[] => effortParts.map((part) => effort[part]);

export const unpackEffort = (numbers: readonly number[]): Effort =>
  Object.fromEntries(effortParts.map((part, index) => [part, numbers[index] ?? 0])) as unknown as Effort;

export const addEfforts = (one: Effort, other: Effort): Effort => ({
  reads: one.reads + other.reads,
  writes: one.writes + other.writes,
  tokens: one.tokens + other.tokens,
  directory: one.directory + other.directory,
  dailyContactWrites: one.dailyContactWrites + other.dailyContactWrites,
  seconds: one.seconds + other.seconds,
  slices: one.slices + other.slices,
});

/** Calls of `UrlFetchApp`: each of them is one. */
export const fetchesOf = (effort: Effort): number => effort.reads + effort.writes + effort.tokens + effort.directory;
