import { findOfficer, mayDecide, type Claimant } from '../../core/approvals/mayDecide';
import type { OfficerNote } from '../../core/approvals/OfficerNote';
import { othersThan, type Officer } from '../../core/approvals/Policy';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { problem, type Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { pageUrlOf } from '../bridge/pageUrl';
import type { Environment } from '../Environment';
import { listEntries } from '../requests/requestStore';
import { nextSweep, nextSweepFor } from '../runs/nextSweep';
import { stopKey } from '../runs/stopRun';
import { readInstallation, type Installation } from '../setUp/Installation';
import { hasDecided } from './claims';
import { readNote } from './officerNotes';
import { readPolicy } from './policyStore';
import { showDecisions, type ShownDecision } from './showDecisions';
import { codeOf } from './summarizeRequest';

/** One request as an officer sees it who allowed Roster next to nothing: all of it out of script properties. Times in milliseconds since the epoch. */
export interface RequestForOfficer {
  readonly entry: RequestEntry;
  readonly code: string;
  /** Absent before officers were asked, and once the request is closed. */
  readonly note?: OfficerNote;
  /** Addresses of the officers who may decide, as Roster last saw them. */
  readonly officers: readonly string[];
  readonly decisions: readonly ShownDecision[];
  /** Why this officer may not decide now; absent: they may. */
  readonly refused?: Problem;
  /** B15: it was let through and is not over, and nobody pressed Stop yet. */
  readonly mayStop: boolean;
  readonly stopping: boolean;
  /** The operator's page about it, with the whole preview; empty when there is none. */
  readonly pageUrl: string;
  /** When the operator looks at it next, at the latest, and when it looks after that. */
  readonly nextLookAt: number;
  readonly lookAfterAt: number;
  readonly now: number;
}

export interface OfficerAtKeyboard {
  readonly installation: Installation;
  readonly all: Readonly<Record<string, string>>;
  readonly officer: Officer;
}

/** Who is at the keyboard, as far as somebody knows who may not look in the Directory: the operator looks it up before anything counts. */
export const claimantOf = ({ who }: Environment): Claimant => {
  const { subject } = who;
  return { email: who.activeEmail, ...(subject === undefined ? {} : { subject }) };
};

/** An officer by script properties, on an installation that may run. */
export const requireOfficer = (env: Environment): Result<OfficerAtKeyboard> => {
  const installation = readInstallation(env);
  if (!installation.ok) return installation;
  const all = env.authority.all();
  const officer = findOfficer(readPolicy(env, all), claimantOf(env));
  if (officer === undefined) return fail(problem('decision.notOfficer'));
  if (installation.value.version !== env.version) return fail(problem('setUp.versionNotRecorded'));
  return ok({ installation: installation.value, all, officer });
};

const refusal = (
  env: Environment,
  { all, officer }: OfficerAtKeyboard,
  entry: RequestEntry,
  note: OfficerNote | undefined,
): Problem | undefined => {
  const allowed = mayDecide(entry, entry.digest, officer, env.now(), note?.barred);
  if (!allowed.ok) return allowed.problem;
  if (hasDecided(env, entry.id, officer.userId, all)) return problem('decision.alreadyDecided', { name: entry.name });
  return note === undefined ? problem('decision.notSummarized', { name: entry.name }) : undefined;
};

const present = (env: Environment, atKeyboard: OfficerAtKeyboard, entry: RequestEntry): RequestForOfficer => {
  const { installation, all, officer } = atKeyboard;
  const note = readNote(entry.id, all);
  const refused = refusal(env, atKeyboard, entry, note);
  const nextLookAt = nextSweepFor(env, installation, entry);
  const isOpen = entry.state === 'approved' || entry.state === 'running';
  const stopping = isOpen && all[stopKey(entry.id)] !== undefined;
  return {
    entry,
    code: codeOf(entry.digest),
    ...(note === undefined ? {} : { note }),
    officers: othersThan(readPolicy(env, all), entry.requesterId)
      .filter(({ userId }) => note?.barred.includes(userId) !== true)
      .map(({ email }) => email),
    decisions: showDecisions(env, entry.id, officer.userId, all),
    ...(refused === undefined ? {} : { refused }),
    mayStop: isOpen && !stopping,
    stopping,
    pageUrl: pageUrlOf(installation.webAppUrl, entry.id),
    nextLookAt,
    lookAfterAt: nextSweep(env, installation, nextLookAt),
    now: env.now(),
  };
};

/** `reference`: the request's id, or how it begins. To who is no officer it is not told whether there is such a request. */
export const showToOfficer = (env: Environment, reference: string): Result<RequestForOfficer> => {
  const officer = requireOfficer(env);
  if (!officer.ok) return officer;
  const [entry, ...more] = listEntries(env, officer.value.all).filter(({ id }) => id.startsWith(reference));
  if (reference === '' || entry === undefined || more.length > 0) return fail(problem('request.notFound', { request: reference }));
  return ok(present(env, officer.value, entry));
};
