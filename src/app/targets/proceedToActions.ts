import { fail, ok, type Result } from '../../core/base/Result';
import { problem } from '../../core/base/Problem';
import type { WorkflowDraft } from '../../core/workflows/WorkflowDraft';
import type { Actor } from '../actors/identify';
import { sendParcel } from '../bridge/parcel';
import type { Environment } from '../Environment';
import { openWorkbook } from '../setUp/openFiles';
import { editDraft } from '../workflow/drafts';
import { confirmTargets } from './confirmTargets';
import { keptTargetList } from './openTargetList';

/** A list that only the person's cache holds becomes a parcel, so that the operator can take the targets from it. */
const sendKept = (env: Environment, actor: Actor, draft: WorkflowDraft): Result<WorkflowDraft['list']> => {
  const { list } = draft;
  if (list?.kept !== 'card') return ok(list);
  const packed = keptTargetList(env, list.digest);
  if (packed === undefined) return fail(problem('workflow.targetsChanged'));
  const workbook = openWorkbook(env, actor.installation);
  if (!workbook.ok) return workbook;
  const { head: text, parts } = packed;
  const sent = sendParcel(env, workbook.value, { id: list.id, kind: 'list', authorId: actor.user.id, text, parts });
  return sent.ok ? ok({ ...list, kept: 'sent' }) : sent;
};

/** S14: "Proceed to actions" binds exactly the list that was shown; when the Directory changed meanwhile, it is shown again. */
export const proceedToActions = (env: Environment, actor: Actor, shown: string): Result<WorkflowDraft> => {
  const state = confirmTargets(env, actor, { again: 'keep', page: 0, find: '' });
  if (!state.ok) return state;
  if (state.value.kind !== 'listed' || state.value.digest !== shown) return fail(problem('workflow.targetsChanged'));
  const { draft, carried } = state.value;
  if (carried === 0) return fail(problem('workflow.noTargetLeft'));
  const list = sendKept(env, actor, draft);
  if (!list.ok) return list;
  const { id: listId = '', digest: listDigest = '' } = list.value ?? {};
  return editDraft(env, () => ({ list: list.value, confirmed: { listId, digest: listDigest, targets: carried } }));
};
