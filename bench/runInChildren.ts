import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Measured, MeasurementName } from './measurement';

/** A wide young generation: the simulator makes and drops many small objects. A million contacts need the memory. */
const V8_OPTIONS = ['--max-semi-space-size=128', '--max-old-space-size=6144'];

/** Measures each in a process of its own, as many at once as there are processors, in the order given. */
export const runInChildren = async (
  names: readonly MeasurementName[],
  tell: (line: string) => void,
): Promise<{ readonly measured: Partial<Measured>; readonly failed: readonly string[] }> => {
  const results: Record<string, unknown> = {};
  const failed: string[] = [];
  const waiting = [...names];
  const worker = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const started = performance.now();
      try {
        results[name] = await measureInChild(name);
      } catch (error) {
        failed.push((error as Error).message);
      }
      tell(`${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), names.length) }, worker));
  return { measured: results, failed };
};

const measureInChild = (name: MeasurementName): Promise<unknown> =>
  new Promise((resolve, reject) => {
    // The memory of the diff is measured under Node's own settings.
    const own = name.startsWith('diff') ? [] : V8_OPTIONS;
    const child = fork(join(__dirname, 'measureInChild.ts'), [name], { execArgv: [...process.execArgv, ...own], serialization: 'json' });
    let result: unknown;
    child.on('message', (message) => (result = message));
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve(result) : reject(new Error(`${name} ended with code ${code}`))));
  });
