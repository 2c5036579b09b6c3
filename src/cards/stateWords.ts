import { describeState } from '../core/approvals/describeState';
import type { RequestEntry } from '../core/approvals/RequestEntry';
import { formatMoment, type Viewer } from './Viewer';

/** A state as people read it, with the time at which an approved request may start (S51). */
export const stateWords = (entry: Pick<RequestEntry, 'state' | 'startAt'>, viewer: Viewer): string =>
  entry.state === 'approved' && entry.startAt !== undefined
    ? `Approved, starts after ${formatMoment(entry.startAt, viewer)}`
    : describeState(entry.state);
