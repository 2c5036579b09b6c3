import { format } from 'node:util';
import type { ScriptExecution } from './ScriptExecution';
import { strict } from './strict';

/** `Logger`: lines of the execution log (https://developers.google.com/apps-script/reference/base/logger). */
export const loggerService = (execution: ScriptExecution): object => {
  let lines: string[] = [];
  const service: object = strict('Logger', {
    log: (...parts: unknown[]) => {
      const line = format(...parts);
      lines.push(line);
      execution.log('INFO', line);
      return service;
    },
    getLog: () => lines.map((line) => `${line}\n`).join(''),
    clear: () => {
      lines = [];
    },
  });
  return service;
};
