import type { FaultEffect } from '../../simulator/kernel/Faults';
import type { Sidebar } from '../../simulator/host/Sidebar';
import { chooseSource, send, waitForEnd } from '../support/askForCopy';
import { label, linesBelow, sweepNow } from '../support/hands';
import { customers, type RosterCompany } from '../support/rosterCompany';
import { addUserAction, differences, directoryOf, openActions, preview, userActionCompany } from '../support/userActionHands';

const suspend = { title: 'Suspend users', fill: (sidebar: Sidebar) => sidebar.toggle('Yes, lock all targets out', true) };
const addToTeam = { title: 'Add to groups', fill: (sidebar: Sidebar) => sidebar.pick('Group', sidebar.suggest('Group', 'team')[0]!) };
const setTitle = {
  title: 'Set user fields',
  fill: (sidebar: Sidebar) => {
    sidebar.choose('Field', 'Job title');
    sidebar.type('Value', 'Account manager');
  },
};

/** Leavers get the contacts of their customers, a title, a group, and are locked out at last. */
const sent = (): { company: RosterCompany; sidebar: Sidebar } => {
  const { company, sidebar } = userActionCompany();
  openActions(sidebar);
  chooseSource(company, sidebar, { label });
  for (const one of [setTitle, addToTeam, suspend]) addUserAction(sidebar, one);
  preview(company, sidebar);
  send(sidebar);
  return { company, sidebar };
};

const asUnbroken = (company: RosterCompany): void => {
  for (const target of [company.sam, company.sue, company.eve]) {
    expect(company.namesAt(target)).toEqual(customers);
    expect(target.suspended).toBe(true);
    expect(JSON.stringify(target)).toContain('Account manager');
  }
  const team = company.world.directory.groupByEmail('team@acme.test')!;
  expect(
    team.members
      .filter(({ type }) => type === 'USER')
      .map(({ id }) => id)
      .sort(),
  ).toEqual([company.sam, company.sue, company.eve].map(({ id }) => id).sort());
};

describe('S17–S19, S61: a copy and changes of the users in one run', () => {
  it('are done in their order: contacts before the account is locked', () => {
    const { company, sidebar } = sent();
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(linesBelow(sidebar, 'Results')[0]).toBe(
      '9 contacts created, 8 changes made in the directory; targets: 3 done, 0 skipped, 0 failed.',
    );
    expect(linesBelow(sidebar, 'What was asked').slice(-3)).toEqual([
      'Action 2: Set user fields: Job title: “Account manager”',
      'Action 3: Add to groups: team@acme.test',
      expect.stringContaining('Action 4: Suspend users'),
    ]);
    asUnbroken(company);
    expect(company.troubles()).toEqual([]);
  });

  it('holds a suspension back until the copy there is settled', () => {
    const { company, sidebar } = sent();
    const lost: FaultEffect = { kind: 'throw', when: 'after', message: 'Address unavailable' };
    company.world.faults.add({ at: 'people.people.batchCreateContacts', effect: lost });
    sweepNow(company);
    // Everything in that wave is uncertain, and is looked at again in some minutes.
    expect([company.sam, company.sue, company.eve].map(({ suspended }) => suspended)).toEqual([false, false, false]);
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    asUnbroken(company);
    expect(company.troubles()).toEqual([]);
  });

  it('cannot be asked for where one would find other than its preview saw', () => {
    const { company, sidebar } = userActionCompany();
    openActions(sidebar);
    addUserAction(sidebar, suspend);
    chooseSource(company, sidebar, { label });
    sidebar.press('Preview');
    expect(sidebar.text()).toContain('Remove one of them, put them into another order');
    sidebar.press('Move action 2 up');
    preview(company, sidebar);
    expect(sidebar.text()).toContain('New contacts: 9 at 3 targets');
    expect(sidebar.text()).toContain('Changes in the directory: 3 at 3 targets');
  });

  it('edits and removes them; what is not complete is said at its field, and a suspension must be confirmed', () => {
    const { sidebar } = userActionCompany();
    openActions(sidebar);
    sidebar.press('+ Add action');
    sidebar.press('Suspend users');
    sidebar.press('Save');
    expect(sidebar.text()).toContain('Switch on “Yes, lock all targets out”');
    sidebar.back();
    addUserAction(sidebar, addToTeam);
    sidebar.press('Edit action 1');
    sidebar.press('Remove team@acme.test');
    sidebar.press('Save');
    expect(sidebar.text()).toContain('Type the beginning of a group’s address and pick a suggestion.');
    sidebar.type('Group', 'nobody@acme.test');
    sidebar.press('Use this group');
    expect(sidebar.text()).toContain('There is no group nobody@acme.test.');
    sidebar.back();
    sidebar.press('Remove action 1');
    expect(sidebar.text()).toContain('There is no action yet.');
  });

  it('a wrong value is said when it is set', () => {
    const { sidebar } = userActionCompany();
    openActions(sidebar);
    sidebar.press('+ Add action');
    sidebar.press('Set user fields');
    sidebar.choose('Field', 'Recovery phone');
    sidebar.type('Value', '044 555 01 02');
    sidebar.press('Set this field');
    expect(sidebar.text()).toContain('is not a phone number with its country');
  });
});

describe('B3: a run with changes of users that is killed', () => {
  const calls = (() => {
    const { company } = sent();
    const before = company.world.faults.calls;
    sweepNow(company);
    return company.world.faults.calls - before;
  })();

  it.each([0.3, 0.45, 0.6, 0.7, 0.8, 0.9].map((share) => Math.floor(share * calls)))('at call %i ends as if unbroken', (place) => {
    const { company, sidebar } = sent();
    const first = company.world.faults.calls;
    const effect: FaultEffect = { kind: 'kill', when: place % 2 === 0 ? 'before' : 'after' };
    company.world.faults.add({ at: ({ ordinal }) => ordinal === first + place, effect });
    sweepNow(company);
    company.world.faults.clear();
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(linesBelow(sidebar, 'Results')[0]).toBe(
      '9 contacts created, 8 changes made in the directory; targets: 3 done, 0 skipped, 0 failed.',
    );
    asUnbroken(company);
    expect(company.troubles()).toEqual([]);
  });
});

describe('an answer that was lost', () => {
  it('is looked for: the change is made once and counted', () => {
    const { company, sidebar } = userActionCompany();
    openActions(sidebar);
    addUserAction(sidebar, suspend);
    preview(company, sidebar);
    const before = directoryOf(company);
    const lost: FaultEffect = { kind: 'answer', when: 'after', status: 503, body: {} };
    company.world.faults.add({ at: 'directory.users.update', times: Infinity, effect: lost });
    send(sidebar);
    sweepNow(company);
    company.world.faults.clear();
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(differences(before, directoryOf(company))).toHaveLength(6);
    expect(linesBelow(sidebar, 'Results')[0]).toBe('3 changes made in the directory; targets: 3 done, 0 skipped, 0 failed.');
    expect(company.troubles()).toEqual([]);
  });
});
