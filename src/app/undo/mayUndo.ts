import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { isClosed, mayHaveRun } from '../../core/approvals/RequestState';

/** B6: a run that ended, did something or may have, and is no undo itself. */
export const mayUndo = ({ kind, state, digest, undoes, outcome }: RequestEntry): boolean =>
  kind === 'workflow' &&
  undoes === undefined &&
  digest !== '' &&
  isClosed(state) &&
  mayHaveRun(state) &&
  outcome.created + (outcome.changed ?? 0) + outcome.failed > 0;
