import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import type { Effort } from '../../core/plan/Effort';
import type { Intent } from '../../core/workflows/Intent';
import type { Environment, Tables } from '../Environment';
import type { AddressOf } from '../requests/addressBook';
import type { Installation } from '../setUp/Installation';
import type { Writer } from './asWriter';
import type { NewAccounts } from './observeTargets';
import type { ProgressNotes } from './progress';

/** What one slice of a run works with. */
export interface RunWork {
  readonly env: Environment;
  readonly installation: Installation;
  readonly ledger: Tables;
  readonly workbook: Tables;
  readonly intent: Intent;
  /** Users of the intent that still exist, by id. */
  readonly users: ReadonlyMap<string, DirectoryUser>;
  /** Of targets that this run creates. */
  readonly accounts?: NewAccounts;
  readonly addressOf: AddressOf;
  /** Proves to be the one writer before each wave of writes, and stores what belongs to the wave; throws when another took over. */
  readonly renew: Writer['renew'];
  readonly progress: ProgressNotes;
  /** What this slice took so far. */
  readonly effort: () => Effort;
}
