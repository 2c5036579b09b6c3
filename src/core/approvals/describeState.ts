import type { RequestState } from './RequestState';

const words: Readonly<Record<RequestState, string>> = {
  preparing: 'Preparing the preview',
  prepared: 'Preview ready, not sent',
  waiting: 'Waiting for approval',
  approved: 'Approved, will start soon',
  denied: 'Denied',
  running: 'Running',
  done: 'Done',
  partlyDone: 'Partly done',
  failed: 'Failed',
  stopped: 'Stopped',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
};

/** A state as people read it. */
export const describeState = (state: RequestState): string => words[state];
