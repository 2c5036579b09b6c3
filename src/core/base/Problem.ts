/**
 * An expected failure: a stable code and the data its wording needs. `explain` is the only place that turns it into
 * words (what happened, why, what to do).
 */
export interface Problem {
  readonly code: string;
  readonly data: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

export const problem = (code: string, data: Problem['data'] = {}): Problem => ({ code, data });
