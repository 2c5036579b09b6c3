import type { Workplace } from './makeWorkplace';

/** Another way to bring the same table in, one call after the other, with the simulator's times. */
export interface ImportPeer {
  readonly name: string;
  readonly lookUps: number;
  readonly writes: number;
  readonly seconds: number;
}

/** None of them shows beforehand what would change. */
export const countImportPeers = ({ world }: Workplace, rows: number): ImportPeer[] => {
  const seconds = (operation: string): number => world.latency.ofOperation(operation) / 1000;
  const [get, update] = [seconds('directory.users.get'), seconds('directory.users.update')];
  return [
    { name: 'an update for each row', lookUps: 0, writes: rows, seconds: rows * update },
    { name: 'look up each, update who differs', lookUps: rows, writes: Math.round(rows / 2), seconds: rows * get + (rows / 2) * update },
  ];
};
