import { ApiError } from '../network/ApiError';
import { QUERIES_PER_MINUTE } from './limits';

/** Counts queries per Cloud project, user and minute. */
export class QueryQuota {
  perMinute = QUERIES_PER_MINUTE;
  private windows = new Map<string, { minute: number; used: number }>();

  /** Throws 403 `userRateLimitExceeded` over the limit. */
  charge(project: string, userId: string, now: number): void {
    const minute = Math.floor(now / 60_000);
    const key = `${project} ${userId}`;
    const window = this.windows.get(key);
    const used = window?.minute === minute ? window.used : 0;
    if (used >= this.perMinute) throw exceeded(project);
    this.windows.set(key, { minute, used: used + 1 });
  }
}

function exceeded(project: string): ApiError {
  const message =
    "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute per user' of service 'admin.googleapis.com' " +
    `for consumer 'project_number:${project}'.`;
  return new ApiError({ code: 403, message, reason: 'userRateLimitExceeded', domain: 'usageLimits' });
}
