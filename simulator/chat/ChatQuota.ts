import { ApiError } from '../network/ApiError';
import type { ChatSettings } from './ChatSettings';
import { PER_MINUTE } from './limits';

export type ChatMetric = keyof typeof PER_MINUTE;

const TITLES: Readonly<Record<ChatMetric, readonly [title: string, id: string]>> = {
  spaceReads: ['Space reads', 'space_reads'],
  membershipReads: ['Membership reads', 'membership_reads'],
  membershipWrites: ['Membership writes', 'membership_writes'],
};

/** Counts calls per Cloud project and minute, and per space and second. A refused call costs nothing. */
export class ChatQuota {
  readonly perMinute: Record<ChatMetric, number> = { ...PER_MINUTE };
  private windows = new Map<string, { index: number; used: number }>();

  /** Throws 429 RESOURCE_EXHAUSTED. `space` is undefined for listings of spaces. */
  charge(metric: ChatMetric, project: string, space: string | undefined, now: number, settings: ChatSettings): void {
    const ofProject = this.window(`${metric} ${project}`, Math.floor(now / 60_000));
    if (ofProject.used >= this.perMinute[metric]) throw exceeded(metric, project);
    const isWrite = metric === 'membershipWrites';
    const ofSpace = space === undefined ? undefined : this.window(`${isWrite ? 'write' : 'read'} ${space}`, Math.floor(now / 1000));
    const most = isWrite ? settings.spaceWritesPerSecond : settings.spaceReadsPerSecond;
    if (ofSpace !== undefined && ofSpace.used >= most) throw exhausted();
    ofProject.used += 1;
    if (ofSpace !== undefined) ofSpace.used += 1;
  }

  private window(key: string, index: number): { index: number; used: number } {
    const known = this.windows.get(key);
    if (known?.index === index) return known;
    const fresh = { index, used: 0 };
    this.windows.set(key, fresh);
    return fresh;
  }
}

function exceeded(metric: ChatMetric, project: string): ApiError {
  const [title, id] = TITLES[metric];
  const message =
    `Quota exceeded for quota metric '${title}' and limit '${title} per minute' of service 'chat.googleapis.com' ` +
    `for consumer 'project_number:${project}'.`;
  const metadata = { service: 'chat.googleapis.com', consumer: `projects/${project}`, quota_metric: `chat.googleapis.com/${id}` };
  const details = [
    { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'RATE_LIMIT_EXCEEDED', domain: 'googleapis.com', metadata },
  ];
  return new ApiError({ code: 429, status: 'RESOURCE_EXHAUSTED', message, details });
}

function exhausted(): ApiError {
  return new ApiError({ code: 429, status: 'RESOURCE_EXHAUSTED', message: 'Resource has been exhausted (e.g. check quota).' });
}
