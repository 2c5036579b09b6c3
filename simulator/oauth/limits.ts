/** An assertion holds at most this long after `iat`, seconds (https://developers.google.com/identity/protocols/oauth2/service-account#jwt-claim-set). */
export const ASSERTION_SECONDS = 3600;

/** Tolerated difference between clocks, seconds. Google does not publish its figure. */
export const CLOCK_SKEW_SECONDS = 300;
