import { ApiError } from '../network/ApiError';
import type { DirectorySettings } from './DirectorySettings';

/** Counts an account's writes under way, and users created per domain and second; the numbers are settings. */
export class WriteQuota {
  private endings = new Map<string, number[]>();
  private creations = new Map<string, { second: number; count: number }>();

  /** Throws 429 `rateLimitExceeded`: the limit on concurrency is per account, whoever calls (https://developers.google.com/workspace/admin/directory/v1/limits). */
  begin(customerId: string, now: number, milliseconds: number, { concurrentWrites }: DirectorySettings): void {
    if (concurrentWrites === Infinity) return;
    const underWay = (this.endings.get(customerId) ?? []).filter((end) => end > now);
    if (underWay.length >= concurrentWrites) throw limited(429, 'Request rate higher than configured.', 'rateLimitExceeded');
    this.endings.set(customerId, [...underWay, now + milliseconds]);
  }

  /** Throws 403 `quotaExceeded`. */
  create(domain: string, now: number, { creationsPerSecond }: DirectorySettings): void {
    const second = Math.floor(now / 1000);
    const window = this.creations.get(domain);
    const count = window?.second === second ? window.count : 0;
    if (count >= creationsPerSecond) throw limited(403, 'Quota exceeded for the current request', 'quotaExceeded');
    this.creations.set(domain, { second, count: count + 1 });
  }
}

function limited(code: number, message: string, reason: string): ApiError {
  return new ApiError({ code, message, reason, domain: 'usageLimits' });
}
