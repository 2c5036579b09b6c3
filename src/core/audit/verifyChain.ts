import { emptyChain, hashOf, type AuditRow, type ChainEnd } from './AuditRow';

/** What script properties know of the chain. */
export interface ChainHead extends ChainEnd {
  /** Rows that an execution was about to write when it ended: they may stand in the ledger, all of them or none. */
  readonly ahead?: ChainEnd;
}

export type ChainFault =
  /** The row does not hold what it was written with. */
  | 'altered'
  /** There is no row of this number. */
  | 'missing'
  /** Two rows have this number. */
  | 'repeated'
  /** It does not follow on the row before: one of both was put in another's place. */
  | 'unchained'
  /** Roster never wrote it. */
  | 'added';

export type ChainVerdict =
  { readonly ok: true; readonly rows: number } | { readonly ok: false; readonly number: number; readonly fault: ChainFault };

const bad = (number: number, fault: ChainFault): ChainVerdict => ({ ok: false, number, fault });

/** B11: names the first row that was altered, removed, repeated, moved or added. The order of `rows` means nothing. */
export const verifyChain = (rows: readonly AuditRow[], head: ChainHead): ChainVerdict => {
  const sorted = [...rows].sort((one, other) => one.number - other.number);
  const ends = head.ahead === undefined ? [head] : [head, head.ahead];
  const most = Math.max(...ends.map((end) => end.number));
  let last = emptyChain;
  for (const row of sorted) {
    // What cannot be a number of the chain stands first or last; neither is a row that Roster wrote.
    if (!Number.isInteger(row.number) || row.number < 1 || row.number > most) return bad(row.number, 'added');
    if (row.number === last.number) return bad(row.number, 'repeated');
    if (row.number > last.number + 1) return bad(last.number + 1, 'missing');
    if (hashOf(row) !== row.hash) return bad(row.number, 'altered');
    if (row.previous !== last.hash) return bad(row.number, 'unchained');
    last = { number: row.number, hash: row.hash };
    const end = ends.find((one) => one.number === row.number);
    if (end !== undefined && end.hash !== row.hash) return bad(row.number, 'altered');
  }
  if (last.number < head.number) return bad(last.number + 1, 'missing');
  return ends.some((end) => end.number === last.number) ? { ok: true, rows: last.number } : bad(last.number + 1, 'missing');
};
