import { notSimulated } from './notSimulated';

const services = new WeakSet<object>();

/** Members that JavaScript itself looks for on any object (printing, JSON, await). */
const LANGUAGE_MEMBERS: ReadonlySet<string> = new Set(['toJSON', 'then', 'constructor', 'valueOf', 'toString', 'hasOwnProperty']);

/**
 * Wraps the members of a service or of an object it hands out. Reading a member that is not listed throws, so that
 * nothing runs here that was never simulated; members cannot be replaced, as at Google.
 */
export const strict = <T extends object>(name: string, members: T): T => {
  const proxy = new Proxy(members, {
    get(target, key) {
      if (typeof key === 'symbol') return key === Symbol.toStringTag ? name : Reflect.get(target, key);
      if (Object.hasOwn(target, key)) return Reflect.get(target, key);
      if (key === 'toString') return () => name;
      if (key === 'valueOf') return () => proxy;
      if (key === 'hasOwnProperty') return (other: PropertyKey) => Object.hasOwn(target, other);
      if (LANGUAGE_MEMBERS.has(key)) return undefined;
      throw notSimulated(`${name}.${key} is not simulated`);
    },
    set(_target, key) {
      throw notSimulated(`${name}.${String(key)} cannot be assigned`);
    },
    defineProperty(_target, key) {
      throw notSimulated(`${name}.${String(key)} cannot be defined`);
    },
    deleteProperty(_target, key) {
      throw notSimulated(`${name}.${String(key)} cannot be deleted`);
    },
  });
  services.add(proxy);
  return proxy;
};

/** True for what `strict` made: such objects enter a script's realm as they are. */
export const isStrict = (value: unknown): boolean => typeof value === 'object' && value !== null && services.has(value);
