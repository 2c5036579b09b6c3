import { setUpRoster } from './copyOnce';
import { makeWorkplace } from './makeWorkplace';
import { quotaSets } from './workloads';

export interface SweepCount {
  /** Calls of Apps Script services and of Google by name, for one sweep with nothing pending. */
  readonly calls: readonly string[];
  readonly propertyReads: number;
  readonly seconds: number;
  /** Trigger time of a day of sweeps at the platform's own rate. */
  readonly minutesADay: number;
}

export const measureSweep = (): SweepCount => {
  const [quotas] = quotaSets;
  if (quotas === undefined) throw new Error('no quota set');
  const place = makeWorkplace({ targets: 1, contacts: 1 }, quotas);
  setUpRoster(place);
  const { world, project, scheduler } = place;
  // What set-up tells the audit comes there first.
  scheduler.runNext();
  const calls: string[] = [];
  const first = scheduler.next()?.nextAt ?? 0;
  scheduler.runUntil(first - 1);
  const listen = world.faults.add({
    at: ({ name }) => {
      calls.push(name);
      return false;
    },
    effect: { kind: 'slow', milliseconds: 0 },
  });
  const sweep = scheduler.runNext();
  listen();
  if (sweep?.outcome !== 'completed') throw new Error(`the sweep ${sweep?.outcome}: ${sweep?.error?.message}`);
  const before = project.executions.length;
  scheduler.runUntil(world.clock.now() + 24 * 3_600_000);
  const day = project.executions.slice(before);
  return {
    calls,
    propertyReads: calls.filter((name) => /^PropertiesService\.get(Property|Properties)$/.test(name)).length,
    seconds: (sweep.endedAt - sweep.startedAt) / 1000,
    minutesADay: day.reduce((sum, { startedAt, endedAt }) => sum + (endedAt - startedAt) / 60_000, 0),
  };
};
