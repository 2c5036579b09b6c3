import { fail, ok, type Result } from '../../core/base/Result';
import { problem, type Problem } from '../../core/base/Problem';
import { wasSent } from '../../core/approvals/RequestEntry';
import { changeDraft, decodeDraft, emptyDraft, type WorkflowDraft } from '../../core/workflows/WorkflowDraft';
import type { Environment } from '../Environment';
import { getRequest } from '../requests/requestStore';
import { forgetList } from '../targets/forgetList';
import { deleteDraftText, readDraftText, writeDraftText } from './draftStore';

const readDraft = (env: Environment): WorkflowDraft | undefined => {
  const text = readDraftText(env);
  return text === undefined ? undefined : decodeDraft(text);
};

/** The draft, unless its request was sent: then it became that request, and goes when it is read. */
export const findDraft = (env: Environment): WorkflowDraft | undefined => {
  const draft = readDraft(env);
  const entry = draft?.requestId === undefined ? undefined : getRequest(env, draft.requestId);
  if (entry?.ok !== true || !wasSent(entry.value)) return draft;
  discardDraft(env);
  return undefined;
};

/** The draft the wizard is about; a problem when another card finished or discarded it meanwhile. */
export const loadDraft = (env: Environment): Result<WorkflowDraft> => {
  const draft = findDraft(env);
  return draft === undefined ? fail(problem('workflow.noDraft')) : ok(draft);
};

const tooBig = (draft: WorkflowDraft): Problem =>
  problem('workflow.draftTooBig', { choices: draft.selection.selectors.length, leftOut: draft.selection.excludedUserIds.length });

export const saveDraft = (env: Environment, draft: WorkflowDraft): Result<WorkflowDraft> => {
  const saved = { ...draft, savedAt: env.now() };
  const stored = writeDraftText(env, JSON.stringify(saved));
  return stored.ok ? ok(saved) : fail(tooBig(draft));
};

/** Loads, changes and stores the draft. The preview of an earlier shape of it is let go. */
export const editDraft = (env: Environment, edit: (draft: WorkflowDraft) => Partial<WorkflowDraft>): Result<WorkflowDraft> => {
  const draft = loadDraft(env);
  return draft.ok ? saveDraft(env, changeDraft(draft.value, edit(draft.value))) : draft;
};

/** S48: a half-filled wizard is offered again; `fresh` starts over. */
export const startWorkflow = (env: Environment, options: { readonly fresh: boolean }): Result<WorkflowDraft> => {
  const kept = options.fresh ? undefined : findDraft(env);
  return kept === undefined ? saveDraft(env, emptyDraft(env.newId())) : ok(kept);
};

/** Lets the draft go, and the list of targets that was looked up for it. */
export const discardDraft = (env: Environment): void => {
  const draft = readDraft(env);
  deleteDraftText(env);
  if (draft !== undefined) forgetList(env, draft);
};
