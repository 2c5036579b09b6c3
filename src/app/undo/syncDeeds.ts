import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { sourceFingerprint } from '../../core/copy/snapshotOf';
import { unpackSync } from '../../core/sync/packSync';
import { sourceIdOf } from '../../core/sync/Sync';
import type { SyncDeeds } from '../../core/undo/planSyncUndo';
import { isSync } from '../../core/workflows/Action';
import type { Tables } from '../Environment';
import { isAsBound } from '../requests/readPreviewRecord';
import { getIntent, getSource, readOutcomes, readPreviews } from '../requests/records';

/** What a run of a sync did, by target id: out of the ledger, as its decision bound it. */
export const syncDeeds = (ledger: Tables, requestId: string): Result<ReadonlyMap<string, SyncDeeds>> => {
  const intent = getIntent(ledger, requestId);
  const bound = intent?.actions[0];
  const source = getSource(ledger, requestId, 0);
  const previews = readPreviews(ledger, requestId);
  const isWhole =
    intent !== undefined &&
    bound !== undefined &&
    isSync(bound) &&
    isAsBound(intent, 0, previews) &&
    sourceFingerprint(sourceIdOf(bound.sync.source), source?.index ?? []) === bound.source.fingerprint;
  if (!isWhole) return fail(problem('undo.recordGone'));
  const ids = (source?.index ?? []).map(([id]) => id);
  const deleted = new Map(readOutcomes(ledger, requestId).map((one) => [one.targetId, one.deleted ?? 0]));
  return ok(
    new Map(
      previews.flatMap(({ targetId, contacts, counts, label }) =>
        counts === undefined
          ? []
          : [
              [
                targetId,
                {
                  named: unpackSync(contacts, ids),
                  deleted: deleted.get(targetId) ?? 0,
                  labels: counts.groups,
                  madeLabel: label === 'create',
                },
              ],
            ],
      ),
    ),
  );
};
