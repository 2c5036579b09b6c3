import type { RequestEntry } from '../../core/approvals/RequestEntry';
import type { ShownPreApproval } from '../../core/approvals/ShownPreApproval';
import type { Problem } from '../../core/base/Problem';
import type { Environment } from '../Environment';
import { readOnce } from '../records/readOnce';
import { listEntries } from '../requests/requestStore';
import { readInstallation } from '../setUp/Installation';
import { claimantOf, requireOfficer } from './showToOfficer';
import { listToDecide } from './showDecisions';
import { showPreApprovals } from './showPreApprovals';
import { readNote } from './officerNotes';

/** The first card in Gmail. */
export type Waiting =
  | {
      readonly kind: 'officer';
      /** What waits for this officer, the oldest first; `requester`: address, blank where it is not known yet. */
      readonly requests: readonly { readonly entry: RequestEntry; readonly requester: string }[];
      /** B15: what was let through and is not over. */
      readonly open: readonly RequestEntry[];
      /** S45: the pre-approvals that are in force. */
      readonly preApprovals: readonly ShownPreApproval[];
    }
  /** Whoever is no officer sees whom to ask. */
  | { readonly kind: 'other'; readonly operatorEmail: string }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** B16, S29: what waits for whoever is at the keyboard, out of script properties alone. */
export const showWaiting = (env: Environment): Waiting => {
  const installation = readInstallation(env);
  if (!installation.ok) return { kind: 'problem', problem: installation.problem };
  const officers = requireOfficer(env);
  if (!officers.ok) {
    return officers.problem.code === 'decision.notOfficer'
      ? { kind: 'other', operatorEmail: installation.value.operatorEmail }
      : { kind: 'problem', problem: officers.problem };
  }
  const { all } = officers.value;
  const requests = listToDecide(env, claimantOf(env), all)
    .map((entry) => ({ entry, note: readNote(entry.id, all) }))
    .map(({ entry, note }) => ({ entry, requester: note?.requester ?? '' }));
  const open = listEntries(env, all).filter(({ state }) => state === 'approved' || state === 'running');
  const preApprovals = showPreApprovals(readOnce(env, all)).filter(({ state }) => state === 'valid');
  return { kind: 'officer', requests, open, preApprovals };
};
