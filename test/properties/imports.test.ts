import fc from 'fast-check';
import type { ImportFieldId } from '../../src/core/imports/ImportField';
import type { ImportMethod } from '../../src/core/imports/ImportRules';
import { indexNames } from '../../src/core/imports/indexNames';
import { planImport, type RowPlan } from '../../src/core/imports/planImport';
import type { ImportFacts } from '../../src/core/imports/planWish';
import { planUndo } from '../../src/core/undo/planUndo';
import { settingOf } from '../../src/core/users/settingOf';
import type { DirectoryChange } from '../../src/core/users/UserChange';
import { tidyValue, userField, userFieldIds, type UserFieldId } from '../../src/core/users/userFields';
import type { UserRecord } from '../../src/core/users/UserRecord';
import { names, rulesFor, skills, startDate, type Mapped } from '../support/importCase';
import { applyToUser } from '../support/importModel';

const allFields: readonly UserFieldId[] = [...userFieldIds, startDate, skills];

/** Texts that a cell may hold, good ones and bad ones. */
const cells: Partial<Record<ImportFieldId, readonly string[]>> = {
  givenName: ['Ann', 'Bo', '', 'x'.repeat(61)],
  familyName: ['Lee', 'May', ''],
  displayName: ['Ann L.', ''],
  title: ['Head', 'Cook', '', '=1+1'],
  department: ['Sales', ''],
  employeeId: ['0042', '7', ''],
  manager: ['ann@acme.test', 'ANNIE@acme.test', 'boss@acme.test', '', 'nobody@acme.test'],
  workPhone: ['+41 1 000', '+41 2 000, +41 1 000', '+41 3 000; +41 4 000', '', 'none'],
  mobilePhone: ['+41 7 000', ''],
  homeEmail: ['a@home.test', 'b@home.test, A@home.test', ''],
  desk: ['D1', ''],
  floor: ['3', ''],
  locale: ['de-CH', 'fr', ''],
  website: ['https://a.test', ''],
  recoveryPhone: ['+41445550102', ''],
  workAddress: ['Street 1\nZurich', ''],
  [startDate]: ['2026-02-27', '27.2.2026', '', 'soon'],
  [skills]: ['Latin', 'Latin, Greek', 'Greek\nLatin', ''],
  active: ['true', 'FALSE', ''],
  visible: ['true', 'false'],
  changePassword: ['true', 'false'],
  orgUnit: ['/', '/sales', '/Sales/EMEA', '/Nowhere'],
  communicationGroups: ['team', 'news@acme.test, helpers', '', 'vault'],
  permissionGroups: ['vault', 'keys, vault@acme.test', ''],
  chatSpaces: ['A1', 'spaces/B2,Plans', '', 'Lunch'],
  'role/r1': ['yes', 'no', ''],
  'access/vpn': ['yes', 'no'],
  'access/chat': ['yes', 'no'],
};
const lists: readonly ImportFieldId[] = ['communicationGroups', 'permissionGroups', 'chatSpaces'];

const mapped: fc.Arbitrary<readonly Mapped[]> = fc
  .subarray(Object.keys(cells) as ImportFieldId[], { minLength: 1 })
  .chain((some) =>
    fc.tuple(
      ...some.map((field) =>
        fc.boolean().map((overwrite): Mapped => (overwrite && lists.includes(field) ? { field, overwrite: true } : field)),
      ),
    ),
  );

const fieldOf = (one: Mapped): ImportFieldId => (typeof one === 'string' ? one : one.field);

const entries = (property: string, key: string, types: readonly string[], values: readonly string[]): fc.Arbitrary<UserRecord> =>
  fc
    .array(fc.record({ type: fc.constantFrom(...types), [key]: fc.constantFrom(...values) }), { maxLength: 4 })
    .map((list) => (list.length === 0 ? {} : { [property]: list.map((one, at) => (at === 1 ? { ...one, primary: true } : one)) }));

const record: fc.Arbitrary<UserRecord> = fc
  .tuple(
    entries('phones', 'value', ['work', 'mobile', 'home'], ['+41 1 000', '+41 2 000', '+41 9 000']),
    entries('emails', 'address', ['home', 'other', 'work'], ['a@home.test', 'b@home.test', 'c@home.test']),
    entries('organizations', 'title', ['work', 'school'], ['Head', 'Old']),
    entries('relations', 'value', ['manager', 'assistant'], ['Ann@acme.test', 'boss@acme.test']),
    entries('externalIds', 'value', ['organization', 'account'], ['0042', '1']),
    entries('locations', 'floorName', ['desk'], ['3', '4']).map(
      (one) => JSON.parse(JSON.stringify(one).replace(/"type"/g, '"area":"Zurich","type"')) as UserRecord,
    ),
    fc.constantFrom<UserRecord>({}, { languages: [{ languageCode: 'de' }, { languageCode: 'fr', preference: 'preferred' }] }),
    fc.constantFrom<UserRecord>(
      {},
      { customSchemas: { HR: { skills: [{ value: 'Greek', type: 'work' }], other: 'kept' }, Cars: { plate: 'ZH 1' } } },
    ),
    fc.record({ suspended: fc.boolean(), orgUnitPath: fc.constantFrom('/', '/Sales') }),
  )
  .map((parts) => Object.assign({ name: { givenName: 'Ann', familyName: 'Lee' } }, ...parts) as UserRecord);

const facts: fc.Arbitrary<Omit<ImportFacts, 'record'>> = fc.record({
  roles: fc
    .subarray(['team', 'news', 'helpers', 'vault', 'keys', 'vpn', 'chat', 'everybody'])
    .chain((groups) => fc.tuple(...groups.map((group) => fc.constantFrom('MEMBER', 'OWNER').map((role) => [group, role] as const))))
    .map((pairs) => Object.fromEntries(pairs)),
  spaces: fc.subarray(['spaces/A1', 'spaces/B2', 'spaces/C3']),
  adminRoles: fc.subarray([
    { roleId: 'r1', title: 'Groups Admin' },
    { roleId: 'r1', title: 'Groups Admin', orgUnitId: 'ou1' },
    { roleId: 'r2', title: 'Other' },
  ]),
});

const world = fc
  .record({
    mapped,
    people: fc.array(fc.tuple(record, facts), { minLength: 1, maxLength: 3 }),
    method: fc.constantFrom<ImportMethod>('update', 'createOrUpdate'),
  })
  .chain((one) =>
    fc
      .array(fc.tuple(...one.mapped.map((column) => fc.constantFrom(...(cells[fieldOf(column)] ?? [''])))), { minLength: 3, maxLength: 3 })
      .map((rows) => ({ ...one, rows })),
  )
  .map(({ mapped: columns, people, method, rows }) => {
    const users = people.map(([one], at) => ({ ...one, id: `u${at}`, primaryEmail: `user${at}@acme.test` }));
    const state = new Map(people.map(([, rest], at) => [`u${at}`, { record: users[at] as UserRecord, ...rest }]));
    return { columns, method, rows: rows.map((row, at) => [`user${at}@acme.test`, ...row]), state };
  });

type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

const planned = ({ columns, method, rows, state }: World): readonly RowPlan[] => {
  const index = indexNames({ ...names, users: [...names.users, ...[...state.values()].map((one) => one.record)] });
  const table = { width: columns.length + 1, rows: rows.map((row, at) => ({ row: at + 2, cells: row })) };
  const fallback: ImportFacts = { record: {}, roles: {}, spaces: [], adminRoles: [] };
  return planImport(table, rulesFor(columns, method), index, (userId) => state.get(userId) ?? fallback);
};

const applied = (one: World): World => {
  const state = new Map(one.state);
  for (const row of planned(one)) {
    const before = row.kind === 'update' ? state.get(row.wish.targetId) : undefined;
    if (row.kind === 'update' && before !== undefined) state.set(row.wish.targetId, applyToUser(before, row.changes));
  }
  return { ...one, state };
};

/** Right-hand sides of a plan, as they read at the user. */
const holds = ({ record: user, roles, spaces, adminRoles }: ImportFacts, change: DirectoryChange): boolean => {
  switch (change.kind) {
    case 'setUserField':
      return tidyValue(change.field, userField(change.field).read(user)) === change.after;
    case 'setUserSetting':
      return settingOf(user, change.setting) === change.after;
    case 'addMember':
      return roles[change.groupId] !== undefined;
    case 'removeMember':
      return roles[change.groupId] === undefined;
    case 'addToSpace':
      return spaces.includes(change.space);
    case 'removeFromSpace':
      return !spaces.includes(change.space);
    default: {
      const isHeld = adminRoles.some((one) => one.roleId === change.roleId && one.orgUnitId === change.orgUnitId);
      return isHeld === (change.kind === 'addRole');
    }
  }
};

const everything = ({ record: user, roles, spaces, adminRoles }: ImportFacts) => ({
  fields: Object.fromEntries(allFields.map((field) => [field, userField(field).read(user)])),
  settings: (['suspended', 'includeInGlobalAddressList', 'changePasswordAtNextLogin', 'orgUnitPath'] as const).map((one) =>
    settingOf(user, one),
  ),
  roles,
  spaces: [...spaces].sort(),
  adminRoles: [...adminRoles].map((one) => JSON.stringify(one)).sort(),
});

test('B1: applying a plan makes each user as the right-hand side of the preview says, and planning again asks for nothing', () => {
  fc.assert(
    fc.property(world, (one) => {
      const after = applied(one);
      for (const row of planned(one)) {
        if (row.kind !== 'update') continue;
        const user = after.state.get(row.wish.targetId) ?? { record: {}, roles: {}, spaces: [], adminRoles: [] };
        expect(row.changes.filter((change) => !holds(user, change))).toEqual([]);
      }
      expect(planned(after).map(({ kind }) => kind)).toEqual(planned(one).map(({ kind }) => (kind === 'update' ? 'unchanged' : kind)));
    }),
  );
});

test('I15, I16: a failed row changes nothing, and no row what it does not map', () => {
  fc.assert(
    fc.property(world, (one) => {
      const after = applied(one);
      const free = allFields.filter((field) => !one.columns.map(fieldOf).includes(field));
      for (const [at, row] of planned(one).entries()) {
        const [before, now] = [one.state.get(`u${at}`), after.state.get(`u${at}`)];
        if (before === undefined || now === undefined) continue;
        if (row.kind === 'failed') expect(now).toEqual(before);
        expect(free.map((field) => userField(field).read(now.record))).toEqual(free.map((field) => userField(field).read(before.record)));
        expect(now.record['customSchemas'] === undefined ? '' : JSON.stringify(now.record['customSchemas'])).toEqual(
          expect.stringContaining(before.record['customSchemas'] === undefined ? '' : '"plate":"ZH 1"'),
        );
        if (!one.columns.map(fieldOf).includes('communicationGroups')) {
          for (const group of ['team', 'news', 'helpers']) expect(now.roles[group]).toBe(before.roles[group]);
        }
        expect(now.roles['everybody']).toBe(before.roles['everybody']);
        expect(now.adminRoles.filter(({ roleId }) => roleId === 'r2')).toEqual(before.adminRoles.filter(({ roleId }) => roleId === 'r2'));
      }
    }),
  );
});

test('I25–I28: without overwrite nothing is taken away but by a permission that says no', () => {
  fc.assert(
    fc.property(world, (one) => {
      const added = { ...one, columns: one.columns.map(fieldOf) };
      for (const row of planned(added)) {
        if (row.kind !== 'update') continue;
        const taken = row.changes.filter(({ kind }) => kind === 'removeMember' || kind === 'removeFromSpace');
        expect(taken.every((change) => change.kind === 'removeMember' && ['vpn', 'chat'].includes(change.groupId))).toBe(true);
      }
    }),
  );
});

test('B6: undoing what was applied gives every user back what they had', () => {
  fc.assert(
    fc.property(world, (one) => {
      const after = applied(one);
      for (const row of planned(one)) {
        if (row.kind !== 'update') continue;
        const [before, now] = [one.state.get(row.wish.targetId), after.state.get(row.wish.targetId)];
        if (before === undefined || now === undefined) continue;
        const spaces = Object.fromEntries(now.spaces.map((space) => [space, 'ROLE_MEMBER']));
        const undo = planUndo(row.changes, { ...now, spaces, goneGroups: [], units: names.orgUnitPaths, isKeeper: false });
        expect(undo.left).toEqual([]);
        expect(everything(applyToUser(now, undo.changes))).toEqual(everything(before));
      }
    }),
  );
});
