import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { concernedBy } from '../../core/approvals/SettingsChange';
import { ok, type Result } from '../../core/base/Result';
import type { Tables } from '../Environment';
import { readSettingsIntent } from '../requests/settingsRecords';

/** Officers who may not decide about it though they did not ask: a change of settings is about them (docs/decisions/0011). */
export const barredFrom = (ledger: Tables, entry: RequestEntry): Result<readonly string[]> => {
  if (entry.kind === 'workflow') return ok([]);
  const intent = readSettingsIntent(ledger, entry);
  return intent.ok ? ok(concernedBy(intent.value.change)) : intent;
};
