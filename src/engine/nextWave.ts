import type { Call } from '../google/Call';
import { operations, type OperationId } from '../google/operations';
import type { SharedPace } from './SharedPace';
import type { WavePace } from './WavePace';

/** A task whose next call waits to be sent. */
export interface Pending {
  readonly call: Call;
  /** Not to be sent before this instant; in the past: since when it waits. */
  readonly notBefore: number;
  /** Calls that the task sent before this one. */
  readonly sent: number;
}

/** Tasks come from one to the next; within one the quicker kind is the earlier, as a rule. */
const STAGES = ['token', 'read', 'write'] as const;
/** Milliseconds: longer than any wave. */
const LONG = 3_600_000;

/** So many times as long as its wave takes does a call wait for others to fill it, as long as there are full ones. */
const PATIENCE = 20;

/**
 * The calls of the next wave; empty when all must wait. One operation, because a wave lasts as long as its slowest call; as
 * many calls as width and byte budget allow, but one at least. A full wave goes first, the latest kind of them, so that
 * what has begun ends; but before it one that waited long. When no wave is full the earliest kind goes: it brings those behind
 * up to the others, so that the slow kinds go together. Of the calls of a kind those go whose tasks are behind the others:
 * a user's minutes begin with the first call, and all end together. Those that share a rate wait for room in it.
 */
export const nextWave = <P extends Pending>(
  pending: readonly P[],
  now: number,
  pace: WavePace,
  byteBudget: number,
  shared: Pick<SharedPace, 'admission'>,
): P[] => {
  let best: { readonly wave: P[]; readonly urgency: number; readonly lateness: number } | undefined;
  for (const [operation, waiting] of byOperation(pending, now)) {
    const mayGo = shared.admission(now);
    const calls = waiting.sort((a, b) => a.sent - b.sent).filter((one) => mayGo(one.call));
    if (calls.length === 0) continue;
    const most = Math.max(1, Math.min(pace.width(), Math.floor(byteBudget / operations[operation].bytes)));
    const time = pace.time(operation);
    const isDue = calls.some((one) => now - one.notBefore >= PATIENCE * time);
    const urgency = isDue ? 2 : calls.length >= most ? 1 : 0;
    const lateness = STAGES.indexOf(operations[operation].effect) * LONG + time;
    const isEarlier = best !== undefined && lateness < best.lateness;
    if (best === undefined || (urgency === best.urgency ? isEarlier === (urgency !== 1) : urgency > best.urgency))
      best = { wave: calls.slice(0, most), urgency, lateness };
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
