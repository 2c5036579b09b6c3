import { problem, type Problem } from '../base/Problem';
import type { Result } from '../base/Result';
import { newTargetId } from '../users/NewUser';
import { isRecordField, type ImportFieldId } from './ImportField';
import type { ImportRules } from './ImportRules';
import type { ImportWish } from './ImportWish';
import type { ImportIndex } from './indexNames';
import { groupOf, managersOf, named, permissionOf, spaceOf, unitOf, whose } from './lookUpCell';
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

type Wished = Omit<ImportWish, 'targetId' | 'email' | 'creates'>;
/** A wish in the making. */
type Draft = { -readonly [Key in keyof Wished]: Wished[Key] extends readonly (infer Item)[] ? Item[] : Wished[Key] };

interface RowContext {
  readonly index: ImportIndex;
  /** Of whom the same import creates; they may be managers. */
  readonly newAddresses: ReadonlySet<string>;
  readonly creates: boolean;
}

/** Adds what a cell asks for, and answers everything that is wrong with it. An empty cell of groups or spaces asks for nothing (I25). */
const addTo = (draft: Draft, { mapping, value }: RowValue, { index, newAddresses, creates }: RowContext): readonly Problem[] => {
  const { field } = mapping;
  const overwrite = mapping.overwrite === true;
  const take = <T>(read: readonly Result<T>[], keep: (found: T) => void): readonly Problem[] =>
    read.flatMap((one) => {
      if (!one.ok) return [one.problem];
      keep(one.value);
      return [];
    });
  if (field === 'manager') {
    return take([managersOf(value, index, newAddresses)], (email) => draft.fields.push({ field, value: email }));
  }
  if (isRecordField(field)) {
    draft.fields.push({ field, value });
    return [];
  }
  switch (field) {
    case 'active':
      draft.settings.push({ setting: 'suspended', value: String(value === 'false') });
      return [];
    case 'visible':
      draft.settings.push({ setting: 'includeInGlobalAddressList', value });
      return [];
    case 'changePassword':
      draft.settings.push({ setting: 'changePasswordAtNextLogin', value });
      return [];
    case 'orgUnit':
      return take(unitOf(value, index, creates), (path) => draft.settings.push({ setting: 'orgUnitPath', value: path }));
    case 'communicationGroups':
    case 'permissionGroups':
      return take(
        named(value, (name) => groupOf(name, field, index)),
        (members) => (draft[field] = { members, overwrite }),
      );
    case 'chatSpaces':
      return take(
        named(value, (name) => spaceOf(name, index)),
        (members) => (draft.chatSpaces = { members, overwrite }),
      );
    case 'address':
      return [];
    default:
      return take([permissionOf(field, value === 'yes', index)], (permission) => draft.permissions.push(permission));
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
  const draft: Draft = { fields: [], settings: [], permissions: [] };
  const context = { index, newAddresses, creates };
  for (const one of values) for (const wrong of addTo(draft, one, context)) fault(one.mapping.field, one.value, wrong);
  if (creates) {
    const unnamed = mandatoryNames.filter((name) => !draft.fields.some(({ field, value }) => field === name && value !== ''));
    for (const name of unnamed.filter((one) => !faults.some(({ field }) => field === one))) {
      fault(name, '', problem('import.nameMissing', { email: address }));
    }
  }
  const notes = found?.isAlias === true ? [problem('import.isAlias', { email: address, primary: found.primaryEmail })] : [];
  if (faults.length > 0 || user?.ok !== true) return { faults, notes };
  return {
    wish: { targetId: found?.userId ?? newTargetId(address), email: found?.primaryEmail ?? address, creates, ...draft },
    faults,
    notes,
  };
};
