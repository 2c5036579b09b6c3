import { timeOfSpaces } from '../../../src/core/plan/timeOfSpaces';

const add = (space: string, times: number) => Array.from({ length: times }, () => ({ kind: 'addToSpace' as const, space, title: space }));

test.each([
  ['nothing', [], 0],
  ['one space: one after the other', add('a', 10), 10],
  ['two spaces: side by side', [...add('a', 10), ...add('b', 4)], 10],
  ['many spaces: five at once', Array.from({ length: 20 }, (_, index) => add(`s${index}`, 2)).flat(), 8],
])('adding members takes as long as their spaces make it, %s (B9)', (_, changes, turns) => {
  expect(timeOfSpaces(changes)).toBe(turns * 1150);
});
