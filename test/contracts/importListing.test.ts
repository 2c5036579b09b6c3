import { World } from '../../simulator/World';
import type { Environment } from '../../src/app/Environment';
import { observeImport } from '../../src/app/imports/observeImport';
import type { ImportFieldId } from '../../src/core/imports/ImportField';
import { importFields } from '../../src/core/imports/importFields';
import { readImportTable } from '../../src/core/imports/readImportTable';
import { customFieldId } from '../../src/core/users/customField';
import { operations } from '../../src/google/operations';
import { memoryTables } from '../support/memoryTables';
import { networkDriver } from '../support/networkDriver';

const USERS = 1201;
const nothing = { customFields: [], roles: [], accessGroups: [] };

/** More than two pages of users; the first 700 are in one group, which is more than three pages of members. */
const company = () => {
  const world = new World();
  const { directory, cloud, clock } = world;
  const customer = directory.addCustomer({ domains: ['example.com'] });
  directory.addOrgUnit(customer.id, '/IT');
  directory.addSchema(customer.id, 'HR', [{ fieldName: 'level', fieldType: 'INT64' }]);
  const operator = directory.addUser({ primaryEmail: 'operator@example.com', isAdmin: true });
  const users = Array.from({ length: USERS - 1 }, (_, n) =>
    directory.addUser({
      primaryEmail: `u${n}@example.com`,
      aliases: [`a${n}@example.com`],
      phones: [{ type: 'work', value: `+41 44 ${1000 + n}` }],
    }),
  );
  const team = directory.addGroup({ email: 'team@example.com' });
  directory.addGroup({ email: 'keys@example.com', security: true });
  for (const { id } of users.slice(0, 700)) directory.addMember(team.id, { id });
  const role = customer.admins.roleNamed('_HELP_DESK_ADMIN_ROLE');
  directory.assignRole(users[1]!.id, role.roleId);
  const project = cloud.addProject({ projectId: 'p', enabledApis: ['admin.googleapis.com', 'cloudidentity.googleapis.com'] });
  const scopes = new Set(Object.values(operations).flatMap((operation) => operation.scopes));
  const token = cloud.issueToken({ userId: operator.id, scopes, via: 'user', project: project.number, seconds: 864_000 });
  const driver = networkDriver(world, token);
  const sent = new Map<string, number>();
  const ledger = memoryTables();
  /** When this execution ends. */
  let end = Infinity;
  const env = {
    who: { kind: 'trigger' },
    now: () => clock.now(),
    sleep: (milliseconds: number) => clock.advance(milliseconds),
    timeLeft: () => end - clock.now(),
    log: () => undefined,
    send: (calls: Parameters<Environment['send']>[0]) =>
      calls.map((call) => {
        sent.set(call.operation, (sent.get(call.operation) ?? 0) + 1);
        return driver(call);
      }),
  } as unknown as Environment;
  const plan = (columns: readonly ImportFieldId[], rows: readonly (readonly string[])[], milliseconds = Infinity) => {
    end = clock.now() + milliseconds;
    const table = readImportTable(
      [columns.map((field) => (field === 'address' ? 'Primary address' : field)), ...rows],
      importFields(nothing),
    );
    if (!table.ok) throw new Error(table.problem.code);
    const rules = { method: 'update' as const, columns: columns.map((field, column) => ({ column, title: field, field })) };
    const observed = observeImport(env, ledger, 'r', table.value, rules, {}, new Set());
    const problem = observed.ok ? undefined : observed.problem.code;
    return { plans: observed.ok ? observed.value.plans : [], calls: Object.fromEntries(sent), problem };
  };
  return { plan, role, ledger };
};

const rows = (count: number, cells: (n: number) => readonly string[]) =>
  Array.from({ length: count }, (_, n) => [`u${n}@example.com`, ...cells(n)]);

describe('what an import reads of the Directory', () => {
  it('is everybody, 500 in a page, and nothing more for fields and flags', () => {
    const { plan } = company();
    const level = customFieldId({ schema: 'HR', field: 'level', type: 'INT64', several: false, isPrivate: false });
    const { plans, calls } = plan(
      ['address', 'workPhone', level, 'visible'],
      rows(1000, (n) => [`+41 44 ${1000 + n + (n % 2)}`, n < 10 ? '7' : '', 'true']),
    );
    expect(calls).toEqual({ 'directory.users.list': 3 });
    expect(plans.map(({ kind }) => kind)).toEqual(Array.from({ length: 1000 }, (_, n) => (n % 2 === 1 || n < 10 ? 'update' : 'unchanged')));
  });

  it('is each other listing once, and members by the page', () => {
    const { plan, role } = company();
    const { plans, calls } = plan(
      ['address', 'orgUnit', 'communicationGroups', 'permissionGroups', `role/${role.roleId}`],
      rows(600, () => ['/IT', 'team@example.com', '', 'no']),
    );
    expect(calls).toEqual({
      'directory.users.list': 3,
      'directory.orgunits.list': 1,
      'directory.roles.list': 1,
      'directory.roleAssignments.list': 1,
      'directory.groups.list': 1,
      'cloudidentity.groups.search': 2,
      'directory.members.list': 4,
    });
    expect(plans[0]).toMatchObject({ kind: 'update', alreadySo: 2, changes: [{ setting: 'orgUnitPath', after: '/IT' }] });
    expect(plans[1]).toMatchObject({ changes: [{ setting: 'orgUnitPath' }, { kind: 'removeRole', roleId: role.roleId }] });
  });

  it('goes on in the next execution where one is too short, each page asked for once', () => {
    const { plan, ledger } = company();
    const wanted = [
      ['a1200@example.com', '1 234'],
      ['a7@example.com', '+41 44 1'],
    ];
    // 75 seconds are kept for what comes after.
    const next = () => plan(['address', 'workPhone'], wanted, 75_100);
    let [slices, last] = [1, next()];
    for (; last.problem === 'run.outOfTime' && slices < 9; slices += 1) last = next();
    expect(slices).toBeGreaterThan(1);
    expect(last.calls).toEqual({ 'directory.users.list': 3 });
    expect(last.plans).toMatchObject([{ kind: 'failed' }, { kind: 'update', wish: { email: 'u7@example.com' } }]);
    expect(ledger.rows('Documents')).toHaveLength(0);
  });
});
