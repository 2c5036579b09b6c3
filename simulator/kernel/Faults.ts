/** What goes wrong, on request. Faults are asked for by tests and by a person at the workspace; none happens by itself. */
export interface Fault {
  /** Which call: an operation id (`people.people.batchCreateContacts`), a service member (`PropertiesService.setProperty`), or a predicate over both. */
  readonly at: string | ((call: FaultableCall) => boolean);
  /** Skip this many matching calls first. Default 0. */
  readonly skip?: number;
  /** How many matching calls are hit. Default 1; Infinity = until removed. */
  readonly times?: number;
  readonly effect: FaultEffect;
}

export type FaultEffect =
  /** Answers with this status and body instead of (`before`) or after (`after`) doing the work. Network calls only. */
  | {
      readonly kind: 'answer';
      readonly when: 'before' | 'after';
      readonly status: number;
      readonly body: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The service throws an exception with this text; for one call of a `fetchAll` the whole wave throws, and calls already sent may have committed. */
  | { readonly kind: 'throw'; readonly when: 'before' | 'after'; readonly message: string }
  /** The execution ends at once, uncatchably, as when Google kills it. */
  | { readonly kind: 'kill'; readonly when: 'before' | 'after' }
  /** The call takes this much longer. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** Something else happens first: another execution, a person's edit. */
  | { readonly kind: 'meanwhile'; readonly do: () => void };

export interface FaultableCall {
  /** Operation id or `Service.member`. */
  readonly name: string;
  /** Primary address the call acts as, when there is one. */
  readonly as?: string;
  readonly url?: string;
  /** Counts all faultable calls of the world from 1: a kill "at call n" names it. */
  readonly ordinal: number;
}

interface Armed {
  readonly fault: Fault;
  seen: number;
}

export class Faults {
  private armed: Armed[] = [];
  private ordinal = 0;

  /** Arms a fault; the returned function disarms it. */
  add(fault: Fault): () => void {
    const entry: Armed = { fault, seen: 0 };
    this.armed.push(entry);
    return () => {
      this.armed = this.armed.filter((other) => other !== entry);
    };
  }

  clear(): void {
    this.armed = [];
  }

  /** Number of faultable calls so far. */
  get calls(): number {
    return this.ordinal;
  }

  /** The effects that hit this call, in the order they were armed. Counts the call. */
  strike(call: Omit<FaultableCall, 'ordinal'>): FaultEffect[] {
    this.ordinal += 1;
    const named: FaultableCall = { ...call, ordinal: this.ordinal };
    const hits: FaultEffect[] = [];
    for (const entry of this.armed) {
      const { at, skip = 0, times = 1, effect } = entry.fault;
      if (!(typeof at === 'string' ? at === named.name : at(named))) continue;
      entry.seen += 1;
      if (entry.seen > skip && entry.seen <= skip + times) hits.push(effect);
    }
    return hits;
  }
}
