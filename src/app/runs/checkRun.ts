import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { covers, unusedCaps } from '../../core/approvals/covers';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { intentDigest, plannerVersion, type Intent } from '../../core/workflows/Intent';
import { readPolicy } from '../approvals/policyStore';
import type { Environment, Tables } from '../Environment';
import { checkOfficers } from '../approvals/checkOfficers';
import { getPreApproval, preApprovalDigest, standingsFor } from '../requests/preApprovals';
import { checkLetThrough } from '../approvals/checkLetThrough';
import { findStanding } from '../sync/findStanding';
import { getIntent } from '../requests/records';

/** B2: the intent, if it is what was approved. */
export const readIntent = (ledger: Tables, entry: RequestEntry): Result<Intent> => {
  const intent = getIntent(ledger, entry.id);
  if (intent === undefined) return fail(problem('run.intentGone'));
  if (entry.digest === '' || intentDigest(intent) !== entry.digest) return fail(problem('run.intentAltered'));
  if (intent.requesterId !== entry.requesterId || intent.requestId !== entry.id) return fail(problem('run.intentAltered'));
  if (intent.plannerVersion !== plannerVersion) return fail(problem('run.otherPlanner'));
  return ok(intent);
};

const checkPreApproval = (
  env: Environment,
  entry: RequestEntry,
  intent: Intent,
  preApproval: NonNullable<Intent['preApproval']>,
  users: readonly DirectoryUser[],
): Result<void> => {
  const record = getPreApproval(env, preApproval.id);
  if (!record.ok) return record;
  if (preApprovalDigest(record.value) !== preApproval.digest) return fail(problem('preApproval.changed', { preApproval: record.value.id }));
  const standings = standingsFor(env, [record.value], users);
  if (!standings.ok) return standings;
  const there = new Set(users.map((user) => user.id));
  // Who is gone gets nothing, so the bounds need not hold for them. The cap of the day was charged when the request was sent.
  const present = { ...intent, targetIds: intent.targetIds.filter((userId) => there.has(userId)) };
  // An end date that passes while a run goes on does not cut it in two; a record that was withdrawn or changed does.
  const at = entry.state === 'running' ? Math.min(env.now(), record.value.until - 1) : env.now();
  return covers(record.value, present, { policy: readPolicy(env), standings: standings.value, usedToday: unusedCaps }, at);
};

/** The standing approval of a sync's rule is the one that it was previewed under, and holds now. */
const checkStanding = (env: Environment, ledger: Tables, intent: Intent): Result<void> => {
  const standing = findStanding(env, ledger, intent);
  if (!standing.ok) return standing;
  return standing.value === intent.standing ? ok(undefined) : fail(problem('sync.ruleChanged'));
};

/** Everything an approval rests on is looked at again when it is used: the pre-approval, or the officers who approved. */
export const checkApproval = (
  env: Environment,
  ledger: Tables,
  entry: RequestEntry,
  intent: Intent,
  users: readonly DirectoryUser[],
): Result<void> => {
  if (entry.state === 'approved' && env.now() >= intent.expiresAt) return fail(problem('request.expired', { name: entry.name }));
  if (intent.preApproval !== undefined) return checkPreApproval(env, entry, intent, intent.preApproval, users);
  if (intent.standing !== undefined) return checkStanding(env, ledger, intent);
  if (intent.needed === 0) return checkLetThrough(env, ledger, intent, 'itself', users);
  const officers = checkOfficers(env, entry, intent);
  return officers.ok ? ok(undefined) : officers;
};
