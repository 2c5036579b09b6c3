import { problem } from '../base/Problem';
import { fail, ok, type Result } from '../base/Result';
import type { Officer, Policy } from './Policy';
import type { RequestEntry } from './RequestEntry';

/** Who wants to decide, as far as their execution knows. */
export interface Claimant {
  /** By the server's word; blank when it says nothing. */
  readonly email: string;
  /** Directory id, by an ID token or the Directory. */
  readonly subject?: string;
}

/** The officer that somebody is, by id where it is known and else by the address that Roster last saw; undefined: none. */
export const findOfficer = ({ officers }: Policy, { email, subject }: Claimant): Officer | undefined =>
  officers.find((one) =>
    subject === undefined ? email !== '' && one.email.toLowerCase() === email.toLowerCase() : one.userId === subject,
  );

/** S39–S41, S47: whether this request waits, and for this officer. It says nothing of who they are. `barred`: whom it is about. */
export const mayDecide = (
  entry: RequestEntry,
  digest: string,
  officer: Officer,
  now: number,
  barred: readonly string[] = [],
): Result<void> => {
  if (officer.userId === entry.requesterId) return fail(problem('decision.ownRequest', { name: entry.name }));
  if (barred.includes(officer.userId)) return fail(problem('decision.aboutYou', { name: entry.name }));
  if (entry.state !== 'waiting') return fail(problem('decision.notWaiting', { name: entry.name, state: entry.state }));
  if (now >= entry.expiresAt) return fail(problem('request.expired', { name: entry.name }));
  if (entry.digest === '' || digest !== entry.digest) return fail(problem('decision.changed', { name: entry.name }));
  if (entry.deciders.includes(officer.userId)) return fail(problem('decision.alreadyDecided', { name: entry.name }));
  return ok(undefined);
};
