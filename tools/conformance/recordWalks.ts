import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readRecordings, stampOf, type Recording } from './Recording';
import { sourcesStamp } from './sourcesStamp';

/**
 * What every walk of `test/walks` did, written by `test/support/walkRecorder.ts`. Recordings of these very sources, which a test
 * run with ROSTER_RECORD_WALKS=build/walks leaves, are taken as they are; else the walks are run. Throws when one fails.
 */
export function recordWalks(root: string): Recording {
  const folder = join(root, 'build/walks');
  if (!isCurrent(root, folder)) runWalks(root, folder);
  return readRecordings(folder);
}

/** Every walk that opens Roster leaves a file. */
function isCurrent(root: string, folder: string): boolean {
  if (!existsSync(folder)) return false;
  const walks = readdirSync(join(root, 'test/walks')).filter((name) => name.endsWith('.test.ts'));
  const stamp = sourcesStamp(root);
  return walks.every((name) => stampOf(join(folder, name.replace('.test.ts', '.json'))) === stamp);
}

function runWalks(root: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  const jest = createRequire(join(root, 'package.json')).resolve('jest/bin/jest');
  const run = spawnSync(process.execPath, [jest, 'test/walks', '--silent'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ROSTER_RECORD_WALKS: folder },
    maxBuffer: 1 << 28,
  });
  if (run.status === 0) return;
  rmSync(folder, { recursive: true, force: true });
  throw new Error(`the walks do not pass:\n${run.stderr}${run.error?.message ?? ''}`);
}
