import type { Person } from '../src/core/contacts/Person';
import { deliveredPerson } from '../src/core/contacts/deliveredPerson';
import { portableContact } from '../src/core/contacts/portableContact';
import { reduceContact } from '../src/core/contacts/reduceContact';
import type { CopyContactsAction } from '../src/core/copy/CopyContactsAction';
import { planCopy } from '../src/core/copy/planCopy';
import { snapshotOf } from '../src/core/copy/snapshotOf';
import type { CreateContact } from '../src/core/plan/Change';
import { contactOf } from './makeWorkplace';

export interface DiffCount {
  readonly name: string;
  readonly contacts: number;
  readonly creates: number;
  readonly skips: number;
  /** CPU seconds of deciding what to write. */
  readonly planSeconds: number;
  /** CPU seconds of taking in both listings, page by page: identity, canonical form, SHA-256. */
  readonly readSeconds: number;
  /** Growth of the process at its largest, pages included. */
  readonly peakMegabytes: number;
}

const PAGE = 1000;

/** Runs in a process of its own, since only a process tells its peak. */
export const measureDiff = (contacts: number, held: 'copies' | 'own' | 'others'): DiffCount => {
  const before = process.resourceUsage().maxRSS;
  const action: CopyContactsAction = { kind: 'copyContacts', sourceUserId: 'source', createLabel: false };
  const reading = process.cpuUsage();
  const snapshot = snapshotOf(
    'source',
    list(contacts, (index) => listed(index, contactOf(index)), portableContact),
  );
  const empty = planCopy(snapshot, { targetId: 'target', contacts: [], size: 0, groups: undefined }, action, 'first');
  const copies = empty.changes.filter((change): change is CreateContact => change.kind === 'createContact');
  const body = (index: number): object => {
    const copy = copies[index];
    if (held === 'copies' && copy !== undefined) return deliveredPerson(copy, undefined);
    return held === 'own' ? contactOf(index) : contactOf(index + contacts);
  };
  const existing = list(contacts, (index) => listed(index + contacts, body(index)), reduceContact);
  const readSeconds = seconds(process.cpuUsage(reading));
  const planning = process.cpuUsage();
  const plan = planCopy(snapshot, { targetId: 'target', contacts: existing, size: existing.length, groups: undefined }, action, 'second');
  const planSeconds = seconds(process.cpuUsage(planning));
  return {
    name: { copies: 'all delivered before', own: 'the same contacts, unmarked', others: 'other contacts' }[held],
    contacts,
    creates: plan.changes.length,
    skips: plan.skips.length,
    planSeconds,
    readSeconds,
    peakMegabytes: (process.resourceUsage().maxRSS - before) / 1024,
  };
};

/** A listing as it arrives: each page is parsed from its text when its turn comes, reduced, and let go. */
const list = <T>(contacts: number, person: (index: number) => object, reduce: (person: Person) => T | undefined): T[] => {
  const found: T[] = [];
  for (let start = 0; start < contacts; start += PAGE) {
    const text = JSON.stringify(Array.from({ length: Math.min(PAGE, contacts - start) }, (_, index) => person(start + index)));
    for (const one of JSON.parse(text) as Person[]) {
      const reduced = reduce(one);
      if (reduced !== undefined) found.push(reduced);
    }
  }
  return found;
};

const listed = (index: number, fields: object): object => ({
  resourceName: `people/c${index}`,
  etag: `%${index}`,
  metadata: { sources: [{ type: 'CONTACT', id: index.toString(16), etag: `#${index}` }], objectType: 'PERSON' },
  ...fields,
});

const seconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6;
