import { lookUpTargetCell } from '../../core/directory/lookUpTargetCell';
import type { TargetCell } from '../../core/directory/parseTargetCell';
import type { TargetSelector } from '../../core/directory/TargetSelection';
import { fail, type Result } from '../../core/base/Result';
import type { Environment } from '../Environment';
import { observeNames } from './observeNames';

/** What a cell means. One that might name what could not be read is refused for that reason. */
export type LookUpCell = (cell: TargetCell) => Result<TargetSelector>;

/** S12: what these cells mean, as whoever this execution runs as may look it up. */
export const lookUpCells = (env: Environment, cells: readonly TargetCell[]): Result<LookUpCell> => {
  const observed = observeNames(env, cells);
  if (!observed.ok) return observed;
  const { names, unread } = observed.value;
  return {
    ok: true,
    value: (cell) => {
      const found = lookUpTargetCell(cell, names);
      const why = unread[cell.kind];
      return found.ok || why === undefined ? found : fail(why);
    },
  };
};
