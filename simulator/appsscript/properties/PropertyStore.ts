import { PROPERTY_STORE_SIZE, PROPERTY_VALUE_SIZE } from './limits';

/** One property store. Sizes are UTF-8 bytes. */
export class PropertyStore {
  private readonly values = new Map<string, string>();

  get(key: string): string | undefined {
    return this.values.get(key);
  }

  keys(): string[] {
    return [...this.values.keys()];
  }

  entries(): Record<string, string> {
    return Object.fromEntries(this.values);
  }

  /** Bytes of all keys and values. */
  get size(): number {
    let bytes = 0;
    for (const [key, value] of this.values) bytes += sizeOf(key) + sizeOf(value);
    return bytes;
  }

  /** Writes all of them or, when one is too large or the store would overflow, none. */
  set(
    values: Readonly<Record<string, string>>,
    options: { readonly deleteAllOthers?: boolean } = {},
  ): 'written' | 'valueTooLarge' | 'storeFull' {
    let size = options.deleteAllOthers ? 0 : this.size;
    for (const [key, value] of Object.entries(values)) {
      if (sizeOf(value) > PROPERTY_VALUE_SIZE) return 'valueTooLarge';
      const old = options.deleteAllOthers ? undefined : this.values.get(key);
      size += old === undefined ? sizeOf(key) + sizeOf(value) : sizeOf(value) - sizeOf(old);
    }
    if (size > PROPERTY_STORE_SIZE) return 'storeFull';
    if (options.deleteAllOthers) this.values.clear();
    for (const [key, value] of Object.entries(values)) this.values.set(key, value);
    return 'written';
  }

  delete(key: string): void {
    this.values.delete(key);
  }

  clear(): void {
    this.values.clear();
  }
}

const sizeOf = (text: string): number => Buffer.byteLength(text);
