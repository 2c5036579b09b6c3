import type { RequestEntry } from './RequestEntry';

/** S51: whether a run shall go on or begin now. */
export const isDue = (entry: Pick<RequestEntry, 'state' | 'startAt'>, now: number): boolean =>
  entry.state === 'running' || (entry.state === 'approved' && (entry.startAt ?? 0) <= now);
