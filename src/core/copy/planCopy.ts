import type { TargetIndex } from '../contacts/ExistingContact';
import type { TargetPlan } from '../plan/TargetPlan';
import type { CopyContactsAction, SourceSnapshot } from './CopyContactsAction';

/** What a target still needs of the snapshot. The same function makes the preview and the run. `origin` is the request's id. */
export const planCopy = (snapshot: SourceSnapshot, target: TargetIndex, action: CopyContactsAction, origin: string): TargetPlan => {
  throw new Error(`planCopy is being written: ${snapshot.sourceUserId} ${target.targetId} ${action.kind} ${origin}`);
};
