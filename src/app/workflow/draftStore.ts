import type { Result } from '../../core/base/Result';
import { ok } from '../../core/base/Result';
import type { Environment } from '../Environment';
import { chunkText } from '../../core/base/chunkText';

/** Keys of a person's properties: a half-filled workflow, sync, or import; what columns were mapped to last. */
const workflow = 'draft.';
export const syncDraftPrefix = 'syncDraft.';
export const importDraftPrefix = 'importDraft.';
export const lastMappingPrefix = 'importMapping.';
/** A property holds 9 KB (https://developers.google.com/apps-script/guides/services/quotas); a character may take 3 bytes of it. */
const partLength = 2900;

/** The text of this person's draft, or undefined when there is none or a part of it is missing. */
export const readDraftText = (env: Environment, prefix = workflow): string | undefined => {
  const all = env.drafts.all();
  const parts = Number(all[`${prefix}parts`] ?? '');
  if (!Number.isInteger(parts) || parts < 1) return undefined;
  let text = '';
  for (let part = 0; part < parts; part += 1) {
    const piece = all[prefix + part];
    if (piece === undefined) return undefined;
    text += piece;
  }
  return text;
};

/** Whether anything of a draft is there, whole or not. */
export const hasDraftText = (env: Environment, prefix = workflow): boolean =>
  Object.keys(env.drafts.all()).some((key) => key.startsWith(prefix));

export const writeDraftText = (env: Environment, text: string, prefix = workflow): Result<void> => {
  const parts = chunkText(text, partLength);
  const before = Number(env.drafts.get(`${prefix}parts`) ?? '0');
  const values: Record<string, string> = { [`${prefix}parts`]: String(parts.length) };
  parts.forEach((part, index) => {
    values[prefix + index] = part;
  });
  const stored = env.drafts.setAll(values);
  if (!stored.ok) return stored;
  for (let part = parts.length; part < before; part += 1) env.drafts.delete(prefix + part);
  return ok(undefined);
};

export const deleteDraftText = (env: Environment, prefix = workflow): void => {
  for (const key of Object.keys(env.drafts.all()).filter((one) => one.startsWith(prefix))) env.drafts.delete(key);
};
