import type { World } from '../World';
import type { Realm } from './Realm';
import type { ScriptProject } from './ScriptProject';

/**
 * How a piece of script code comes to run. It decides who the effective and the active user are, how long it may take,
 * and which services it sees (https://developers.google.com/apps-script/guides/services/authorization).
 */
export type ExecutionKind = 'addon' | 'trigger' | 'webapp' | 'page' | 'editor';

export interface Person {
  /** Immutable Directory id. */
  readonly id: string;
  readonly primaryEmail: string;
}

/**
 * One execution of the script. Every Apps Script service is a function of it: `(execution) => global object`, and every
 * member that does work goes through `call`, the one place where time, scopes, faults, quotas and the kill are applied.
 */
export interface Execution {
  readonly world: World;
  readonly project: ScriptProject;
  readonly kind: ExecutionKind;
  readonly effectiveUser: Person;
  /** Undefined where Google leaves the address blank. */
  readonly activeUser: Person | undefined;
  /** The spreadsheet under the sidebar, for cards opened in Sheets. */
  readonly activeSpreadsheetId: string | undefined;
  readonly realm: Realm;
  readonly startedAt: number;
  readonly id: string;

  /**
   * Does one unit of service work. Refuses when the execution is over or one of the scopes is missing (`scopes`: any one
   * is enough), applies faults, moves the clock by the service's latency, then runs `work`. What `work` returns is handed
   * to the script as it is: convert with `realm.value` first.
   */
  call<T>(name: string, options: { readonly scopes?: readonly string[]; readonly milliseconds?: number }, work: () => T): T;

  /** Virtual time passes (sleep, network). Past the limit the execution ends uncatchably. */
  spend(milliseconds: number): void;

  /** Ends the execution at once: no later service call has any effect. */
  kill(reason: 'timeout' | 'killed'): never;

  /** An exception as Apps Script throws it: an Error of the script's realm whose name is `Exception`. */
  exception(message: string, name?: string): Error;
}
