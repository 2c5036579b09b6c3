import { send } from '../support/askForCopy';
import { linesBelow } from '../support/hands';
import { officerCompany } from '../support/officers';
import { addToSpaces } from '../support/spaceHands';
import { approveAndRun, askForUndo, sendIt } from '../support/undoHands';
import { addUserAction, openActions, preview } from '../support/userActionHands';

/** sam@ was in the space; sue@ and eve@ were added by a run. */
const added = () => {
  const company = officerCompany();
  const { world, customer, sam } = company;
  const space = world.chat.addSpace({ customerId: customer.id, displayName: 'Sales talk' });
  world.chat.addMember(space, sam.id);
  const sidebar = company.open(company.admin);
  openActions(sidebar);
  addUserAction(sidebar, addToSpaces(company, '1 member,'));
  preview(company, sidebar);
  send(sidebar);
  approveAndRun(company, sidebar);
  const names = (): string[] => space.memberships.map(({ id }) => world.directory.userById(id)!.primaryEmail.split('@')[0]!).sort();
  expect(names()).toEqual(['eve', 'sam', 'sue']);
  return { company, sidebar, space, names };
};

describe('B6: who was added to a Chat space leaves it again', () => {
  it('and nobody else; the preview says who', () => {
    const { company, sidebar, names } = added();
    askForUndo(company, sidebar);
    expect(linesBelow(sidebar, 'Preview by target').find((line) => line.includes('sue@'))).toContain('Removed from the space “Sales talk”');
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(names()).toEqual(['sam']);
    expect(company.troubles()).toEqual([]);
  });

  it('who was made a manager of it since stays, and is said', () => {
    const { company, sidebar, space, names } = added();
    space.memberships.find(({ id }) => id === company.sue.id)!.role = 'ROLE_MANAGER';
    askForUndo(company, sidebar);
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    expect(names()).toEqual(['sam', 'sue']);
    expect(linesBelow(sidebar, 'Results').find((line) => line.includes('sue@'))).toContain('0 changed');
  });

  it('a space that is gone needs nothing', () => {
    const { company, sidebar, space } = added();
    company.world.chat.spaces.delete(space.name);
    askForUndo(company, sidebar);
    expect(sidebar.text()).toContain('Changes in the directory: 0');
    expect(sidebar.text()).toContain('Already so: 2');
    expect(company.world.network.count({ operation: 'chat.spaces.members.delete' })).toBe(0);
  });
});
