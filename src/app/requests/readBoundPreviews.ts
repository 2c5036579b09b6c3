import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { Intent } from '../../core/workflows/Intent';
import type { Tables } from '../Environment';
import type { TargetPreview } from './previewTarget';
import { isAsBound } from './readPreviewRecord';
import { readPreviews } from './records';

/** B2: what the preview says of an action, by target; refused when it is not what the intent binds. */
export const readBoundPreviews = (
  ledger: Tables,
  intent: Pick<Intent, 'requestId' | 'actions'>,
  action: number,
): Result<ReadonlyMap<string, TargetPreview>> => {
  const previews = readPreviews(ledger, intent.requestId);
  if (!isAsBound(intent, action, previews)) return fail(problem('run.intentAltered'));
  return ok(new Map(previews.flatMap((one) => (one.action === action ? [[one.targetId, one] as const] : []))));
};
