import fc from 'fast-check';
import { MY_CONTACTS } from '../../../src/core/contacts/ContactGroup';
import { cycleThrough, findCycle, type SyncFlow } from '../../../src/core/sync/findCycle';

const flow = (
  name: string,
  from: string | undefined,
  to: readonly string[],
  more: { label?: string; into?: string; deliveredBy?: readonly string[]; myContacts?: boolean; resourceName?: string } = {},
): SyncFlow => {
  const { label = 'Customers', into = label, deliveredBy = [], myContacts = false, resourceName = 'contactGroups/x' } = more;
  const reads =
    from === undefined ? {} : { reads: { userId: from, email: `${from}@acme.test`, group: { resourceName, name: label }, deliveredBy } };
  return { id: name, name, ...reads, writes: { userIds: new Set(to), groupName: into, myContacts } };
};

test('A → B → A through a group is found and told by name (B13)', () => {
  const saved = flow('Sales', 'ann', ['carol', 'bob']);
  expect(findCycle(saved, [flow('Back', 'bob', ['dan', 'ann'])])).toEqual({
    code: 'sync.cycle',
    data: { path: 'ann@acme.test → “Sales” → bob@acme.test → “Back” → ann@acme.test' },
  });
});

test('a longer way round is found, and the shortest one is told (B13)', () => {
  const all = [flow('two', 'bob', ['cleo', 'dan']), flow('three', 'cleo', ['dan']), flow('four', 'dan', ['ann'])];
  expect(cycleThrough(flow('one', 'ann', ['bob']), all)?.map(({ name }) => name)).toEqual(['one', 'two', 'four']);
});

test.each<[string, SyncFlow, SyncFlow, boolean]>([
  ['each gives the other another label', flow('a', 'ann', ['bob']), flow('b', 'bob', ['ann'], { label: 'Suppliers' }), false],
  [
    'one gives back under another name that nobody reads',
    flow('a', 'ann', ['bob']),
    flow('b', 'bob', ['ann'], { into: 'From Bob' }),
    false,
  ],
  [
    'the label was renamed, and its mark tells',
    flow('a', 'ann', ['bob']),
    flow('b', 'bob', ['ann'], { label: 'Kunden', into: 'Customers', deliveredBy: ['a'] }),
    true,
  ],
  [
    'all contacts are read, and it delivers into them',
    flow('a', 'ann', ['bob'], { myContacts: true }),
    flow('b', 'bob', ['ann'], { resourceName: MY_CONTACTS, label: 'myContacts', into: 'Customers' }),
    true,
  ],
  [
    'all contacts are read, and it does not',
    flow('a', 'ann', ['bob']),
    flow('b', 'bob', ['ann'], { resourceName: MY_CONTACTS, label: 'myContacts', into: 'Customers' }),
    false,
  ],
  ['the directory is the source', flow('a', undefined, ['bob']), flow('b', 'bob', ['ann']), false],
  ['a chain that ends', flow('a', 'ann', ['bob']), flow('b', 'bob', ['cleo']), false],
])('%s: %#', (_, saved, other, expected) => {
  expect(findCycle(saved, [other]) !== undefined).toBe(expected);
});

test('the version that is saved counts, not the one that is stored', () => {
  const other = flow('b', 'bob', ['ann']);
  expect(findCycle(flow('a', 'ann', ['cleo']), [flow('a', 'ann', ['bob']), other])).toBeUndefined();
});

test('every way that is told exists, and one is told whenever contacts can come back (B13)', () => {
  const users = ['u1', 'u2', 'u3', 'u4'];
  const any = fc.array(fc.tuple(fc.constantFrom(...users), fc.subarray(users)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(any, (pairs) => {
      const flows = pairs.map(([from, to], index) => flow(`s${index}`, from, to));
      const [saved, ...others] = flows as [SyncFlow, ...SyncFlow[]];
      // Reachable the slow way: by repeating it.
      let reached = new Set([saved.id]);
      const step = (ids: ReadonlySet<string>): Set<string> =>
        new Set(
          flows
            .filter((one) => flows.some((by) => by !== one && ids.has(by.id) && by.writes.userIds.has(one.reads!.userId)))
            .map(({ id }) => id),
        );
      const seen = new Set<string>();
      for (let round = 0; round < 8; round += 1) {
        reached = step(reached);
        for (const id of reached) seen.add(id);
      }
      const path = cycleThrough(saved, others);
      expect(path !== undefined).toBe(seen.has(saved.id));
      path?.forEach((one, index) => {
        const next = path[index + 1] ?? saved;
        expect(one.writes.userIds.has(next.reads!.userId)).toBe(true);
      });
    }),
  );
});
