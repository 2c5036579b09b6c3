import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { advance, type RequestEntry } from '../../core/approvals/RequestEntry';
import { missingInWorkflow, type Missing } from '../../core/workflows/missing';
import { toOrder } from '../../core/workflows/WorkflowOrder';
import type { WorkflowDraft } from '../../core/workflows/WorkflowDraft';
import type { Actor } from '../actors/identify';
import { dropQuestion } from '../bridge/Question';
import type { Environment } from '../Environment';
import { openWorkbook } from '../setUp/openFiles';
import { countTargets } from '../targets/confirmedTargets';
import { loadDraft, saveDraft } from '../workflow/drafts';
import { askForPreview, queueAgain } from './askForPreview';
import { changeRequest, getRequest } from './requestStore';

export type PreviewStart =
  | { readonly kind: 'missing'; readonly draft: WorkflowDraft; readonly missing: readonly Missing[] }
  | { readonly kind: 'started'; readonly entry: RequestEntry };

/** Lets an earlier preview of the same draft go, so that it neither waits nor can be sent. */
export const withdrawPreview = (env: Environment, requestId: string | undefined): void => {
  if (requestId === undefined) return;
  changeRequest(env, requestId, (entry) => advance(entry, 'withdrawn', env.now()));
  dropQuestion(env, requestId);
};

const started = (asked: Result<RequestEntry>): Result<PreviewStart> => (asked.ok ? ok({ kind: 'started', entry: asked.value }) : asked);

/** B1: asks the operator what would happen. The preview of an unchanged draft is shown again instead. */
export const previewWorkflow = (env: Environment, actor: Actor): Result<PreviewStart> => {
  const draft = loadDraft(env);
  if (!draft.ok) return draft;
  const missing = missingInWorkflow(draft.value, env.now());
  if (missing.length > 0) return ok({ kind: 'missing', draft: draft.value, missing });
  const order = toOrder(draft.value);

  if (draft.value.requestId !== undefined && draft.value.previewed) {
    const kept = getRequest(env, draft.value.requestId);
    if (kept.ok && kept.value.state === 'preparing') return started(queueAgain(env, kept.value));
    if (kept.ok && kept.value.state === 'prepared') return ok({ kind: 'started', entry: kept.value });
  }
  const targets = countTargets(env, actor, draft.value);
  if (!targets.ok) return targets;
  if (targets.value === 0) return fail(problem('workflow.onlySourceLeft'));
  withdrawPreview(env, draft.value.requestId);

  const id = env.newId();
  const workbook = openWorkbook(env, actor.installation);
  if (!workbook.ok) return workbook;
  // The draft knows its request first: pressed again after an execution that was cut short, it finds what there is of it.
  const saved = saveDraft(env, { ...draft.value, requestId: id, previewed: true });
  if (!saved.ok) return saved;
  const { name, type, tags, startAt } = order.workflow;
  return started(
    askForPreview(env, workbook.value, { id, name, type, requesterId: actor.user.id, targets: targets.value, tags, startAt }, order),
  );
};
