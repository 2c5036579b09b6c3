import type { RosterCompany } from './rosterCompany';

/** Fills the script properties to the last byte with what is not Roster's; the returned function takes it out again. */
export const fillStore = ({ project: { scriptProperties: store } }: RosterCompany): (() => void) => {
  for (const size of [9000, 100, 1]) {
    for (let number = 0; store.set({ [`other.${size}.${number}`]: 'x'.repeat(size) }) === 'written'; number += 1);
  }
  return () => {
    for (const key of store.keys().filter((one) => one.startsWith('other.'))) store.delete(key);
  };
};
