import { explain } from '../../../src/core/base/explain';
import { chooseCanaries } from '../../../src/core/runs/chooseCanaries';
import { judgeDelivery } from '../../../src/core/runs/judgeDelivery';

const people = Array.from({ length: 21 }, (_, index) => `u${index}`);
const each = (creates: number): Record<string, number> => Object.fromEntries(people.map((one) => [one, creates]));

test('more than twenty targets have canaries: the first three that get something and can be reached (B15)', () => {
  expect(chooseCanaries(people, each(2))).toEqual(['u0', 'u1', 'u2']);
  expect(chooseCanaries(people, { ...each(2), u0: 0, u2: 0 })).toEqual(['u1', 'u3', 'u4']);
  expect(chooseCanaries(people, each(2), (one) => one !== 'u1')).toEqual(['u0', 'u2', 'u3']);
});

test('a small run, and one that copies nothing, has none', () => {
  expect(chooseCanaries(people.slice(1), each(2))).toEqual([]);
  expect(chooseCanaries(people, each(0))).toEqual([]);
});

test.each<[string, string[][], number, string | undefined]>([
  ['what was confirmed', [['a'], ['b']], 2, undefined],
  ['two that the owner merged', [['a', 'b'], ['c']], 3, undefined],
  ['one twice', [['a'], ['b'], ['a']], 2, 'run.deliveredTwice'],
  ['one twice, another not yet', [['a'], ['a']], 2, 'run.deliveredTwice'],
  ['more', [['a'], ['b'], ['c']], 2, 'run.deliveredMore'],
  ['less', [['a']], 2, 'run.deliveredLess'],
])('an account that shows %s', (_, shown, confirmed, code) => {
  const found = judgeDelivery(shown, confirmed);
  expect(found?.code).toBe(code);
  if (found !== undefined) expect(explain(found).fix).not.toBe('');
});
