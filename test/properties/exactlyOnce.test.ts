import fc from 'fast-check';
import { copyCase, shapes } from '../support/copyTrouble';
import { judgeCopy } from '../support/judgeCopy';
import { runCopyCase } from '../support/runCopyCase';

/** The same cases at every run, so that a red run is somebody's change; `ROSTER_SEED` and `ROSTER_CASES` choose others, `npm run soak` 10,000 new ones. */
const seed = Number(process.env['ROSTER_SEED'] ?? 20_260_302);
const numRuns = Number(process.env['ROSTER_CASES'] ?? 1000);

describe('whatever goes wrong while a copy runs (B3, B4)', () => {
  it(`each wanted contact is there once, what is the owner's stays, what failed is named (seed ${seed})`, () => {
    fc.assert(
      fc.property(copyCase(shapes.length), (one) => {
        const findings = judgeCopy(runCopyCase(shapes[one.shape]!, one));
        if (findings.length > 0) throw new Error(findings.slice(0, 5).join('\n'));
      }),
      { seed, numRuns, endOnFailure: false, interruptAfterTimeLimit: undefined },
    );
  }, 600_000);
});
