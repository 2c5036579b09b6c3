import type { Actor } from '../../../src/app/actors/identify';
import type { Environment } from '../../../src/app/Environment';
import { readProgress, progressNotes } from '../../../src/app/runs/progress';
import { isStopped, stopRun } from '../../../src/app/runs/stopRun';
import { encodeEntry, type RequestEntry } from '../../../src/core/approvals/RequestEntry';
import { noTotals } from '../../../src/core/runs/summarize';
import { memoryStore } from '../../support/memoryStore';

const platform = (entry: Partial<RequestEntry>) => {
  const clock = { now: 1_000_000 };
  const full = {
    id: 'r1',
    state: 'running',
    name: 'New colleagues',
    type: 'onboard',
    requesterId: 'ann',
    digest: 'd',
    createdAt: 1,
    changedAt: 1,
    expiresAt: 2,
    preApprovalId: '',
    kind: 'workflow',
    deciders: [],
    needed: 1,
    asked: false,
    targets: 3,
    planned: { creates: 9, skips: 0 },
    outcome: noTotals,
    calls: { reads: 0, writes: 0, tokens: 0, directory: 0, dailyContactWrites: 0, seconds: 0, slices: 1 },
    told: '',
    viewDigest: '',
    ...entry,
  } as unknown as RequestEntry;
  const authority = memoryStore({ 'request.r1': encodeEntry(full) });
  const env = {
    now: () => clock.now,
    newId: () => 'e1',
    who: { kind: 'card', activeEmail: 'ann@acme.test', effectiveEmail: 'ann@acme.test' },
    authority,
    locked: (work: () => unknown) => work(),
    log: () => undefined,
  } as unknown as Environment;
  return { env, authority, clock };
};
const person = (id: string, isOperator = false): Actor =>
  ({ user: { id }, isOperator, installation: { operatorEmail: 'roster@acme.test' } }) as unknown as Actor;

test.each([
  ['the requester', person('ann')],
  ['the operator', person('roster', true)],
])('%s stops a run; the next look for work sees it', (_, actor) => {
  const { env, authority } = platform({ state: 'running' });
  expect(stopRun(env, actor, 'r1').ok).toBe(true);
  expect(isStopped(env, 'r1')).toBe(true);
  expect(authority.values['pending']).toBe('1');
  // B11: the audit learns of it in the same write.
  expect(authority.values['audit.1000000.e1']).toContain('run.stopPressed');
});

test('another administrator does not', () => {
  const { env } = platform({ state: 'running' });
  expect(stopRun(env, person('ben'), 'r1')).toMatchObject({ ok: false, problem: { code: 'run.onlyRequesterStops' } });
  expect(isStopped(env, 'r1')).toBe(false);
});

test.each(['prepared', 'done', 'failed', 'stopped'] as const)('what is %s is not stopped', (state) => {
  const { env } = platform({ state });
  expect(stopRun(env, person('ann'), 'r1')).toMatchObject({ ok: false, problem: { code: 'request.notInState' } });
  expect(isStopped(env, 'r1')).toBe(false);
});

test('progress is noted with the time it takes at this speed', () => {
  const { env, authority, clock } = platform({});
  expect(readProgress(env, 'r1')).toBeUndefined();
  const notes = progressNotes(env, 'r1', 100, 20);
  clock.now += 10_000;
  for (let ended = 0; ended < 10; ended += 1) notes.ended();
  Object.assign(authority.values, notes.note());
  expect(readProgress(env, 'r1')).toEqual({
    done: 30,
    total: 100,
    doing: 'writing',
    parked: 0,
    at: clock.now,
    goesOnAt: 0,
    earliestEnd: clock.now + 70_000,
  });
  notes.rest(clock.now + 300_000, 2);
  expect(readProgress(env, 'r1')).toMatchObject({
    doing: 'waiting',
    parked: 2,
    goesOnAt: clock.now + 300_000,
    earliestEnd: clock.now + 370_000,
  });
});

test('a note that cannot be read is none', () => {
  const { env, authority } = platform({});
  for (const text of ['', 'null', '{"done":"1"}', '[']) {
    authority.values['progress.r1'] = text;
    expect(readProgress(env, 'r1')).toBeUndefined();
  }
});
