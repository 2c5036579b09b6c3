import { canDecide } from '../../core/approvals/checkSettings';
import { fewestOfficers, type Policy } from '../../core/approvals/Policy';
import type { ShownPreApproval } from '../../core/approvals/ShownPreApproval';
import { problem, type Problem } from '../../core/base/Problem';
import { ok, type Result } from '../../core/base/Result';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import type { Actor } from '../actors/identify';
import { showAudit, type ShownAudit } from '../audit/askAudit';
import type { Environment } from '../Environment';
import { observeOfficers } from './observeSettings';
import { readPolicy } from './policyStore';
import { showPreApprovals } from './showPreApprovals';

/** Who decides, and how, as the settings card shows it. */
export interface ShownSettings {
  readonly isOperator: boolean;
  readonly operatorEmail: string;
  readonly officers: readonly { readonly email: string; readonly appointedAt: number; readonly active: boolean }[];
  readonly policy: Policy;
  readonly preApprovals: readonly ShownPreApproval[];
  readonly warnings: readonly Problem[];
  /** Break-glass: too few officers are left to decide about an appointment. */
  readonly mayGiveNotice: boolean;
  readonly audit: ShownAudit;
  readonly now: number;
}

const warningsOf = (actor: Actor, policy: Policy, active: number): Problem[] => {
  const { operatorId, operatorEmail } = actor.installation;
  if (policy.officers.length === 0) return [problem('settings.noOfficer')];
  return [
    ...(active < fewestOfficers ? [problem('settings.fewOfficers', { active })] : []),
    ...(active > 0 && policy.needed > active - 1 && active >= fewestOfficers
      ? [problem('settings.neededMoreThanActive', { needed: policy.needed, active })]
      : []),
    ...(policy.officers.some(({ userId }) => userId === operatorId)
      ? [problem('settings.operatorIsOfficer', { address: operatorEmail })]
      : []),
  ];
};

/** Officers that a card looks up one by one in the time that people wait; the others count as active while two of these are. */
const lookedUp = 10;

/** Officers whose accounts are suspended or gone, as far as a card tells, and the addresses of the others. */
const observe = (
  env: Environment,
  policy: Policy,
): Result<{ readonly addresses: ReadonlyMap<string, string>; readonly inactive: ReadonlySet<string> }> => {
  const { officers } = policy;
  const look = (some: Policy['officers']): Result<DirectoryUser[]> =>
    env.asSelf(observeOfficers({ ...policy, officers: some }), { calls: 40 });
  let asked: Policy['officers'] = officers.slice(0, lookedUp);
  let active = look(asked);
  if (active.ok && !canDecide(policy, active.value.length) && officers.length > asked.length) active = look((asked = officers));
  if (!active.ok) return active;
  const addresses = new Map(active.value.map(({ id, primaryEmail }) => [id, primaryEmail]));
  return ok({ addresses, inactive: new Set(asked.flatMap(({ userId }) => (addresses.has(userId) ? [] : [userId]))) });
};

/** S39–S46: who decides, how many must, who is told, what needs no decision, and what is to be warned of. */
export const showSettings = (env: Environment, actor: Actor): Result<ShownSettings> => {
  const policy = readPolicy(env);
  const observed = observe(env, policy);
  if (!observed.ok) return observed;
  const { addresses, inactive } = observed.value;
  const active = policy.officers.length - inactive.size;
  return ok({
    isOperator: actor.isOperator,
    operatorEmail: actor.installation.operatorEmail,
    officers: policy.officers.map(({ userId, email, appointedAt }) => ({
      email: addresses.get(userId) ?? email,
      appointedAt,
      active: !inactive.has(userId),
    })),
    policy,
    preApprovals: showPreApprovals(env),
    warnings: warningsOf(actor, policy, active),
    mayGiveNotice: policy.officers.length > 0 && !canDecide(policy, active),
    audit: showAudit(env, actor),
    now: env.now(),
  });
};
