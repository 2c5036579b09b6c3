import { namesIn, shortName } from '../base/shortName';
import { MY_CONTACTS } from '../contacts/ContactGroup';
import type { Change, Skip } from '../plan/Change';
import { packSkips, unpackSkips } from '../plan/packSkips';
import { countChanges } from '../plan/TargetPlan';
import type { SyncPlan } from './planSync';

/** Between the parts: no digit of a name, no letter of a fate. */
const separator = '|';

const namesOf = (changes: readonly Change[], ...kinds: readonly Change['kind'][]): string =>
  changes.flatMap((change) => (kinds.includes(change.kind) && 'resourceName' in change ? [shortName(change.resourceName)] : [])).join('');

/** Labels and whether contacts go in, in the order in which their lists are packed: the sync's own, then My Contacts. */
const lists = [false, true].flatMap((isMine) => [true, false].map((isIn) => ({ isMine, isIn })));
/** Between them. */
const comma = ',';

const membersOf = (changes: readonly Change[]): string =>
  lists
    .map(({ isMine, isIn }) =>
      changes
        .flatMap((change) =>
          change.kind === 'changeMembers' && (change.group === MY_CONTACTS) === isMine ? change[isIn ? 'add' : 'remove'] : [],
        )
        .map(shortName)
        .join(''),
    )
    .join(comma);

/** What the ledger has room for. */
const room = 225_000;

/** What is not created, for whatever reason: what is written over has its own list. */
const others = (sourceIds: readonly string[], { changes, skips }: Pick<SyncPlan, 'changes' | 'skips'>): readonly Skip[] => {
  const created = new Set(changes.flatMap((change) => (change.kind === 'createContact' ? [change.sourceContactId] : [])));
  const said = new Set(skips.map(({ sourceContactId }) => sourceContactId));
  const rest = sourceIds.filter((id) => !created.has(id) && !said.has(id));
  return [...skips, ...rest.map((sourceContactId): Skip => ({ sourceContactId, reason: 'alreadySo' }))];
};

/**
 * What a sync does at one destination, as a preview stores it and a decision binds it: what becomes of each contact of the source, and
 * by short names which contacts are written over, which are deleted, which labels, and which contacts change labels; where those are
 * too many, how many. Blank for nothing.
 */
export const packSync = (sourceIds: readonly string[], plan: Pick<SyncPlan, 'changes' | 'skips'>): string => {
  if (plan.changes.length === 0) return '';
  const parts = [
    packSkips(sourceIds, others(sourceIds, plan)),
    namesOf(plan.changes, 'updateContact', 'adoptContact'),
    namesOf(plan.changes, 'deleteContact'),
    namesOf(plan.changes, 'deleteContactGroup'),
  ];
  const packed = [...parts, membersOf(plan.changes)].join(separator);
  return packed.length <= room ? packed : [...parts, String(countChanges(plan).members)].join(separator);
};

/** Contacts that were put under a label, or taken out of it. */
export interface NamedMembers {
  /** My Contacts; else the sync's own label. */
  readonly isMine: boolean;
  readonly isIn: boolean;
  readonly has: (resourceName: string) => boolean;
}

/** What a preview named. */
export interface NamedSync {
  /** Contacts that are created, changed or put under other labels, and deleted. */
  readonly creates: number;
  readonly changes: number;
  readonly deletes: number;
  /** By id of the source's contact. */
  readonly created: ReadonlySet<string>;
  readonly members: readonly NamedMembers[];
  /** Contacts that change labels, and were too many to be named. */
  readonly unnamedMembers: number;
  /** Whether a change takes or overwrites only what was named, and creates only what was. */
  readonly has: (change: NamedChange) => boolean;
}

/** As much of a change as tells what it is done to. */
interface NamedChange extends Pick<Change, 'kind'> {
  readonly sourceContactId?: string;
  readonly resourceName?: string;
}

/** Names nothing when the text is none that `packSync` made. `sourceIds`: in the order that it was made with. */
export const unpackSync = (packed: string, sourceIds: readonly string[]): NamedSync => {
  const [fates = '', updates = '', deletes = '', labels = '', members = ''] = packed.split(separator);
  const all = unpackSkips(fates);
  const created = new Set(sourceIds.filter((_, index) => all[index] === 'created'));
  const [written, deleted, emptied] = [updates, deletes, labels].map(namesIn);
  const named = members.includes(comma) ? members.split(comma).map(namesIn) : [];
  const unnamedMembers = named.length > 0 ? 0 : Number(members) || 0;
  return {
    creates: created.size,
    changes: (written?.size ?? 0) + named.reduce((sum, { size }) => sum + size, unnamedMembers),
    deletes: deleted?.size ?? 0,
    created,
    members: lists.map((list, index) => ({ ...list, has: (resourceName) => named[index]?.has(shortName(resourceName)) === true })),
    unnamedMembers,
    has: ({ kind, sourceContactId = '', resourceName = '' }) => {
      switch (kind) {
        case 'createContact':
          return created.has(sourceContactId);
        case 'updateContact':
        case 'adoptContact':
          return written?.has(shortName(resourceName)) === true;
        case 'deleteContact':
          return deleted?.has(shortName(resourceName)) === true;
        case 'deleteContactGroup':
          return emptied?.has(shortName(resourceName)) === true;
        // Which labels the delivered contacts are under is part of the rule, and takes nothing away.
        case 'createContactGroup':
        case 'markContactGroup':
        case 'renameContactGroup':
        case 'changeMembers':
          return packed !== '';
      }
    },
  };
};
