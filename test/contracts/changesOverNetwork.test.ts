import type { Fault, FaultEffect } from '../../simulator/kernel/Faults';
import { World } from '../../simulator/World';
import { changeUser, type ResumedChange } from '../../src/app/apply/changeUser';
import { createUser } from '../../src/app/apply/createUser';
import { planTouched } from '../../src/app/apply/planTouched';
import { READ_LAG, settleTarget } from '../../src/app/runs/settleTarget';
import { untouchedCheckpoint, type Checkpoint } from '../../src/core/runs/Checkpoint';
import type { TargetOutcome } from '../../src/core/runs/TargetOutcome';
import type { NewUserPlan } from '../../src/core/users/NewUser';
import type { DirectoryChange } from '../../src/core/users/UserChange';
import { runWaves } from '../../src/engine/runWaves';
import type { Task } from '../../src/google/Call';
import { operations } from '../../src/google/operations';
import { networkDriver } from '../support/networkDriver';

const HOUR = 3_600_000;

/** Ann is to be changed by a super administrator, through the engine, over the simulated network. */
const company = ({ isAdmin = true } = {}) => {
  const world = new World();
  const { directory, chat, cloud, clock } = world;
  const customer = directory.addCustomer({ domains: ['example.com'] });
  const add = (name: string, more: object = {}) => directory.addUser({ primaryEmail: `${name}@example.com`, ...more });
  const operator = add('operator', { isAdmin });
  const ann = add('ann', { phones: [{ type: 'home', value: '+1 555 0100' }] });
  const [team, old] = [directory.addGroup({ email: 'team@example.com' }), directory.addGroup({ email: 'old@example.com' })];
  directory.addMember(old.id, { id: ann.id, role: 'MANAGER' });
  const space = chat.addSpace({ customerId: customer.id, displayName: 'Fun event' });
  const role = customer.admins.roleNamed('_USER_MANAGEMENT_ADMIN_ROLE');
  const held = directory.assignRole(ann.id, customer.admins.roleNamed('_HELP_DESK_ADMIN_ROLE').roleId);
  const enabledApis = ['admin.googleapis.com', 'chat.googleapis.com'];
  const project = cloud.addProject({ projectId: 'p', enabledApis });
  const scopes = new Set(Object.values(operations).flatMap((operation) => operation.scopes));
  const token = cloud.issueToken({ userId: operator.id, scopes, via: 'user', project: project.number, seconds: 864_000 });
  const send = networkDriver(world, token);
  const sent: string[] = [];

  const all: readonly DirectoryChange[] = [
    { kind: 'addToSpace', space: space.name, title: 'Fun event' },
    { kind: 'addMember', groupId: team.id, email: team.email },
    { kind: 'removeMember', groupId: old.id, email: old.email, role: 'MANAGER' },
    { kind: 'addRole', roleId: role.roleId, title: 'User Management' },
    { kind: 'removeRole', roleId: held.roleId, title: 'Help Desk' },
    { kind: 'setUserField', field: 'title', before: '', after: 'Engineer' },
    { kind: 'setUserField', field: 'workPhone', before: '', after: '+1 555 0199' },
    { kind: 'setUserSetting', setting: 'includeInGlobalAddressList', before: 'true', after: 'false' },
  ];
  type Work = (resumed: ResumedChange) => Task<TargetOutcome>;
  const once = (from: Checkpoint, work: Work): { readonly outcome: TargetOutcome; readonly told: Checkpoint | undefined } => {
    let told: Checkpoint | undefined;
    const task = () => work({ from, tell: (checkpoint) => void (told = checkpoint) });
    const { outcomes } = runWaves([{ key: 'ann', task }], {
      now: () => clock.now(),
      sleep: (milliseconds) => clock.advance(milliseconds),
      timeLeft: () => HOUR,
      send: (calls) => calls.map((call) => (sent.push(call.operation), send(call))),
    });
    const outcome = outcomes.get('ann');
    if (outcome?.kind !== 'done') throw new Error(JSON.stringify(outcome));
    return { outcome: outcome.value, told };
  };
  /** As a run does: what is uncertain is looked at again when reads have caught up. */
  const run = (work: Work): TargetOutcome => {
    let from = untouchedCheckpoint;
    for (;;) {
      const { outcome, told } = once(from, work);
      const settled = settleTarget(outcome, from, told, clock.now());
      if (settled.kind === 'ended') return settled.outcome;
      from = settled.checkpoint;
      clock.advance(READ_LAG * 2 ** from.rounds);
    }
  };
  const change = (named = all): TargetOutcome => run((resumed) => changeUser(() => planTouched(named, ann.id), ann.id, named, resumed));
  const create = (plan: NewUserPlan): TargetOutcome => run((resumed) => createUser(plan, 'r1', resumed, 'R-0123456789'));
  const fail = (fault: Omit<Fault, 'at'>, at: string): void => void world.faults.add({ at, ...fault });
  const rolesOf = (): string[] => customer.admins.assignmentsTo(ann.id).map(({ roleId }) => customer.admins.roles.get(roleId)!.roleName);
  const seen = () => ({
    title: (ann.organizations?.[0] as { title?: string } | undefined)?.title,
    phones: ann.phones,
    shown: ann.includeInGlobalAddressList,
    roles: rolesOf(),
    groups: [...directory.groups.values()].flatMap(({ email, members }) =>
      members.filter(({ id }) => id === ann.id).map((one) => `${email} ${one.role}`),
    ),
    spaces: space.memberships.filter(({ id }) => id === ann.id).length,
  });
  return { world, customer, directory, ann, team, role, all, change, create, sent, fail, seen, rolesOf };
};

const asWanted = {
  title: 'Engineer',
  phones: [
    { type: 'home', value: '+1 555 0100' },
    { type: 'work', value: '+1 555 0199' },
  ],
  shown: false,
  roles: ['_USER_MANAGEMENT_ADMIN_ROLE'],
  groups: ['team@example.com MEMBER'],
  spaces: 1,
};
const everything = [0, 1, 2, 3, 4, 5, 6, 7];

describe('what a row of an import changes at one user', () => {
  it('is the record in one write, lists whole, then roles, groups and spaces', () => {
    const { change, seen, sent } = company();
    expect(change()).toMatchObject({ status: 'done', changed: 8, made: everything });
    expect(seen()).toEqual(asWanted);
    expect(sent.filter((one) => /insert|create|update|delete/.test(one))).toEqual([
      'directory.users.update',
      'directory.roleAssignments.insert',
      'directory.roleAssignments.delete',
      'directory.members.insert',
      'directory.members.delete',
      'chat.spaces.members.create',
    ]);
  });

  it('is nothing when it is done again', () => {
    const { change, seen, sent } = company();
    change();
    sent.splice(0);
    expect(change()).toMatchObject({ status: 'done', changed: 0, made: [], skipped: 8 });
    expect(sent.filter((one) => /insert|create|update|delete/.test(one))).toEqual([]);
    expect(seen()).toEqual(asWanted);
  });

  it.each([
    'directory.users.update',
    'directory.roleAssignments.insert',
    'directory.roleAssignments.delete',
    'directory.members.insert',
    'directory.members.delete',
    'chat.spaces.members.create',
  ])('happens exactly once when the answer to %s is lost, or nobody answers at all', (at) => {
    for (const when of ['before', 'after'] as const) {
      const { change, seen, fail } = company();
      fail({ effect: { kind: 'throw', when, message: 'Address unavailable' } }, at);
      expect(change()).toMatchObject({ status: 'done', changed: 8, made: everything, failed: 0 });
      expect(seen()).toEqual(asWanted);
    }
  });

  it('is looked for before a role is given a second time, whose first answer was lost', () => {
    const { change, sent, fail } = company();
    fail({ effect: { kind: 'throw', when: 'after', message: 'Address unavailable' } }, 'directory.roleAssignments.insert');
    change();
    expect(sent.filter((one) => one === 'directory.roleAssignments.insert')).toHaveLength(1);
  });
});

describe('meanwhile', () => {
  const before = (at: string, happens: (of: ReturnType<typeof company>) => void) => {
    const of = company();
    of.fail({ effect: { kind: 'meanwhile', do: () => happens(of) } }, at);
    return { ...of, outcome: of.change() };
  };

  it('somebody put them into the group, as its owner: an owner they stay', () => {
    const { outcome, seen } = before(
      'directory.members.insert',
      ({ directory, team, ann }) => void directory.addMember(team.id, { id: ann.id, role: 'OWNER' }),
    );
    expect(outcome).toMatchObject({ status: 'done', failed: 0 });
    expect(seen()).toEqual({ ...asWanted, groups: ['team@example.com OWNER'] });
  });

  it('somebody gave them the role, which Google answers with 500', () => {
    const { outcome, seen } = before(
      'directory.roleAssignments.insert',
      ({ directory, role, ann }) => void directory.assignRole(ann.id, role.roleId),
    );
    expect(outcome).toMatchObject({ status: 'done', failed: 0 });
    expect(seen()).toEqual(asWanted);
  });

  it.each(['directory.users.get', 'directory.users.update', 'directory.roleAssignments.insert', 'directory.members.insert'])(
    'they were deleted, seen at %s: they are gone, and nothing else is tried',
    (at) => {
      const { outcome } = before(at, ({ directory, ann }) => directory.deleteUser(ann.id));
      expect(outcome).toMatchObject({ status: 'gone', reason: { code: 'target.accountGone' } });
    },
  );

  it('the group was deleted: what came before stays, and it says so', () => {
    const { outcome, seen } = before('directory.members.insert', ({ directory, team }) => directory.deleteGroup(team.id));
    expect(outcome).toMatchObject({ status: 'failed', made: [3, 4, 5, 6, 7], failed: 3, reason: { code: 'google.notFound' } });
    expect(seen()).toMatchObject({ title: 'Engineer', roles: asWanted.roles, spaces: 0 });
  });

  it('somebody changed the value: nothing of the row is written', () => {
    const of = company();
    Object.assign(of.ann, { organizations: [{ primary: true, title: 'Chief' }] });
    const was = of.seen();
    expect(of.change()).toMatchObject({ status: 'failed', changed: 0, made: [], reason: { code: 'run.userChanged' } });
    expect(of.seen()).toEqual(was);
  });

  it('the account is so new that Google is not done: it is waited for', () => {
    const of = company();
    Object.assign(of.ann, { completeAt: of.world.clock.now() + 90_000 });
    expect(of.change()).toMatchObject({ status: 'done', changed: 8 });
    expect(of.seen()).toEqual(asWanted);
  });
});

describe('a row that creates a user', () => {
  const creation = (faults: (of: ReturnType<typeof company>) => void) => {
    const of = company();
    faults(of);
    const roles: DirectoryChange = { kind: 'addRole', roleId: of.role.roleId, title: 'User Management' };
    const hidden: DirectoryChange = { kind: 'setUserSetting', setting: 'includeInGlobalAddressList', before: 'true', after: 'false' };
    const outcome = of.create({
      email: 'new@example.com',
      orgUnitPath: '/',
      fields: [
        { field: 'givenName', value: 'New' },
        { field: 'familyName', value: 'User' },
      ],
      groups: [{ groupId: of.team.id, email: of.team.email }],
      then: [roles, hidden],
    });
    const made = of.directory.userByEmail('new@example.com')!;
    const held = of.customer.admins.assignmentsTo(made.id).map(({ roleId }) => roleId);
    return {
      outcome,
      shown: made.includeInGlobalAddressList,
      held,
      isMember: of.team.members.some(({ id }) => id === made.id),
      role: of.role,
    };
  };
  const notFound = (key: string): FaultEffect => ({
    kind: 'answer',
    when: 'before',
    status: 404,
    body: { error: { code: 404, message: `Resource Not Found: ${key}`, errors: [{ reason: 'notFound' }] } },
  });

  it.each<[string, string, FaultEffect]>([
    ['Google does not find them for the group', 'directory.members.insert', notFound('memberKey')],
    ['Google does not find them for the role', 'directory.roleAssignments.insert', notFound('assignedTo')],
    ['Google does not find them to change them', 'directory.users.update', notFound('userKey')],
    ['the answer to the creation is lost', 'directory.users.insert', { kind: 'throw', when: 'after', message: 'Address unavailable' }],
    [
      'the answer about the role is lost',
      'directory.roleAssignments.insert',
      { kind: 'throw', when: 'after', message: 'Address unavailable' },
    ],
  ])('ends as it was previewed, once, when %s', (_, at, effect) => {
    const { outcome, shown, held, isMember, role } = creation(({ fail }) => fail({ effect }, at));
    expect(outcome).toMatchObject({ status: 'done', changed: 4, failed: 0 });
    expect({ shown, held, isMember }).toEqual({ shown: false, held: [role.roleId], isMember: true });
  });
});

it('an operator who is no super administrator gives no roles, and is told what to do', () => {
  const of = company({ isAdmin: false });
  expect(of.change(of.all.slice(3, 4))).toMatchObject({ status: 'failed', reason: { code: 'google.rolesNotAuthorized' } });
  expect(of.rolesOf()).toEqual(['_HELP_DESK_ADMIN_ROLE']);
});
