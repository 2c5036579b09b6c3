import type { Company } from './makeCompany';
import { contentOf } from './measure';

type Item = Readonly<Record<string, unknown>>;

const MY_CONTACTS = 'contactGroups/myContacts';

/** Contacts under the label of the company's source user. */
export const sourceContacts = (company: Company): readonly Item[] => underLabel(company, company.source.id);

/** Contacts under the same label of somebody else. */
export const deliveredTo = (company: Company, email: string): readonly Item[] =>
  underLabel(company, company.world.directory.userByEmail(email)?.id ?? '');

/** Whether somebody has each contact of the source once under the label, and no other. */
export const isInStep = (company: Company, email: string): boolean =>
  String(contentsOf(deliveredTo(company, email))) === String(contentsOf(sourceContacts(company)));

/** The source user gives one contact another number, adds three, deletes two. */
export const editSource = (company: Company): void => {
  const { people, clock } = company.world;
  const { id } = company.source;
  const [edited, ...others] = sourceContacts(company).map(({ resourceName }) => resourceName as string);
  people.editContact(id, edited ?? '', { phoneNumbers: [{ value: `+1 202-555-01${(clock.now() % 90) + 10}` }] });
  for (const resourceName of others.slice(0, 2)) people.deleteContact(id, resourceName);
  const group = people.contactGroupsOf(id).find(({ name }) => name === company.label)?.resourceName;
  const memberships = [group, MY_CONTACTS].map((contactGroupResourceName) => ({ contactGroupMembership: { contactGroupResourceName } }));
  for (const familyName of ['First', 'Second', 'Third']) {
    const names = [{ givenName: 'Newcomer', familyName: `${familyName} of ${new Date(clock.now()).toISOString().slice(0, 10)}` }];
    people.addContact(id, { names, memberships });
  }
};

const underLabel = ({ world: { people }, label }: Company, userId: string): readonly Item[] => {
  const group = people.contactGroupsOf(userId).find(({ name }) => name === label);
  return group === undefined ? [] : people.membersOf(userId, group.resourceName);
};

const contentsOf = (contacts: readonly Item[]): string[] => contacts.map(contentOf).sort();
