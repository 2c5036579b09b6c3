import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { skipsDigest } from '../../core/plan/packSkips';
import { intentDigest, type Intent } from '../../core/workflows/Intent';
import type { Tables } from '../Environment';
import type { TargetPreview } from './previewTarget';
import { getIntent, readPreviews } from './records';

export interface PreviewRecord {
  readonly intent: Intent;
  readonly previews: readonly TargetPreview[];
}

/** Which contacts each target gets, as the intent binds it. */
export const isAsBound = ({ actions }: Pick<Intent, 'actions'>, action: number, previews: readonly TargetPreview[]): boolean =>
  skipsDigest(previews.filter((one) => one.action === action && one.problem === undefined)) === actions[action]?.contacts;

/** The preview out of the ledger, when it is the one that the request's digest covers. */
export const readPreviewRecord = (ledger: Tables, entry: RequestEntry): Result<PreviewRecord> => {
  const intent = getIntent(ledger, entry.id);
  if (entry.digest === '' || intent === undefined) return fail(problem('preview.notThere'));
  const previews = readPreviews(ledger, entry.id);
  const isWhole = intentDigest(intent) === entry.digest && intent.actions.every((_, action) => isAsBound(intent, action, previews));
  return isWhole ? ok({ intent, previews }) : fail(problem('preview.altered'));
};
