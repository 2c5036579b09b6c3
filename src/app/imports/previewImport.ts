import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { digest } from '../../core/base/digest';
import { problem } from '../../core/base/Problem';
import { fail, type Result } from '../../core/base/Result';
import { missingInImport } from '../../core/imports/ImportDraft';
import type { SentImport } from '../../core/imports/SentImport';
import type { Actor } from '../actors/identify';
import type { Environment } from '../Environment';
import { askForPreview, queueAgain } from '../requests/askForPreview';
import { withdrawPreview } from '../requests/previewWorkflow';
import { getRequest } from '../requests/requestStore';
import { openWorkbook } from '../setUp/openFiles';
import { checkImport } from './checkImport';
import { editImportDraft, loadImportDraft } from './importDrafts';
import { rememberMapping } from './mapColumns';
import { openOwnHead } from './tableParcel';
import { rememberOrigin } from './writeImportResults';

/** B1: asks the operator what every row would change. The preview of an unchanged draft is shown again instead. */
export const previewImport = (env: Environment, actor: Actor): Result<RequestEntry> => {
  const draft = loadImportDraft(env);
  if (!draft.ok) return draft;
  const { name, description, data, method, columns, requestId } = draft.value;
  const [missing] = missingInImport(draft.value);
  if (missing !== undefined || data === undefined) return fail(missing?.problem ?? problem('importData.missing'));
  const order: SentImport = { workflow: { name, type: 'modify', description }, import: { rules: { method, columns }, table: data.table } };
  const previewed = digest(order);
  const kept = requestId === undefined ? undefined : getRequest(env, requestId);
  if (kept?.ok === true && draft.value.previewed === previewed) {
    if (kept.value.state === 'preparing') return queueAgain(env, kept.value);
    if (kept.value.state === 'prepared') return kept;
  }
  const checked = checkImport(env, actor, draft.value);
  if (!checked.ok) return checked;
  const [hindered] = checked.value.hindered;
  if (hindered !== undefined) return fail(hindered);
  withdrawPreview(env, requestId);
  const head = openOwnHead(env, actor, data.table);
  if (head.ok) rememberMapping(env, head.value, draft.value);

  const workbook = openWorkbook(env, actor.installation);
  if (!workbook.ok) return workbook;
  const id = env.newId();
  const saved = editImportDraft(env, (before) => ({ ...before, requestId: id, previewed }));
  if (!saved.ok) return saved;
  const asked = { id, name, type: 'modify', requesterId: actor.user.id, targets: data.table.rows } as const;
  rememberOrigin(env, id, draft.value);
  return askForPreview(env, workbook.value, asked, order);
};
