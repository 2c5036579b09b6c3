import fc from 'fast-check';
import { copyCase, shapes } from '../support/copyCase';
import { Happenings, happeningsOf } from '../support/Happenings';
import { judgeCopy } from '../support/judgeCopy';
import { propertySeed } from '../support/propertySeed';
import { runCopyCase } from '../support/runCopyCase';

/** `npm run soak` tries 10,000 others. */
const numRuns = Number(process.env['ROSTER_CASES'] ?? 1000);

describe('whatever goes wrong while a copy is prepared and runs (B3, B4, B9)', () => {
  const happenings = new Happenings();

  it(`each wanted contact is there once, what is the owner's stays, what failed is named, budgets are kept (seed ${propertySeed})`, () => {
    fc.assert(
      fc.property(copyCase(shapes.length), (one) => {
        const run = runCopyCase(shapes[one.shape]!, one);
        const findings = judgeCopy(run);
        if (findings.length > 0) throw new Error(findings.slice(0, 5).join('\n'));
        happenings.add(happeningsOf(run));
      }),
      { seed: propertySeed, numRuns, endOnFailure: false, interruptAfterTimeLimit: undefined },
    );
  }, 600_000);

  it('each fault and each deed is among them often enough', () => {
    expect(happenings.tooRare(numRuns)).toEqual([]);
  });
});
