import { ApiError } from '../network/ApiError';
import { SIGNINGS_PER_MINUTE } from './limits';

/** Counts signings per Cloud project and clock minute. */
export class SignQuota {
  perMinute = SIGNINGS_PER_MINUTE;
  private windows = new Map<string, { minute: number; used: number }>();

  /** `project` is the number of the caller's project. Throws 429 over the limit; the words are the simulator's, after those of other APIs. */
  charge(project: string, now: number): void {
    const minute = Math.floor(now / 60_000);
    const window = this.windows.get(project);
    const used = window?.minute === minute ? window.used : 0;
    if (used >= this.perMinute) {
      const message = `Quota exceeded for quota metric 'Generate credentials request' and limit 'Generate credentials request per minute' of service 'iamcredentials.googleapis.com' for consumer 'project_number:${project}'.`;
      throw new ApiError({ code: 429, message, status: 'RESOURCE_EXHAUSTED' });
    }
    this.windows.set(project, { minute, used: used + 1 });
  }
}
