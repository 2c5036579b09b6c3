/**
 * Where a request is on its way. A draft is not a request yet: it lives with the person who writes it.
 * An approval is consumed once: nothing leads back to `approved`.
 */
export type RequestState =
  /** The operator works out what would happen. */
  | 'preparing'
  /** The preview is there; nothing was sent. */
  | 'prepared'
  /** Sent: Security Officers decide about it. */
  | 'waiting'
  /** Officers or a pre-approval let it through. */
  | 'approved'
  /** An officer said no. */
  | 'denied'
  | 'running'
  | 'done'
  | 'partlyDone'
  | 'failed'
  /** Somebody pressed Stop before every target had its turn. */
  | 'stopped'
  /** The requester discarded it, or replaced it by a later preview. */
  | 'withdrawn'
  /** Nobody sent it, or nobody decided about it, in time. */
  | 'expired';

const following: Readonly<Record<RequestState, readonly RequestState[]>> = {
  preparing: ['prepared', 'failed', 'withdrawn', 'expired'],
  prepared: ['waiting', 'approved', 'withdrawn', 'expired'],
  waiting: ['approved', 'denied', 'withdrawn', 'expired'],
  approved: ['running', 'failed', 'stopped'],
  denied: [],
  running: ['done', 'partlyDone', 'failed', 'stopped'],
  done: [],
  partlyDone: [],
  failed: [],
  stopped: [],
  withdrawn: [],
  expired: [],
};

export const requestStates = Object.keys(following) as readonly RequestState[];

export const mayFollow = (from: RequestState, to: RequestState): boolean => following[from].includes(to);

/** A closed request never changes again. */
export const isClosed = (state: RequestState): boolean => following[state].length === 0;

/** Its run began, or it failed before: only of these can there be results. */
export const mayHaveRun = (state: RequestState): boolean => state === 'running' || following.running.includes(state);
