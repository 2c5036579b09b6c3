import { problem, type Problem } from '../base/Problem';
import { ok, type Result } from '../base/Result';
import { newTargetId } from '../users/NewUser';
import { isRecordField, type ImportFieldId } from './ImportField';
import type { ImportRules } from './ImportRules';
import type { ImportWish } from './ImportWish';
import type { ImportIndex } from './indexNames';
import { groupOf, managerOf, named, permissionOf, spaceOf, unitOf, whose } from './lookUpCell';
import type { RowFault, RowReading, RowValue } from './readImportRow';

/** A row whose names are all there, or what is wrong with it. */
export interface WishReading {
  /** Undefined when there is a fault. */
  readonly wish?: ImportWish;
  /** All of the row, those of its cells first. */
  readonly faults: readonly RowFault[];
  /** What is worth knowing of the row, worded as problems are. */
  readonly notes: readonly Problem[];
}

type WishPart = Partial<Omit<ImportWish, 'targetId' | 'email' | 'creates'>>;

interface RowContext {
  readonly index: ImportIndex;
  /** Of whom the same import creates; they may be managers. */
  readonly newAddresses: ReadonlySet<string>;
  readonly creates: boolean;
}

const to =
  <T>(part: (value: T) => WishPart) =>
  (read: Result<T>): Result<WishPart> =>
    read.ok ? ok(part(read.value)) : read;

/** What a cell adds to the wish, and everything that is wrong with it. An empty cell of groups or spaces adds nothing (I25). */
const partsOf = ({ mapping, value }: RowValue, { index, newAddresses, creates }: RowContext): readonly Result<WishPart>[] => {
  const { field } = mapping;
  const overwrite = mapping.overwrite === true;
  if (field === 'manager' && value !== '') {
    return [to((email: string) => ({ fields: [{ field, value: email }] }))(managerOf(value, index, newAddresses))];
  }
  if (isRecordField(field)) return [ok({ fields: [{ field, value }] })];
  switch (field) {
    case 'address':
      return [];
    case 'active':
      return [ok({ settings: [{ setting: 'suspended', value: String(value === 'false') }] })];
    case 'visible':
      return [ok({ settings: [{ setting: 'includeInGlobalAddressList', value }] })];
    case 'changePassword':
      return [ok({ settings: [{ setting: 'changePasswordAtNextLogin', value }] })];
    case 'orgUnit':
      return unitOf(value, index, creates).map(to((path) => ({ settings: [{ setting: 'orgUnitPath', value: path }] })));
    case 'communicationGroups':
    case 'permissionGroups':
      return named(value, (name) => groupOf(name, field, index)).map(to((members) => ({ [field]: { members, overwrite } })));
    case 'chatSpaces':
      return named(value, (name) => spaceOf(name, index)).map(to((members) => ({ chatSpaces: { members, overwrite } })));
    default:
      return [
        to((permission: ImportWish['permissions'][number]) => ({ permissions: [permission] }))(permissionOf(field, value === 'yes', index)),
      ];
  }
};

const mandatoryNames = ['givenName', 'familyName'] as const;

/** What one row asks for, or each of its faults. */
export const wishOfRow = (
  { address, values, faults: cellFaults }: RowReading,
  { method, columns }: ImportRules,
  index: ImportIndex,
  newAddresses: ReadonlySet<string>,
): WishReading => {
  const faults: RowFault[] = [...cellFaults];
  const fault = (field: ImportFieldId, value: string, found: Problem): void => {
    const column = columns.find((one) => one.field === field)?.title ?? '';
    faults.push({ field, column, value: value.slice(0, 100), problem: found });
  };
  const user = address === '' ? undefined : whose(address, method, index);
  if (user?.ok === false) fault('address', address, user.problem);
  const found = user?.ok === true ? user.value : undefined;
  const creates = user?.ok === true && found === undefined;
  const parts: WishPart[] = [];
  for (const one of values) {
    for (const part of partsOf(one, { index, newAddresses, creates })) {
      if (part.ok) parts.push(part.value);
      else fault(one.mapping.field, one.value, part.problem);
    }
  }
  const all = <T>(list: (part: WishPart) => readonly T[] | undefined): readonly T[] => parts.flatMap((part) => list(part) ?? []);
  const fields = all((part) => part.fields);
  if (creates) {
    const unnamed = mandatoryNames.filter((name) => !fields.some(({ field, value }) => field === name && value !== ''));
    for (const name of unnamed.filter((one) => !faults.some(({ field }) => field === one))) {
      fault(name, '', problem('import.nameMissing', { email: address }));
    }
  }
  const notes = found?.isAlias === true ? [problem('import.isAlias', { email: address, primary: found.primaryEmail })] : [];
  if (faults.length > 0 || user?.ok !== true) return { faults, notes };
  const lists = parts.filter((part) => !('fields' in part || 'settings' in part || 'permissions' in part));
  const wish: ImportWish = {
    targetId: found?.userId ?? newTargetId(address),
    email: found?.primaryEmail ?? address,
    creates,
    fields,
    settings: all((part) => part.settings),
    permissions: all((part) => part.permissions),
    ...Object.assign({}, ...lists),
  };
  return { wish, faults, notes };
};
