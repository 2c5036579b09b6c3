import type { SpaceRecord } from '../../simulator/chat/ChatRecords';
import { linesBelow } from '../support/hands';
import { directoryOf } from '../support/userActionHands';
import { importCompany, mapColumn, previewImport, readImport } from '../support/importHands';
import { approveAndRun, askForUndo, sendIt } from '../support/undoHands';
import type { CompanyOptions } from '../support/rosterCompany';

const ROLE = '_HELP_DESK_ADMIN_ROLE';
const header = ['Email', 'Lists', 'Rights', 'Rooms', 'Help desk'];
const fields: readonly (readonly [string, string])[] = [
  ['Email', 'Primary address'],
  ['Lists', 'Communication groups'],
  ['Rights', 'Permission groups'],
  ['Rooms', 'Chat spaces'],
  ['Help desk', 'Role: Help Desk Administrator'],
];

/** sam@ is in team@ and old@ (as its manager), in the security group vault@ and in the space Old room; eve@ is an administrator of the help desk. */
const company = (rows: readonly (readonly string[])[], options: CompanyOptions = {}) => {
  const of = importCompany([header, ...rows], options);
  const { world, customer, sam, eve } = of.company;
  const { directory, chat } = world;
  for (const [name, more] of [
    ['past', {}],
    ['vault', { security: true }],
    ['keys', { security: true }],
    ['all', { dynamic: true }],
  ] as const)
    directory.addGroup({ email: `${name}@acme.test`, ...more });
  directory.addMember('past@acme.test', { email: 'sam@acme.test', role: 'MANAGER' });
  directory.addMember('vault@acme.test', { email: 'sam@acme.test' });
  directory.addMember('all@acme.test', { email: 'sam@acme.test' });
  const [oldRoom, newRoom] = ['Old room', 'New room'].map((displayName) => chat.addSpace({ customerId: customer.id, displayName })) as [
    SpaceRecord,
    SpaceRecord,
  ];
  chat.addMember(oldRoom, sam.id);
  directory.assignRole(eve.id, customer.admins.roleNamed(ROLE).roleId);
  const places = () => ({
    groups: Object.fromEntries(
      [sam, eve].map((user) => [user.primaryEmail, JSON.parse(directoryOf(of.company)[user.primaryEmail]!['groups']!)]),
    ),
    managers: directory.groupByEmail('past@acme.test')!.members.filter(({ role }) => role === 'MANAGER').length,
    rooms: [oldRoom, newRoom].map(({ memberships }) => memberships.map(({ id }) => directory.userById(id)!.primaryEmail)),
    helpDesk: [sam, eve].filter(({ id }) => customer.admins.assignmentsTo(id).length > 0).map(({ primaryEmail }) => primaryEmail),
  });
  const map = (overwrite: boolean, mapped = fields): void => {
    readImport(of.sidebar, { name: 'Moves' });
    for (const [column, field] of mapped) mapColumn(of.sidebar, column, field);
    if (overwrite) for (const [, field] of fields.slice(1, 4)) of.sidebar.toggle(`Overwrite ${field}`, true);
    previewImport(of.company, of.sidebar);
  };
  return { ...of, map, places, sam, eve };
};

const rows = [
  ['sam@acme.test', 'team@acme.test', 'keys@acme.test', 'New room', 'yes'],
  ['eve@acme.test', 'team@acme.test', '', '', 'no'],
];

const before = {
  groups: {
    'sam@acme.test': ['all@acme.test', 'past@acme.test', 'team@acme.test', 'vault@acme.test'],
    'eve@acme.test': ['nested@acme.test'],
  },
  managers: 1,
  rooms: [['sam@acme.test'], []],
  helpDesk: ['eve@acme.test'],
};

describe('I19–I28: roles, groups and spaces of an import', () => {
  it('are added to what users have, each named in the preview; an empty cell takes nothing', () => {
    const { company: of, sidebar, map, places } = company(rows);
    map(false);
    const [, eve, sam] = linesBelow(sidebar, 'Preview by target');
    expect(sam).toContain(
      'Given the administrator role Help Desk Administrator; Added to keys@acme.test; Added to the space “New room”; 1 already so',
    );
    expect(eve).toContain('Added to team@acme.test; The administrator role Help Desk Administrator is taken away');
    sendIt(sidebar);
    approveAndRun(of, sidebar);
    expect(places()).toEqual({
      ...before,
      groups: {
        'sam@acme.test': ['all@acme.test', 'keys@acme.test', 'past@acme.test', 'team@acme.test', 'vault@acme.test'],
        'eve@acme.test': ['nested@acme.test', 'team@acme.test'],
      },
      rooms: [['sam@acme.test'], ['sam@acme.test']],
      helpDesk: ['sam@acme.test'],
    });
  });

  it('replace what users have of that kind where it is wished, each removal named, and come back with the undo', () => {
    const { company: of, sidebar, map, places } = company(rows);
    map(true);
    const [, eve, sam] = linesBelow(sidebar, 'Preview by target');
    expect(sam).toContain('Removed from the space “Old room”; Removed from past@acme.test (manager there); Removed from vault@acme.test');
    expect(eve).toContain('Added to team@acme.test; Removed from nested@acme.test');
    sendIt(sidebar);
    approveAndRun(of, sidebar);
    expect(places()).toEqual({
      // all@ has the members that its query finds.
      groups: { 'sam@acme.test': ['all@acme.test', 'keys@acme.test', 'team@acme.test'], 'eve@acme.test': ['team@acme.test'] },
      managers: 0,
      rooms: [[], ['sam@acme.test']],
      helpDesk: ['sam@acme.test'],
    });
    askForUndo(of, sidebar);
    sendIt(sidebar);
    approveAndRun(of, sidebar);
    expect(places()).toEqual(before);
  });

  it('refuse a group of another kind than the column’s, with the rest of its row', () => {
    const { sidebar, map, places } = company([
      ['sam@acme.test', 'keys@acme.test', '', 'New room', 'yes'],
      ['eve@acme.test', 'all@acme.test', '', '', 'no'],
    ]);
    map(true);
    expect(sidebar.text()).toMatch(/Lists “keys@acme.test”: .*security group/);
    expect(sidebar.text()).toMatch(/Lists “all@acme.test”: .*dynamic|Google computes/);
    expect(places()).toEqual(before);
  });
});

describe('where Roster’s account is no super administrator', () => {
  const limited = (cells: readonly (readonly string[])[]) => {
    const of = company(cells);
    const { world, operator } = of.company;
    world.directory.makeAdmin(operator.id, false);
    Object.assign(operator, {
      isDelegatedAdmin: true,
      adminPrivileges: new Set([
        'USERS_ALL',
        'GROUPS_ALL',
        'ORGANIZATION_UNITS_ALL',
        'DOMAIN_MANAGEMENT',
        'SCHEMA_RETRIEVE',
        'MANAGE_DYNAMITE_SPACES',
      ]),
    });
    return of;
  };

  it('an import of roles is not previewed, and says what to do', () => {
    const { sidebar, map, places } = limited(rows);
    map(false);
    expect(sidebar.text()).toContain('This account may not see or change who has which administrator role.');
    expect(sidebar.text()).toContain('Ask again without roles');
    expect(places()).toEqual(before);
  });

  it('an import of groups and spaces works', () => {
    const { company: of, sidebar, map, places } = limited(rows);
    map(false, fields.slice(0, 4));
    sendIt(sidebar);
    approveAndRun(of, sidebar);
    expect(places()).toMatchObject({ groups: { 'eve@acme.test': ['nested@acme.test', 'team@acme.test'] }, helpDesk: ['eve@acme.test'] });
  });
});

it('an import of groups needs the Cloud Identity API, and says so', () => {
  const { company: of, sidebar, map } = company(rows);
  for (const { enabledApis } of of.world.cloud.projects.values()) enabledApis.delete('cloudidentity.googleapis.com');
  map(false);
  expect(sidebar.text()).toContain('Cloud Identity API has not been used in project');
});

describe('fields that the organization made', () => {
  const custom = (withdrawn: readonly string[] = []) => {
    const of = importCompany([
      ['Email', 'Level', 'Teams'],
      ['sam@acme.test', '007', 'Blue; Green'],
      ['eve@acme.test', '', ''],
    ]);
    const { world, customer, eve, admin, project } = of.company;
    world.directory.addSchema(customer.id, 'HR', [
      { fieldName: 'level', displayName: 'Level', fieldType: 'INT64' },
      { fieldName: 'teams', displayName: 'Teams', multiValued: true },
      { fieldName: 'kept', displayName: 'Kept' },
    ]);
    Object.assign(eve, { customSchemas: { HR: { level: 3, kept: 'yes' } } });
    project.withdraw(
      admin.id,
      withdrawn.map((one) => `https://www.googleapis.com/auth/admin.directory.${one}`),
    );
    readImport(of.sidebar, { name: 'Levels' });
    return of;
  };

  it('are set and cleared one by one, numbers as numbers; a second import finds them so', () => {
    const { company: of, sidebar } = custom();
    sidebar.press('Auto-map');
    previewImport(of, sidebar);
    sendIt(sidebar);
    approveAndRun(of, sidebar);
    expect(of.sam.customSchemas).toEqual({ HR: { level: 7, teams: [{ value: 'Blue' }, { value: 'Green' }] } });
    expect(of.eve.customSchemas).toEqual({ HR: { kept: 'yes' } });
    const again = of.open(of.admin);
    readImport(again, { name: 'Again' });
    again.press('Auto-map');
    previewImport(of, again);
    expect(again.text()).toContain('2 rows unchanged');
  });

  it.each([['userschema.readonly'], ['rolemanagement', 'rolemanagement.readonly']])(
    'or roles are not offered to whoever did not let Roster read them (%s), and the card says so',
    (...withdrawn) => {
      const { sidebar } = custom(withdrawn);
      sidebar.press('Auto-map');
      expect(sidebar.text()).toContain('could not be read, and are not offered');
    },
  );
});
