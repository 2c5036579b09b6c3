import type { Sidebar } from '../../simulator/host/Sidebar';
import { chooseSource } from '../support/askForCopy';
import { label, linesBelow } from '../support/hands';
import { officerCompany, type OfficerCompany } from '../support/officers';
import { customers, type RosterCompany } from '../support/rosterCompany';
import { approveAndRun, copiedCompany, sendIt } from '../support/undoHands';
import { addUserAction, openActions, preview, userActionCompany } from '../support/userActionHands';

const title = 'Remove contacts that Roster copied';

/** Opens the settings of a removal. */
const openRemoval = (sidebar: Sidebar): void => {
  sidebar.press('+ Add action');
  sidebar.press(title);
};
const confirm = (sidebar: Sidebar): void => {
  sidebar.toggle('Yes, remove them from all targets', true);
  sidebar.press('Save');
};
const choose = {
  source: (sidebar: Sidebar): void => sidebar.pick('Copied from (required)', sidebar.suggest('Copied from (required)', 'source')[0]!),
  all: (sidebar: Sidebar): void => sidebar.choose('Remove', 'All contacts that Roster copied'),
};

const namesOf = (company: OfficerCompany): string[][] => [company.sam, company.sue, company.eve].map((who) => company.namesAt(who));

describe('S61: contacts that Roster copied are removed', () => {
  it.each<[string, (sidebar: Sidebar) => void, string]>([
    ['what came from one user', choose.source, 'what was copied from source@acme.test'],
    ['everything', choose.all, 'everything that Roster copied'],
  ])('%s, by an action of a workflow beside others; what is a person’s own stays', (_, fill, said) => {
    const { company, sidebar } = copiedCompany();
    company.world.people.addContact(company.sam.id, { names: [{ givenName: 'Mother' }] });
    sidebar.press('Home');
    openActions(sidebar);
    openRemoval(sidebar);
    fill(sidebar);
    confirm(sidebar);
    addUserAction(sidebar, { title: 'Hide from the directory' });
    preview(company, sidebar);
    expect(linesBelow(sidebar, 'What was asked')).toContain(`Action 1: ${title}: ${said}`);
    const plan = linesBelow(sidebar, 'What will happen').join('\n');
    expect(plan).toContain('Remove 9 copied contacts from 3 people');
    expect(plan).toContain('Changes in the directory: 3 at 3 targets');
    expect(plan).not.toContain('New contacts');
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(linesBelow(sidebar, 'Results')[0]).toBe(
      '9 copied contacts removed, 3 changes made in the directory; targets: 3 done, 0 skipped, 0 failed.',
    );
    expect(namesOf(company)).toEqual([['Mother'], [], []]);
    expect(company.sam.includeInGlobalAddressList).toBe(false);
    expect(company.troubles()).toEqual([]);
  });

  it('only what one earlier request copied, chosen from a list', () => {
    const { company, sidebar } = copiedCompany();
    sidebar.press('Home');
    openActions(sidebar, { search: 'sam@acme.test' });
    chooseSource(company, sidebar);
    preview(company, sidebar);
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    expect(company.namesAt(company.sam)).toHaveLength(5);
    sidebar.press('Home');
    openActions(sidebar);
    openRemoval(sidebar);
    sidebar.choose('Remove', 'Contacts that one request copied');
    const item = sidebar
      .text()
      .split('\n')
      .find((line) => line.startsWith('Request: '))!
      .match(/New colleagues \([^)]*\)/)![0];
    sidebar.choose('Request', item);
    confirm(sidebar);
    preview(company, sidebar);
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    expect(namesOf(company)).toEqual([['Dentist', 'Plumber'], [], []]);
  });

  it('has to be confirmed, and says what is not chosen', () => {
    const { company, sidebar } = copiedCompany();
    sidebar.press('Home');
    openActions(sidebar);
    openRemoval(sidebar);
    sidebar.press('Save');
    expect(sidebar.text()).toContain('Switch on “Yes, remove them from all targets”, or go back.');
    expect(sidebar.text()).toContain('Choose the user from whom they were copied.');
    choose.all(sidebar);
    sidebar.press('Save');
    expect(sidebar.text()).toContain('Switch on “Yes, remove them from all targets”, or go back.');
    sidebar.choose('Remove', 'Contacts that were copied from one user');
    sidebar.type('Copied from (required)', 'nobody@acme.test');
    sidebar.press('Use this user');
    expect(sidebar.text()).toContain('There is no user nobody@acme.test');
    expect(company.troubles()).toEqual([]);
  });

  it('is not previewed together with a copy that it would meet', () => {
    const { company, sidebar } = copiedCompany();
    sidebar.press('Home');
    openActions(sidebar);
    openRemoval(sidebar);
    choose.all(sidebar);
    confirm(sidebar);
    chooseSource(company, sidebar, { label });
    sidebar.press('Preview');
    expect(sidebar.text()).toContain('Remove one of them, put them into another order');
  });

  it('is refused when the name that officers would read is not that of the user who is meant', () => {
    const { company, sidebar } = copiedCompany();
    sidebar.press('Home');
    openActions(sidebar);
    openRemoval(sidebar);
    choose.source(sidebar);
    confirm(sidebar);
    company.world.directory.renameUser(company.source.id, 'other@acme.test');
    company.world.directory.addUser({ primaryEmail: 'innocent@acme.test' });
    preview(company, sidebar);
    expect(sidebar.text()).toContain('Status: Failed');
    expect(sidebar.text()).toContain('Roster does not find what was copied from source@acme.test any more.');
    expect(namesOf(company)).toEqual([customers, customers, customers]);
  });

  it('suspended users keep theirs, and it is said', () => {
    const { company, sidebar } = copiedCompany();
    company.world.directory.suspendUser(company.eve.id);
    sidebar.press('Home');
    openActions(sidebar, { admit: true });
    openRemoval(sidebar);
    choose.all(sidebar);
    confirm(sidebar);
    preview(company, sidebar);
    expect(linesBelow(sidebar, 'Preview by target').find((line) => line.includes('eve@'))).toMatch(/Nothing: .*suspended/);
    expect(sidebar.text()).toContain('Remove 6 copied contacts from 2 people');
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    expect(namesOf(company)).toEqual([[], [], customers]);
  });
});

describe('a pre-approval and removals', () => {
  const copyAndRemove = (company: RosterCompany, sidebar: Sidebar): void => {
    openActions(sidebar);
    chooseSource(company, sidebar, { label });
    preview(company, sidebar);
    sendIt(sidebar);
    company.waitFor(sidebar, /Status: Done/);
    sidebar.press('Home');
    openActions(sidebar);
    openRemoval(sidebar);
    choose.all(sidebar);
    confirm(sidebar);
    preview(company, sidebar);
  };
  const asked = (deletions: number) => {
    const { company, sidebar } = userActionCompany();
    company.preApprove({ actionKinds: ['copyContacts', 'removeContacts'], caps: { targets: 100, contactsPerTarget: 100, deletions } });
    copyAndRemove(company, sidebar);
    return { company, sidebar };
  };

  it('covers as many deletions as it says', () => {
    const { company, sidebar } = asked(9);
    expect(sidebar.text()).toContain('Covered by: pre-approval sample');
    sendIt(sidebar);
    company.waitFor(sidebar, /Status: Done/);
    expect(company.namesAt(company.sam)).toEqual([]);
  });

  it('and not one more', () => {
    expect(asked(8).sidebar.text()).not.toContain('Covered by');
  });

  it('counts what other requests of the day delete', () => {
    const { company, sidebar } = asked(17);
    sendIt(sidebar);
    company.waitFor(sidebar, /Status: Done/);
    sidebar.press('Home');
    copyAndRemove(company, sidebar);
    expect(sidebar.text()).toContain('Send approval request');
    expect(sidebar.text()).not.toContain('Covered by');
  });
});

it('a fresh company has no request to choose from, and the card says so', () => {
  const company = officerCompany();
  const sidebar = company.open(company.admin);
  openActions(sidebar);
  openRemoval(sidebar);
  sidebar.choose('Remove', 'Contacts that one request copied');
  expect(sidebar.text()).toContain('No request that is listed has copied contacts.');
});
