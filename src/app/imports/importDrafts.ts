import { wasSent } from '../../core/approvals/RequestEntry';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { decodeImport, emptyImport, type ImportDraft } from '../../core/imports/ImportDraft';
import { forgetParcel } from '../bridge/Waybill';
import type { Environment } from '../Environment';
import { getRequest } from '../requests/requestStore';
import { deleteDraftText, importDraftPrefix, readDraftText, writeDraftText } from '../workflow/draftStore';

/** Lets the rows of an earlier reading go, but not under a preview that is being made of them. */
export const forgetData = (env: Environment, { data, requestId }: ImportDraft): void => {
  if (data === undefined) return;
  const request = requestId === undefined ? undefined : getRequest(env, requestId);
  if (request?.ok !== true || request.value.state !== 'preparing') forgetParcel(env, data.table.id);
};

/** S48: a half-filled import; once its request was sent, it became that, and goes when it is read. */
export const findImportDraft = (env: Environment): ImportDraft | undefined => {
  const draft = decodeImport(readDraftText(env, importDraftPrefix));
  const entry = draft?.requestId === undefined ? undefined : getRequest(env, draft.requestId);
  if (entry?.ok !== true || !wasSent(entry.value)) return draft;
  if (draft !== undefined) forgetData(env, draft);
  deleteDraftText(env, importDraftPrefix);
  return undefined;
};

export const loadImportDraft = (env: Environment): Result<ImportDraft> => {
  const draft = findImportDraft(env);
  return draft === undefined ? fail(problem('importData.draftGone')) : ok(draft);
};

const save = (env: Environment, draft: Omit<ImportDraft, 'savedAt'>): Result<ImportDraft> => {
  const saved = { ...draft, savedAt: env.now() };
  const stored = writeDraftText(env, JSON.stringify(saved), importDraftPrefix);
  return stored.ok ? ok(saved) : fail(problem('importData.tooBig'));
};

export const editImportDraft = (env: Environment, edit: (draft: ImportDraft) => ImportDraft): Result<ImportDraft> => {
  const draft = loadImportDraft(env);
  return draft.ok ? save(env, edit(draft.value)) : draft;
};

/** I5: "New import"; a draft that is there is thrown away. */
export const startImport = (env: Environment): Result<ImportDraft> => {
  const before = findImportDraft(env);
  if (before !== undefined) forgetData(env, before);
  deleteDraftText(env, importDraftPrefix);
  return save(env, emptyImport(env.newId()));
};
