import type { Call } from '../google/Call';
import { operations, type OperationId } from '../google/operations';
import type { WavePace } from './WavePace';

/** A task whose next call waits to be sent. */
export interface Pending {
  readonly call: Call;
  /** Not to be sent before this instant; in the past: since when it waits. */
  readonly notBefore: number;
  /** Calls that the task sent before this one. */
  readonly sent: number;
}

/** Milliseconds that a call waits for others to fill its wave, as long as there are full ones. */
const PATIENCE = 10_000;

/**
 * The calls of the next wave; empty when all must wait. One operation, because a wave lasts as long as its slowest call; as
 * many calls as width and byte budget allow, but one at least. A full wave goes first, or one that waited long. Of these, and of the calls for one,
 * those that are behind the others go first: a user's minutes begin with the first call, and all end together. When no wave
 * is full the quickest kind goes: it brings those behind up to the others, so that the slow kinds go together.
 */
export const nextWave = <P extends Pending>(pending: readonly P[], now: number, pace: WavePace, byteBudget: number): P[] => {
  let best: { readonly wave: P[]; readonly isFull: boolean; readonly rank: number } | undefined;
  for (const [operation, calls] of byOperation(pending, now)) {
    const most = Math.max(1, Math.min(pace.width(), Math.floor(byteBudget / operations[operation].bytes)));
    const isFull = calls.length >= most || calls.some((one) => now - one.notBefore >= PATIENCE);
    const wave = calls.sort((a, b) => a.sent - b.sent).slice(0, most);
    const rank = isFull ? (wave[0]?.sent ?? 0) : pace.time(operation);
    if (best === undefined || (isFull === best.isFull ? rank < best.rank : isFull)) best = { wave, isFull, rank };
  }
  return best?.wave ?? [];
};

const byOperation = <P extends Pending>(pending: readonly P[], now: number): ReadonlyMap<OperationId, P[]> => {
  const groups = new Map<OperationId, P[]>();
  for (const one of pending) {
    if (one.notBefore > now) continue;
    const group = groups.get(one.call.operation);
    if (group === undefined) groups.set(one.call.operation, [one]);
    else group.push(one);
  }
  return groups;
};
