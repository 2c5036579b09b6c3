import type { Call } from '../google/Call';
import { operations, type OperationId } from '../google/operations';
import type { WavePace } from './WavePace';

/** A task whose next call waits to be sent. */
export interface Pending {
  readonly call: Call;
  /** Not to be sent before this instant. */
  readonly notBefore: number;
}

/**
 * The calls of the next wave; empty when all must wait. One operation, because a wave lasts as long as its slowest call; as
 * many calls as width and byte budget allow, but one at least. A full wave goes first, the slowest kind of them. When
 * none is full the quickest kind goes: it brings those behind up to the others, so that the slow kinds go together.
 */
export const nextWave = <P extends Pending>(pending: readonly P[], now: number, pace: WavePace, byteBudget: number): P[] => {
  let best: { readonly wave: P[]; readonly isFull: boolean; readonly time: number } | undefined;
  for (const [operation, calls] of byOperation(pending, now)) {
    const most = Math.max(1, Math.min(pace.width(), Math.floor(byteBudget / operations[operation].bytes)));
    const isFull = calls.length >= most;
    const time = pace.time(operation);
    const isBetter = best === undefined || (isFull === best.isFull ? (isFull ? time > best.time : time < best.time) : isFull);
    if (isBetter) best = { wave: calls.slice(0, most), isFull, time };
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
