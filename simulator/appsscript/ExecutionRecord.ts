import type { ExecutionKind } from './Execution';

export interface LogEntry {
  readonly severity: 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR';
  /** Virtual time, ms since the epoch. */
  readonly at: number;
  readonly message: string;
}

export interface ScriptError {
  readonly name: string;
  readonly message: string;
  /** V8 format; the outermost frame is the one Apps Script shows. */
  readonly stack: string;
}

/** How one execution ended, as the Executions page of the script would tell, and what it gave back. */
export interface ExecutionRecord {
  readonly id: string;
  readonly kind: ExecutionKind;
  readonly functionName: string;
  readonly effectiveUserId: string;
  outcome: 'running' | 'completed' | 'failed' | 'timedOut' | 'killed';
  /** What the function returned: an object of the script's own context. Only the latest executions keep it, else no context could ever be freed. */
  value: unknown;
  error?: ScriptError;
  /** Scopes the person is asked for: the execution did not start, or stopped, because they are not allowed. */
  authorizationRequired?: readonly string[];
  /** What the script used that is not simulated: it fails even when it caught the error. */
  readonly unsimulated: string[];
  readonly startedAt: number;
  endedAt: number;
  readonly log: LogEntry[];
}

/** What a script threw, as a record. Frames of the simulator are left out. */
export const scriptError = (thrown: unknown): ScriptError => {
  if (typeof thrown !== 'object' || thrown === null) return { name: 'Error', message: String(thrown), stack: String(thrown) };
  const { name = 'Error', message = '', stack = '' } = thrown as { name?: string; message?: string; stack?: string };
  const frames = String(stack)
    .split('\n')
    .filter((line) => /^\s+at .*\bCode(\.gs)?:\d+:\d+\)?$/.test(line));
  const simulator = message.startsWith('simulator:') || !isExpected(thrown);
  const text = simulator ? String(stack) : [`${name}: ${message}`, ...frames, '    at __GS_INTERNAL_top_function_call__.gs:1:8'].join('\n');
  return { name: String(name), message: String(message), stack: text };
};

/** Errors of the host realm are bugs of the simulator: their whole stack is kept. */
const isExpected = (thrown: object): boolean => !(thrown instanceof Error);
