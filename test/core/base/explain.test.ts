import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { explain, wordings } from '../../../src/core/base/explain';
import { problem } from '../../../src/core/base/Problem';

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : entry.name.endsWith('.ts') ? [path] : [];
  });

const raised = new Set(
  sources(join(__dirname, '../../../src')).flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/problem\(\s*'([^']+)'/g)].map((match) => match[1] ?? ''),
  ),
);

const worded = wordings.flatMap((area) => Object.keys(area));

test('the sources raise problems', () => {
  expect(raised.size).toBeGreaterThan(60);
});

test('a code is worded once', () => {
  expect(worded.filter((code, index) => worded.indexOf(code) !== index)).toEqual([]);
});

test.each([...raised].sort())('words %s', (code) => {
  expect(worded).toContain(code);
});

test.each(worded)('%s says what happened and what to do', (code) => {
  const { what, why, fix } = explain(problem(code, { message: 'Quota exceeded', email: 'ann@example.com', label: 'Sales' }));
  for (const sentence of [what, fix, ...(why === undefined ? [] : [why])]) expect(sentence.length).toBeGreaterThan(5);
  expect(what.trim()).toBe(what);
});

test('explains even a code it does not know', () => {
  expect(explain(problem('nobody.knows'))).toEqual({
    what: 'Something went wrong (nobody.knows).',
    fix: 'Try again. If it happens again, tell the person who runs Roster.',
  });
});

test('names the service account and the scope to grant when delegation is missing', () => {
  const { fix, what } = explain(
    problem('google.delegationNotGranted', {
      serviceAccount: 'r@p.iam.gserviceaccount.com',
      scope: 'https://www.googleapis.com/auth/contacts',
      message: 'unauthorized_client',
    }),
  );
  expect(what).toContain('r@p.iam.gserviceaccount.com');
  expect(fix).toContain('https://www.googleapis.com/auth/contacts');
});
