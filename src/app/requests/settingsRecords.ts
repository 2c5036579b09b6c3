import { settingsDigest, type SettingsIntent } from '../../core/approvals/SettingsIntent';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { plannerVersion } from '../../core/workflows/Intent';
import type { Tables } from '../Environment';
import { getDocument, putDocument } from '../records/ledgerDocuments';

/** Where the intents of all requests stand. */
const key = (requestId: string): string => `intent.${requestId}`;

export const putSettingsIntent = (ledger: Tables, intent: SettingsIntent): void =>
  putDocument(ledger, key(intent.requestId), JSON.stringify(intent));

/** B2: the intent of a settings request, if it is what was sent and decided. */
export const readSettingsIntent = (ledger: Tables, entry: RequestEntry): Result<SettingsIntent> => {
  const text = getDocument(ledger, key(entry.id));
  if (text === undefined) return fail(problem('run.intentGone'));
  const intent = JSON.parse(text) as SettingsIntent;
  const same =
    intent.kind === 'settings' &&
    settingsDigest(intent) === entry.digest &&
    intent.requestId === entry.id &&
    intent.requesterId === entry.requesterId;
  if (!same) return fail(problem('run.intentAltered'));
  return intent.plannerVersion === plannerVersion ? ok(intent) : fail(problem('run.otherPlanner'));
};
