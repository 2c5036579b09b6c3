import * as vm from 'node:vm';
import { instantOfLocal, zoneOffset } from '../kernel/timeZone';
import { REALM_PRELUDE } from './realmPrelude';
import { isStrict } from './strict';

export interface RealmHost {
  /** Virtual time, ms since the epoch. */
  readonly now: () => number;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** IANA id of the script's time zone. */
  readonly timeZone: string;
}

interface RealmKit {
  array(): unknown[];
  object(): Record<string, unknown>;
  date(instant: number): Date;
  error(name: string, message: string): Error;
}

const ENTRY = Symbol.for('simulator.entry');
const prelude = new vm.Script(REALM_PRELUDE, { filename: 'simulator-prelude' });
/** Calls what the host left under a symbol; evaluated, not called, so that microtasks are done when it returns. */
const callEntry = new vm.Script(
  `(() => { const key = Symbol.for('simulator.entry'); const entry = globalThis[key]; delete globalThis[key]; return entry(); })()`,
  { filename: 'simulator-entry' },
);

/**
 * One empty JavaScript context: ECMAScript's own globals and nothing of the host (no timers, URL, TextEncoder, process).
 * Promises settle when the outermost evaluation ends and there are no macrotasks
 * (https://developers.google.com/apps-script/guides/v8-runtime).
 */
export class Realm {
  private readonly context: vm.Context;
  private readonly kit: RealmKit;

  constructor(host: RealmHost) {
    const { timeZone } = host;
    this.context = vm.createContext({}, { microtaskMode: 'afterEvaluate' });
    const make = prelude.runInContext(this.context) as (host: object) => RealmKit;
    this.kit = make({
      now: host.now,
      random: host.random,
      zone: timeZone,
      offset: (instant: number) => zoneOffset(timeZone, instant),
      instant: (local: number) => instantOfLocal(timeZone, local),
    });
  }

  /** Adds or replaces a global. */
  define(name: string, value: unknown): void {
    Object.defineProperty(this.context, name, { value, writable: true, configurable: true, enumerable: false });
  }

  evaluate(script: vm.Script): unknown {
    return script.runInContext(this.context);
  }

  /** The global of this name, or undefined; a method by its dotted path, bound to its object. Also finds top-level `const` and `let`. */
  lookUp(path: string): unknown {
    if (!/^[\p{L}_$][\p{L}\p{N}_$]*(\.[\p{L}_$][\p{L}\p{N}_$]*)*$/u.test(path)) return undefined;
    const [first = '', ...rest] = path.split('.');
    let value: unknown = vm.runInContext(`typeof ${first} === 'undefined' ? undefined : ${first}`, this.context);
    for (const name of rest) {
      const owner = value as Record<string, unknown> | null | undefined;
      const member = owner?.[name];
      value = typeof member === 'function' ? (member.bind(owner) as unknown) : member;
    }
    return value;
  }

  /** Calls `work` inside the context and runs its microtasks before returning. */
  run<T>(work: () => T): T {
    Object.defineProperty(this.context, ENTRY, { value: work, writable: true, configurable: true, enumerable: false });
    return callEntry.runInContext(this.context) as T;
  }

  /**
   * Copies host data into the context: arrays, plain objects and Dates become instances of the script's own classes.
   * Service objects and functions are handed over as they are.
   */
  value(host: unknown): unknown {
    if (typeof host !== 'object' || host === null || isStrict(host)) return host;
    if (Array.isArray(host)) {
      const copy = this.kit.array();
      for (let i = 0; i < host.length; i++) copy[i] = this.value(host[i]);
      return copy;
    }
    if (Object.prototype.toString.call(host) === '[object Date]') return this.kit.date((host as Date).getTime());
    const copy = this.kit.object();
    for (const [key, value] of Object.entries(host)) copy[key] = this.value(value);
    return copy;
  }

  /** Copies a script's plain data (arrays, objects, Dates, primitives) out of the context. */
  host(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || isStrict(value)) return value;
    if (Array.isArray(value)) return Array.from(value, (item) => this.host(item));
    if (Object.prototype.toString.call(value) === '[object Date]') return new Date(Number(value));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.host(item)]));
  }

  /** An Error of this context. */
  error(name: string, message: string): Error {
    return this.kit.error(name, message);
  }
}
