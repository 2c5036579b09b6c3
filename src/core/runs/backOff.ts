const minute = 60_000;
const longest = 60 * minute;

/** What cannot be done for so long is given up. An outage of Google is over by then, as a rule. */
export const giveUpHours = 24;

/** Milliseconds from a try that failed to the next: 4 minutes, so that the next sweep does it, then twice as long each time, up to an hour. */
export const waitAfter = (tries: number): number => Math.min(longest, 4 * minute * 2 ** (tries - 1));
