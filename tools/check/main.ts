import { spawnSync } from 'node:child_process';
import { checkManifest } from './checkManifest';
import { checkTerms } from './checkTerms';

interface Step {
  readonly name: string;
  /** Lines that name what is wrong; none = passed. */
  readonly run: () => string[];
}

const command =
  (...words: string[]) =>
  (): string[] => {
    const done = spawnSync('npx', ['--no-install', ...words], { encoding: 'utf8', shell: process.platform === 'win32' });
    if (done.status === 0) return [];
    return `${done.stdout}\n${done.stderr}`.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('npm warn'));
  };

const steps: readonly Step[] = [
  { name: 'types', run: command('tsc', '-b') },
  { name: 'layers', run: command('depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'src', 'simulator') },
  { name: 'lint', run: command('eslint', '.') },
  { name: 'format', run: command('prettier', '--check', '.') },
  { name: 'terms', run: checkTerms },
  { name: 'build', run: command('webpack', '--stats', 'errors-only') },
  { name: 'manifest', run: checkManifest },
];

let failed = 0;
for (const step of steps) {
  const started = performance.now();
  const findings = step.run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${findings.length === 0 ? 'ok  ' : 'FAIL'} ${step.name} (${seconds} s)`);
  for (const finding of findings) console.log(`     ${finding}`);
  if (findings.length > 0) failed += 1;
}
console.log(`check: ${steps.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
