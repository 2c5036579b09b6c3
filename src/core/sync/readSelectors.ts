import { usersOf, type TargetListings } from '../directory/resolveTargets';
import { selectorKey, type TargetSelection } from '../directory/TargetSelection';

/** What a group, an organizational unit or a domain among the destinations reads as. */
export interface SelectorReading {
  readonly key: string;
  /** For show. */
  readonly label: string;
  readonly users: number;
  /** It does not exist any more. */
  readonly isGone: boolean;
}

const goneCodes: readonly string[] = ['target.groupGone', 'target.orgUnitGone', 'target.domainGone'];

/** How many users each selector names now, single users apart. `listings`: complete ones. */
export const readSelectors = (selection: TargetSelection, listings: TargetListings): SelectorReading[] => {
  const byId = new Map(listings.users.map((user) => [user.id, user]));
  return selection.selectors
    .filter(({ kind }) => kind !== 'user')
    .map((selector) => {
      const { users, problems } = usersOf(selector, listings, byId);
      return {
        key: selectorKey(selector),
        label: selector.label,
        users: new Set(users).size,
        isGone: problems.some(({ code }) => goneCodes.includes(code)),
      };
    });
};
