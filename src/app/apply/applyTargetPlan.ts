import type { TargetPlan } from '../../core/plan/TargetPlan';
import type { Subject, Task } from '../../google/Call';
import { createContactGroup } from '../../google/people';
import type { Outcome } from './Outcome';

/** Writes a plan into the target's account. `targets`: how many targets the run has, which decides between batches and single calls. */
export function* applyTargetPlan(as: Subject, plan: TargetPlan, run: { readonly targets: number }): Task<Outcome> {
  throw new Error(`being written ${plan.targetId} ${run.targets}`);
  yield* createContactGroup(as, '', []);
}
