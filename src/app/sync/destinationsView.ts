import { compareText } from '../../core/base/compareText';
import { explain } from '../../core/base/explain';
import type { TargetOutcome } from '../../core/runs/TargetOutcome';
import type { Sync } from '../../core/sync/Sync';
import type { Row, Tables } from '../Environment';
import type { AddressOf } from '../requests/addressBook';

/** G48: the workbook's tab Targets, one row for each destination of each sync as its last visit left it. Written by the operator only. */
const tab = 'Targets';
const columns = [
  'key',
  'sync',
  'name',
  'target',
  'state',
  'created',
  'changed',
  'deleted',
  'skipped',
  'failed',
  'reason',
  'nextStep',
  'at',
];

export interface DestinationLine {
  readonly target: string;
  readonly state: string;
  readonly created: number;
  readonly changed: number;
  readonly deleted: number;
  readonly skipped: number;
  readonly failed: number;
  readonly reason: string;
  readonly nextStep: string;
  /** ISO 8601. */
  readonly at: string;
}

const keyOf = (syncId: string, userId: string): string => `${syncId} ${userId}`;

export const writeDestinationRows = (
  workbook: Tables,
  sync: Pick<Sync, 'id' | 'name'>,
  outcomes: readonly TargetOutcome[],
  addressOf: AddressOf,
  now: number,
): void => {
  if (outcomes.length === 0) return;
  workbook.ensure(tab, columns);
  workbook.upsert(
    tab,
    'key',
    outcomes.map(({ targetId, status, created, changed = 0, deleted = 0, skipped, failed, reason }): Row => {
      const said = reason === undefined ? undefined : explain(reason);
      return {
        key: keyOf(sync.id, targetId),
        sync: sync.id,
        name: sync.name,
        target: addressOf(targetId),
        state: status,
        created,
        changed,
        deleted,
        skipped,
        failed,
        reason: said?.what ?? '',
        nextStep: said?.fix ?? '',
        at: new Date(now).toISOString(),
      };
    }),
  );
};

/** Of these destinations; without a list of all. */
export const dropDestinationRows = (workbook: Tables, syncId: string, userIds?: readonly string[]): void => {
  if (userIds === undefined) workbook.remove(tab, 'sync', [syncId]);
  else if (userIds.length > 0)
    workbook.remove(
      tab,
      'key',
      userIds.map((userId) => keyOf(syncId, userId)),
    );
};

/** By address. */
export const readDestinationRows = (workbook: Tables, syncId: string): DestinationLine[] => {
  const number = (row: Row, key: string): number => Number(row[key] ?? 0) || 0;
  const text = (row: Row, key: string): string => String(row[key] ?? '');
  return workbook
    .find(tab, 'sync', [syncId])
    .map((row) => ({
      target: text(row, 'target'),
      state: text(row, 'state'),
      created: number(row, 'created'),
      changed: number(row, 'changed'),
      deleted: number(row, 'deleted'),
      skipped: number(row, 'skipped'),
      failed: number(row, 'failed'),
      reason: text(row, 'reason'),
      nextStep: text(row, 'nextStep'),
      at: text(row, 'at'),
    }))
    .sort((one, other) => compareText(one.target, other.target));
};
