import { digest } from '../../core/base/digest';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { covers, unusedCaps, type CoverFacts, type TargetStanding, type UsedCaps } from '../../core/approvals/covers';
import { decodePreApproval, type PreApproval } from '../../core/approvals/PreApproval';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import type { OrgUnit } from '../../core/directory/OrgUnit';
import type { Intent } from '../../core/workflows/Intent';
import { listMembers, listOrgUnits } from '../../google/directory';
import type { Subject, Task } from '../../google/Call';
import { readPolicy } from '../approvals/policyStore';
import type { Environment } from '../Environment';
import { doTask } from '../runs/doTask';

const prefix = 'preApproval.';
/** Script property of a record. */
export const preApprovalKey = (id: string): string => prefix + id;
const usePrefix = 'preApprovalUse.';
const self: Subject = { kind: 'self' };

export const listPreApprovals = (env: Environment): PreApproval[] => {
  const all = env.authority.all();
  return Object.keys(all)
    .filter((key) => key.startsWith(prefix))
    .sort()
    .map((key) => decodePreApproval(all[key] ?? ''))
    .filter((record): record is PreApproval => record !== undefined);
};

export const getPreApproval = (env: Environment, id: string): Result<PreApproval> => {
  const text = env.authority.get(prefix + id);
  const record = text === undefined ? undefined : decodePreApproval(text);
  return record === undefined ? fail(problem('preApproval.gone', { preApproval: id })) : ok(record);
};

/** As script properties: it ends at once, and what was sent under it and did not run yet is refused at its run. */
export const endedPreApproval = (env: Environment, record: PreApproval): Readonly<Record<string, string>> => ({
  [prefix + record.id]: JSON.stringify({ ...record, until: Math.min(record.until, env.now()) }),
});

/** An ended one stays listed this long. */
const keptMilliseconds = 30 * 24 * 60 * 60 * 1000;

export const dropOldPreApprovals = (env: Environment): void => {
  for (const { id } of listPreApprovals(env).filter(({ until }) => until + keptMilliseconds < env.now())) {
    env.authority.delete(prefix + id);
    env.authority.delete(usePrefix + id);
  }
};

/** What the intent binds of the record: any change of it voids what was previewed under it. */
export const preApprovalDigest = (record: PreApproval): string => digest(record).slice(0, 32);

/** The organizational unit of a path and all above it. */
const unitsAbove = (path: string, orgUnits: readonly OrgUnit[]): string[] =>
  orgUnits
    .filter((unit) => unit.orgUnitPath === '/' || path === unit.orgUnitPath || path.startsWith(`${unit.orgUnitPath}/`))
    .map((unit) => unit.orgUnitId);

function* observeStandings(records: readonly PreApproval[], users: readonly DirectoryUser[]): Task<Result<Record<string, TargetStanding>>> {
  const orgUnits = yield* listOrgUnits(self);
  if (!orgUnits.ok) return orgUnits;
  const groupsOf = new Map<string, string[]>();
  for (const groupId of new Set(records.flatMap((record) => record.scope.groupIds ?? []))) {
    const members = yield* listMembers(self, groupId);
    if (!members.ok && members.problem.code === 'google.notFound') continue;
    if (!members.ok) return members;
    for (const member of members.value) {
      if (member.type === 'USER' && member.id !== undefined) groupsOf.set(member.id, [...(groupsOf.get(member.id) ?? []), groupId]);
    }
  }
  const standings: Record<string, TargetStanding> = {};
  for (const user of users) {
    standings[user.id] = {
      orgUnitIds: unitsAbove(user.orgUnitPath, orgUnits.value),
      groupIds: groupsOf.get(user.id) ?? [],
      domain: user.primaryEmail.split('@')[1] ?? '',
    };
  }
  return ok(standings);
}

/** Where the targets stand, as far as these records ask. */
export const standingsFor = (
  env: Environment,
  records: readonly PreApproval[],
  users: readonly DirectoryUser[],
): Result<CoverFacts['standings']> => (records.length === 0 ? ok({}) : doTask(env, () => observeStandings(records, users)));

const dayOf = (milliseconds: number): number => Math.floor(milliseconds / 86_400_000);

/** What requests used of a record's caps today (UTC), and targets ever. */
export const capsUsed = (env: Environment, id: string): { readonly today: UsedCaps; readonly ever: number } => {
  const [day, targets = 0, ever = 0, deletions = 0] = (env.authority.get(usePrefix + id) ?? '').split(' ').map((part) => Number(part) || 0);
  return { today: day === dayOf(env.now()) ? { targets, deletions } : unusedCaps, ever };
};

/** As script properties; to be stored under the script lock, together with the request that is let through. */
export const useCaps = (env: Environment, id: string, { targets, deletions }: UsedCaps): Readonly<Record<string, string>> => {
  const { today, ever } = capsUsed(env, id);
  return { [usePrefix + id]: `${dayOf(env.now())} ${today.targets + targets} ${ever + targets} ${today.deletions + deletions}` };
};

/** The first record that lets the intent through, when its run may begin (S51). */
export const findCovering = (
  env: Environment,
  intent: Intent,
  standings: CoverFacts['standings'],
): { readonly id: string; readonly digest: string } | undefined => {
  const at = Math.max(env.now(), intent.workflow.startAt ?? 0);
  const policy = readPolicy(env);
  const record = listPreApprovals(env).find(
    (one) => covers(one, intent, { policy, standings, usedToday: capsUsed(env, one.id).today }, at).ok,
  );
  return record === undefined ? undefined : { id: record.id, digest: preApprovalDigest(record) };
};
