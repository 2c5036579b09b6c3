import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { recordWalk } from '../../demo/recordWalk';
import { World } from '../../simulator/World';
import { operations } from '../../src/google/operations';
import { checkOperations } from './checkOperations';
import type { OperationsReport } from './checkOperations';
import { checkRecording } from './checkRecording';
import { readDescriptions } from './Descriptions';
import type { Violation } from './Descriptions';
import { recordWalks } from './recordWalks';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Compares the project with Google's API descriptions: the simulator's operations, the bundle's table of calls, and what the
 * demo and every walk of `test/walks` did: each kind of request with its answer, each kind of card. The folder is the first
 * argument, or ROSTER_DISCOVERY, or `../shared/discovery` where that exists.
 */
function main(): number {
  const folder = folderOfDescriptions();
  if (folder === undefined) {
    console.log("conformance: skipped (no folder with Google's API descriptions)");
    return 0;
  }
  const descriptions = readDescriptions(folder);
  console.log(`conformance: ${descriptions.documents.map((document) => `${document.name} ${document.version}`).join(', ')}`);

  const simulated = new World().network.operations().map((one) => ({ ...one, root: `https://${one.host}/` }));
  const called = Object.entries(operations).map(([id, one]) => ({ id, ...one, verb: one.method }));
  const violations = [
    ...told('operations of the simulator', checkOperations(simulated, descriptions, 'all')),
    ...told('operations of the bundle', checkOperations(called, descriptions, 'some')),
  ];

  build();
  for (const [name, record] of [
    ['demo', recordWalk],
    ['walks', () => recordWalks(ROOT)],
  ] as const) {
    const report = checkRecording(record(), descriptions);
    console.log(
      `  ${name}: ${report.exchanges} exchanges and ${report.cards} cards checked, ${report.undescribed} exchanges without a description`,
    );
    violations.push(...report.violations);
  }

  for (const { where, what } of violations) console.log(`  VIOLATION ${where}: ${what}`);
  console.log(violations.length === 0 ? 'conformance: no violations' : `conformance: ${violations.length} violations`);
  return violations.length === 0 ? 0 : 1;
}

function build(): void {
  const built = spawnSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32' });
  if (built.status !== 0) throw new Error(`the bundle cannot be built:\n${built.stdout}${built.stderr}`);
}

function folderOfDescriptions(): string | undefined {
  const given = process.argv[2] ?? process.env['ROSTER_DISCOVERY'];
  if (given !== undefined && given !== '') {
    if (!existsSync(given)) throw new Error(`there is no folder ${given}`);
    return given;
  }
  const beside = join(ROOT, '../shared/discovery');
  return existsSync(beside) ? beside : undefined;
}

function told(title: string, report: OperationsReport): readonly Violation[] {
  const extra = report.undescribed.length > 0 ? `, without a description: ${report.undescribed.join(', ')}` : '';
  console.log(`  ${title}: ${report.checked} checked${extra}`);
  return report.violations;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? `conformance: ${error.message}` : error);
  process.exitCode = 1;
}
