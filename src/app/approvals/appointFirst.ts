import { fewestOfficers, type Officer, type Policy } from '../../core/approvals/Policy';
import { problem } from '../../core/base/Problem';
import { ok, type Result } from '../../core/base/Result';
import type { Missing } from '../../core/workflows/missing';
import { describePairs } from '../../core/audit/describeEntry';
import { eventOf } from '../audit/auditEvents';
import type { Environment } from '../Environment';
import { splitAddresses } from '../setUp/setUp';
import { lookUpPerson, type FoundPerson } from './lookUpPerson';
import { policyKey, readPolicy } from './policyStore';

/** More can be appointed by requests; each takes some look-ups, and a card has 30 seconds. */
const firstOfficersLimit = 6;
const field = 'officers';

/** The people whom set-up shall appoint, as the Directory knows them now. */
export interface FirstOfficers {
  readonly people: readonly FoundPerson[];
  /** What keeps them from being appointed. */
  readonly missing: readonly Missing[];
  /** What should be looked at first. */
  readonly warnings: readonly Missing[];
}

const at = (code: string, data: Readonly<Record<string, string | number>> = {}): Missing => ({ field, problem: problem(code, data) });

/** S42: whom the operator names at set-up. A failure of Google's is a problem; what is wrong with a name stands at the field. */
export const lookUpFirstOfficers = (env: Environment, typed: string, operatorId: string): Result<FirstOfficers> => {
  const addresses = splitAddresses(typed);
  if (addresses.length > firstOfficersLimit) {
    return ok({ people: [], missing: [at('settings.tooManyOfficers', { limit: firstOfficersLimit })], warnings: [] });
  }
  const people: FoundPerson[] = [];
  const missing: Missing[] = [];
  for (const address of addresses) {
    const found = lookUpPerson(env, address);
    if (!found.ok && !found.problem.code.startsWith('settings.')) return found;
    if (!found.ok) missing.push({ field, problem: found.problem });
    else if (people.some(({ user }) => user.id === found.value.user.id)) missing.push(at('settings.userTwice', { address }));
    else people.push(found.value);
  }
  const warnings = [
    ...(people.length > 0 && people.length < fewestOfficers ? [at('settings.firstOfficersAlone')] : []),
    ...people.flatMap(({ user, lookAlike }) => [
      ...(user.id === operatorId ? [at('settings.operatorIsOfficer', { address: user.primaryEmail })] : []),
      ...(lookAlike === undefined ? [] : [at('settings.looksLike', { address: user.primaryEmail, other: lookAlike })]),
    ]),
  ];
  return ok({ people, missing, warnings });
};

/** Appoints them while nobody is: later changes are requests that officers decide about. The caller made sure that this is the operator. */
export const appointFirst = (env: Environment, people: readonly FoundPerson[]): Result<void> =>
  env.locked(() => {
    const policy = readPolicy(env);
    if (policy.officers.length > 0 || people.length === 0) return ok(undefined);
    const officers = people.map(({ user }): Officer => ({ userId: user.id, email: user.primaryEmail, appointedAt: env.now() }));
    const next: Policy = { ...policy, version: policy.version + 1, officers };
    const details = describePairs({ officers: officers.map(({ userId }) => userId).join(',') });
    const stored = env.authority.setAll({
      [policyKey]: JSON.stringify(next),
      ...eventOf(env, { what: 'officers.appointed', subject: '', details }),
    });
    if (stored.ok) env.log('policy.firstOfficers', { officers: officers.length });
    return stored;
  });
