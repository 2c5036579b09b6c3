import type { ExecutionRecord } from '../simulator/appsscript/ExecutionRecord';
import type { NetworkEntry } from '../simulator/network/NetworkLog';
import { countCalls, type CallCount } from './countRun';
import type { Workplace } from './makeWorkplace';

/** What a night did, counted by the simulator: its preview and its run together. */
export interface NightCalls {
  readonly calls: CallCount;
  readonly dailyContactWrites: number;
  readonly refused: number;
  /** Executions that made such calls: those of the preview, and those of the run. */
  readonly slices: { readonly preview: number; readonly run: number };
  /** From the first call to a destination to the last one, in all executions; with what is stored between. */
  readonly waveSeconds: number;
  /** Executions from start to end. */
  readonly workSeconds: number;
  /** From the first execution's start to the last one's end; waiting for triggers and for the next day included. */
  readonly elapsedSeconds: number;
  /** Of the run alone. */
  readonly run: CallCount;
}

const isPeople = ({ effect, operation = '' }: NetworkEntry): boolean => effect === 'token' || operation.startsWith('people.');

/** Seconds from the first token of a destination, which comes after the calls as the source, to the last answer. */
const wavesIn = (entries: readonly NetworkEntry[], targets: ReadonlySet<string>): number => {
  const first = entries.findIndex(({ as = '' }) => targets.has(as));
  if (first < 0) return 0;
  let start = first;
  while (entries[start - 1]?.effect === 'token') start -= 1;
  const from = entries[start]?.at ?? 0;
  return (entries.reduce((last, { at, milliseconds }) => Math.max(last, at + milliseconds), 0) - from) / 1000;
};

/** `from`: how many entries the network's log had before. */
export const countNight = ({ world, project, targets }: Workplace, from: number, spentBefore: number): NightCalls => {
  const byExecution = new Map<string, NetworkEntry[]>();
  for (const entry of world.network.log.entries.slice(from).filter(isPeople)) {
    const id = entry.executionId ?? '';
    const known = byExecution.get(id);
    if (known === undefined) byExecution.set(id, [entry]);
    else known.push(entry);
  }
  const emails = new Set(targets.map(({ primaryEmail }) => primaryEmail));
  const isVisiting = ({ id }: ExecutionRecord): boolean => byExecution.get(id)?.some(({ as = '' }) => emails.has(as)) === true;
  const all = project.executions.filter(({ id }) => byExecution.has(id));
  // What comes after the last visit is another night, which found nothing to do.
  const last = all.reduce((found, execution, index) => (isVisiting(execution) ? index : found), -1);
  const executions = last < 0 ? all : all.slice(0, last + 1);
  const entriesOf = (some: readonly ExecutionRecord[]): NetworkEntry[] => some.flatMap(({ id }) => byExecution.get(id) ?? []);
  const entries = entriesOf(executions);
  // A decision and the run it lets through are separate executions.
  const begun = executions.findIndex(({ id }) => byExecution.get(id)?.some(({ effect }) => effect === 'write') === true);
  const runs: readonly ExecutionRecord[] = begun < 0 ? [] : executions.slice(begun);
  const sum = (read: (execution: ExecutionRecord) => number): number => executions.reduce((total, one) => total + read(one), 0);
  return {
    calls: countCalls(entries),
    dailyContactWrites: (world.people.meter.spent.dailyContactWrites ?? 0) - spentBefore,
    refused: entries.filter(({ status }) => status === 429).length,
    slices: { preview: last < 0 ? 0 : executions.length - runs.length, run: runs.length },
    waveSeconds: sum(({ id }) => wavesIn(byExecution.get(id) ?? [], emails)),
    workSeconds: sum(({ startedAt, endedAt }) => (endedAt - startedAt) / 1000),
    elapsedSeconds: ((executions.at(-1)?.endedAt ?? 0) - (executions[0]?.startedAt ?? 0)) / 1000,
    run: countCalls(entriesOf(runs)),
  };
};
