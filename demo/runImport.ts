import { parseArgs } from 'node:util';
import { imported, importedAgain, previewed, undone, type ImportWalk } from './importSteps';
import type { Printer } from './runDemo';
import { runSteps } from './runSteps';
import { SAMPLE } from './sample';

/** `npm run demo -- import [--file F]`: a CSV of users is previewed, approved, imported, imported again, undone. */
export function runImport(words: readonly string[], print: Printer): number {
  let options: { readonly file?: string; readonly json?: boolean };
  try {
    options = parseArgs({ args: [...words], options: { file: { type: 'string' }, json: { type: 'boolean' } } }).values;
  } catch (error) {
    print.error((error as Error).message);
    return 2;
  }
  const walk: ImportWalk = { file: options.file ?? SAMPLE.import };
  return runSteps(
    'import',
    [
      ['The administrator uploads a CSV file and asks what it would change', previewed(walk)],
      ['An officer approves it, and it runs', imported(walk)],
      ['The same file again', importedAgain(walk)],
      ['The import is undone', undone(walk)],
    ],
    options.json === true ? ['--json'] : [],
    print,
  );
}
