import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as vm from 'node:vm';

export interface BundleCount {
  readonly kilobytes: number;
  /** Milliseconds of processor time to compile the bundle and evaluate it in an empty context: the median of many times. */
  readonly loadMilliseconds: number;
}

const file = join(__dirname, '../dist/Code.js');

export const measureBundle = (): BundleCount => {
  const code = readFileSync(file, 'utf8');
  const times = Array.from({ length: 31 }, (_, index) => {
    const context = vm.createContext({});
    const started = process.cpuUsage();
    // A changed first line keeps V8 from taking the compiled code of the time before.
    new vm.Script(`/* ${index} */${code}`, { filename: 'Code' }).runInContext(context);
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
  return { kilobytes: statSync(file).size / 1000, loadMilliseconds: times[15] ?? NaN };
};
