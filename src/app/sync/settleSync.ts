import { advance, type RequestEntry } from '../../core/approvals/RequestEntry';
import { describePairs } from '../../core/audit/describeEntry';
import { problem } from '../../core/base/Problem';
import type { Problem } from '../../core/base/Problem';
import type { TargetOutcome } from '../../core/runs/TargetOutcome';
import { standsAlone } from '../../core/sync/SyncContactsAction';
import { isSync } from '../../core/workflows/Action';
import type { BoundSync, Intent } from '../../core/workflows/Intent';
import { untouched } from '../apply/untouched';
import { eventOf } from '../audit/auditEvents';
import { findQuestion, pendingNow } from '../bridge/Question';
import type { Environment, Tables } from '../Environment';
import { addressBook } from '../requests/addressBook';
import { dropNightsBefore, dropRequest } from '../requests/dropRequest';
import type { TargetPreview } from '../requests/previewTarget';
import { getIntent, getOrder, readPreviews } from '../requests/records';
import { changeRequest, getRequest } from '../requests/requestStore';
import type { Installation } from '../setUp/Installation';
import { findStanding } from './findStanding';
import { holdSync } from './holdSync';
import { recordSyncRun } from './recordSyncRun';

const guardCodes: readonly string[] = ['sync.tooManyDeletions', 'sync.tooLargeShare'];

/** B5: all or nothing. Why nothing is to be done anywhere; undefined: the standing approval lets all of it through. */
const findObjection = (env: Environment, ledger: Tables, intent: Intent, previews: readonly TargetPreview[]): Problem | undefined => {
  const guarded = previews.flatMap((one) => (guardCodes.includes(one.problem?.code ?? '') ? [one.problem] : []));
  if (guarded.length === 1) return guarded[0];
  if (guarded.length > 1) return problem('sync.beyondGuard', { count: guarded.length });
  const standing = findStanding(env, ledger, intent);
  return standing.ok ? undefined : standing.problem;
};

const asOutcome = ({ targetId, problem: why, putBack }: TargetPreview): TargetOutcome => {
  if (why !== undefined) return untouched(targetId, why);
  const nothing = { created: 0, changed: 0, deleted: 0, skipped: 0, failed: 0 };
  return { targetId, status: 'done', ...nothing, ...(putBack === undefined ? {} : { putBack }) };
};

/** Every destination is as it shall be: noted, and no request of it is kept. */
const noteNothingToDo = (
  { env, ledger, workbook }: { readonly env: Environment; readonly ledger: Tables; readonly workbook: Tables },
  entry: RequestEntry,
  intent: Intent,
  bound: BoundSync,
  previews: readonly TargetPreview[],
): void => {
  recordSyncRun({
    env,
    ledger,
    workbook,
    requestId: entry.id,
    bound,
    targetIds: intent.targetIds,
    outcomes: previews.map(asOutcome),
    addressOf: addressBook(ledger, entry.id, undefined),
    reason: undefined,
  });
  const details = describePairs({ request: entry.id, targets: intent.targetIds.length });
  env.authority.setAll(eventOf(env, { what: 'sync.inStep', subject: bound.sync.id, details }));
  dropRequest(env, ledger, workbook, entry);
};

/**
 * What becomes of a run of a sync once it is previewed: nobody looks at a night, so it is let through by the standing approval, or held
 * whole. A request that officers decide about waits for its author, as any other.
 */
export const settleSync = (env: Environment, installation: Installation, requestId: string): void => {
  const entry = getRequest(env, requestId);
  const syncId = entry.ok ? entry.value.sync : undefined;
  if (!entry.ok || syncId === undefined) return;
  const [ledger, workbook] = [env.ledger(installation.ledgerId), env.workbook(installation.workbookId)];
  if (!ledger.ok || !workbook.ok) return;
  if (entry.value.state === 'failed') {
    const ordered = getOrder(ledger.value, requestId)?.actions.find(isSync);
    const question = findQuestion(env, requestId);
    const purpose = ordered?.purpose ?? (question?.kind === 'prepare' ? question.purpose : undefined);
    if (purpose === undefined || !standsAlone(purpose)) return;
    holdSync(env, installation, syncId, entry.value.reason ?? problem('run.bug'), ordered?.night ?? '');
    return;
  }
  const intent = entry.value.state === 'prepared' ? getIntent(ledger.value, requestId) : undefined;
  const bound = intent?.actions.find(isSync);
  if (intent === undefined || bound === undefined || !standsAlone(bound.purpose)) return;
  const previews = readPreviews(ledger.value, requestId);
  const objection = findObjection(env, ledger.value, intent, previews);
  if (objection !== undefined || intent.standing === undefined) {
    const held = changeRequest(env, requestId, (current) => advance(current, 'withdrawn', env.now()));
    if (held.ok && bound.purpose === 'night') dropNightsBefore(env, ledger.value, workbook.value, held.value);
    holdSync(env, installation, syncId, objection ?? problem('sync.approvalMissing'), bound.night);
    return;
  }
  if (previews.every(({ creates }) => creates === 0)) {
    noteNothingToDo({ env, ledger: ledger.value, workbook: workbook.value }, entry.value, intent, bound, previews);
    return;
  }
  changeRequest(
    env,
    requestId,
    (current) => advance(current, 'approved', env.now()),
    () => pendingNow,
  );
};
