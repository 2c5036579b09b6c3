import type { Call } from '../google/Call';
import { operations, type OperationId } from '../google/operations';

/** A task whose next call waits to be sent. */
export interface Pending {
  readonly call: Call;
  /** Not to be sent before this instant. */
  readonly notBefore: number;
}

/**
 * The calls of the next wave: one operation, because a wave lasts as long as its slowest call; the operation most tasks
 * wait for, because that is the fullest wave; as many as width and byte budget allow, but one at least. Empty when all must wait.
 */
export const nextWave = <P extends Pending>(
  pending: readonly P[],
  now: number,
  width: (operation: OperationId) => number,
  byteBudget: number,
): P[] => {
  const ready = new Map<OperationId, P[]>();
  for (const one of pending) {
    if (one.notBefore > now) continue;
    const group = ready.get(one.call.operation);
    if (group === undefined) ready.set(one.call.operation, [one]);
    else group.push(one);
  }
  let best: P[] = [];
  for (const [operation, group] of ready) {
    const most = Math.max(1, Math.min(width(operation), Math.floor(byteBudget / operations[operation].bytes)));
    if (Math.min(group.length, most) > best.length) best = group.slice(0, most);
  }
  return best;
};
