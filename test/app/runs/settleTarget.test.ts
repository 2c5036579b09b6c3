import { problem } from '../../../src/core/base/Problem';
import { untouchedCheckpoint, type Checkpoint } from '../../../src/core/runs/Checkpoint';
import type { TargetOutcome } from '../../../src/core/runs/TargetOutcome';
import { MOST_ROUNDS, READ_LAG, settleTarget } from '../../../src/app/runs/settleTarget';

const outcome = (status: TargetOutcome['status'], code?: string): TargetOutcome => ({
  targetId: 'u1',
  status,
  created: 200,
  skipped: 0,
  failed: 100,
  ...(code === undefined ? {} : { reason: problem(code) }),
});
const told: Checkpoint = { ...untouchedCheckpoint, settled: 200, created: 200, group: 'contactGroups/g' };
const after = (rounds: number): Checkpoint => ({ ...told, rounds });

test('what is certain ends the target', () => {
  for (const one of [outcome('done'), outcome('failed', 'copy.contactsRefused'), outcome('skipped', 'google.serviceOff')]) {
    expect(settleTarget(one, untouchedCheckpoint, told, 0)).toEqual({ kind: 'ended', outcome: one });
  }
});

test.each(['google.unavailable', 'google.minuteQuota', 'google.customerBusy', 'google.accountQuota', 'google.etagConflict'])(
  'what passes by itself (%s) leaves the target for later, with what was confirmed',
  (code) => {
    const settled = settleTarget(outcome('failed', code), untouchedCheckpoint, told, 1000);
    expect(settled).toEqual({ kind: 'parked', checkpoint: { ...told, rounds: 1, until: 1000 + READ_LAG } });
  },
);

test('an unknown outcome waits until reads have caught up; the label is kept', () => {
  const settled = settleTarget(outcome('unknown', 'copy.outcomeUnknown'), after(1), undefined, 1000);
  expect(settled).toEqual({ kind: 'parked', checkpoint: { ...after(1), rounds: 2, until: 1000 + 2 * READ_LAG } });
});

test('after trouble it ends with a look that finds nothing to write', () => {
  expect(settleTarget(outcome('done'), after(1), told, 0)).toMatchObject({ kind: 'parked', checkpoint: { rounds: 2 } });
  expect(settleTarget(outcome('done'), after(2), undefined, 0)).toMatchObject({ kind: 'ended' });
});

test.each([outcome('failed', 'google.accountQuota'), outcome('unknown', 'copy.outcomeUnknown')])(
  'what is still not certain is given twice as long each time (%#)',
  (one) => {
    const waits = [0, 1, 2, 3].map((rounds) => {
      const settled = settleTarget(one, after(rounds), undefined, 0);
      return settled.kind === 'parked' ? settled.checkpoint.until / READ_LAG : 0;
    });
    expect(waits).toEqual([1, 2, 4, 8]);
  },
);

test('a label that does not take contacts for minutes is made or joined anew', () => {
  const settled = settleTarget(outcome('failed', 'google.labelNotReady'), untouchedCheckpoint, told, 0);
  expect(settled.kind === 'parked' ? settled.checkpoint.group : 'ended').toBeUndefined();
});

test('it is not tried for ever', () => {
  const unknown = settleTarget(outcome('unknown', 'copy.outcomeUnknown'), after(MOST_ROUNDS), undefined, 0);
  expect(unknown).toMatchObject({ kind: 'ended', outcome: { status: 'failed', reason: { code: 'run.doesNotConverge' } } });
  const busy = settleTarget(outcome('failed', 'google.accountQuota'), after(MOST_ROUNDS), undefined, 0);
  expect(busy).toMatchObject({ kind: 'ended', outcome: { status: 'failed', reason: { code: 'google.accountQuota' } } });
});
