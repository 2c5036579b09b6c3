import type { Policy } from './Policy';
import type { PreApproval } from './PreApproval';

/** `void`: one of the two officers behind it is none any more. */
export type PreApprovalState = 'valid' | 'void' | 'ended';

export const preApprovalState = (record: PreApproval, policy: Policy, now: number): PreApprovalState => {
  if (now >= record.until) return 'ended';
  const stands = [record.madeBy, record.confirmedBy].every((id) => policy.officers.some(({ userId }) => userId === id));
  return stands ? 'valid' : 'void';
};
