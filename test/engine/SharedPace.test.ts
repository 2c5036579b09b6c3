import { nextWave } from '../../src/engine/nextWave';
import { sharedPace } from '../../src/engine/SharedPace';
import { wavePace } from '../../src/engine/WavePace';
import { toCall } from '../../src/google/request';

const self = { kind: 'self' } as const;
const add = (space: string) => toCall('chat.spaces.members.create', self, { path: { parent: `spaces/${space}` }, body: {} });
const read = (space: string) => toCall('chat.spaces.members.list', self, { path: { parent: `spaces/${space}` } });
const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

const waveOf = (calls: readonly ReturnType<typeof add>[], now: number, pace = sharedPace(5000)) =>
  nextWave(
    calls.map((call) => ({ call, notBefore: 0, sent: 0 })),
    now,
    wavePace(20, 50),
    1e9,
    pace,
  ).length;

describe('Chat’s rates of a second (https://developers.google.com/workspace/chat/limits)', () => {
  test.each([
    ['one new member of a space', many(9, () => add('A')), 1],
    ['one of each space', [...many(4, () => add('A')), ...many(4, () => add('B')), add('C')], 3],
    ['five new members of all spaces of a project', many(9, (index) => add(`S${index}`)), 5],
    ['fifteen pages of a space', many(19, () => read('A')), 15],
  ])('a wave holds %s at most', (_, calls, most) => {
    expect(waveOf(calls, 10_000)).toBe(most);
  });

  it('lets the next one go a second after the last one had reached Google', () => {
    const pace = sharedPace(5000);
    pace.charge(add('A'), 10_250, 10_900);
    pace.charge(add('C'), 10_250, 10_300);
    expect(pace.earliest(add('C'), 10_500)).toBe(11_300);
    expect([waveOf([add('A')], 11_399, pace), waveOf([add('A')], 11_400, pace), waveOf([add('B')], 10_500, pace)]).toEqual([0, 1, 1]);
    expect(pace.earliest(add('A'), 10_500)).toBe(11_400);
    expect(pace.earliest(toCall('directory.groups.list', self), 10_500)).toBe(10_500);
  });
});

describe('the Directory’s rate of a minute (https://developers.google.com/workspace/admin/directory/v1/limits)', () => {
  const lookUp = toCall('directory.users.get', self, { path: { userKey: '1' } });
  const chargeAll = (pace: ReturnType<typeof sharedPace>, count: number): void =>
    many(count, () => undefined).forEach(() => pace.charge(lookUp, 10_000, 10_100));

  it('is used up at once by a run about a thousand users, which then waits for the next minute', () => {
    const pace = sharedPace(1000);
    chargeAll(pace, 2159);
    expect(
      waveOf(
        many(9, () => lookUp),
        10_200,
        pace,
      ),
    ).toBe(1);
    chargeAll(pace, 1);
    expect([waveOf([lookUp], 70_099, pace), waveOf([lookUp], 70_100, pace)]).toEqual([0, 1]);
    expect(pace.earliest(lookUp, 10_200)).toBe(70_100);
  });

  it('is spread over its seconds by a longer run, whose next execution does not know of this one', () => {
    const pace = sharedPace(1081);
    chargeAll(pace, 36);
    expect([waveOf([lookUp], 11_099, pace), waveOf([lookUp], 11_100, pace)]).toEqual([0, 1]);
  });
});
