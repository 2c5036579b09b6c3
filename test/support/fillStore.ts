import type { RosterCompany } from './rosterCompany';

/**
 * Fills the script properties to the last byte with what is not Roster's; the returned function takes it out again. Events that wait for
 * the audit go, since they would make room as soon as they are in the ledger.
 */
export const fillStore = ({ project: { scriptProperties: store } }: RosterCompany): (() => void) => {
  for (const key of store.keys().filter((one) => one.startsWith('audit.'))) store.delete(key);
  for (const size of [9000, 100, 1]) {
    for (let number = 0; store.set({ [`other.${size}.${number}`]: 'x'.repeat(size) }) === 'written'; number += 1);
  }
  return () => {
    for (const key of store.keys().filter((one) => one.startsWith('other.'))) store.delete(key);
  };
};
