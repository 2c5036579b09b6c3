import type { Problem } from '../../core/base/Problem';
import { judgeDelivery } from '../../core/runs/judgeDelivery';
import type { Checkpoint } from '../../core/runs/Checkpoint';
import type { TargetOutcome } from '../../core/runs/TargetOutcome';
import { parseMarks } from '../../core/contacts/Mark';
import type { Subject, Task } from '../../google/Call';
import { listContacts } from '../../google/people';

/**
 * B15: reads a target again once everything was written, and holds it against what Google confirmed. More than that, or anything twice,
 * fails the target at once. Less is no proof right after a write, because reads lag by minutes: the target is uncertain, is left alone
 * and read again after that time. A look that long after the last write, in a round that wrote nothing, is proof.
 */
export function* verifyDelivery(as: Subject, origin: string, outcome: TargetOutcome, from: Checkpoint): Task<TargetOutcome> {
  if (outcome.status !== 'done' || outcome.created === 0) return outcome;
  const found = yield* judgeShown(as, origin, outcome.created);
  if (found === undefined) return outcome;
  const isSettled = from.rounds > 0 && outcome.created === from.created;
  const isFailure = isProof(found) || (found.code === 'run.deliveredLess' && isSettled);
  return { ...outcome, status: isFailure ? 'failed' : 'unknown', reason: found };
}

/** Reads what the account shows of a run; undefined when it is what Google confirmed. */
export function* judgeShown(as: Subject, origin: string, confirmed: number): Task<Problem | undefined> {
  const shown = yield* listContacts(as, ['clientData'], (person) => {
    const ids = parseMarks(person.clientData).flatMap((mark) => (mark.origin === origin ? [mark.sourceContactId] : []));
    return ids.length === 0 ? undefined : ids;
  });
  return shown.ok ? judgeDelivery(shown.value, confirmed) : shown.problem;
}

/** What shows beyond what was confirmed is one at any time. */
export const isProof = ({ code }: Problem): boolean => code === 'run.deliveredTwice' || code === 'run.deliveredMore';
