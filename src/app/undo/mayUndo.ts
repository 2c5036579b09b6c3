import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { isClosed, mayHaveRun } from '../../core/approvals/RequestState';

/** B6: a run that ended, did something or may have, and is no undo itself. What a sync delivered goes with the sync. */
export const mayUndo = ({ kind, state, digest, undoes, sync, outcome }: RequestEntry): boolean =>
  kind === 'workflow' &&
  undoes === undefined &&
  sync === undefined &&
  digest !== '' &&
  isClosed(state) &&
  mayHaveRun(state) &&
  outcome.created + (outcome.changed ?? 0) + outcome.failed > 0;
