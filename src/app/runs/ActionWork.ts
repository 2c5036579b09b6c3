import type { Problem } from '../../core/base/Problem';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import type { PlannedCalls } from '../../core/plan/PlannedCalls';
import type { Checkpoint } from '../../core/runs/Checkpoint';
import type { TargetOutcome } from '../../core/runs/TargetOutcome';
import type { Task } from '../../google/Call';

/** How a target is taken up. */
export interface TakenUp {
  /** Where an earlier slice or round left it. */
  readonly from: Checkpoint;
  /** Told of what is confirmed. */
  readonly tell: (checkpoint: Checkpoint) => void;
  /** For one that others wait for: told when what it shows is what was confirmed. */
  readonly verified?: () => void;
}

/** What one action of a run does at its targets. The loop over them is the same for all kinds. */
export interface ActionWork {
  /** Why nothing may be done at this user; undefined: it may. */
  readonly leavesOut: (user: DirectoryUser) => Problem | undefined;
  readonly task: (user: DirectoryUser, takenUp: TakenUp) => Task<TargetOutcome>;
  /** Calls to contacts that are left once so many were created: what the day's budget and a user's minutes are kept by. */
  readonly callsFor: (targetId: string, created: number) => PlannedCalls;
  /** Of a refusal that time may cure: when it is tried again, or why no longer. Undefined: it is what it is. */
  readonly triesAgain?: (targetId: string, reason: Problem) => { readonly until: number } | { readonly over: Problem } | undefined;
  /** Calls of one kind that go out at once, where Google wants fewer than usual. */
  readonly sideBySide?: number;
}
