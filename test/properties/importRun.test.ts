import fc from 'fast-check';
import { importRunCase } from '../support/importRunCase';
import { judgeImport } from '../support/judgeImport';
import { propertySeed } from '../support/propertySeed';
import { importShapes, runImportCase } from '../support/runImportCase';

/** As many as a minute has time for; `ROSTER_CASES` and `ROSTER_SEED` try others. */
const numRuns = Number(process.env['ROSTER_CASES'] ?? 240);

describe('whatever goes wrong while an import is prepared and runs (B2, B3, B5, B9, I16)', () => {
  const seen = new Map<string, number>();

  it(`each user is as the preview said, or their row says why not; nothing else is touched, nobody is created twice (seed ${propertySeed})`, () => {
    fc.assert(
      fc.property(importRunCase(importShapes), (one) => {
        const run = runImportCase(one);
        const findings = judgeImport(run);
        if (findings.length > 0) throw new Error(findings.slice(0, 5).join('\n'));
        for (const what of run.happened) seen.set(what, (seen.get(what) ?? 0) + 1);
      }),
      { seed: propertySeed, numRuns, endOnFailure: false, interruptAfterTimeLimit: undefined },
    );
  }, 600_000);

  it('each fault and each deed is among them often enough', () => {
    // Less than half of what is seen, so that other seeds pass.
    const often = { edit: 40, killed: 20, 'two at once': 15, delete: 10, suspendOrRestore: 8, rename: 8, takeAddress: 8, deleteGroup: 1 };
    const faults = { 'lost before': 3, 'lost after': 2, '403 before': 1, '429 before': 1, '500 after': 1, '503 before': 1 };
    const least = Object.entries({ ...often, ...faults });
    const rare = least.filter(([what, times]) => (seen.get(what) ?? 0) < Math.floor((times * numRuns) / 240));
    expect(rare).toEqual([]);
  });
});
