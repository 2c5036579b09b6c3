import { parseRecord } from '../base/parseRecord';
import type { SourceIndex } from '../runs/compareSources';
import { noDestinations, type KnownDestinations } from './compareDestinations';
import type { NightCounts } from './NightCounts';
import { noMemory, type SyncMemory } from './SyncMemory';

/** A source as it was delivered, and what the label at destinations was called. */
interface DeliveredSource {
  readonly fingerprint: string;
  readonly index: SourceIndex;
  readonly groupName?: string;
}

/** What the ledger remembers of a sync's last runs, for all destinations together. No contents. */
export interface SyncLedger extends KnownDestinations {
  /** The source as it was delivered last; absent: never. */
  readonly source?: DeliveredSource;
  /** Destinations that do not hold it as it was then: the next run visits them, whatever the source says. */
  readonly behind: readonly string[];
  /** Destinations that an edit took out with what they have, and that have it still. */
  readonly takenOut?: readonly string[];
  /** Revision of the definition that was carried out last; 0: none yet. */
  readonly revision: number;
  /** `SyncMemory.putBack` where something was put right. */
  readonly putBack: Readonly<Record<string, string>>;
  /** What a new revision was approved to come to when it is carried out, beyond the caps of a night; absent: it is. */
  readonly approved?: NightCounts;
}

export const emptyLedger: SyncLedger = { ...noDestinations, behind: [], revision: 0, putBack: {} };

/** What cannot be read is not known: then every destination is one that joins. */
export const decodeSyncLedger = (text: string | undefined): SyncLedger => {
  const record = parseRecord(text);
  return record === undefined ? emptyLedger : { ...emptyLedger, ...(record as Partial<SyncLedger>) };
};

/** G14: a label's new name is something to bring, too. */
export const isSameSource = (before: DeliveredSource | undefined, now: Omit<DeliveredSource, 'index'> | undefined): boolean =>
  before?.fingerprint === now?.fingerprint && before?.groupName === now?.groupName;

/** What a destination is remembered by. */
export const memoryOf = ({ source, userIds, behind, putBack }: SyncLedger): ((userId: string) => SyncMemory) => {
  const delivered = new Set((source?.index ?? []).map(([id]) => id));
  const [known, late] = [new Set(userIds), new Set(behind)];
  return (userId) =>
    known.has(userId) && !late.has(userId) && source !== undefined ? { delivered, putBack: putBack[userId] ?? '' } : noMemory;
};
