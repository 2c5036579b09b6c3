import type { Problem } from '../../core/base/Problem';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { findDelegate } from '../actors/findDelegate';
import { identify } from '../actors/identify';
import { listToDecide } from '../approvals/showDecisions';
import { hasOldParcels } from '../bridge/clearParcels';
import { dropOldAnswers } from '../bridge/listSourceLabels';
import { setPending } from '../bridge/Question';
import type { Environment } from '../Environment';
import { readOnce } from '../records/readOnce';
import { listEntries } from '../requests/requestStore';
import { decodeInstallation, installationKey, type Installation } from '../setUp/Installation';
import { nextSweepFor } from '../runs/nextSweep';
import { readProgress } from '../runs/progress';
import { listSyncs } from '../sync/syncStore';
import { findDraft } from '../workflow/drafts';
import { hasDraftText } from '../workflow/draftStore';
import { askForLook, findHealth, type Health } from './findHealth';

export type Home =
  /** Nobody set Roster up. Only a super administrator can. */
  | { readonly kind: 'notSetUp'; readonly mayOffer: boolean }
  /** S43, contracts: anybody may open the card and sees whom to ask. */
  | { readonly kind: 'askSomebody'; readonly operatorEmail: string }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | {
      readonly kind: 'administrator';
      readonly isOperator: boolean;
      readonly isDelegate: boolean;
      /** S48: a half-filled wizard; undefined when there is none. */
      readonly draft: { readonly name: string; readonly savedAt: number } | undefined;
      /** Something was kept that this version cannot read. */
      readonly lostDraft: boolean;
      readonly now: number;
      /** Directory id of whoever looks. */
      readonly userId: string;
      readonly requests: readonly RequestEntry[];
      /** B16: what waits for this person's decision, the oldest first. */
      readonly toDecide: readonly RequestEntry[];
      /** By request: how far a run is, and when something happens next. */
      readonly runs: ReadonlyMap<string, HomeRun>;
      /** Syncs that they may see, and those of them that are held. */
      readonly syncs: { readonly all: number; readonly held: number };
      readonly workbookUrl: string;
      readonly operatorEmail: string;
      readonly health: Health;
    };

/** A run that is not over. Targets are counted for each action. */
export interface HomeRun {
  readonly done: number;
  readonly total: number;
  /** At the latest. Milliseconds since the epoch. */
  readonly nextLookAt: number;
}

/** A person without rights in the Directory cannot even look themself up; that is no error of theirs. */
const mayNotLook = (problem: Problem): boolean => problem.code === 'google.notAuthorized' || problem.code === 'google.notFound';

/** From one read of the store, however many there are. */
const runsOf = (
  env: Environment,
  installation: Installation,
  entries: readonly RequestEntry[],
  all: Readonly<Record<string, string>>,
): Map<string, HomeRun> => {
  const still = readOnce(env, all);
  return new Map(
    entries
      .filter(({ state }) => state === 'approved' || state === 'running')
      .map((entry) => {
        const { done, skipped, failed } = entry.outcome;
        const progress = readProgress(still, entry.id) ?? { done: done + skipped + failed, total: entry.targets };
        const run = { done: progress.done, total: progress.total, nextLookAt: nextSweepFor(still, installation, entry) };
        return [entry.id, run];
      }),
  );
};

/** S3: what the sidebar opens with. */
export const showHome = (env: Environment): Home => {
  const all = env.authority.all();
  const installation: Installation | undefined = decodeInstallation(all[installationKey]);
  const user = identify(env);
  if (!user.ok && !mayNotLook(user.problem)) return { kind: 'problem', problem: user.problem };
  const isAdmin = user.ok && user.value.isAdmin;
  if (installation === undefined) return { kind: 'notSetUp', mayOffer: isAdmin };
  const isOperator = user.ok && user.value.id === installation.operatorId;
  const delegate = isAdmin || isOperator ? undefined : findDelegate(env, user.ok ? user.value : undefined);
  if (!isAdmin && !isOperator && delegate === undefined) return { kind: 'askSomebody', operatorEmail: installation.operatorEmail };
  // A sweep looks only when something waits; whoever opens Roster sees that old parcels do.
  if (hasOldParcels(all, env.now())) setPending(env);
  dropOldAnswers(env, all);
  const draft = findDraft(env);
  const health = findHealth(env, installation, all, isOperator);
  askForLook(env, all);
  // A delegate sees what they asked for themself.
  const requests = listEntries(env, all).filter(({ requesterId }) => delegate === undefined || requesterId === delegate.id);
  const syncs = listSyncs(env, all).filter(({ ownerId }) => delegate === undefined || ownerId === delegate.id);
  return {
    kind: 'administrator',
    isOperator,
    isDelegate: delegate !== undefined,
    draft: draft === undefined ? undefined : { name: draft.name, savedAt: draft.savedAt ?? env.now() },
    lostDraft: draft === undefined && hasDraftText(env),
    now: env.now(),
    userId: user.ok ? user.value.id : (delegate?.id ?? ''),
    requests,
    toDecide: user.ok ? listToDecide(env, { email: user.value.primaryEmail, subject: user.value.id }, all) : [],
    runs: runsOf(env, installation, requests, all),
    syncs: { all: syncs.length, held: syncs.filter(({ state }) => state === 'held').length },
    workbookUrl: installation.workbookUrl,
    operatorEmail: installation.operatorEmail,
    health,
  };
};
