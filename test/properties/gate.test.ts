import fc from 'fast-check';
import { propertySeed } from '../support/propertySeed';
import { gateCase } from '../support/gateCase';
import { runGateCase } from '../support/runGateCase';

/** As many as a quarter of a minute has time for; `ROSTER_CASES` and `ROSTER_SEED` try others. */
const numRuns = Number(process.env['ROSTER_CASES'] ?? 120);

describe('no sequence of cards, mails, links, edits, calls, clock jumps and kills leads from “not approved” to a write at Google (S25, S39–S41, B5)', () => {
  const seen = { letThrough: 0, wrote: 0, denied: 0, expired: 0, withdrawn: 0, nothing: 0 };

  it(`writes, and the states that lead to them, follow a valid approval only (seed ${propertySeed})`, () => {
    fc.assert(
      fc.property(gateCase, (one) => {
        const { findings, letThrough, writes, states } = runGateCase(one);
        if (findings.length > 0) throw new Error(findings.slice(0, 5).join('\n'));
        if (letThrough > 0) seen.letThrough += 1;
        else seen.nothing += 1;
        if (writes > 0) seen.wrote += 1;
        for (const state of ['denied', 'expired', 'withdrawn'] as const) if (states.includes(state)) seen[state] += 1;
      }),
      { seed: propertySeed, numRuns, endOnFailure: false, interruptAfterTimeLimit: undefined },
    );
  }, 600_000);

  it('both happen often: requests that are approved and written, and requests that end otherwise', () => {
    const { nothing, ...others } = seen;
    expect(Math.min(...Object.values(others))).toBeGreaterThanOrEqual(numRuns / 120);
    expect(Math.min(nothing, others.wrote)).toBeGreaterThanOrEqual(numRuns / 8);
  });
});
