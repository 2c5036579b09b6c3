import type { Sidebar } from '../../simulator/host/Sidebar';
import { chooseSource, waitForEnd } from '../support/askForCopy';
import { label, linesBelow, passHours } from '../support/hands';
import { officerCompany, type OfficerCompany } from '../support/officers';
import { approvedOnboard, userCalled } from '../support/onboardHands';
import { customers } from '../support/rosterCompany';
import { approveAndRun, askForUndo, sendIt } from '../support/undoHands';
import { addUserAction, differences, directoryOf, openActions, preview, type UserActionCase } from '../support/userActionHands';

const team: UserActionCase['fill'] = (sidebar) => sidebar.pick('Group', sidebar.suggest('Group', 'team')[0]!);
const actions: Readonly<Record<string, UserActionCase & { readonly prepare?: (company: OfficerCompany) => void }>> = {
  'set user fields': {
    title: 'Set user fields',
    fill: (sidebar) => {
      sidebar.choose('Field', 'Job title');
      sidebar.type('Value', 'Account manager');
      sidebar.press('Set this field');
      sidebar.choose('Field', 'Mobile phone');
      sidebar.type('Value', '+41 44 555 01 02');
    },
    prepare: ({ sue }) => Object.assign(sue, { organizations: [{ primary: true, type: 'work', title: 'Director' }] }),
  },
  'add to groups': { title: 'Add to groups', fill: team },
  'remove from groups': {
    title: 'Remove from groups',
    fill: team,
    prepare: ({ world }) => void world.directory.addMember('team@acme.test', { email: 'sue@acme.test', role: 'OWNER' }),
  },
  'move to an organizational unit': {
    title: 'Move to an organizational unit',
    fill: (sidebar) => sidebar.pick('Organizational unit', sidebar.suggest('Organizational unit', '/IT')[0]!),
  },
  suspend: { title: 'Suspend users', fill: (sidebar) => sidebar.toggle('Yes, lock all targets out', true) },
  restore: { title: 'Restore users', admit: true },
  hide: { title: 'Hide from the directory' },
};

/** The actions asked for, approved and run for everybody in /Sales. Ends on the request's card. */
const done = (...names: readonly string[]): { company: OfficerCompany; sidebar: Sidebar; before: ReturnType<typeof directoryOf> } => {
  const company = officerCompany();
  for (const name of names) actions[name]!.prepare?.(company);
  const before = directoryOf(company);
  const sidebar = company.open(company.admin);
  openActions(sidebar, names.some((name) => actions[name]!.admit) ? { admit: true } : {});
  for (const name of names) addUserAction(sidebar, actions[name]!);
  preview(company, sidebar);
  sendIt(sidebar);
  approveAndRun(company, sidebar);
  expect(sidebar.text()).toContain('Status: Done');
  return { company, sidebar, before };
};

const undo = (company: OfficerCompany, sidebar: Sidebar): void => {
  askForUndo(company, sidebar);
  sendIt(sidebar);
  approveAndRun(company, sidebar);
};

const callsIn = (sidebar: Sidebar, title: string): string | undefined =>
  /\d+ calls? to Google \([^)]*\)/.exec(
    sidebar
      .text()
      .split('\n')
      .find((line) => line.startsWith(title)) ?? '',
  )?.[0];

describe('B6: changes of users are put back', () => {
  it.each(Object.keys(actions))('%s: everybody is as before, in as many calls as were planned', (name) => {
    const { company, sidebar, before } = done(name);
    expect(differences(before, directoryOf(company))).not.toEqual([]);
    undo(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    // Why somebody was suspended is Google's to say.
    expect(differences(before, directoryOf(company)).filter((line) => !line.endsWith('suspensionReason'))).toEqual([]);
    expect(callsIn(sidebar, 'Effort so far, as counted: ')).toBe(callsIn(sidebar, 'Effort: '));
    expect(company.troubles()).toEqual([]);
  });

  it('several actions, the last one first; the preview says each value', () => {
    const { company, sidebar, before } = done('set user fields', 'add to groups', 'suspend');
    askForUndo(company, sidebar);
    expect(linesBelow(sidebar, 'What was asked').filter((line) => line.startsWith('Action'))).toEqual([
      expect.stringMatching(/^Action 1: Put back what a run changed: Suspend users/),
      expect.stringMatching(/^Action 2: Put back what a run changed: Add to groups: team@acme.test/),
      expect.stringMatching(/^Action 3: Put back what a run changed: Set user fields/),
    ]);
    const lines = linesBelow(sidebar, 'Preview by target').filter((line) => line.includes('sue@'));
    expect(lines[0]).toContain('Suspended: yes → no');
    expect(lines[1]).toContain('Removed from team@acme.test');
    expect(lines[2]).toContain('Job title: “Account manager” → “Director”');
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(differences(before, directoryOf(company)).filter((line) => !line.endsWith('suspensionReason'))).toEqual([]);
  });

  it('what somebody changed since stays, and is named before it is sent and in the result', () => {
    const { company, sidebar } = done('set user fields', 'add to groups');
    Object.assign(company.sam, { organizations: [{ title: 'Boss', primary: true, type: 'work' }] });
    company.world.directory.removeMember('team@acme.test', 'sue@acme.test');
    company.world.directory.addMember('team@acme.test', { email: 'sue@acme.test', role: 'MANAGER' });
    askForUndo(company, sidebar);
    const lines = linesBelow(sidebar, 'Preview by target');
    expect(lines.find((line) => line.includes('sam@') && line.includes('Job title'))).toContain(
      'Job title: nothing → “Account manager”: stays, because somebody changed it since',
    );
    expect(lines.find((line) => line.includes('sue@') && line.includes('team@'))).toContain('somebody changed it since');
    expect(sidebar.text()).toContain('Kept as they are: 2');
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(linesBelow(sidebar, 'Results').find((line) => line.includes('sam@') && line.includes('stayed'))).toContain(
      '1 change of the earlier run stayed',
    );
    expect(JSON.stringify(company.sam)).toContain('Boss');
    expect(JSON.stringify(company.sam)).not.toContain('555 01 02');
    const members = company.world.directory.groupByEmail('team@acme.test')!.members;
    expect(members.find(({ id }) => id === company.sue.id)?.role).toBe('MANAGER');
  });

  it('a unit that is gone, or has another path, is said, and the others return', () => {
    const { company, sidebar } = done('move to an organizational unit');
    company.world.directory.moveOrgUnit(company.customer.id, '/Sales/EMEA', '/Europe');
    askForUndo(company, sidebar);
    expect(linesBelow(sidebar, 'Preview by target').find((line) => line.includes('eve@'))).toContain(
      'stays, because that place is gone or is called otherwise',
    );
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    expect([company.sam, company.sue, company.eve].map(({ orgUnitPath }) => orgUnitPath)).toEqual(['/Sales', '/Sales', '/IT']);
    expect(company.troubles()).toEqual([]);
  });

  it('who was changed between its preview and its run is left alone', () => {
    const { company, sidebar } = done('hide');
    askForUndo(company, sidebar);
    sendIt(sidebar);
    Object.assign(company.sam, { includeInGlobalAddressList: true });
    approveAndRun(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect([company.sam, company.sue, company.eve].map((one) => one.includeInGlobalAddressList)).toEqual([true, true, true]);
  });

  it('contacts and changes together: first the accounts are opened, and a second undo takes the contacts', () => {
    const company = officerCompany();
    const before = directoryOf(company);
    const sidebar = company.open(company.admin);
    openActions(sidebar);
    chooseSource(company, sidebar, { label });
    addUserAction(sidebar, actions['suspend']!);
    preview(company, sidebar);
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    passHours(company, 24);
    askForUndo(company, sidebar);
    expect(linesBelow(sidebar, 'Preview by target').find((line) => line.includes('sam@') && line.includes('Action 2'))).toMatch(
      /Nothing: .*suspended/,
    );
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    expect(differences(before, directoryOf(company)).filter((line) => !line.endsWith('suspensionReason'))).toEqual([]);
    expect(company.namesAt(company.sam)).toEqual(customers);
    sidebar.press('Home');
    sidebar.press('Changes');
    undo(company, sidebar);
    expect([company.sam, company.sue, company.eve].map((who) => company.namesAt(who))).toEqual([[], [], []]);
    expect(company.troubles()).toEqual([]);
  });
});

describe('B6, S58: an Onboard is undone', () => {
  it('as far as the users’ contacts go; the users stay, and that is said before it is sent', () => {
    const { company, sidebar } = approvedOnboard();
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    const people = ['ann@acme.test', 'bob@acme.test'].map((email) => userCalled(company, email)!);
    expect(people.map((who) => company.namesAt(who))).toEqual([customers, customers]);
    passHours(company, 24);
    askForUndo(company, sidebar);
    expect(sidebar.text()).toContain('Cannot be taken back and stays: Create users.');
    expect(sidebar.text()).toContain('Remove 6 copied contacts from 2 people');
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(people.map((who) => company.namesAt(who))).toEqual([[], []]);
    expect(userCalled(company, 'ann@acme.test')).toBeDefined();
    expect(company.troubles()).toEqual([]);
  });
});
