import type { NetworkEntry } from '../simulator/network/NetworkLog';
import type { Cost } from '../simulator/people/QuotaMeter';
import type { Span } from './copyOnce';
import type { Workplace } from './makeWorkplace';

export interface CallCount {
  readonly reads: number;
  readonly writes: number;
  readonly tokens: number;
}

/** What a run did, counted by the simulator and not by Roster. */
export interface RunCount {
  /** People API calls and the calls of keyless tokens. */
  readonly calls: CallCount;
  readonly byOperation: Readonly<Record<string, number>>;
  /** Calls that Google answered by 429. */
  readonly refused: number;
  /** `fetchAll`s with such calls. */
  readonly waves: number;
  /** Quota units over all users. */
  readonly units: Cost;
  /** Executions that made such calls, and their simulated seconds. */
  readonly slices: number;
  readonly workSeconds: number;
  /** From the first of these calls to the answer of the last; waiting for triggers and quotas, and what is stored between, included. */
  readonly elapsedSeconds: number;
  /** From the start of the first slice to the end of the last: with reading and closing the records. */
  readonly totalSeconds: number;
  /** Trigger executions in that time, also those that found nothing to do. */
  readonly executions: number;
  readonly startedAt: number;
}

export const countCalls = (entries: readonly NetworkEntry[]): CallCount => {
  const people = entries.filter((entry) => entry.operation?.startsWith('people.') === true);
  return {
    reads: people.filter((entry) => entry.effect === 'read').length,
    writes: people.filter((entry) => entry.effect === 'write').length,
    tokens: entries.filter((entry) => entry.effect === 'token').length,
  };
};

export const countRun = ({ world, project }: Workplace, span: Span, units: Cost): RunCount => {
  const entries = world.network.log.entries.filter(
    (entry) =>
      entry.at >= span.from && entry.at <= span.to && (entry.effect === 'token' || entry.operation?.startsWith('people.') === true),
  );
  const byOperation: Record<string, number> = {};
  const waves = new Set<string>();
  const working = new Set<string>();
  let [first, last] = [Infinity, 0];
  for (const { operation = '', executionId = '', at, milliseconds } of entries) {
    first = Math.min(first, at);
    last = Math.max(last, at + milliseconds);
    byOperation[operation] = (byOperation[operation] ?? 0) + 1;
    waves.add(`${executionId} ${at} ${operation}`);
    working.add(executionId);
  }
  const slices = project.executions.filter((execution) => working.has(execution.id));
  const startedAt = Math.min(...slices.map((slice) => slice.startedAt));
  const endedAt = Math.max(...slices.map((slice) => slice.endedAt));
  return {
    calls: countCalls(entries),
    byOperation,
    refused: entries.filter((entry) => entry.status === 429).length,
    waves: waves.size,
    units,
    slices: slices.length,
    workSeconds: slices.reduce((sum, slice) => sum + (slice.endedAt - slice.startedAt) / 1000, 0),
    elapsedSeconds: (last - first) / 1000,
    totalSeconds: (endedAt - startedAt) / 1000,
    executions: project.executions.filter(({ kind, startedAt: at }) => kind === 'trigger' && at >= startedAt && at <= endedAt).length,
    startedAt,
  };
};

/** Units charged since a copy of `meter.spent` was taken. */
export const unitsSince = (place: Workplace, before: Cost): Cost =>
  Object.fromEntries(
    Object.entries(place.world.people.meter.spent).map(([metric, units]) => [metric, units - (before[metric as keyof Cost] ?? 0)]),
  );
