import { describeTerms } from '../../core/approvals/describeSettings';
import type { Policy } from '../../core/approvals/Policy';
import type { PreApproval } from '../../core/approvals/PreApproval';
import { preApprovalState } from '../../core/approvals/preApprovalState';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import type { ShownPreApproval } from '../../core/approvals/ShownPreApproval';
import type { Environment } from '../Environment';
import { listPreApprovals, capsUsed } from '../requests/preApprovals';
import { writeDay } from '../requests/prepareSettings';
import { listEntries } from '../requests/requestStore';
import { readPolicy } from './policyStore';

const show = (env: Environment, policy: Policy, requests: readonly RequestEntry[], record: PreApproval): ShownPreApproval => {
  const officer = (userId: string): string =>
    policy.officers.find((one) => one.userId === userId)?.email ?? 'somebody who is no officer any more';
  return {
    id: record.id,
    state: preApprovalState(record, policy, env.now()),
    lines: describeTerms(record, writeDay),
    madeBy: officer(record.madeBy),
    confirmedBy: officer(record.confirmedBy),
    ...capsUsed(env, record.id),
    caps: record.caps,
    requests: requests.filter(({ preApprovalId }) => preApprovalId === record.id),
  };
};

/** S45–S46: all pre-approvals, out of script properties alone. */
export const showPreApprovals = (env: Environment): ShownPreApproval[] => {
  const [policy, requests] = [readPolicy(env), listEntries(env)];
  return listPreApprovals(env).map((record) => show(env, policy, requests, record));
};
