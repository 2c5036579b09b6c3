import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { newEntry } from '../../core/approvals/newEntry';
import { advance, type RequestEntry } from '../../core/approvals/RequestEntry';
import { missingInWorkflow, type Missing } from '../../core/workflows/missing';
import { toOrder } from '../../core/workflows/WorkflowOrder';
import type { WorkflowDraft } from '../../core/workflows/WorkflowDraft';
import type { Actor } from '../actors/identify';
import { sendParcel } from '../bridge/parcel';
import { dropQuestion, findQuestion, queueQuestion } from '../bridge/Question';
import type { Environment } from '../Environment';
import { openWorkbook } from '../setUp/openFiles';
import { countTargets } from '../targets/confirmedTargets';
import { loadDraft, saveDraft } from '../workflow/drafts';
import { addRequest, changeRequest, getRequest } from './requestStore';

export type PreviewStart =
  | { readonly kind: 'missing'; readonly draft: WorkflowDraft; readonly missing: readonly Missing[] }
  | { readonly kind: 'started'; readonly entry: RequestEntry };

/** Lets an earlier preview of the same draft go, so that it neither waits nor can be sent. */
export const withdrawPreview = (env: Environment, requestId: string | undefined): void => {
  if (requestId === undefined) return;
  changeRequest(env, requestId, (entry) => advance(entry, 'withdrawn', env.now()));
  dropQuestion(env, requestId);
};

/** A request that waits without its question was cut short between the two. */
const queueAgain = (env: Environment, entry: RequestEntry): Result<PreviewStart> => {
  const queued =
    findQuestion(env, entry.id) === undefined
      ? queueQuestion(env, { kind: 'prepare', id: entry.id, askedBy: entry.requesterId, askedAt: env.now() })
      : ok(undefined);
  return queued.ok ? ok({ kind: 'started', entry }) : queued;
};

/** B1: asks the operator what would happen. The preview of an unchanged draft is shown again instead. */
export const previewWorkflow = (env: Environment, actor: Actor): Result<PreviewStart> => {
  const draft = loadDraft(env);
  if (!draft.ok) return draft;
  const missing = missingInWorkflow(draft.value, env.now());
  if (missing.length > 0) return ok({ kind: 'missing', draft: draft.value, missing });
  const order = toOrder(draft.value);

  if (draft.value.requestId !== undefined && draft.value.previewed) {
    const kept = getRequest(env, draft.value.requestId);
    if (kept.ok && kept.value.state === 'preparing') return queueAgain(env, kept.value);
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
  const sent = sendParcel(env, workbook.value, { id, kind: 'order', authorId: actor.user.id, text: JSON.stringify(order) });
  if (!sent.ok) return sent;
  const now = env.now();
  const { name, type, tags, startAt } = order.workflow;
  const asked = { id, kind: 'workflow', name, type, requesterId: actor.user.id, targets: targets.value, tags, startAt } as const;
  const entry = addRequest(env, newEntry(asked, now));
  if (!entry.ok) return entry;
  const queued = queueQuestion(env, { kind: 'prepare', id, askedBy: actor.user.id, askedAt: now });
  return queued.ok ? ok({ kind: 'started', entry: entry.value }) : queued;
};
