import { resultsByRow } from '../../../src/core/imports/resultsByRow';

const result = (target: string, more: object = {}) => ({
  target,
  status: 'done',
  created: 0,
  changed: 0,
  reason: '',
  nextStep: '',
  ...more,
});
const nobody = (): undefined => undefined;

describe('I33: the result of each row', () => {
  it.each([
    ['what changed', result('a@x.test', { changed: 2 }), 'Updated: 2 changes.'],
    ['that nothing had to', result('a@x.test'), 'Unchanged.'],
    ['why not', result('a@x.test', { status: 'failed', reason: 'No.', nextStep: 'Do.' }), 'Failed. No. Do.'],
    ['that nobody knows', result('a@x.test', { status: 'unknown' }), 'Not known.'],
    [
      'that somebody was created',
      result('a@x.test', { reason: 'The user was created.', nextStep: 'Go on.' }),
      'The user was created. Go on.',
    ],
  ])('says %s', (_what, one, text) => {
    expect(resultsByRow(['', ' A@x.test'], [one], nobody)).toEqual(new Map([[2, text]]));
  });

  it('is of the same row where two rows have an address, and of a row without one by its number', () => {
    const results = [
      result('row 2, a@x.test', { status: 'failed', reason: 'second' }),
      result('row 3, a@x.test', { status: 'failed', reason: 'third' }),
      result('row 4', { status: 'failed', reason: 'fourth' }),
    ];
    const texts = resultsByRow(['Email', 'a@x.test', 'A@x.test', ''], results, nobody);
    expect([...texts.values()]).toEqual(['Failed. second', 'Failed. third', 'Failed. fourth']);
  });

  it('is none for a row that was not there, and asks about an address that no result has', () => {
    const asked: string[] = [];
    const texts = resultsByRow(['b@x.test', 'c@x.test', 'a@x.test'], [result('a@x.test')], (address) => {
      asked.push(address);
      return address === 'c@x.test' ? 'A@x.test' : undefined;
    });
    expect([...texts.keys()]).toEqual([2, 3]);
    expect(asked).toEqual(['b@x.test', 'c@x.test']);
  });
});
