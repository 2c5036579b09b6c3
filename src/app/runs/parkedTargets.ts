import { problem, type Problem } from '../../core/base/Problem';
import type { Checkpoint } from '../../core/runs/Checkpoint';
import type { Row, Tables } from '../Environment';

/** A target that has begun and not ended: an answer is uncertain, or the time was up in the middle. */
export interface ParkedTarget {
  readonly action: number;
  readonly targetId: string;
  readonly checkpoint: Checkpoint;
}

/** Ledger table; of several rows of one target the last one holds. Rows go when the request is closed. */
const table = 'Parked';
const columns = ['request', 'action', 'target', 'settled', 'created', 'skipped', 'failed', 'group', 'rounds', 'until', 'problem', 'at'];

export const appendParked = (ledger: Tables, requestId: string, parked: readonly ParkedTarget[], at: number): void => {
  if (parked.length === 0) return;
  ledger.ensure(table, columns);
  ledger.append(
    table,
    parked.map(({ action, targetId, checkpoint: { reason, group, ...numbers } }): Row => ({
      request: requestId,
      action,
      target: targetId,
      ...numbers,
      group: group ?? '',
      problem: reason === undefined ? '' : JSON.stringify(reason),
      at: new Date(at).toISOString(),
    })),
  );
};

export const readParked = (ledger: Tables, requestId: string): ParkedTarget[] => {
  const latest = new Map<string, ParkedTarget>();
  for (const row of ledger.find(table, 'request', [requestId])) {
    const number = (column: string): number => Number(row[column] ?? 0) || 0;
    const [action, targetId, group] = [number('action'), String(row['target']), String(row['group'] ?? '')];
    const checkpoint: Checkpoint = {
      settled: number('settled'),
      created: number('created'),
      skipped: number('skipped'),
      failed: number('failed'),
      rounds: number('rounds'),
      until: number('until'),
      ...(group === '' ? {} : { group }),
      ...reasonOf(String(row['problem'] ?? '')),
    };
    latest.set(`${action} ${targetId}`, { action, targetId, checkpoint });
  }
  return [...latest.values()];
};

export const dropParked = (ledger: Tables, requestId: string): void => ledger.remove(table, 'request', [requestId]);

const reasonOf = (text: string): { reason?: Problem } => {
  if (text === '') return {};
  const { code, data } = JSON.parse(text) as Problem;
  return { reason: problem(code, data) };
};
