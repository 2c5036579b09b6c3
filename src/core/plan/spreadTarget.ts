import { BATCH_SIZE } from './chooseWrites';
import { timeOfWaves } from './estimateTime';
import { earliestFit, recentCharges, type Charge } from './minuteWindow';
import { contactPages, costOfKind, DELETE_BATCH_SIZE, noCalls, TOKEN_CALLS, type CallKind, type PlannedCalls } from './PlannedCalls';
import type { MinuteUnits } from './quotas';

/** What one target takes on its own, over as many executions as the quotas of a minute make necessary. */
export interface Spread {
  readonly slices: number;
  /** Milliseconds of all of them, without what each does before it comes to targets and at its end. */
  readonly time: number;
  /** Each execution reads the target again, with what was created there meanwhile. */
  readonly reads: number;
  readonly tokens: number;
}

/** Contacts that an account has more after a call. */
const added: Readonly<Partial<Record<CallKind, number>>> = { writeBatch: BATCH_SIZE, writeContact: 1, deleteBatch: -DELETE_BATCH_SIZE };

const alone = (kind: CallKind): number => timeOfWaves({ ...noCalls, [kind]: 1 });

/**
 * Carries out the calls one after the other, as the engine would: no call begins after `usable` milliseconds of an execution, and a
 * wait that would end later ends the execution. The next one comes a minute later or more, when those quotas are whole again.
 */
export const spreadTarget = (calls: PlannedCalls, existing: number, perMinute: MinuteUnits, usable: number): Spread => {
  const writes = (['deleteBatch', 'writeGroup', 'writeBatch', 'writeContact'] as const).flatMap((kind) =>
    Array<CallKind>(calls[kind]).fill(kind),
  );
  let [slices, time, reads, done, held] = [0, 0, 0, 0, existing];
  do {
    slices += 1;
    let now = 0;
    let charges: readonly Charge[] = [];
    const fits = (kind: CallKind): boolean => {
      const units: Partial<MinuteUnits> = costOfKind(kind);
      const at = earliestFit(units, charges, perMinute, now);
      if (at > usable) return false;
      now = at + alone(kind);
      charges = [...recentCharges(charges, now), { at: now, units }];
      return true;
    };
    const pages = contactPages(held);
    const first = [...Array<CallKind>(TOKEN_CALLS).fill('token'), ...Array<CallKind>(pages).fill('readContacts')];
    const isRead = [...first, ...Array<CallKind>(calls.readGroups).fill('readGroups')].every(fits);
    reads += pages + calls.readGroups;
    const before = done;
    for (let kind = writes[done]; isRead && kind !== undefined && fits(kind); kind = writes[done]) {
      done += 1;
      held += added[kind] ?? 0;
    }
    time += now;
    // An account that takes a whole execution to be read gets no further.
    if (done === before) break;
  } while (done < writes.length);
  return { slices, time, reads, tokens: slices * TOKEN_CALLS };
};
