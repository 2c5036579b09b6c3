import { nextWave } from '../../src/engine/nextWave';
import { sharedPace } from '../../src/engine/SharedPace';
import { wavePace } from '../../src/engine/WavePace';
import type { OperationId } from '../../src/google/operations';
import { toCall } from '../../src/google/request';

const LIST: OperationId = 'people.contactGroups.list';
const BATCH: OperationId = 'people.people.batchCreateContacts';
const TOKEN: OperationId = 'oauth2.token';
const GROUPS: OperationId = 'directory.groups.list';
const MEGABYTE = 1024 * 1024;

const waiting = (operation: OperationId, count: number, { notBefore = 900, sent = 0 } = {}) =>
  Array.from({ length: count }, () => ({ call: toCall(operation, { kind: 'none' }), notBefore, sent }));

const chosen = (pending: ReturnType<typeof waiting>, byteBudget = 100 * MEGABYTE) => {
  const wave = nextWave(pending, 1000, wavePace(4, 4), byteBudget, sharedPace(5000));
  return [wave[0]?.call.operation, wave.length];
};

test.each([
  ['the earliest kind first while none fills a wave', [...waiting(BATCH, 3), ...waiting(LIST, 2), ...waiting(TOKEN, 1)], TOKEN, 1],
  ['a full wave before an earlier one that is not', [...waiting(BATCH, 4), ...waiting(TOKEN, 3)], BATCH, 4],
  ['the latest of full waves', [...waiting(TOKEN, 9), ...waiting(BATCH, 5), ...waiting(LIST, 4)], BATCH, 4],
  [
    'before full waves what waited for its own as long as twenty take',
    [...waiting(BATCH, 4), ...waiting(TOKEN, 3, { notBefore: -2999 }), ...waiting(LIST, 1, { notBefore: -18_999 })],
    BATCH,
    4,
  ],
  [
    'before full waves what waited for its own as long as twenty take, however few these are',
    [...waiting(BATCH, 4), ...waiting(TOKEN, 3, { notBefore: -2999 }), ...waiting(LIST, 1, { notBefore: -19_000 })],
    LIST,
    1,
  ],
  ['only what need not wait', [...waiting(TOKEN, 2, { notBefore: 1001 }), ...waiting(LIST, 1, { notBefore: 1000 })], LIST, 1],
  ['nothing when all must wait', waiting(TOKEN, 2, { notBefore: 2000 }), undefined, 0],
])('sends %s', (_, pending, operation, count) => {
  expect(chosen(pending)).toEqual([operation, count]);
});

test('keeps to the byte budget, and a wave so limited is a full one', () => {
  expect(chosen([...waiting(BATCH, 3), ...waiting(TOKEN, 1)], MEGABYTE)).toEqual([BATCH, 2]);
});

test('takes those first that have sent fewest calls', () => {
  const pending = [3, 1, 2, 0, 1, 5].flatMap((sent) => waiting(LIST, 1, { sent }));
  expect(nextWave(pending, 1000, wavePace(4, 4), 100 * MEGABYTE, sharedPace(5000)).map(({ sent }) => sent)).toEqual([0, 1, 1, 2]);
});

test('a token comes before a read that takes no longer, and of one stage the quicker kind', () => {
  const pace = wavePace(4, 4);
  pace.learn(TOKEN, 4, 900, false);
  pace.learn(LIST, 1, 200, false);
  pace.learn(GROUPS, 1, 100, false);
  const next = (...kinds: OperationId[]) =>
    nextWave(
      kinds.flatMap((kind) => waiting(kind, 1)),
      1000,
      pace,
      100 * MEGABYTE,
      sharedPace(5000),
    )[0]?.call.operation;
  expect(next(LIST, TOKEN)).toBe(TOKEN);
  expect(next(LIST, GROUPS)).toBe(GROUPS);
});
