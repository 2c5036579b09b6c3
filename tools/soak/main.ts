import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Happenings } from '../../test/support/Happenings';
import type { SoakPart, SoakReport } from './soakPart';

/**
 * `npm run soak [-- --cases 10000 --seed 1 --from 0]`: random companies, faults and people around a copy, more than `npm test` has time
 * for. Prints each case that ends wrong, to be run again by its seed and number, and how often each thing happened. Exit codes: 0 none
 * wrong, 1 some, or something happened too rarely.
 */
const { values } = parseArgs({
  options: { cases: { type: 'string', default: '10000' }, seed: { type: 'string' }, from: { type: 'string', default: '0' } },
});
const cases = Number(values.cases);
const first = Number(values.from);
const seed = Number(values.seed ?? Date.now() % 2_147_483_647);
const workers = Math.min(availableParallelism(), cases);
/** Cases of one process: templates are made anew in each. */
const PART = 500;

const runPart = (part: SoakPart): Promise<SoakReport> =>
  new Promise((resolve, reject) => {
    const child = fork(join(__dirname, 'soakPart.ts'), [JSON.stringify(part)], { execArgv: process.execArgv });
    let report: SoakReport | undefined;
    child.on('message', (message) => (report = message as SoakReport));
    child.on('error', reject);
    child.on('exit', (code) => (report === undefined ? reject(new Error(`a part ended with code ${code}`)) : resolve(report)));
  });

const main = async (): Promise<number> => {
  console.log(`seed ${seed}, ${cases} cases`);
  const started = performance.now();
  const parts: SoakPart[] = [];
  for (let from = first; from < first + cases; from += PART) parts.push({ seed, from, count: Math.min(PART, first + cases - from) });
  let ran = 0;
  let failed = 0;
  const happenings = new Happenings();
  const worker = async (): Promise<void> => {
    for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
      const report = await runPart(part);
      ran += report.cases;
      failed += report.failures.length;
      for (const [what, times] of report.happened) happenings.count(what, times);
      for (const { number, value, findings } of report.failures) {
        console.log(`\ncase ${number}: ${JSON.stringify(value)}\n  ${findings.slice(0, 4).join('\n  ')}`);
      }
      console.log(`${ran} cases, ${failed} wrong, ${((performance.now() - started) / 1000).toFixed(0)} s`);
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  if (failed > 0) console.log(`Again: npm run soak -- --seed ${seed} --from <case> --cases 1`);
  console.log(
    `\n${[...happenings.counts]
      .sort()
      .map(([what, times]) => `${what}: ${times}`)
      .join('\n')}`,
  );
  const tooRare = cases < 1000 ? [] : happenings.tooRare(cases);
  if (tooRare.length > 0) console.log(`\nToo rare: ${tooRare.join('; ')}`);
  return failed + tooRare.length === 0 ? 0 : 1;
};

void main().then((code) => (process.exitCode = code));
