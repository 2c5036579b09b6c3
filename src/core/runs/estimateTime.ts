import { DAILY_CONTACT_WRITES } from '../plan/chooseWrites';

/** Calls that go out side by side on average: between the first width of a wave and the widest. */
const width = 20;
/** Seconds a wave takes on average; a wave is as slow as its slowest call. */
const secondsPerWave = 2;

/** Rough minutes of work, at least one; what is not work (waiting for the next look) is not in it. */
export const estimateMinutes = (calls: { readonly reads: number; readonly writes: number; readonly tokens: number }): number =>
  Math.max(1, Math.ceil((Math.ceil((calls.reads + calls.writes + calls.tokens) / width) * secondsPerWave) / 60));

/** Days that Google's daily budget of contact writes spreads the work over, at least one. */
export const estimateDays = (calls: { readonly dailyContactWrites: number }): number =>
  Math.max(1, Math.ceil(calls.dailyContactWrites / DAILY_CONTACT_WRITES));
