import { problem } from '../base/Problem';
import { fail, ok, type Result } from '../base/Result';
import { othersThan, type Officer, type Policy } from './Policy';
import type { RequestEntry } from './RequestEntry';

/**
 * S2, S39: the officers who may decide about a request, as the policy stands; a problem when it cannot be sent, because too few can.
 * `operator`: whom to ask for more.
 */
export const whoDecides = (
  policy: Policy,
  entry: Pick<RequestEntry, 'requesterId' | 'needed'>,
  operator: string,
): Result<readonly Officer[]> => {
  const others = othersThan(policy, entry.requesterId);
  if (policy.officers.length === 0) return fail(problem('request.noOfficer', { operator }));
  if (others.length === 0) return fail(problem('request.onlyOfficerIsYou', { operator }));
  return others.length < entry.needed
    ? fail(problem('request.tooFewOfficers', { operator, needed: entry.needed, officers: others.length }))
    : ok(others);
};
