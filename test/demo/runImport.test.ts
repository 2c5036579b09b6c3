import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDemo } from '../../demo/runDemo';
import type { StepsResult } from '../../demo/runSteps';

const run = (...words: string[]): { readonly code: number; readonly text: string } => {
  const out: string[] = [];
  const code = runDemo(['import', ...words], { out: (text) => out.push(text), error: (text) => out.push(text) });
  return { code, text: out.join('\n') };
};

describe('npm run demo -- import', () => {
  it('goes as expected: previewed cell by cell, approved, imported, nothing to do again, undone (B1, B6, I6)', () => {
    const { code, text } = run('--json');
    const { steps, asExpected } = JSON.parse(text) as StepsResult;
    expect(steps.flatMap(({ expectations }) => expectations.filter(({ holds }) => !holds))).toEqual([]);
    expect(steps.map(({ expectations }) => expectations.length)).toEqual([1, 1, 1, 2, 1]);
    expect({ asExpected, code }).toEqual({ asExpected: true, code: 0 });
  });

  it('takes a file of one’s own', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'roster-')), 'own.csv');
    writeFileSync(file, 'Email,First name,Last name,Job title\njonas.weber@example.com,Jonas,Weber,Head of everything\n');
    const { code, text } = run('--file', file);
    expect(text).toContain('jonas.weber@example.com: Job title: “Account Executive” → “Head of everything”; 2 already so');
    expect(text).toContain('Everything is as expected.');
    expect(code).toBe(0);
  });

  it('says what is wrong with the command line', () => {
    expect(run('--files', 'x')).toMatchObject({ code: 2, text: expect.stringContaining('--files') as string });
  });
});
