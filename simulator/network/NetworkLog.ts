import type { Principal } from './Operation';

/** One request as it was answered. Bodies are not kept: contacts would pile up; `Network.observe` shows them as they pass. */
export interface NetworkEntry {
  /** Virtual time at which it was sent, ms since the epoch. */
  readonly at: number;
  /** Google's method id; undefined when no method has this address. */
  readonly operation: string | undefined;
  readonly effect: 'read' | 'write' | 'token' | undefined;
  readonly method: string;
  readonly url: string;
  /** Primary address of the user it acted as. */
  readonly as: string | undefined;
  readonly via: Principal['via'] | undefined;
  /** 0 when the sender got an exception instead of an answer. */
  readonly status: number;
  readonly milliseconds: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly executionId: string | undefined;
  /** The operation did its work, whatever the sender was told. */
  readonly committed: boolean;
}

export interface NetworkFilter {
  readonly effect?: NetworkEntry['effect'];
  readonly operation?: string;
  /** Virtual time, ms; entries at or after it. */
  readonly since?: number;
  readonly executionIds?: readonly string[];
}

export class NetworkLog {
  readonly entries: NetworkEntry[] = [];

  add(entry: NetworkEntry): void {
    this.entries.push(entry);
  }

  select(filter: NetworkFilter = {}): NetworkEntry[] {
    const { effect, operation, since, executionIds } = filter;
    return this.entries.filter(
      (entry) =>
        (effect === undefined || entry.effect === effect) &&
        (operation === undefined || entry.operation === operation) &&
        (since === undefined || entry.at >= since) &&
        (executionIds === undefined || (entry.executionId !== undefined && executionIds.includes(entry.executionId))),
    );
  }
}
