import { explain } from '../base/explain';
import { problem, type Problem } from '../base/Problem';

const minute = 60_000;
const shortest = 4 * minute;
const longest = 60 * minute;

/** For so long after an account was created is it tried again what its services do not let through yet. Google names no time. */
export const accountReadyHours = 24;

/**
 * What Google answers for an account whose services are not ready: it gives no token, says that contacts are off, that the creation is not
 * complete, or does not find the user.
 */
const early: readonly string[] = [
  'google.userWithoutToken',
  'google.serviceOff',
  'google.unauthorized',
  'google.notReadyYet',
  'google.notFound',
  'target.accountGone',
  'google.notAddedToSpace',
];

/** Said of a user like this while the grant itself is there: a grant that is missing is said in other words. */
const isDenied = ({ code, data }: Problem): boolean =>
  code === 'google.delegationNotGranted' && /^access_denied/.test(String(data['message']));

/** A group that is gone does not come back. */
const isEarly = (reason: Problem): boolean =>
  (early.includes(reason.code) && !/groupKey/.test(String(reason.data['message']))) || isDenied(reason);

/**
 * Whether a refusal may pass because the account is new: then when to try again, in times that double with its age, or that it is given
 * up. Undefined: the refusal has another cause. Times in milliseconds since the epoch.
 */
export const tryNewAccountAgain = (
  reason: Problem,
  createdAt: number,
  now: number,
): { readonly until: number } | { readonly over: Problem } | undefined => {
  if (!isEarly(reason)) return undefined;
  const end = createdAt + accountReadyHours * 60 * minute;
  if (now >= end) return { over: problem('users.notReady', { hours: accountReadyHours, said: explain(reason).what }) };
  return { until: Math.min(end, now + Math.min(longest, Math.max(shortest, now - createdAt))) };
};
