import fc from 'fast-check';
import { copyCase, largeShapes, type CopyCase } from '../../test/support/copyCase';
import { Happenings, happeningsOf } from '../../test/support/Happenings';
import { judgeCopy } from '../../test/support/judgeCopy';
import { runCopyCase } from '../../test/support/runCopyCase';

export interface SoakPart {
  readonly seed: number;
  /** Number of the first case. */
  readonly from: number;
  readonly count: number;
}

export interface SoakReport {
  readonly cases: number;
  /** In how many cases each thing happened. */
  readonly happened: readonly (readonly [what: string, cases: number])[];
  readonly failures: readonly { readonly number: number; readonly value: CopyCase; readonly findings: readonly string[] }[];
}

// Started by main.ts with the part to run. Each case has a seed of its own, so that one can be run alone.
const { seed, from, count } = JSON.parse(process.argv[2] ?? '{}') as SoakPart;
const failures: { number: number; value: CopyCase; findings: string[] }[] = [];
const happenings = new Happenings();
const arbitrary = copyCase(largeShapes.length);
for (let number = from; number < from + count; number += 1) {
  const [value] = fc.sample(arbitrary, { seed: seed + number, numRuns: 1 });
  const shape = value === undefined ? undefined : largeShapes[value.shape];
  if (value === undefined || shape === undefined) throw new Error('no case');
  const findings = judge(shape, value);
  if (findings.length > 0) failures.push({ number, value, findings });
}
process.send?.({ cases: count, happened: [...happenings.counts], failures } satisfies SoakReport);

function judge(shape: (typeof largeShapes)[number], value: CopyCase): string[] {
  try {
    const run = runCopyCase(shape, value);
    const findings = judgeCopy(run);
    happenings.add(happeningsOf(run));
    return findings;
  } catch (error) {
    return [String((error as Error).stack)];
  }
}
