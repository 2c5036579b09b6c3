import { isCopy } from '../../core/workflows/Action';
import { digest } from '../../core/base/digest';
import { problem, type Problem } from '../../core/base/Problem';
import { ok, type Result } from '../../core/base/Result';
import { packTargetList, placesIn } from '../../core/directory/TargetList';
import { resolveTargets } from '../../core/directory/resolveTargets';
import { selectorKey } from '../../core/directory/TargetSelection';
import type { TargetListRef, WorkflowDraft } from '../../core/workflows/WorkflowDraft';
import type { Actor } from '../actors/identify';
import { selectionParcelOf, type AskedSelection } from '../bridge/answerTargets';
import { pageUrlOf } from '../bridge/pageUrl';
import { findParcel, sendParcel } from '../bridge/parcel';
import { findQuestion, queueQuestion } from '../bridge/Question';
import { findRefusal } from '../bridge/refusal';
import type { Environment } from '../Environment';
import { openWorkbook } from '../setUp/openFiles';
import { saveDraft } from '../workflow/drafts';
import { forgetList } from './forgetList';
import { observeSelection } from './observeSelection';
import { keepTargetList, keptTargetList, openKeptList, openParcelList, type OpenTargetList } from './openTargetList';

/**
 * What a card looks up itself: it has 30 seconds (https://developers.google.com/workspace/add-ons/concepts/actions), people wait for
 * about 3, and a page of 500 users takes a fifth of a second and more. What needs more calls is the operator's question.
 */
const callLimit = 8;
/** With a selection that cannot travel in a property, writing the parcel takes its share of the time. */
const callLimitWithParcel = 4;
/** Of the 9 KB of a property; there may be 100 questions. */
const askedLimit = 2500;

export type TargetsState =
  | { readonly kind: 'listed'; readonly draft: WorkflowDraft; readonly list: OpenTargetList }
  /** The operator was asked. `pageUrl`: the page that does it at once; empty when there is none. */
  | { readonly kind: 'preparing'; readonly draft: WorkflowDraft; readonly askedAt: number; readonly pageUrl: string }
  | { readonly kind: 'refused'; readonly draft: WorkflowDraft; readonly problem: Problem };

/** `keep`: what was looked up is shown. `ifSmall`: read anew where the card can do it. `always`: the person asks for it. */
export type Again = 'keep' | 'ifSmall' | 'always';

const selectorsDigest = (draft: WorkflowDraft): string => digest(draft.selection.selectors.map(selectorKey).sort()).slice(0, 16);

const sourceIds = (draft: WorkflowDraft): string[] =>
  draft.actions.filter(isCopy).flatMap((action) => (action.source === undefined ? [] : [action.source.userId]));

/** Stores another list: what was confirmed of the last one has to be confirmed again. */
const replaceList = (env: Environment, draft: WorkflowDraft, list: TargetListRef): Result<WorkflowDraft> => {
  forgetList(env, draft);
  return saveDraft(env, { ...draft, list, confirmed: undefined, previewed: false });
};

const ask = (env: Environment, actor: Actor, draft: WorkflowDraft, asked: AskedSelection): Result<TargetsState> => {
  const [id, now, text] = [env.newId(), env.now(), JSON.stringify(asked)];
  // The draft knows its question first: an execution that is cut short in between leaves none that nobody reads.
  const list = { id, selectors: selectorsDigest(draft), kept: 'question', digest: '', lookedUpAt: now, left: [] } as const;
  const saved = replaceList(env, draft, list);
  if (!saved.ok) return saved;
  const fits = text.length <= askedLimit;
  if (!fits) {
    const workbook = openWorkbook(env, actor.installation);
    if (!workbook.ok) return workbook;
    const sent = sendParcel(env, workbook.value, { id: selectionParcelOf(id), kind: 'selection', authorId: actor.user.id, text });
    if (!sent.ok) return sent;
  }
  const queued = queueQuestion(env, { kind: 'targets', id, askedBy: actor.user.id, askedAt: now, asked: fits ? text : '' });
  if (!queued.ok) return queued;
  return ok({ kind: 'preparing', draft: saved.value, askedAt: now, pageUrl: pageUrlOf(actor.installation.webAppUrl, id) });
};

/** Looks the selection up as the signed-in person, and asks the operator when that takes too many calls. */
const lookUp = (env: Environment, actor: Actor, draft: WorkflowDraft): Result<TargetsState> => {
  const asked: AskedSelection = { ...draft.selection, sourceUserIds: sourceIds(draft) };
  // Google shows the Directory to administrators only.
  if (actor.isDelegate) return ask(env, actor, draft, asked);
  const calls = JSON.stringify(asked).length <= askedLimit ? callLimit : callLimitWithParcel;
  const listings = env.asSelf(observeSelection(draft.selection), { calls });
  if (!listings.ok) return listings.problem.code === 'platform.tooManyCalls' ? ask(env, actor, draft, asked) : listings;
  const resolution = resolveTargets({ selectors: asked.selectors, excludedUserIds: asked.sourceUserIds }, listings.value);
  // Who is left out is not part of this list: the same users again have the same digest, whatever was done to them.
  const packed = packTargetList(resolution, []);
  const list = openKeptList(packed);
  keepTargetList(env, packed);
  const selectors = selectorsDigest(draft);
  // The same users again: what was confirmed still holds.
  const isSame = draft.list?.digest === list.digest && draft.list.selectors === selectors;
  if (isSame && (draft.list?.kept === 'card' || findParcel(env, draft.list?.id ?? '').ok)) return ok({ kind: 'listed', draft, list });
  const left = placesIn(packed.parts, asked.excludedUserIds);
  const ref = { id: env.newId(), selectors, kept: 'card', digest: list.digest, lookedUpAt: env.now(), left } as const;
  const saved = replaceList(env, draft, ref);
  return saved.ok ? ok({ kind: 'listed', draft: saved.value, list }) : saved;
};

/** Whether the operator answered. Undefined: the question was cut short or its answer is too old. */
const answered = (env: Environment, actor: Actor, draft: WorkflowDraft, ref: TargetListRef): Result<TargetsState> | undefined => {
  const question = findQuestion(env, ref.id);
  if (question !== undefined) {
    const pageUrl = pageUrlOf(actor.installation.webAppUrl, ref.id);
    return ok({ kind: 'preparing', draft, askedAt: question.askedAt, pageUrl });
  }
  const refusal = findRefusal(env, ref.id);
  if (refusal !== undefined) return ok({ kind: 'refused', draft, problem: refusal });
  const arrived = findParcel(env, ref.id);
  if (!arrived.ok) return undefined;
  const list = openParcelList(env, actor.installation, { id: ref.id }, actor.user.id);
  if (!list.ok) return list.problem.code === 'parcel.altered' ? ok({ kind: 'refused', draft, problem: problem('targets.altered') }) : list;
  const saved = saveDraft(env, {
    ...draft,
    list: { ...ref, kept: 'parcel', digest: list.value.digest, lookedUpAt: arrived.value.at, left: list.value.head.left },
  });
  return saved.ok ? ok({ kind: 'listed', draft: saved.value, list: list.value }) : saved;
};

/** A list that lies in a parcel. Undefined: it is gone, and looked up anew. What was altered on its way is refused and said so. */
const opened = (env: Environment, actor: Actor, draft: WorkflowDraft, ref: TargetListRef): Result<TargetsState> | undefined => {
  const arrived = findParcel(env, ref.id);
  if (!arrived.ok) return undefined;
  const list = openParcelList(env, actor.installation, ref, actor.user.id);
  if (list.ok) return ok({ kind: 'listed', draft, list: list.value });
  return list.problem.code === 'parcel.altered' ? ok({ kind: 'refused', draft, problem: problem('targets.altered') }) : list;
};

const keptOf = (env: Environment, actor: Actor, draft: WorkflowDraft, ref: TargetListRef): Result<TargetsState> | undefined => {
  if (ref.kept === 'question') return answered(env, actor, draft, ref);
  if (ref.kept !== 'card') return opened(env, actor, draft, ref);
  const packed = keptTargetList(env, ref.digest);
  return packed === undefined ? undefined : ok({ kind: 'listed', draft, list: openKeptList(packed) });
};

/** S14: the users behind the selection, as they are read page by page. */
export const lookUpTargets = (env: Environment, actor: Actor, draft: WorkflowDraft, again: Again): Result<TargetsState> => {
  // New users stand in no Directory: the list is what was read from the Sheet, or is read there again.
  if (draft.type === 'onboard') {
    const read = draft.list === undefined ? undefined : opened(env, actor, draft, draft.list);
    return read ?? ok({ kind: 'refused', draft, problem: problem('users.sheetGone') });
  }
  const ref = draft.list?.selectors === selectorsDigest(draft) ? draft.list : undefined;
  const isSmall = ref === undefined || ref.kept === 'card' || ref.kept === 'sent';
  const waits = ref?.kept === 'question' && findQuestion(env, ref.id) !== undefined;
  const useKept = ref !== undefined && (waits || again === 'keep' || (again === 'ifSmall' && !isSmall));
  const kept = useKept ? keptOf(env, actor, draft, ref) : undefined;
  if (kept !== undefined) return kept;
  return isSmall ? lookUp(env, actor, draft) : ask(env, actor, draft, { ...draft.selection, sourceUserIds: sourceIds(draft) });
};
