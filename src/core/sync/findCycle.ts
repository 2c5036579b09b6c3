import { problem, type Problem } from '../base/Problem';
import { MY_CONTACTS } from '../contacts/ContactGroup';
import { sameName } from '../copy/planLabel';

/** A sync as contacts flow through it. Addresses and names are for show. */
export interface SyncFlow {
  readonly id: string;
  readonly name: string;
  /** Absent: the directory, which no sync writes. */
  readonly reads?: {
    readonly userId: string;
    readonly email: string;
    readonly group: { readonly resourceName: string; readonly name: string };
    /** Ids of the syncs whose mark is on that label. */
    readonly deliveredBy: readonly string[];
  };
  readonly writes: {
    /** Destinations as they resolve now, through groups and organizational units. */
    readonly userIds: ReadonlySet<string>;
    readonly groupName: string;
    readonly myContacts: boolean;
  };
}

/** Whether what one sync delivers is what the other one reads: at a destination of the one, under the label that it delivers into. */
const feeds = (one: SyncFlow, other: SyncFlow): boolean => {
  const { reads } = other;
  if (reads === undefined || one.id === other.id || !one.writes.userIds.has(reads.userId)) return false;
  if (reads.group.resourceName === MY_CONTACTS) return one.writes.myContacts;
  return reads.deliveredBy.includes(one.id) || sameName(reads.group.name, one.writes.groupName);
};

/** B13: the shortest way on which a sync feeds itself, from it through others; undefined: there is none. */
export const cycleThrough = (saved: SyncFlow, all: readonly SyncFlow[]): readonly SyncFlow[] | undefined => {
  const flows = [saved, ...all.filter(({ id }) => id !== saved.id)];
  const seen = new Set<string>();
  let paths: (readonly SyncFlow[])[] = [[saved]];
  while (paths.length > 0) {
    const next: (readonly SyncFlow[])[] = [];
    for (const path of paths) {
      for (const flow of flows.filter((one) => feeds(path[path.length - 1] ?? saved, one))) {
        if (flow.id === saved.id) return path;
        if (!seen.has(flow.id)) next.push([...path, flow]);
        seen.add(flow.id);
      }
    }
    paths = next;
  }
  return undefined;
};

const accountOf = ({ reads }: SyncFlow): string => reads?.email ?? '';

/** Looked for when a sync is saved: `ann@acme.test → “Customers” → bob@acme.test → “Team” → ann@acme.test`. */
export const findCycle = (saved: SyncFlow, all: readonly SyncFlow[]): Problem | undefined => {
  const cycle = cycleThrough(saved, all);
  if (cycle === undefined) return undefined;
  const path = [...cycle.flatMap((flow) => [accountOf(flow), `“${flow.name}”`]), accountOf(saved)].join(' → ');
  return problem('sync.cycle', { path });
};
