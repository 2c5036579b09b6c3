import { wavePace } from '../../src/engine/WavePace';

const LIST = 'people.people.connections.list';
const SIGN = 'iamcredentials.projects.serviceAccounts.signJwt';
const BATCH = 'people.people.batchCreateContacts';

test('doubles while full waves get more done in the same time, up to the most', () => {
  const pace = wavePace(20, 50);
  for (const expected of [20, 40, 50, 50]) {
    expect(pace.width()).toBe(expected);
    pace.learn(LIST, expected, 1000, false);
  }
});

test('stays when a wider wave only takes longer', () => {
  const pace = wavePace(10, 50);
  pace.learn(LIST, 10, 1000, false);
  pace.learn(LIST, 20, 2500, false);
  expect(pace.width()).toBe(20);
});

test('learns no width from a wave that was not full', () => {
  const pace = wavePace(20, 50);
  pace.learn(LIST, 3, 1, false);
  expect(pace.width()).toBe(20);
});

test('halves when the customer is busy, down to one', () => {
  const pace = wavePace(20, 50);
  for (const expected of [10, 5, 2, 1, 1]) {
    pace.learn(LIST, pace.width(), 1000, true);
    expect(pace.width()).toBe(expected);
  }
});

test('expects tokens to be quick and writes to be slow until it has seen them', () => {
  const pace = wavePace(20, 50);
  expect(pace.time(SIGN)).toBeLessThan(pace.time(LIST));
  expect(pace.time(LIST)).toBeLessThan(pace.time(BATCH));
  pace.learn(BATCH, 5, 20, false);
  expect(pace.time(BATCH)).toBe(20);
});
