import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { World } from '../../simulator/World';
import { operations } from '../../src/google/operations';
import { checkOperations } from './checkOperations';
import type { OperationsReport } from './checkOperations';
import { checkRecording } from './checkRecording';
import { readDescriptions } from './Descriptions';
import type { Violation } from './Descriptions';
import type { Recording } from './Recording';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Compares the project with Google's API descriptions: the simulator's operations, the bundle's table of calls, and a recorded
 * walk. The folder is the first argument, or ROSTER_DISCOVERY, or `../shared/discovery` where that exists.
 */
async function main(): Promise<number> {
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

  const recording = await recordedWalk();
  if (recording === undefined) console.log('  recorded walk: none (no demo/recordWalk.ts)');
  else {
    const report = checkRecording(recording, descriptions);
    console.log(`  exchanges: ${report.exchanges} checked, ${report.undescribed} of endpoints without a description`);
    console.log(`  cards: ${report.cards} checked`);
    violations.push(...report.violations);
  }

  for (const { where, what } of violations) console.log(`  VIOLATION ${where}: ${what}`);
  console.log(violations.length === 0 ? 'conformance: no violations' : `conformance: ${violations.length} violations`);
  return violations.length === 0 ? 0 : 1;
}

function folderOfDescriptions(): string | undefined {
  const given = process.argv[2] ?? process.env['ROSTER_DISCOVERY'];
  if (given !== undefined && given !== '') {
    if (!existsSync(given)) throw new Error(`conformance: there is no folder ${given}`);
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

/** `demo/recordWalk.ts` exports `recordWalk(): Recording | Promise<Recording>`: the thin path through the built bundle. */
async function recordedWalk(): Promise<Recording | undefined> {
  const file = join(ROOT, 'demo/recordWalk.ts');
  if (!existsSync(file)) return undefined;
  const { recordWalk } = (await import(pathToFileURL(file).href)) as { recordWalk: () => Recording | Promise<Recording> };
  return recordWalk();
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
