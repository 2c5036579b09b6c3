import { customFieldId } from '../../src/core/users/customField';
import { describeChange } from '../../src/core/users/describeChange';
import { explain } from '../../src/core/base/explain';
import type { ImportFieldId } from '../../src/core/imports/ImportField';
import { importFields, type OwnFields } from '../../src/core/imports/importFields';
import type { ImportNames } from '../../src/core/imports/ImportNames';
import type { ImportMethod, ImportRules } from '../../src/core/imports/ImportRules';
import { indexNames, type ImportIndex } from '../../src/core/imports/indexNames';
import { planImport, type RowPlan } from '../../src/core/imports/planImport';
import type { ImportFacts } from '../../src/core/imports/planWish';
import type { UserRecord } from '../../src/core/users/UserRecord';

export const startDate = customFieldId({ schema: 'HR', field: 'startDate', type: 'DATE', several: false, isPrivate: false });
export const skills = customFieldId({ schema: 'HR', field: 'skills', type: 'STRING', several: true, isPrivate: false });

export const ownFields: OwnFields = {
  customFields: [
    { schema: 'HR', field: 'startDate', type: 'DATE', several: false, isPrivate: false, title: 'Start date' },
    { schema: 'HR', field: 'skills', type: 'STRING', several: true, isPrivate: false, title: 'Skills' },
  ],
  roles: [{ roleId: 'r1', title: 'Groups Admin' }],
  accessGroups: [{ groupId: 'vpn', email: 'vpn@acme.test' }],
};

export const fields = importFields(ownFields);

export const ann: UserRecord = {
  id: 'u-ann',
  primaryEmail: 'ann@acme.test',
  aliases: ['annie@acme.test'],
  name: { givenName: 'Ann', familyName: 'Lee', fullName: 'Ann Lee' },
  suspended: false,
  includeInGlobalAddressList: true,
  orgUnitPath: '/Sales',
  phones: [{ type: 'work', value: '+41 44 555 01 01' }],
  organizations: [{ primary: true, title: 'Buyer' }],
};
export const boss: UserRecord = {
  id: 'u-boss',
  primaryEmail: 'boss@acme.test',
  name: { givenName: 'Bo', familyName: 'Ss' },
  isAdmin: true,
  orgUnitPath: '/',
};
export const officer: UserRecord = { id: 'u-officer', primaryEmail: 'officer@acme.test', name: { givenName: 'O', familyName: 'F' } };

const group = (groupId: string, kind: ImportNames['groups'][number]['kind']): ImportNames['groups'][number] => ({
  groupId,
  email: `${groupId}@acme.test`,
  aliases: [],
  kind,
});

export const names: ImportNames = {
  users: [ann, boss, officer],
  groups: [
    group('team', 'communication'),
    group('news', 'communication'),
    group('helpers', 'communication'),
    group('vault', 'permission'),
    group('keys', 'permission'),
    group('everybody', 'dynamic'),
    group('vpn', 'access'),
    group('chat', 'access'),
  ],
  spaces: [
    { space: 'spaces/A1', title: 'Plans' },
    { space: 'spaces/B2', title: 'Lunch' },
    { space: 'spaces/C3', title: 'Lunch' },
  ],
  roles: ownFields.roles,
  orgUnitPaths: ['/', '/Sales', '/Sales/EMEA'],
  domains: [{ domainName: 'acme.test', aliases: [], isPrimary: true, verified: true }],
  chatAccess: { groupId: 'chat', email: 'chat@acme.test' },
  keepers: new Set(['u-officer']),
};

export const index = indexNames(names);

/** Ann is in a group of each kind, in a space, and holds a role in one unit. */
export const memberships: Omit<ImportFacts, 'record'> = {
  roles: { news: 'OWNER', keys: 'MEMBER', vpn: 'MEMBER' },
  spaces: ['spaces/B2'],
  adminRoles: [{ roleId: 'r1', title: 'Groups Admin', orgUnitId: 'ou1' }],
};

const none: Omit<ImportFacts, 'record'> = { roles: {}, spaces: [], adminRoles: [] };

export const factsIn =
  (of: ImportIndex = index) =>
  (userId: string): ImportFacts => ({ record: of.records.get(userId) ?? {}, ...(userId === 'u-ann' ? memberships : none) });

export type Mapped = ImportFieldId | { readonly field: ImportFieldId; readonly overwrite: true };

/** Columns under the titles of their fields, the address first. */
export const rulesFor = (mapped: readonly Mapped[], method: ImportMethod = 'update'): ImportRules => ({
  method,
  columns: ['address' as const, ...mapped].map((one, column) => ({
    column,
    title: typeof one === 'string' ? one : one.field,
    ...(typeof one === 'string' ? { field: one } : one),
  })),
});

/** Cells beyond the mapped ones are of columns that are not mapped. */
export const plan = (
  mapped: readonly Mapped[],
  rows: readonly (readonly string[])[],
  method: ImportMethod = 'update',
  of: ImportIndex = index,
): readonly RowPlan[] =>
  planImport(
    { width: Math.max(...rows.map((cells) => cells.length)), rows: rows.map((cells, position) => ({ row: position + 2, cells })) },
    rulesFor(mapped, method),
    of,
    factsIn(of),
  );

/** What becomes of a row, in words: `unchanged`, its changes, or its faults by column. */
export const said = (one: RowPlan | undefined): readonly string[] => {
  if (one === undefined) return [];
  if (one.kind === 'failed') return one.faults.map(({ column, problem }) => `${column}: ${explain(problem).what}`);
  return one.kind === 'unchanged' ? ['unchanged'] : one.changes.map((change) => describeChange(change, 'whole'));
};

export const noted = (one: RowPlan | undefined): readonly string[] => (one?.notes ?? []).map((note) => explain(note).what);
