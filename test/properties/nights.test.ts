import fc from 'fast-check';
import { nightCase } from '../support/nightCase';
import { propertySeed } from '../support/propertySeed';
import { runNightCase } from '../support/runNightCase';

/** As many as there is time for in every run; `ROSTER_CASES` and `ROSTER_SEED` try others. */
const numRuns = Number(process.env['ROSTER_CASES'] ?? 24);

describe('a sync over nights, in every mode: edits and merges at source and destinations, joins, leaves, renames, suspensions, lost marks, faults, lost answers, lagging reads, kills (G5, G33–G34, G39–G45, B3, B4, B7)', () => {
  const seen = { disturbed: 0, clean: 0, killed: 0 };

  it(`after a clean night all is as the mode says, own contacts are byte for byte as before, and the next one writes nothing (seed ${propertySeed})`, () => {
    fc.assert(
      fc.property(nightCase, (one) => {
        const { findings, writes, killed } = runNightCase(one);
        if (findings.length > 0) throw new Error(findings.slice(0, 5).join('\n'));
        if (writes.disturbed > 0) seen.disturbed += 1;
        if (writes.clean > 0) seen.clean += 1;
        if (killed > 0) seen.killed += 1;
      }),
      { seed: propertySeed, numRuns, endOnFailure: false, interruptAfterTimeLimit: undefined },
    );
  }, 600_000);

  it('disturbed nights that wrote, clean ones that wrote, and kills are among them', () => {
    expect(Math.min(seen.disturbed, seen.clean)).toBeGreaterThanOrEqual(numRuns / 4);
    expect(seen.killed).toBeGreaterThanOrEqual(numRuns / 10);
  });
});
