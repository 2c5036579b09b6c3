import type { GroupRef } from './UserAction';
import type { DirectoryChange } from './UserChange';
import { shownValue, type Shown } from './shownValue';
import { userField, type UserFieldId } from './userFields';
import type { UserRecord } from './UserRecord';
import { mergePatch } from './userPatch';

interface NewUserValues {
  /** Primary address, lower case. */
  readonly email: string;
  /** `/` when none is asked for. */
  readonly orgUnitPath: string;
  /** Without empty ones, each field once. */
  readonly fields: readonly { readonly field: UserFieldId; readonly value: string }[];
}

/** A user who shall be created, as a row of a sheet says. Groups by address, lower case. */
export interface NewUser extends NewUserValues {
  readonly groups: readonly string[];
}

/** The same with groups and path as the Directory has them: what a decision binds and a run creates. */
export interface NewUserPlan extends NewUserValues {
  readonly groups: readonly GroupRef[];
  /** What is changed once the account is there; of an import. */
  readonly then?: readonly DirectoryChange[];
}

const prefix = 'new:';

/** Stands for the Directory id of a target that has none yet. No Directory id looks like it. */
export const newTargetId = (email: string): string => prefix + email;

/** Whether a target is a user of the Directory; else somebody who is to be created, or a row that nobody stands behind. */
export const hasAccount = (targetId: string): boolean => !targetId.includes(':');

/** How the Directory knows which request created a user: an external id of this custom type with the request's id. */
export const creationMark = 'roster';

const isMark = (entry: unknown): entry is { readonly value: unknown } =>
  typeof entry === 'object' && entry !== null && (entry as { customType?: unknown }).customType === creationMark;

/** Whether this very request created the user. */
export const isCreatedBy = (record: UserRecord, requestId: string): boolean => {
  const ids = record['externalIds'];
  return Array.isArray(ids) && ids.some((entry) => isMark(entry) && entry.value === requestId);
};

/** What `users.insert` is sent, without a password: each value, and the mark. */
export const newUserRecord = ({ email, orgUnitPath, fields }: NewUserValues, requestId: string): UserRecord => {
  const start: UserRecord = {
    primaryEmail: email,
    orgUnitPath,
    externalIds: [{ type: 'custom', customType: creationMark, value: requestId }],
  };
  return fields.reduce((record, { field, value }) => mergePatch(record, userField(field).write(record, value)), start);
};

export const fullNameOf = ({ fields }: Pick<NewUserValues, 'fields'>): string => {
  const of = (wanted: UserFieldId): string => fields.find(({ field }) => field === wanted)?.value ?? '';
  return `${of('givenName')} ${of('familyName')}`.trim();
};

/** Every value in words, the address and the organizational unit left out: `First name: “Ann”; Groups: team@example.com`. */
export const describeNewUser = ({ fields, groups }: NewUser | NewUserPlan, shown: Shown): string =>
  [
    ...fields.map(({ field, value }) => `${userField(field).title}: ${shownValue(field, value, shown)}`),
    ...(groups.length === 0 ? [] : [`Groups: ${groups.map((group) => (typeof group === 'string' ? group : group.email)).join(', ')}`]),
  ].join('; ');

/** As a preview stores it and a decision binds it. */
export const packNewUser = (plan: NewUserPlan): string => JSON.stringify(plan);

/** Undefined when the text is none that `packNewUser` made. */
export const unpackNewUser = (packed: string): NewUserPlan | undefined => {
  try {
    const value = JSON.parse(packed) as NewUserPlan | null;
    return typeof value?.email === 'string' && Array.isArray(value.fields) && Array.isArray(value.groups) ? value : undefined;
  } catch {
    return undefined;
  }
};
