import type { Network } from '../../simulator/network/Network';

/** What matters of a request when two clients are compared: headers and the order of parameters do not. */
export interface RecordedRequest {
  readonly operation: string;
  readonly method: string;
  /** Decoded. */
  readonly path: string;
  /** Sorted by name, then value. */
  readonly query: readonly (readonly [string, string])[];
  /** Parsed JSON; undefined when there is none. */
  readonly body: unknown;
}

/** Collects every request that reaches an operation from now on; the list grows as they come. */
export function recordRequests(network: Network): RecordedRequest[] {
  const recorded: RecordedRequest[] = [];
  network.observe(({ operation, request }) => {
    recorded.push(recordedRequest(operation.id, request.method, request.url, request.body === '' ? undefined : JSON.parse(request.body)));
  });
  return recorded;
}

export function recordedRequest(operation: string, method: string, url: string, body: unknown): RecordedRequest {
  const { pathname, searchParams } = new URL(url);
  const query = [...searchParams].sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)));
  return { operation, method: method.toUpperCase(), path: decodeURIComponent(pathname), query, body };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
