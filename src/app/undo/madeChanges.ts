import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { unpackChanges } from '../../core/users/packChanges';
import type { DirectoryChange } from '../../core/users/UserChange';
import type { UndoChangesAction } from '../../core/undo/UndoChangesAction';
import type { Tables } from '../Environment';
import { isAsBound } from '../requests/readPreviewRecord';
import { getIntent, readAccounts, readOutcomes, readPreviews, type ActionOutcome } from '../requests/records';

/** Which of the changes that were previewed at a target its run made. Where it broke off nobody knows: all that may have been made. */
const madeOf = (named: readonly DirectoryChange[], outcome: ActionOutcome | undefined): readonly DirectoryChange[] => {
  if (outcome === undefined) return [];
  const { made, changed = 0, status } = outcome;
  if (made !== undefined) return named.filter((_, position) => made.includes(position));
  return changed > 0 || status === 'unknown' ? named : [];
};

/** What one action of an earlier run changed, by target id, with the values from before: out of the ledger, as its decision bound it. */
export const madeChanges = (
  ledger: Tables,
  { requestId, action }: Pick<UndoChangesAction, 'requestId' | 'action'>,
): Result<ReadonlyMap<string, readonly DirectoryChange[]>> => {
  const intent = getIntent(ledger, requestId);
  const previews = readPreviews(ledger, requestId);
  if (intent === undefined || !isAsBound(intent, action, previews)) return fail(problem('undo.recordGone'));
  const ended = new Map(readOutcomes(ledger, requestId).flatMap((one) => (one.action === action ? [[one.targetId, one] as const] : [])));
  // A user whom the run created is named by the account they got.
  const accounts = readAccounts(ledger, requestId);
  return ok(
    new Map(
      previews
        .filter((one) => one.action === action)
        .map(({ targetId, contacts }) => [accounts.get(targetId)?.id ?? targetId, madeOf(unpackChanges(contacts), ended.get(targetId))]),
    ),
  );
};
