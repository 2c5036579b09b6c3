import { runDemo } from '../../demo/runDemo';
import type { StepsResult } from '../../demo/runSteps';

function demo(...words: string[]): { readonly code: number; readonly out: string; readonly error: string } {
  const out: string[] = [];
  const error: string[] = [];
  const code = runDemo(words, { out: (text) => out.push(text), error: (text) => error.push(text) });
  return { code, out: out.join('\n'), error: error.join('\n') };
}

describe('npm run demo -- approval', () => {
  const { code, out } = demo('approval', '--json');
  const { steps, asExpected } = JSON.parse(out) as StepsResult;

  it('goes as expected: approved in Gmail, denied on the page, refused when altered or one’s own (S29–S33, S39–S41, B2)', () => {
    expect(steps.flatMap(({ expectations }) => expectations.filter(({ holds }) => !holds))).toEqual([]);
    expect(steps.map(({ expectations }) => expectations.length)).toEqual([1, 6, 3, 4, 5]);
    expect({ asExpected, code }).toEqual({ asExpected: true, code: 0 });
  });

  it('writes at Google in the step that was approved and in no other', () => {
    expect(steps.map(({ calls, changed }) => calls.writes > 0 && changed.length > 0)).toEqual([false, true, false, false, false]);
    expect(steps.map(({ calls, changed }) => calls.writes + changed.length > 0)).toEqual([false, true, false, false, false]);
  });
});

describe('npm run demo, its words', () => {
  it('--help tells all walks', () => {
    const { code, out } = demo('--help');
    expect(code).toBe(0);
    expect(out).toMatch(/npm run demo +the copy/);
    expect(out).toContain('npm run demo -- approval');
    expect(out).toContain('npm run demo -- sync');
  });

  it('approval takes no files of one’s own', () => {
    expect(demo('approval', '--users', 'users.csv')).toMatchObject({ code: 2, error: expect.stringContaining('--users') as string });
  });
});
