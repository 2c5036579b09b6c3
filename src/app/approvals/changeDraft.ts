import type { SettingsChange } from '../../core/approvals/SettingsChange';
import type { Result } from '../../core/base/Result';
import type { Environment } from '../Environment';

/** A change between its form and its confirmation, kept with its author. */
export interface ChangeDraft {
  /** Becomes the id of the request. */
  readonly id: string;
  readonly change: SettingsChange;
}

/** User property. */
const key = 'settingsChange';

export const keepChange = (env: Environment, draft: ChangeDraft): Result<void> => env.drafts.set(key, JSON.stringify(draft));

export const loadChange = (env: Environment): ChangeDraft | undefined => {
  const text = env.drafts.get(key);
  return text === undefined ? undefined : (JSON.parse(text) as ChangeDraft);
};
