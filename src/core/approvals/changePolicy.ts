import type { Policy } from './Policy';
import type { SettingsChange } from './SettingsChange';

/** The policy after a change. A change of pre-approvals leaves it as it is but for its version. Call it on a change that `checkSettings` let pass. */
export const changePolicy = (policy: Policy, change: SettingsChange, now: number): Policy => {
  const next: Policy = { ...policy, version: policy.version + 1 };
  switch (change.kind) {
    case 'appointOfficer':
      return { ...next, officers: [...policy.officers, { ...change.user, appointedAt: now }] };
    case 'removeOfficer':
      return { ...next, officers: policy.officers.filter(({ userId }) => userId !== change.user.userId) };
    case 'setNeeded':
      return { ...next, needed: change.needed };
    case 'setNotify':
      return { ...next, notify: change.notify };
    case 'setRiskyOnly':
      return { ...next, riskyOnly: change.riskyOnly };
    case 'setAccess': {
      const { chatAccess: _before, ...rest } = next;
      const { kind: _kind, ...access } = change;
      return { ...rest, ...access };
    }
    case 'allowDelegate': {
      const others = policy.delegates.filter(({ userId }) => userId !== change.user.userId);
      return { ...next, delegates: [...others, { ...change.user, until: change.until }] };
    }
    case 'endDelegate':
      return { ...next, delegates: policy.delegates.filter(({ userId }) => userId !== change.user.userId) };
    case 'addPreApproval':
    case 'endPreApproval':
      return next;
  }
};
