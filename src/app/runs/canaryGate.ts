import type { Problem } from '../../core/base/Problem';
import type { Checkpoint } from '../../core/runs/Checkpoint';
import { chooseCanaries } from '../../core/runs/chooseCanaries';
import type { ActionOutcome } from '../requests/records';
import type { TargetRound } from './targetRound';

/** B15: in a large run the first targets go ahead and are read again; this says when the others may begin. */
export interface CanaryGate {
  readonly isCanary: (targetId: string) => boolean;
  /** A canary shows what was confirmed there. */
  readonly verify: (targetId: string) => void;
  /** The task of a target that was open is over, however it ended. */
  readonly over: (targetId: string) => void;
  /** Whether those that are no canaries may begin. Once they may, they may for good. */
  readonly isOpen: () => boolean;
}

/** One that was found as it should be opens the gate, or that none is left that could tell; a failure not the account's own does not. */
export const canaryGate = (
  targetIds: readonly string[],
  /** What was approved, by target. */
  creates: Readonly<Record<string, number>>,
  isReachable: (targetId: string) => boolean,
  ended: ReadonlyMap<string, ActionOutcome>,
  parked: ReadonlyMap<string, Checkpoint>,
  /** Open in this slice. */
  open: readonly string[],
  round: { readonly ended: TargetRound['ended']; readonly failure: () => Problem | undefined },
): CanaryGate => {
  const canaries = chooseCanaries(targetIds, creates, (targetId) => ended.has(targetId) || isReachable(targetId));
  const all = new Set(canaries);
  const ahead = open.filter((targetId) => all.has(targetId));
  const [verified, over] = [new Set<string>(), new Set<string>()];
  // An earlier slice went on to the others when one of these ended well, or when it left one of them in the middle.
  let isOpen = canaries.length === 0 || canaries.some((one) => ended.get(one)?.status === 'done');
  isOpen ||= [...parked.keys()].some((targetId) => !all.has(targetId));
  const opens = (): boolean => {
    const found = canaries.map((one) => (verified.has(one) ? 'done' : (round.ended.get(one) ?? ended.get(one)?.status)));
    const areLookedAt = ahead.every((one) => verified.has(one) || over.has(one)) && round.failure() === undefined;
    return areLookedAt && (found.includes('done') || !found.includes(undefined));
  };
  return {
    isCanary: (targetId) => all.has(targetId),
    verify: (targetId) => void verified.add(targetId),
    over: (targetId) => void over.add(targetId),
    isOpen: () => (isOpen ||= opens()),
  };
};
