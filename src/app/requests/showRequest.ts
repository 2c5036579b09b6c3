import { fail, ok, type Result } from '../../core/base/Result';
import { problem, type Problem } from '../../core/base/Problem';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { isClosed } from '../../core/approvals/RequestState';
import { othersThan } from '../../core/approvals/Policy';
import type { Quotas } from '../../core/plan/quotas';
import { getUser } from '../../google/directory';
import type { Actor } from '../actors/identify';
import { readNote } from '../approvals/officerNotes';
import { readPolicy } from '../approvals/policyStore';
import { maySeeToDecide, showDecisions, type ShownDecision } from '../approvals/showDecisions';
import { answerQuestion } from '../bridge/answerQuestion';
import { pageUrlOf } from '../bridge/pageUrl';
import { findQuestion } from '../bridge/Question';
import type { Environment } from '../Environment';
import { findOrigin } from '../imports/writeImportResults';
import { nextSweepFor } from '../runs/nextSweep';
import { asWriter } from '../runs/asWriter';
import { readProgress, type RunProgress } from '../runs/progress';
import { readHeld } from '../runs/held';
import { findSilence, type Silence } from '../runs/silence';
import { isStopped, mayStop } from '../runs/stopRun';
import { givesUpAt, readTrouble, type Trouble } from '../runs/trouble';
import { configuredQuotas } from '../setUp/configuredQuotas';
import { openWorkbook } from '../setUp/openFiles';
import { openUndoOf } from '../undo/askForUndo';
import { mayUndo } from '../undo/mayUndo';
import { mayAskAgain } from './askAgain';
import { getRequest } from './requestStore';
import { hinderedBy } from './sendRequest';
import { digestOfView, readAsked, type Asked } from './requestsView';
import { readPreviewView, readResultsView, type PreviewLine, type ResultLine } from './views';

/** S35–S36: everything about one request, for any administrator. */
export interface RequestRecord {
  readonly entry: RequestEntry;
  /** Address; when the account is gone, the one it had. */
  readonly requester: string;
  /** As the operator wrote it down; absent before that, and when somebody edited the cells. */
  readonly asked?: Asked;
  readonly isMine: boolean;
  readonly preview: readonly PreviewLine[];
  /** The preview in the workbook is not the one that was made: somebody edited the cells. */
  readonly previewAltered: boolean;
  readonly quotas: Quotas;
  readonly results: readonly ResultLine[];
  readonly workbookUrl: string;
  /** The operator's page about this request; empty when there is none. */
  readonly pageUrl: string;
  readonly progress?: RunProgress;
  /** Somebody pressed Stop, and the run is not closed yet. */
  readonly stopping: boolean;
  /** What keeps the operator from going on with it. */
  readonly held?: Problem;
  readonly silence?: Silence;
  /** Why it does not get on; `givesUpAt`: when it fails because of that. */
  readonly trouble?: Trouble & { readonly givesUpAt: number };
  readonly isOperator: boolean;
  readonly mayStop: boolean;
  /** What keeps it from being sent; absent when nothing does. */
  readonly hindered?: Problem;
  /** Addresses of the officers who may decide about it, as Roster last saw them. */
  readonly officers: readonly string[];
  readonly decisions: readonly ShownDecision[];
  /** B2: the person who looks may ask for the same once more. */
  readonly mayAskAgain: boolean;
  /** B6: whether its run can be undone; `undo`: the request that does it and is not closed yet. */
  readonly mayUndo: boolean;
  readonly undo?: string;
  /** I33: it is over, and the person who looks read its rows from a Sheet. */
  readonly mayWriteResults: boolean;
  /** The person who looks may decide now. */
  readonly mayDecide: boolean;
  /** When the operator looks next at the latest, and now. Milliseconds since the epoch. */
  readonly nextLookAt: number;
  readonly now: number;
}

/** A card has 30 seconds; what is bigger is prepared by the sweep, even for the operator. */
const inlineTargets = 20;

/** The operator at the keyboard answers at once what is small. */
const answerInline = (env: Environment, actor: Actor, entry: RequestEntry): void => {
  if (!actor.isOperator || entry.state !== 'preparing' || entry.targets > inlineTargets) return;
  if (actor.installation.version !== env.version) return;
  const question = findQuestion(env, entry.id);
  if (question !== undefined) asWriter(env, (writer) => void answerQuestion(writer.env, actor.installation, question));
};

export const showRequest = (env: Environment, actor: Actor, requestId: string): Result<RequestRecord> => {
  const found = getRequest(env, requestId);
  if (!found.ok) return found;
  if (actor.isDelegate && found.value.requesterId !== actor.user.id) return fail(problem('request.notFound', { request: requestId }));
  answerInline(env, actor, found.value);
  const entry = getRequest(env, requestId);
  if (!entry.ok) return entry;
  const isMine = entry.value.requesterId === actor.user.id;
  const requester = isMine ? undefined : env.asSelf(getUser({ kind: 'self' }, entry.value.requesterId), { calls: 1 });
  const workbook = openWorkbook(env, actor.installation);
  if (!workbook.ok) return workbook;
  const preview = readPreviewView(workbook.value, requestId);
  const { state } = entry.value;
  const isOpen = state === 'approved' || state === 'running';
  const stopping = isOpen && isStopped(env, requestId);
  const progress = state === 'running' ? readProgress(env, requestId) : undefined;
  const results = readResultsView(workbook.value, requestId);
  const asked = readAsked(workbook.value, requestId);
  const isWritten = entry.value.viewDigest !== '';
  const previewAltered = isWritten && digestOfView(asked, preview) !== entry.value.viewDigest;
  const requesterBefore = !isWritten || previewAltered || asked.requester === '' ? entry.value.requesterId : `was ${asked.requester}`;
  const waits = isOpen || state === 'preparing';
  const all = waits ? env.authority.all() : {};
  const held = waits ? readHeld(all) : undefined;
  const trouble = waits ? readTrouble(env, requestId) : undefined;
  const silence = waits && held === undefined ? findSilence(env, actor.installation, all) : undefined;
  const hindered = state === 'prepared' ? hinderedBy(env, actor.installation.operatorEmail, entry.value) : undefined;
  const undo = mayUndo(entry.value) ? openUndoOf(env, requestId) : undefined;
  const me = { email: actor.user.primaryEmail, subject: actor.user.id };
  return ok({
    entry: entry.value,
    requester: requester === undefined ? actor.user.primaryEmail : requester.ok ? requester.value.primaryEmail : requesterBefore,
    ...(isWritten && !previewAltered ? { asked } : {}),
    isMine,
    preview,
    previewAltered,
    quotas: configuredQuotas(env),
    results,
    workbookUrl: actor.installation.workbookUrl,
    pageUrl: pageUrlOf(actor.installation.webAppUrl, requestId),
    ...(progress === undefined ? {} : { progress }),
    stopping,
    ...(held === undefined ? {} : { held }),
    ...(silence === undefined ? {} : { silence }),
    ...(trouble === undefined || trouble.tries === 0 ? {} : { trouble: { ...trouble, givesUpAt: givesUpAt(trouble) } }),
    isOperator: actor.isOperator,
    mayStop: isOpen && !stopping && mayStop(env, actor, entry.value),
    ...(hindered === undefined ? {} : { hindered }),
    officers: othersThan(readPolicy(env), entry.value.requesterId).map(({ email }) => email),
    decisions: showDecisions(env, requestId, actor.user.id),
    mayAskAgain: mayAskAgain(entry.value, actor.user.id),
    mayUndo: mayUndo(entry.value),
    ...(undo === undefined ? {} : { undo: undo.id }),
    mayWriteResults: isMine && isClosed(state) && results.length > 0 && findOrigin(env, requestId) !== undefined,
    mayDecide: !previewAltered && maySeeToDecide(env, entry.value, me, readNote(requestId, env.authority.all())?.barred),
    nextLookAt: nextSweepFor(env, actor.installation, entry.value),
    now: env.now(),
  });
};
