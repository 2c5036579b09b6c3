import type { Problem } from '../core/base/Problem';
import { classOf } from '../google/classOf';

const SECOND = 1000;

/** Doubling from a second, as Google asks (https://developers.google.com/workspace/admin/directory/v1/limits). */
const BACKOFF_ATTEMPTS = 5;

/** A quota of a minute is whole again after a minute (https://developers.google.com/people/v1/contacts). */
const MINUTE_QUOTA_WAIT = 61 * SECOND;
const MINUTE_QUOTA_ATTEMPTS = 3;

/**
 * Milliseconds to wait before the same call is sent again; undefined: the task gets the answer. Only what cannot have
 * been carried out, or does no harm twice, comes under a class that waits here: `translate` sees to it.
 */
export const retryAfter = (problem: Problem, attempt: number): number | undefined => {
  switch (classOf(problem)) {
    case 'transient':
    case 'customerBusy':
      return attempt < BACKOFF_ATTEMPTS ? SECOND * 2 ** attempt : undefined;
    case 'minuteQuota':
      return attempt < MINUTE_QUOTA_ATTEMPTS ? MINUTE_QUOTA_WAIT : undefined;
    default:
      return undefined;
  }
};
