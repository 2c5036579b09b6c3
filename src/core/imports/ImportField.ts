import { isCustomFieldId } from '../users/customField';
import { isUserFieldId, type UserFieldId } from '../users/userFields';

/** Google's pages on what a column is written into are named where its kind is read: userFields.ts, customField.ts, wishOfRow.ts. */
export type ImportFieldKind =
  /** Says whose row it is; never written. */
  | 'address'
  /** An empty cell clears it. */
  | 'field'
  /** true or false. */
  | 'flag'
  | 'unit'
  /** yes or no: a role of administrators, or membership in an access group. */
  | 'permission'
  /** Any number of groups or spaces; the only kind that can overwrite. */
  | 'list';

export type RoleFieldId = `role/${string}`;
export type AccessFieldId = `access/${string}`;
export type FlagFieldId = 'active' | 'visible' | 'changePassword';
export type ListFieldId = 'communicationGroups' | 'permissionGroups' | 'chatSpaces';

/** What a column of an import can hold. A role or access group is told by its id. */
export type ImportFieldId = 'address' | FlagFieldId | 'orgUnit' | ListFieldId | RoleFieldId | AccessFieldId | UserFieldId;

export interface ImportField {
  readonly id: ImportFieldId;
  readonly kind: ImportFieldKind;
  /** As a template writes it and cards show it. */
  readonly title: string;
  /** Headers that mean it, in several exports and languages, as `plainHeader` leaves them; the title's first. */
  readonly names: readonly string[];
  /** Headers that may mean it. */
  readonly vagueNames: readonly string[];
}

/** What always needs an officer, or locks people in or out: never mapped without a tick. */
const grave: readonly ImportFieldId[] = [
  ...(['active', 'changePassword', 'orgUnit', 'recoveryEmail', 'recoveryPhone', 'workEmail', 'homeEmail', 'otherEmail'] as const),
];

export const isGrave = (id: ImportFieldId): boolean => grave.includes(id);

/** I12: nothing maps it but a person's hand. */
export const isDestructive = ({ kind }: Pick<ImportField, 'kind'>): boolean => kind === 'permission' || kind === 'list';

export const isRecordField = (id: ImportFieldId): id is UserFieldId => isUserFieldId(id) || isCustomFieldId(id);
