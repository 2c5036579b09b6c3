import type { Effort } from '../plan/Effort';
import { estimateRun, estimateWork, type SliceStart, type TargetEffort } from '../plan/estimate';
import type { PlannedWork } from '../plan/PlannedCalls';
import type { Quotas } from '../plan/quotas';
import type { SourceDifference } from '../runs/compareSources';

/** What a night has to do, as far as it is known before destinations are read. Numbers of destinations, and of contacts at each. */
export interface NightWork {
  readonly source: { readonly now: number; readonly before: number; readonly difference: SourceDifference };
  /** Calls that read the source user's contacts; none where the directory is the source. */
  readonly sourceReads: readonly number[];
  readonly joiners: number;
  /** Those that are visited at all. */
  readonly stayers: number;
  readonly leavers: number;
  /** Contacts in an account, its owner's included, as the last run saw them; a guess where nobody looked yet. */
  readonly accountSize: number;
  /** Calls to the directory in every slice. */
  readonly directory: SliceStart['directory'];
}

/** B9: what a night, or a first fill (everybody joins), takes. Without anybody to visit it reads the source and nothing else. */
export const estimateNight = (night: NightWork, quotas: Quotas): Effort => {
  const { source, joiners, stayers, leavers, accountSize } = night;
  const { added, edited, removed } = source.difference;
  const changes = joiners + leavers + (added + edited + removed > 0 ? stayers : 0);
  const run = { targets: Math.max(1, changes), quotas, withLabel: true };
  const effortOf = (count: number, work: Omit<PlannedWork, 'existing'>): TargetEffort[] =>
    count === 0 ? [] : Array<TargetEffort>(count).fill(estimateWork({ ...work, existing: accountSize }, run, source.now));
  const targets = [
    ...effortOf(joiners, { creates: source.now, createdGroups: 1 }),
    ...effortOf(stayers, { creates: added, createdGroups: 0, updates: edited, deletes: removed }),
    ...effortOf(leavers, { creates: 0, createdGroups: 0, deletes: source.before, groupWrites: 1 }),
  ];
  const start: SliceStart = { sourceReads: night.sourceReads, directory: night.directory, directoryAtEnd: 0, verifyReads: 0 };
  return estimateRun(targets, start, quotas);
};
