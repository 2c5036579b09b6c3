import { a1 } from '../base/a1';
import { problem, type Problem } from '../base/Problem';
import type { NewUserPlan } from '../users/NewUser';
import type { GroupRef } from '../users/UserAction';
import type { DirectoryChange } from '../users/UserChange';
import type { UserFieldId } from '../users/userFields';
import type { ImportRules } from './ImportRules';
import type { ImportWish } from './ImportWish';
import type { ImportIndex } from './indexNames';
import { newUserFacts, planWish, type ImportFacts } from './planWish';
import { readImportRow, type RowFault, type RowReading } from './readImportRow';
import type { ImportTable } from './readImportTable';
import { wishOfRow } from './wishOfRow';

/** I15, I33: what becomes of one row. */
export type RowPlan = { readonly row: number; readonly notes: readonly Problem[] } & (
  | { readonly kind: 'failed'; /** As far as it can be read. */ readonly address: string; readonly faults: readonly RowFault[] }
  /** `alreadySo`: values and memberships that the row asks for and the user has. */
  | { readonly kind: 'unchanged'; readonly wish: ImportWish; readonly alreadySo: number }
  /** Old → new in each change; roles, memberships and spaces by name. */
  | {
      readonly kind: 'update' | 'create';
      readonly wish: ImportWish;
      readonly alreadySo: number;
      readonly changes: readonly DirectoryChange[];
    }
);

/** Other rows of the same user that a fault names; somebody may map a column that says the same in every row. */
const othersNamed = 5;

/** The first rows of each user; an address that nobody has stands for itself. */
const rowsByUser = (readings: readonly RowReading[], index: ImportIndex): ReadonlyMap<string, readonly number[]> => {
  const rows = new Map<string, number[]>();
  for (const { row, address } of readings) {
    if (address === '') continue;
    const who = index.users.get(address)?.userId ?? address;
    const same = rows.get(who);
    if (same === undefined) rows.set(who, [row]);
    else if (same.length <= othersNamed) same.push(row);
  }
  return rows;
};

/** What each row comes to. A row is the unit: with one fault nothing of it is done. `factsOf`: by Directory id. */
export const planImport = (
  { rows, width }: Pick<ImportTable, 'rows' | 'width'>,
  rules: ImportRules,
  index: ImportIndex,
  factsOf: (userId: string) => ImportFacts,
): readonly RowPlan[] => {
  const readings = rows.map((row) => readImportRow(row, rules, width));
  const sameUser = rowsByUser(readings, index);
  const creates = rules.method !== 'update';
  const newAddresses = new Set(creates ? readings.map(({ address }) => address).filter((address) => !index.users.has(address)) : []);
  const at = rules.columns.find(({ field }) => field === 'address');
  return readings.map((reading): RowPlan => {
    const { row, address } = reading;
    const { wish, faults: found, notes } = wishOfRow(reading, rules, index, newAddresses);
    const faults = [...found];
    const others = (sameUser.get(index.users.get(address)?.userId ?? address) ?? []).filter((other) => other !== row);
    if (others.length > 0) {
      const cells = others.slice(0, othersNamed).map((other) => a1(other, (at?.column ?? 0) + 1));
      faults.push({ field: 'address', column: at?.title ?? '', value: address, problem: problem('users.twice', { others: cells }) });
    }
    if (wish === undefined || faults.length > 0) return { row, kind: 'failed', address, faults, notes };
    const plan = planWish(wish, wish.creates ? newUserFacts : factsOf(wish.targetId), index);
    const { changes, refusal, refusedAt = 'address' } = plan;
    if (refusal !== undefined) {
      const column = rules.columns.find(({ field }) => field === refusedAt)?.title ?? '';
      return { row, kind: 'failed', address, faults: [{ field: refusedAt, column, value: '', problem: refusal }], notes };
    }
    const said = { row, notes: [...notes, ...plan.notes], wish, alreadySo: plan.alreadySo };
    if (wish.creates) return { ...said, kind: 'create', changes };
    return changes.length === 0 ? { ...said, kind: 'unchanged' } : { ...said, kind: 'update', changes };
  });
};

/** A creation as `createUser` does it, and what is changed at the account afterwards: flags, roles, spaces. */
export const creationOf = (
  { email }: ImportWish,
  changes: readonly DirectoryChange[],
): { readonly plan: NewUserPlan; readonly then: readonly DirectoryChange[] } => {
  const fields: { field: UserFieldId; value: string }[] = [];
  const groups: GroupRef[] = [];
  const then: DirectoryChange[] = [];
  let orgUnitPath = '/';
  for (const change of changes) {
    if (change.kind === 'setUserField') fields.push({ field: change.field, value: change.after });
    else if (change.kind === 'addMember') groups.push({ groupId: change.groupId, email: change.email });
    else if (change.kind === 'setUserSetting' && change.setting === 'orgUnitPath') orgUnitPath = change.after;
    else then.push(change);
  }
  return { plan: { email, orgUnitPath, fields, groups }, then };
};
