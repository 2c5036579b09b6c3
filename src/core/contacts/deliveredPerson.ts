import type { CreateContact } from '../plan/Change';
import { MY_CONTACTS } from './ContactGroup';
import { markEntry } from './Mark';
import type { Person } from './Person';

/** The body that creates a contact: the source's own values, the mark, My Contacts and the label where there is one. */
export const deliveredPerson = (change: CreateContact, group: string | undefined): Person => {
  const label = change.joinGroup && group !== undefined ? [group] : [];
  const groups = new Set([...(change.withoutMyContacts === true ? [] : [MY_CONTACTS]), ...label]);
  return {
    ...change.fields,
    clientData: [markEntry(change.mark)],
    memberships: [...groups].map((contactGroupResourceName) => ({ contactGroupMembership: { contactGroupResourceName } })),
  };
};
