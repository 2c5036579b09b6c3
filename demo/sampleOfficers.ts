import type { Policy } from '../src/core/approvals/Policy';

/** The two officers behind a fixture's own pre-approval. They have no account: what lets requests through is the record alone. */
export const sampleOfficers = ['officer-one', 'officer-two'] as const;

/** Script property `policy` with them among the officers. `before`: its text, if it is there. */
export const withSampleOfficers = (before?: string, officerIds: readonly string[] = sampleOfficers): Record<'policy', string> => {
  const policy: Policy =
    before === undefined ? { version: 1, officers: [], needed: 1, notify: [], delegates: [] } : (JSON.parse(before) as Policy);
  const added = officerIds.filter((id) => !policy.officers.some(({ userId }) => userId === id));
  const officers = [
    ...policy.officers,
    ...added.map((userId) => ({ userId, email: `${userId}@acme.test`, appointedAt: Date.UTC(2026, 2, 1) })),
  ];
  return { policy: JSON.stringify({ ...policy, officers }) };
};
