import { boundOf, type Before, type Bound } from './boundOf';
import { copyOnce, setUpRoster } from './copyOnce';
import { countRun, unitsSince, type RunCount } from './countRun';
import { makeWorkplace } from './makeWorkplace';
import { batchesInSequence, oneCallPerContact, type PeerCount } from './peers';
import { findMisplanned, readPlan, type Plan } from './readPlan';
import type { QuotaSet, Workload } from './workloads';

export interface CopyCount {
  readonly preview: RunCount;
  readonly run: RunCount;
  readonly bound: Bound;
  readonly plan: Plan;
  /** Elapsed by bound. */
  readonly ratio: number;
  /** What is wrong; empty when every bound holds. */
  readonly broken: readonly string[];
}

export interface WorkloadCount {
  readonly workload: Workload;
  readonly quotas: string;
  readonly first: CopyCount;
  readonly again: CopyCount;
  readonly oneCallPerContact: PeerCount;
  readonly batchesInSequence: PeerCount;
  /** Processor time that this measurement took, for information. */
  readonly cpuSeconds: number;
}

/** Simulated wall time by what latency, order and quota allow: docs, "Budgets". */
export const RATIO = 1.25;

export const measureWorkload = (workload: Workload, quotaSet: QuotaSet): WorkloadCount => {
  const place = makeWorkplace(workload, quotaSet);
  const { world } = place;
  setUpRoster(place);
  const copy = (name: string, before: Before): CopyCount => {
    const spent = { ...world.people.meter.spent };
    const { preview, run, card } = copyOnce(place, name);
    const counted = countRun(place, run, unitsSince(place, spent));
    const bound = boundOf(workload, before, {
      quotas: world.people.settings.quotas,
      latency: world.latency,
      startedAt: counted.startedAt,
      slices: counted.slices,
    });
    const ratio = counted.elapsedSeconds / bound.seconds;
    const plan = readPlan(place);
    const state = /Status: ([^(\n]*)/.exec(card)?.[1]?.trim();
    const wrong = place.targets.filter((target) => world.people.contactsOf(target.id).length !== workload.contacts).length;
    const over = (['reads', 'writes', 'tokens'] as const).filter((kind) => counted.calls[kind] > bound.calls[kind]);
    return {
      preview: countRun(place, preview, {}),
      run: counted,
      bound,
      plan,
      ratio,
      broken: [
        ...(state === 'Done' ? [] : [`the run ended as ${state}`]),
        ...(wrong === 0 ? [] : [`${wrong} targets do not hold each contact once`]),
        ...over.map((kind) => `${kind} ${counted.calls[kind]} > ${bound.calls[kind]}`),
        ...((counted.units.dailyContactWrites ?? 0) > bound.dailyContactWrites ? ['daily contact writes over the bound'] : []),
        ...(counted.slices > bound.slices ? [`slices ${counted.slices} > ${bound.slices}`] : []),
        ...findMisplanned(plan, counted),
        ...(ratio > RATIO ? [`time ${ratio.toFixed(2)} x bound`] : []),
      ],
    };
  };
  const first = copy('First', { held: 0 });
  const again = copy('Again', { held: workload.contacts });
  return {
    workload,
    quotas: quotaSet.name,
    first,
    again,
    oneCallPerContact: oneCallPerContact(workload, quotaSet),
    batchesInSequence: batchesInSequence(workload, quotaSet),
    cpuSeconds: (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
  };
};
