import fc from 'fast-check';
import { conditions, type Conditions } from './copyConditions';
import type { CompanyShape } from './copyCompany';
import { trouble, type Trouble } from './copyTrouble';

/** Small companies, few of them large enough for several batches. Each is made once. */
export const shapes: readonly CompanyShape[] = [
  { targets: 2, wanted: 3, unwanted: 0, withLabel: false, own: 2, matching: 1, ownLabel: false, sweep: 5 },
  { targets: 3, wanted: 1, unwanted: 1, withLabel: true, own: 0, matching: 0, ownLabel: false, sweep: 60 },
  { targets: 4, wanted: 6, unwanted: 2, withLabel: true, own: 3, matching: 2, ownLabel: false, sweep: 5 },
  { targets: 5, wanted: 12, unwanted: 1, withLabel: true, own: 2, matching: 1, ownLabel: true, sweep: 60 },
  { targets: 8, wanted: 4, unwanted: 0, withLabel: false, own: 0, matching: 0, ownLabel: false, sweep: 60 },
  { targets: 2, wanted: 230, unwanted: 0, withLabel: true, own: 1, matching: 3, ownLabel: false, sweep: 60 },
];
/** Only where there is time. */
export const largeShapes: readonly CompanyShape[] = [
  ...shapes,
  { targets: 3, wanted: 600, unwanted: 3, withLabel: true, own: 2, matching: 5, ownLabel: true, sweep: 60 },
  { targets: 8, wanted: 201, unwanted: 0, withLabel: false, own: 5, matching: 0, ownLabel: false, sweep: 60 },
];

export interface CopyCase {
  readonly shape: number;
  /** Where the trouble begins: at the preview, or at the run of a request that was prepared and sent undisturbed. */
  readonly from: 'preview' | 'run';
  /** Of the world's randomness: ids, jitter. */
  readonly seed: number;
  readonly troubles: readonly Trouble[];
  readonly conditions: Conditions;
}

export const copyCase = (shapeCount: number): fc.Arbitrary<CopyCase> =>
  fc.record({
    // The smaller a company, the more cases a minute has.
    shape: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(0, 0, 0, 1, 1, 1, 2, 3, 4) }, { weight: 1, arbitrary: fc.nat(shapeCount - 1) }),
    from: fc.oneof({ weight: 6, arbitrary: fc.constant('run' as const) }, { weight: 1, arbitrary: fc.constant('preview' as const) }),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    troubles: fc.array(trouble, { minLength: 1, maxLength: 4 }),
    conditions,
  });
