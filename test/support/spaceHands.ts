import type { Sidebar } from '../../simulator/host/Sidebar';
import type { SpaceRecord } from '../../simulator/chat/ChatRecords';
import { sweepNow } from './hands';
import type { RosterCompany } from './rosterCompany';
import { userActionCompany } from './userActionHands';

/** The company with two spaces of one title; sam@ is in the first. */
export const spacesCompany = () => {
  const { company, sidebar } = userActionCompany();
  const { world, customer, sam } = company;
  const [sales, other] = [0, 1].map(() => world.chat.addSpace({ customerId: customer.id, displayName: 'Sales talk' })) as [
    SpaceRecord,
    SpaceRecord,
  ];
  world.chat.addMember(sales, sam.id);
  const namesIn = (space: SpaceRecord): string[] =>
    space.memberships.map(({ id }) => world.directory.userById(id)?.primaryEmail.split('@')[0] ?? id).sort();
  return { company, sidebar, sales, other, namesIn };
};

/** Types words, asks the operator, and looks again after the next sweep. */
export const findSpaces = (company: RosterCompany, sidebar: Sidebar, words: string): void => {
  sidebar.type('Space', words);
  sidebar.press('Find spaces');
  if (!sidebar.text().includes('Roster looks for spaces')) return;
  sweepNow(company);
  sidebar.press('Find spaces');
};

/** The action with one of the spaces that are found; `near`: what stands on its line. */
export const addToSpaces = (company: RosterCompany, near: string) => ({
  title: 'Add to Chat spaces',
  fill: (sidebar: Sidebar): void => {
    findSpaces(company, sidebar, 'sal');
    sidebar.press('Add Sales talk', { near });
  },
});
