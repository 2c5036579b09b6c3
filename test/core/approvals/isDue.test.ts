import { isDue } from '../../../src/core/approvals/isDue';

describe('S51: a run', () => {
  it('is due from its time on; one that began goes on', () => {
    expect(isDue({ state: 'approved' }, 5)).toBe(true);
    expect(isDue({ state: 'approved', startAt: 6 }, 5)).toBe(false);
    expect(isDue({ state: 'approved', startAt: 5 }, 5)).toBe(true);
    expect(isDue({ state: 'running', startAt: 6 }, 5)).toBe(true);
    expect(isDue({ state: 'prepared' }, 5)).toBe(false);
  });
});
