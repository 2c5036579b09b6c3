import { userField, type UserFieldId } from './userFields';

/** `whole`: for who was looked up just now and may see it. `masked`: wherever others may read, too. */
export type Shown = 'whole' | 'masked';

/** What is left of a private value, to tell one from another: the end of a number, the domain of an address. */
const masked = (value: string): string => {
  if (value.includes('@')) return `…${value.slice(value.lastIndexOf('@'))}`;
  return /^[\d\s()+.\-/]{6,}$/.test(value) ? `…${value.slice(-2)}` : '…';
};

/** A value of a field as people read it: `“Engineer”`, `nothing`, or of a private field `“…02”`. */
export const shownValue = (field: UserFieldId, value: string, shown: Shown): string => {
  if (value === '') return 'nothing';
  return `“${shown === 'masked' && userField(field).isPrivate === true ? masked(value) : value}”`;
};
