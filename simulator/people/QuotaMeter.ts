import { ApiError } from '../network/ApiError';
import { zoneOffset } from '../kernel/timeZone';
import { exhausted } from './peopleErrors';
import type { PeopleQuotas } from './PeopleSettings';

export type Cost = Readonly<Partial<Record<Metric, number>>>;
export type Metric = 'criticalRead' | 'criticalWrite' | 'photoWrite' | 'read' | 'write' | 'dailyContactWrites' | 'fullSyncs';

/** Metric names as the quota page of a project shows them (https://developers.google.com/people/v1/contacts#quota). */
const METRICS: Readonly<Record<Metric, { readonly title: string; readonly id: string; readonly limit: string }>> = {
  criticalRead: {
    title: 'Critical read requests (Contact and Profile Reads)',
    id: 'critical_read_requests',
    limit: 'CriticalReadsPerMinutePerProjectPerUser',
  },
  criticalWrite: {
    title: 'Critical write requests (Contact Creates and Updates)',
    id: 'critical_write_requests',
    limit: 'CriticalWritesPerMinutePerProjectPerUser',
  },
  photoWrite: { title: 'Photo write requests', id: 'photo_write_requests', limit: 'PhotoWritesPerMinutePerProjectPerUser' },
  read: { title: 'Read requests (Contact Group Reads)', id: 'read_requests', limit: 'ReadsPerMinutePerProjectPerUser' },
  write: {
    title: 'Write requests (Contact Deletes and Contact Group Writes)',
    id: 'write_requests',
    limit: 'WritesPerMinutePerProjectPerUser',
  },
  dailyContactWrites: { title: 'Daily Contact Writes (Total)', id: 'daily_contact_writes', limit: 'DailyContactWritesPerDayPerProject' },
  fullSyncs: { title: 'Full sync requests', id: 'full_sync_requests', limit: 'FullSyncsPerMinutePerProjectPerUser' },
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Days of quotas begin at midnight Pacific time (as for other APIs of Google: https://developers.google.com/android-publisher/quotas). */
const PACIFIC = 'America/Los_Angeles';

interface Window {
  readonly index: number;
  used: number;
}

/** Counts what calls cost, per minute, user and project, and per day. A refused call costs nothing. */
export class QuotaMeter {
  /** Units charged so far, over all users and days. */
  readonly spent: Partial<Record<Metric, number>> = {};
  /** Calls refused so far because that quota was short. */
  readonly refused: Partial<Record<Metric, number>> = {};
  private windows = new Map<string, Window>();

  /** Throws 429 when one of the quotas is short. */
  charge(cost: Cost, who: { readonly userId: string; readonly project: string }, quotas: PeopleQuotas, now: number): void {
    const charges = Object.entries(cost).map(([name, units]) => ({
      metric: name as Metric,
      units,
      window: this.window(name as Metric, who, quotas, now),
    }));
    for (const { metric, units, window } of charges) {
      if (window.used + units <= quotas[metric]) continue;
      this.refused[metric] = (this.refused[metric] ?? 0) + 1;
      throw exceeded(metric, who.project);
    }
    for (const { metric, units, window } of charges) {
      window.used += units;
      this.spent[metric] = (this.spent[metric] ?? 0) + units;
    }
  }

  /** The storage's own limit, which names no number: contacts written in one account in one hour. */
  chargeAccount(userId: string, contacts: number, quotas: PeopleQuotas, now: number): void {
    const window = this.at(`account ${userId}`, Math.floor(now / HOUR));
    if (window.used + contacts > quotas.accountWritesPerHour) throw exhausted();
    window.used += contacts;
  }

  private window(
    metric: Metric,
    { userId, project }: { readonly userId: string; readonly project: string },
    quotas: PeopleQuotas,
    now: number,
  ): Window {
    if (metric !== 'dailyContactWrites') return this.at(`${metric} ${project} ${userId}`, Math.floor(now / MINUTE));
    const day = Math.floor((now + zoneOffset(PACIFIC, now)) / (24 * HOUR));
    return this.at(quotas.dailyPer === 'project' ? `${metric} ${project}` : `${metric} ${project} ${userId}`, day);
  }

  private at(key: string, index: number): Window {
    const known = this.windows.get(key);
    if (known?.index === index) return known;
    const fresh = { index, used: 0 };
    this.windows.set(key, fresh);
    return fresh;
  }
}

function exceeded(metric: Metric, project: string): ApiError {
  const { title, id, limit } = METRICS[metric];
  const period = metric === 'dailyContactWrites' ? 'per day' : 'per minute per user';
  return new ApiError({
    code: 429,
    status: 'RESOURCE_EXHAUSTED',
    message: `Quota exceeded for quota metric '${title}' and limit '${title} ${period}' of service 'people.googleapis.com' for consumer 'project_number:${project}'.`,
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'RATE_LIMIT_EXCEEDED',
        domain: 'googleapis.com',
        metadata: {
          service: 'people.googleapis.com',
          consumer: `projects/${project}`,
          quota_metric: `people.googleapis.com/${id}`,
          quota_limit: limit,
        },
      },
    ],
  });
}
