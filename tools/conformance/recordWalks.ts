import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readRecordings, type Recording } from './Recording';

/** Runs every walk of `test/walks` and reads what `test/support/walkRecorder.ts` wrote meanwhile. Throws when a walk fails. */
export function recordWalks(root: string): Recording {
  const folder = join(root, 'build/walks');
  rmSync(folder, { recursive: true, force: true });
  const jest = createRequire(join(root, 'package.json')).resolve('jest/bin/jest');
  const run = spawnSync(process.execPath, [jest, 'test/walks', '--silent'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ROSTER_RECORD_WALKS: folder },
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) throw new Error(`the walks do not pass:\n${run.stderr}${run.error?.message ?? ''}`);
  return readRecordings(folder);
}
