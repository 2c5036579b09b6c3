import type { ExecutionRecord } from '../appsscript/ExecutionRecord';
import type { Prompt } from './Prompt';

/** What stands in the side panel when something failed. */
export interface HostError {
  /** What the person reads. */
  readonly text: string;
  /** What the script's log says; never shown by a published add-on. */
  readonly detail: string;
  readonly executionId: string | undefined;
}

/** Thrown inside the host when the panel is to show an error, or a prompt, instead of going on. */
export class Failed extends Error {
  constructor(
    detail: string,
    readonly executionId?: string,
    readonly prompt?: Prompt,
  ) {
    super(detail);
  }
}

/** https://developers.google.com/workspace/add-ons/guides/query-error-logs */
const PUBLISHED = 'Something went wrong when executing the add-on.';

export function hostError(deployment: 'test' | 'published', detail: string, executionId?: string): HostError {
  return { text: deployment === 'published' ? PUBLISHED : detail, detail, executionId };
}

/** Message and place of a script's error, e.g. `ReferenceError: x is not defined [line: 3, function: onHomepage, file: Code]`. */
export function describeFailure({ error, outcome }: ExecutionRecord): string {
  if (error === undefined) return outcome;
  const frame = /at (?:(\S+) \()?(\w+)(?:\.gs)?:(\d+):\d+\)?/.exec(error.stack);
  const place =
    frame === null || frame[2]?.startsWith('__GS') ? '' : ` [line: ${frame[3]}, function: ${frame[1] ?? ''}, file: ${frame[2]}]`;
  return `${error.name}: ${error.message}${place}`;
}
