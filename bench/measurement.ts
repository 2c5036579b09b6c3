import { measureBundle } from './measureBundle';
import { measureChanges } from './measureChanges';
import { measureCards } from './measureCards';
import { measureDiff } from './measureDiff';
import { measureGmail } from './measureGmail';
import { measureImport } from './measureImport';
import { measureImportRun } from './measureImportRun';
import { measureManySyncs } from './measureManySyncs';
import { measureNights } from './measureNights';
import { measureRemoval } from './measureRemoval';
import { measureSweep } from './measureSweep';
import { measureSyncCards } from './measureSyncCards';
import { measureWorkload } from './measureWorkload';
import { quotaSets, workloads } from './workloads';

/** Each measurement by its name; each runs in a process of its own. The longest come first. */
export const measurements = {
  'workload 2 0': () => workload(2, 0),
  'workload 2 1': () => workload(2, 1),
  'nights 2': () => measureNights(2),
  'nights 1': () => measureNights(1),
  'workload 0 0': () => workload(0, 0),
  'workload 0 1': () => workload(0, 1),
  'workload 1 0': () => workload(1, 0),
  'workload 1 1': () => workload(1, 1),
  'nights of 500 syncs': measureManySyncs,
  'nights 0': () => measureNights(0),
  'diff copies': () => measureDiff(25_000, 'copies'),
  'diff own': () => measureDiff(25_000, 'own'),
  'diff others': () => measureDiff(25_000, 'others'),
  'plan of an import': () => measureImport(50_000),
  'import of 5,000': () => measureImportRun(5_000),
  'import of 50,000': () => measureImportRun(50_000),
  changes: measureChanges,
  removal: measureRemoval,
  cards: measureCards,
  'cards of syncs': measureSyncCards,
  gmail: measureGmail,
  sweep: measureSweep,
  bundle: measureBundle,
} as const;

/** Takes minutes: only when it is asked for by its whole name. */
export const onRequest: readonly (keyof typeof measurements)[] = ['import of 50,000'];

export type MeasurementName = keyof typeof measurements;

export type Measured = { readonly [Name in MeasurementName]: ReturnType<(typeof measurements)[Name]> };

function workload(index: number, quotas: number): ReturnType<typeof measureWorkload> {
  const [what, set] = [workloads[index], quotaSets[quotas]];
  if (what === undefined || set === undefined) throw new Error(`no workload ${index} ${quotas}`);
  return measureWorkload(what, set);
}
