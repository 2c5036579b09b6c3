import type { RequestEntry } from '../approvals/RequestEntry';
import { mayHaveRun } from '../approvals/RequestState';

/** Pairs as `name=value`, in one line; blank ones are left out. */
export const describePairs = (pairs: Readonly<Record<string, string | number>>): string =>
  Object.keys(pairs)
    .filter((name) => pairs[name] !== '')
    .map((name) => `${name}=${String(pairs[name]).replace(/\s+/g, ' ')}`)
    .join(' ');

/** What the audit says of a request that came into its state: ids, counts and codes; neither its name nor anything a person wrote. */
export const describeEntry = (entry: RequestEntry): string => {
  const { kind, state, digest, requesterId, planned, outcome, reason } = entry;
  return describePairs({
    kind,
    requester: requesterId,
    digest,
    ...(state === 'approved'
      ? { preApproval: entry.preApprovalId, deciders: entry.deciders.join(','), by: entry.needed === 0 ? 'settings' : '' }
      : {}),
    ...(kind === 'workflow' ? { targets: entry.targets } : {}),
    undoes: entry.undoes ?? '',
    ...(kind === 'workflow' && state === 'prepared'
      ? { creates: planned.creates, deletes: planned.deletes ?? '', skips: planned.skips }
      : {}),
    ...(kind === 'workflow' && digest !== '' && mayHaveRun(state) && state !== 'running' ? outcome : {}),
    reason: reason?.code ?? '',
  });
};
