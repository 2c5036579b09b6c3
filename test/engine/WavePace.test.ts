import { wavePace } from '../../src/engine/WavePace';

const LIST = 'people.people.connections.list';
const SIGN = 'iamcredentials.projects.serviceAccounts.signJwt';

test('grows while full waves get more done in the same time, up to the most', () => {
  const pace = wavePace(20, 50);
  for (const expected of [20, 30, 45, 50, 50]) {
    expect(pace.width(LIST)).toBe(expected);
    pace.learn(LIST, expected, 1000, false);
  }
});

test('stays when a wider wave only takes longer', () => {
  const pace = wavePace(20, 50);
  pace.learn(LIST, 20, 1000, false);
  pace.learn(LIST, 30, 2000, false);
  expect(pace.width(LIST)).toBe(30);
});

test('learns nothing from a wave that was not full', () => {
  const pace = wavePace(20, 50);
  pace.learn(LIST, 3, 1, false);
  expect(pace.width(LIST)).toBe(20);
});

test('halves when the customer is busy, down to one, for that operation only', () => {
  const pace = wavePace(20, 50);
  for (const expected of [10, 5, 2, 1, 1]) {
    pace.learn(LIST, pace.width(LIST), 1000, true);
    expect(pace.width(LIST)).toBe(expected);
  }
  expect(pace.width(SIGN)).toBe(20);
});
