import type { Clock } from '../kernel/Clock';
import { QUOTA_WINDOW } from './limits';

interface Window {
  startedAt: number;
  used: number;
}

/** A quota counted per user; its window of 24 hours starts with the first use and is empty again afterwards. */
export class DailyQuota {
  private readonly windows = new Map<string, Window>();

  constructor(
    private readonly clock: Clock,
    /** In the unit that is counted. Tests may set it. */
    public limit: number,
  ) {}

  used(userId: string): number {
    return this.window(userId)?.used ?? 0;
  }

  left(userId: string): number {
    return Math.max(0, this.limit - this.used(userId));
  }

  /** Takes `amount` if that much is left; false takes nothing. */
  take(userId: string, amount: number): boolean {
    if (this.left(userId) < amount) return false;
    this.add(userId, amount);
    return true;
  }

  /** Counts what was already used, even past the limit. */
  add(userId: string, amount: number): void {
    const window = this.window(userId);
    if (window === undefined) this.windows.set(userId, { startedAt: this.clock.now(), used: amount });
    else window.used += amount;
  }

  private window(userId: string): Window | undefined {
    const window = this.windows.get(userId);
    return window !== undefined && this.clock.now() - window.startedAt < QUOTA_WINDOW ? window : undefined;
  }
}
