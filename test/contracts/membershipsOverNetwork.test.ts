import fc from 'fast-check';
import { World } from '../../simulator/World';
import type { Environment } from '../../src/app/Environment';
import { observeMemberships } from '../../src/app/imports/observeMemberships';
import type { ImportWish } from '../../src/core/imports/ImportWish';
import type { Places } from '../../src/core/imports/membershipReads';
import { operations } from '../../src/google/operations';
import { memoryTables } from '../support/memoryTables';
import { networkDriver } from '../support/networkDriver';

const HOUR = 3_600_000;
const KINDS = ['communication', 'permission'] as const;
const ROLES = ['MEMBER', 'MANAGER', 'OWNER'] as const;

interface Shape {
  readonly users: number;
  /** By group and by space: positions of the users in it. */
  readonly groups: readonly (readonly number[])[];
  readonly spaces: readonly (readonly number[])[];
}

/** Users, groups of two kinds by turns, and spaces. */
const company = ({ users, groups, spaces }: Shape) => {
  const world = new World();
  const { directory, chat, cloud, clock } = world;
  Object.assign(chat.settings, { spaceReadsPerSecond: Infinity });
  const customer = directory.addCustomer({ domains: ['example.com'] });
  const operator = directory.addUser({ primaryEmail: 'operator@example.com', isAdmin: true });
  const people = Array.from({ length: users }, (_, n) => directory.addUser({ primaryEmail: `u${n}@example.com` }));
  const teams = groups.map((members, n) => {
    const group = directory.addGroup({ email: `g${n}@example.com`, security: n % 2 === 1 });
    for (const one of new Set(members)) directory.addMember(group.id, { id: people[one % users]!.id, role: ROLES[(n + one) % 3]! });
    return group;
  });
  const rooms = spaces.map((members, n) => {
    const space = chat.addSpace({ customerId: customer.id, displayName: `S${n}` });
    for (const one of new Set(members.map((member) => member % users))) chat.addMember(space, people[one]!.id);
    return space;
  });
  const project = cloud.addProject({ projectId: 'p', enabledApis: ['admin.googleapis.com', 'chat.googleapis.com'] });
  const scopes = new Set(Object.values(operations).flatMap((operation) => operation.scopes));
  const token = cloud.issueToken({ userId: operator.id, scopes, via: 'user', project: project.number, seconds: 864_000 });
  const driver = networkDriver(world, token);
  const sent: string[] = [];
  const ledger = memoryTables();
  /** Milliseconds that this execution has left. */
  let left = HOUR;
  const begun = clock.now();
  const env = {
    who: { kind: 'trigger' },
    now: () => clock.now(),
    sleep: (milliseconds: number) => clock.advance(milliseconds),
    timeLeft: () => left - clock.now() + begun,
    send: (calls: Parameters<Environment['send']>[0]) => calls.map((call) => (sent.push(call.operation), driver(call))),
  } as unknown as Environment;
  const places: Places = {
    groups: teams.map(({ id, members }, n) => ({ id, members: members.length, kind: KINDS[n % 2]! })),
    spaces: rooms.map(({ name, memberships }) => ({ id: name, members: memberships.length })),
    users: users + 1,
  };
  const wishFor = (user: number, over: boolean, namedGroups: readonly number[], namedSpaces: readonly number[]): ImportWish => {
    const list = (parity: number) => {
      const members = namedGroups.flatMap((n) =>
        n % 2 === parity && teams[n] !== undefined ? [{ groupId: teams[n].id, email: teams[n].email }] : [],
      );
      return members.length === 0 ? undefined : { members, overwrite: over };
    };
    const [communicationGroups, permissionGroups] = [list(0), list(1)];
    const members = namedSpaces.flatMap((n) => (rooms[n] === undefined ? [] : [{ space: rooms[n].name, title: `S${n}` }]));
    return {
      targetId: people[user]!.id,
      email: people[user]!.primaryEmail,
      creates: false,
      fields: [],
      settings: [],
      permissions: [],
      ...(communicationGroups === undefined ? {} : { communicationGroups }),
      ...(permissionGroups === undefined ? {} : { permissionGroups }),
      ...(members.length === 0 ? {} : { chatSpaces: { members, overwrite: over } }),
    };
  };
  /** What a plan of the wish looks at: what it names, and all of a kind that it overwrites; a role where it may be taken away. */
  const truth = ({ targetId, communicationGroups, permissionGroups, chatSpaces }: ImportWish) => {
    const lists = [communicationGroups, permissionGroups];
    const roles = teams.flatMap(({ id, members }, n) => {
      const list = lists[n % 2];
      const isNamed = list?.members.some(({ groupId }) => groupId === id) === true;
      const role = members.find((one) => one.id === targetId)?.role;
      return role === undefined || !(isNamed || list?.overwrite === true) ? [] : [[id, isNamed ? 'kept' : role] as const];
    });
    const isNamed = (name: string): boolean =>
      chatSpaces?.overwrite === true || chatSpaces?.members.some(({ space }) => space === name) === true;
    const inSpaces = rooms
      .filter(({ name, memberships }) => isNamed(name) && memberships.some(({ id }) => id === targetId))
      .map(({ name }) => name);
    return { roles: Object.fromEntries(roles), spaces: inSpaces.sort() };
  };
  /** The same of what was read. */
  const seen = (wishes: readonly ImportWish[]) => {
    const found = observeMemberships(env, ledger, 'memberships.r', wishes, places);
    if (!found.ok) return found.problem.code;
    return wishes.map((wish) => {
      const expected = truth(wish);
      const held = found.value.groups.get(wish.targetId) ?? {};
      const lists = [wish.communicationGroups, wish.permissionGroups];
      const roles = teams.flatMap(({ id }, n) => {
        const list = lists[n % 2];
        if (held[id] === undefined || !(list?.overwrite === true || list?.members.some(({ groupId }) => groupId === id) === true))
          return [];
        return [[id, expected.roles[id] === 'kept' ? 'kept' : held[id]] as const];
      });
      const isWanted = (space: string): boolean =>
        wish.chatSpaces?.overwrite === true || wish.chatSpaces?.members.some((one) => one.space === space) === true;
      return { roles: Object.fromEntries(roles), spaces: (found.value.spaces.get(wish.targetId) ?? []).filter(isWanted).sort() };
    });
  };
  /** An execution of so many milliseconds begins. */
  const begin = (milliseconds: number): void => void (left = clock.now() - begun + milliseconds);
  return { wishFor, truth, seen, sent, begin, ledger };
};

const counted = (sent: readonly string[]) =>
  Object.fromEntries([...new Set(sent)].sort().map((one) => [one, sent.filter((other) => other === one).length]));
const some = (count: number, most: number) => Array.from({ length: count }, (_, n) => n % most);

describe('memberships that rows touch (I22–I28)', () => {
  it('are what they are, whichever way they are read', () => {
    const places = fc.array(fc.array(fc.nat(5), { maxLength: 6 }), { maxLength: 6 });
    const picks = fc.array(fc.nat(5), { maxLength: 3 });
    fc.assert(
      fc.property(
        places,
        places,
        fc.array(fc.tuple(picks, picks), { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        (groups, spaces, rows, over) => {
          const { wishFor, truth, seen } = company({ users: 6, groups, spaces });
          const wishes = rows.map(([named, rooms], user) => wishFor(user, over, named, rooms));
          expect(seen(wishes)).toEqual(wishes.map(truth));
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each<[string, Shape & { rows: number; over: boolean }, Record<string, number>]>([
    [
      'few rows, many groups: by the user, and the role of each group that they lose',
      { users: 30, groups: some(60, 3).map((n) => [n]), spaces: [], rows: 1, over: true },
      { 'directory.groups.list': 1, 'directory.members.get': 9 },
    ],
    [
      'many rows, few groups: by the group, in pages of 200',
      { users: 450, groups: [some(450, 450), [1]], spaces: [], rows: 400, over: true },
      { 'directory.members.list': 3 },
    ],
    [
      'added to a large group, one row: that one alone',
      { users: 450, groups: [some(450, 450)], spaces: [], rows: 1, over: false },
      { 'directory.members.get': 1 },
    ],
    [
      'added to a group, many rows: the group',
      { users: 30, groups: [some(20, 20), [3]], spaces: [], rows: 25, over: false },
      { 'directory.members.list': 1 },
    ],
    [
      'spaces that are overwritten: all of them',
      { users: 30, groups: [], spaces: [[1], [2], [3]], rows: 5, over: true },
      { 'chat.spaces.members.list': 3 },
    ],
    [
      'spaces that are named: those',
      { users: 30, groups: [], spaces: [[1], [2], [3]], rows: 5, over: false },
      { 'chat.spaces.members.list': 1 },
    ],
  ])('cost as little as can be: %s', (_, { rows, over, ...shape }, expected) => {
    const { wishFor, truth, seen, sent } = company(shape);
    const wishes = some(rows, rows).map((user) => wishFor(user, over, [0], [0]));
    expect(seen(wishes)).toEqual(wishes.map(truth));
    expect(counted(sent)).toEqual(expected);
  });
});

it('what does not fit into one execution goes on in the next, and is asked for once', () => {
  const groups = some(300, 5).map((n) => [n]);
  const { wishFor, truth, seen, sent, begin, ledger } = company({ users: 400, groups, spaces: [] });
  const wishes = some(350, 350).map((user) => wishFor(user, true, [0], []));
  const results: unknown[] = [];
  for (let slice = 0; slice < 20 && !Array.isArray(results.at(-1)); slice += 1) {
    // 75 seconds are kept for what comes after.
    begin(90_000);
    results.push(seen(wishes));
  }
  expect(results.slice(0, -1)).toEqual(results.slice(0, -1).map(() => 'run.outOfTime'));
  expect(results.length).toBeGreaterThan(1);
  expect(results.at(-1)).toEqual(wishes.map(truth));
  expect(counted(sent)).toEqual({ 'directory.members.list': 150 });
  expect(ledger.rows('Documents')).toEqual([]);
});
