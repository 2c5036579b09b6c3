import { format } from 'node:util';
import type { LogEntry } from './ExecutionRecord';
import type { ScriptExecution } from './ScriptExecution';
import { strict } from './strict';

/** `console`: lines in Cloud Logging (https://developers.google.com/apps-script/reference/base/console). */
export const consoleService = (execution: ScriptExecution): object => {
  const timers = new Map<string, number>();
  const write =
    (severity: LogEntry['severity']) =>
    (...parts: unknown[]) =>
      execution.log(severity, format(...parts));
  return strict('console', {
    log: write('INFO'),
    info: write('INFO'),
    warn: write('WARNING'),
    error: write('ERROR'),
    time: (label: unknown) => {
      timers.set(String(label), execution.world.clock.now());
    },
    timeEnd: (label: unknown) => {
      const started = timers.get(String(label));
      if (started !== undefined) execution.log('DEBUG', `${String(label)}: ${execution.world.clock.now() - started}ms`);
      timers.delete(String(label));
    },
  });
};
