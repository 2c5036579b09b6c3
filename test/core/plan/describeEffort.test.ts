import { describeCounted, describeDays, describePlanned } from '../../../src/core/plan/describeEffort';
import { describeMatches, matchesOf } from '../../../src/core/plan/describeSkips';
import { noEffort, type Effort } from '../../../src/core/plan/Effort';
import { lowestQuotas } from '../../../src/core/plan/quotas';
import { noSkips } from '../../../src/core/plan/TargetPlan';

const effort: Effort = { reads: 67, writes: 1, tokens: 68, directory: 4, dailyContactWrites: 6600, seconds: 61, slices: 1 };

test('says what a run will take, and what it took, in the same words (B9)', () => {
  const calls =
    '140 calls to Google (67 reads, 1 write, 68 calls for access, 4 look-ups in the directory), charged as 6,600 contact writes';
  expect(describePlanned(effort)).toBe(`about 2 minutes of work in one go: ${calls}`);
  expect(describeCounted(effort)).toBe(`2 minutes of work in one go: ${calls}`);
});

test.each([
  [0, 'less than a minute of work in one go'],
  [60, 'about 1 minute of work in one go'],
  [3599, 'about 1 hour of work in one go'],
  [3600, 'about 1 hour of work in one go'],
  [3661, 'about 1 hour 2 minutes of work in one go'],
  [7199, 'about 2 hours of work in one go'],
])('%i seconds are “%s”', (seconds, words) => {
  expect(describePlanned({ ...effort, seconds })).toMatch(new RegExp(`^${words}: `));
});

test('says in how many parts the work is done', () => {
  expect(describePlanned({ ...effort, seconds: 1500, slices: 6 })).toMatch(/^about 25 minutes of work in 6 parts: /);
});

test.each<[Partial<Effort>, string]>([
  [{}, ''],
  [{ dailyContactWrites: 250_000 }, 'about 3 days: it takes 250,000 contact writes, and Google allows 100,000 a day'],
  [{ reads: 100_001 }, 'about 2 days: it takes 100,001 calls, and Apps Script allows 100,000 a day'],
  [{ seconds: 40_000 }, 'about 3 days: it takes 11 hours 7 minutes of work, and Roster uses no more than 5 hours a day'],
])('says why it takes days: %j (B9)', (more, words) => {
  expect(describeDays({ ...noEffort, ...more }, lowestQuotas)).toBe(words);
});

test('says by what contacts were found, each reason once (B7)', () => {
  const skips = { ...noSkips, alreadyCopied: 1200, sameEmail: 2, sameName: 1, nothingToCopy: 5 };
  expect(matchesOf(skips)).toBe(1203);
  expect(describeMatches(skips)).toBe('1,200 copied before, 2 with the same e-mail address, 1 with the same name');
  expect(describeMatches(noSkips)).toBe('');
});
