import { lookAlikes } from '../../../src/core/directory/lookAlikes';
import { user } from '../../support/directoryRecords';

test.each([
  ['a digit for a letter', 'john@example.com', 'j0hn@example.com'],
  ['rn for m', 'burns@example.com', 'bums@example.com'],
  ['a Cyrillic letter', 'anna@example.com', 'аnna@example.com'],
  ['an accent', 'jorg@example.com', 'jörg@example.com'],
  ['a dot', 'ann.lee@example.com', 'annlee@example.com'],
  ['a one in the domain', 'ann@example.com', 'ann@examp1e.com'],
  ['the same name in another domain', 'ann@example.com', 'ann@example.org'],
])('points out %s (S16)', (_, one, other) => {
  const found = lookAlikes([user('1', one), user('2', other), user('3', 'zoe@example.com')]);
  expect([...found.entries()].sort()).toEqual([
    ['1', other],
    ['2', one],
  ]);
});

test('is silent about addresses that differ plainly', () => {
  expect(
    lookAlikes([
      user('1', 'ann@example.com'),
      user('2', 'anna@example.com'),
      user('3', 'user1@example.com'),
      user('4', 'user2@example.com'),
    ]).size,
  ).toBe(0);
});
