import type { Clock } from '../../kernel/Clock';
import { CACHE_ENTRIES, CACHE_ENTRIES_KEPT } from './limits';

/** One cache: entries die with time, by overflow, or early on request, as Google allows itself. */
export class CacheStore {
  private entries = new Map<string, { readonly value: string; readonly expiresAt: number }>();

  constructor(private readonly clock: Clock) {}

  get(key: string): string | undefined {
    const entry = this.entries.get(key);
    return entry !== undefined && entry.expiresAt > this.clock.now() ? entry.value : undefined;
  }

  put(key: string, value: string, seconds: number): void {
    this.entries.set(key, { value, expiresAt: this.clock.now() + seconds * 1000 });
    if (this.entries.size <= CACHE_ENTRIES) return;
    const kept = [...this.entries].sort(([, a], [, b]) => b.expiresAt - a.expiresAt).slice(0, CACHE_ENTRIES_KEPT);
    this.entries = new Map(kept);
  }

  /** Removes these keys, or everything: by the script, or as an early eviction. */
  remove(keys?: readonly string[]): void {
    if (keys === undefined) this.entries.clear();
    else for (const key of keys) this.entries.delete(key);
  }
}
