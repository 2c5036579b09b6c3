import { parseArgs } from 'node:util';
import { findBroken } from './findBroken';
import type { MeasurementName } from './measurement';
import { measurements, onRequest } from './measurement';
import { printTable } from './printTable';
import { runInChildren } from './runInChildren';

/**
 * `npm run bench [-- --json] [-- --only workload]`, `-- --only 'import of 50,000'`: what the budgets allow and what was used. Exit codes: 0 every bound holds, 1 one is
 * broken, 2 the command line is wrong.
 */
const main = async (): Promise<number> => {
  let options: { readonly json?: boolean; readonly only?: string };
  try {
    options = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } }).values;
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
  const { only = '' } = options;
  const names = (Object.keys(measurements) as MeasurementName[]).filter(
    (name) => name.startsWith(only) && (name === only || !onRequest.includes(name)),
  );
  if (names.length === 0) {
    console.error(`--only takes the beginning of one of: ${Object.keys(measurements).join(', ')}`);
    return 2;
  }
  const { measured, failed } = await runInChildren(names, (line) => console.error(line));
  const broken = [...failed, ...findBroken(measured)];
  if (options.json === true) console.log(JSON.stringify({ ...measured, broken }, undefined, 2));
  else {
    console.log(printTable(measured));
    console.log(broken.length === 0 ? '\nEvery bound holds.' : `\nBroken bounds:\n${broken.map((line) => `  ${line}`).join('\n')}`);
  }
  return broken.length === 0 ? 0 : 1;
};

void main().then((code) => (process.exitCode = code));
