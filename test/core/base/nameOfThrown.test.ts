import { nameOfThrown } from '../../../src/core/base/nameOfThrown';

describe('nameOfThrown', () => {
  it('names the kind of an error, and never says what is in it', () => {
    expect(nameOfThrown(new RangeError('ann@example.com'))).toBe('RangeError');
    expect(nameOfThrown('ann@example.com')).toBe('string');
    expect(nameOfThrown(undefined)).toBe('undefined');
    expect(nameOfThrown({ name: 'ann@example.com' })).toBe('object');
  });
});
