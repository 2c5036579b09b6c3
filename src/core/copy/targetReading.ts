import { contactFields } from '../contacts/contactFieldTable';
import type { ExistingContact } from '../contacts/ExistingContact';
import { keyFields } from '../contacts/matchKeys';
import type { Person } from '../contacts/Person';
import { reduceContact } from '../contacts/reduceContact';
import type { CopyContactsAction, SourceSnapshot } from './CopyContactsAction';
import { bearsOn } from './SourceKeys';

/** What has to be read of a target, and what is kept of it. */
export interface TargetReading {
  readonly personFields: readonly string[];
  readonly withGroups: boolean;
  /** Undefined: the contact bears on nothing. */
  readonly reduce: (person: Person) => ExistingContact | undefined;
}

/**
 * The least that the plan can be made from: marks always, keys to match by, whole contacts only where keys cannot tell. `whole`
 * reads them in any case: only then it shows whether somebody edited a delivered contact.
 */
export const targetReading = (
  snapshot: SourceSnapshot,
  action: CopyContactsAction,
  options: { readonly whole?: boolean } = {},
): TargetReading => {
  const matches = action.evenIfExists !== true;
  const whole = options.whole === true || (matches && snapshot.keys.needContent);
  const fields = whole ? contactFields : matches ? keyFields : [];
  return {
    personFields: ['clientData', ...fields],
    withGroups: action.createLabel && action.sourceGroup !== undefined,
    reduce: (person) => {
      const contact = reduceContact(person, whole);
      return contact !== undefined && bearsOn(snapshot.keys, snapshot.sourceUserId, contact) ? contact : undefined;
    },
  };
};
