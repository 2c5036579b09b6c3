import { digest } from '../base/digest';
import type { SettingsChange } from './SettingsChange';

/** Everything a decision about a settings request covers; digested like the intent of a workflow. */
export interface SettingsIntent {
  readonly kind: 'settings';
  readonly plannerVersion: number;
  readonly requestId: string;
  /** Directory id. */
  readonly requesterId: string;
  readonly name: string;
  readonly change: SettingsChange;
  /** The change in words, old and new, as the officers read it. */
  readonly lines: readonly string[];
  /** Version of the policy that it changes: with another one it is refused. */
  readonly basedOn: number;
  /** Officers who must approve it. */
  readonly needed: number;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** SHA-256 of its canonical JSON, lower-case hex. */
export const settingsDigest = (intent: SettingsIntent): string => digest(intent);
