import { parseRecord } from '../base/parseRecord';
import { problem, type Problem } from '../base/Problem';
import { fail, ok, type Result } from '../base/Result';

/** Where an officer decided. */
export type DecidedVia = 'gmail' | 'page' | 'sheets';
export type Decision = 'approve' | 'deny';

/** What an officer decided, as their execution stored it; the operator looks up whether it counts. */
export interface Claim {
  readonly decision: Decision;
  /** Digest of what the officer saw. */
  readonly digest: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** By the server's word. */
  readonly email: string;
  /** Directory id by an ID token or the Directory; absent where neither is at hand. */
  readonly subject?: string;
  /** Why it was denied; empty otherwise. */
  readonly reason: string;
  readonly via: DecidedVia;
  /** What the operator found; absent while it is not verified. It counted, or `refused` says why not. */
  readonly verified?: { readonly at: number; readonly refused?: Problem };
}

/** Our own limit. */
export const reasonLimit = 300;

/** Why a request was denied, in full. */
export const deniedBy = ({ email, reason }: Claim): Problem => problem('request.denied', { by: email, reason });

const isText = (value: unknown): value is string => typeof value === 'string';

/** Undefined when the text is no claim: what cannot be read decides nothing. */
export const decodeClaim = (text: string | undefined): Claim | undefined => {
  const record = parseRecord(text);
  if (record === undefined) return undefined;
  const verified = record['verified'] as { at?: unknown } | null | undefined;
  const complete =
    (record['decision'] === 'approve' || record['decision'] === 'deny') &&
    [record['digest'], record['email'], record['reason']].every(isText) &&
    record['digest'] !== '' &&
    typeof record['at'] === 'number' &&
    (record['subject'] === undefined || isText(record['subject'])) &&
    ['gmail', 'page', 'sheets'].includes(String(record['via'])) &&
    (verified === undefined || (typeof verified === 'object' && verified !== null && typeof verified.at === 'number'));
  return complete ? (record as unknown as Claim) : undefined;
};

/** S29: a reason is part of a denial, and of nothing else. */
export const checkReason = (decision: Decision, reason: string): Result<string> => {
  const said = reason.trim().replace(/\s+/g, ' ');
  if (decision === 'approve') return ok('');
  if (said === '') return fail(problem('decision.reasonMissing'));
  return [...said].length > reasonLimit ? fail(problem('decision.reasonTooLong', { limit: reasonLimit })) : ok(said);
};
