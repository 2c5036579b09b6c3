import { digest } from '../base/digest';

/** Something that a person or Roster did. No contents of contacts and no values before a change are in it. */
export interface AuditEvent {
  /** Random; tells that an event is in the chain already. */
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Whose doing it was: the address by the server's word at that time; blank where Google did not tell, and where only time passed. */
  readonly by: string;
  /** What was done: `request.waiting`, `officers.appointed`, … */
  readonly what: string;
  /** Id of the request, or of what else it was done to. */
  readonly subject: string;
  /** Ids, counts and codes, in one line. */
  readonly details: string;
}

/** One row of the chain. Its place in the sheet means nothing: its number and the hash of the row before hold it. */
export interface AuditRow extends AuditEvent {
  /** From 1, without gaps. */
  readonly number: number;
  /** Hash of the row before; blank in the first. */
  readonly previous: string;
  /** SHA-256 of everything else in the row, lower-case hex. */
  readonly hash: string;
}

/** The last row of a chain. */
export interface ChainEnd {
  readonly number: number;
  readonly hash: string;
}

export const emptyChain: ChainEnd = { number: 0, hash: '' };

export const hashOf = ({ id, at, by, what, subject, details, number, previous }: Omit<AuditRow, 'hash'>): string =>
  digest([number, previous, id, at, by, what, subject, details]);

/** The rows that follow on `end`, in the order of the events. */
export const chainOn = (end: ChainEnd, events: readonly AuditEvent[]): AuditRow[] => {
  const rows: AuditRow[] = [];
  let last = end;
  for (const event of events) {
    const row = { ...event, number: last.number + 1, previous: last.hash };
    last = { number: row.number, hash: hashOf(row) };
    rows.push({ ...row, hash: last.hash });
  }
  return rows;
};
