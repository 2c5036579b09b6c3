import type { FaultEffect } from '../../simulator/kernel/Faults';
import { linesBelow, passHours, sweepNow } from '../support/hands';
import { ann, approved, approvedOnboard, bob, onboardCompany, readSheet, userCalled, waitForEnd } from '../support/onboardHands';
import type { OfficerCompany } from '../support/officers';
import { customers } from '../support/rosterCompany';

const HOUR = 3_600_000;

const inserts = ({ world }: OfficerCompany) =>
  world.network.log.entries.filter(({ operation, committed }) => operation === 'directory.users.insert' && committed);

const bothAreThere = (company: OfficerCompany): void => {
  const [first, second] = [userCalled(company, 'ann@acme.test')!, userCalled(company, 'bob@acme.test')!];
  expect([company.namesAt(first), company.namesAt(second)]).toEqual([customers, customers]);
  expect(company.world.directory.groupByEmail('team@acme.test')!.members.filter(({ id }) => id === first.id)).toHaveLength(1);
  expect(inserts(company)).toHaveLength(2);
};

describe('contracts.md §3: a copy to a user just created is retried up to 24 hours', () => {
  it.each(['token', 'unknownUser', 'people'] as const)('contacts that are ready after 3 hours arrive then (%s)', (servicesNotReady) => {
    const { company, sidebar } = approvedOnboard();
    Object.assign(company.world.directory.settings, { servicesDelayMs: 3 * HOUR, servicesNotReady });
    const begin = company.world.clock.now();
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(company.world.clock.now() - begin).toBeGreaterThan(3 * HOUR);
    bothAreThere(company);
    expect(company.troubles()).toEqual([]);
  });

  it('contacts that are never ready are given up after a day, and named with the next step; the user is there', () => {
    const { company, sidebar } = approvedOnboard();
    company.world.directory.settings.servicesDelayMs = 400 * HOUR;
    const begin = company.world.clock.now();
    waitForEnd(company, sidebar, 23);
    expect(sidebar.text()).toContain('Status: Running');
    waitForEnd(company, sidebar);
    expect(company.world.clock.now() - begin).toBeLessThan(26 * HOUR);
    expect(sidebar.text()).toContain('Status: Partly done');
    const results = linesBelow(sidebar, 'Results').join('\n');
    expect(results).toContain('The user was created, but Google did not let Roster go on with the account within 24 hours.');
    expect(results).toContain('by a workflow of type Modify');
    expect(userCalled(company, 'ann@acme.test')).toBeDefined();
    expect(company.troubles()).toEqual([]);
  });

  it('what needs no contacts does not wait for them', () => {
    const { company, sidebar } = onboardCompany([bob]);
    company.world.directory.settings.servicesDelayMs = 5 * HOUR;
    readSheet(sidebar);
    sidebar.press('+ Add action');
    sidebar.press('Copy user contacts');
    sidebar.pick('Source user (required)', sidebar.suggest('Source user (required)', 'source')[0]!);
    sidebar.press('Use this user');
    sidebar.press('Save');
    sidebar.press('+ Add action');
    sidebar.press('Hide from the directory');
    sidebar.press('Save');
    approved(company, sidebar);
    passHours(company, 1);
    expect(userCalled(company, 'bob@acme.test')).toMatchObject({ includeInGlobalAddressList: false });
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
  });
});

describe('an account that was there before is never written to', () => {
  it('an address that is taken between preview and run is reported, and the rest goes on', () => {
    const { company, sidebar } = approvedOnboard();
    const other = company.world.directory.addUser({ primaryEmail: 'ann@acme.test', name: { givenName: 'Ann', familyName: 'Lee' } });
    const before = JSON.stringify(other);
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Partly done');
    expect(linesBelow(sidebar, 'Results').join('\n')).toContain('ann@acme.test is taken.');
    expect(linesBelow(sidebar, 'Results').join('\n')).toContain('The user was not created, so nothing else was done for them.');
    expect(JSON.stringify(company.world.directory.users.get(other.id))).toBe(before);
    expect(company.namesAt(other)).toEqual([]);
    expect(company.world.directory.groupByEmail('team@acme.test')!.members.map(({ id }) => id)).not.toContain(other.id);
    expect(company.namesAt(userCalled(company, 'bob@acme.test')!)).toEqual(customers);
    expect(company.troubles()).toEqual([]);
  });

  it('nor one that takes the address in the very moment', () => {
    const { company, sidebar } = approvedOnboard();
    const meanwhile: FaultEffect = {
      kind: 'meanwhile',
      do: () => void company.world.directory.addUser({ primaryEmail: 'bob@acme.test', name: { givenName: 'Bob', familyName: 'Ray' } }),
    };
    company.world.faults.add({ at: 'directory.users.insert', skip: 1, effect: meanwhile });
    waitForEnd(company, sidebar);
    expect(linesBelow(sidebar, 'Results').join('\n')).toContain('bob@acme.test is taken.');
    expect(company.namesAt(userCalled(company, 'bob@acme.test')!)).toEqual([]);
    expect(company.namesAt(userCalled(company, 'ann@acme.test')!)).toEqual(customers);
  });

  it('nor a group of that address', () => {
    const { company, sidebar } = approvedOnboard();
    company.world.directory.addGroup({ email: 'bob@acme.test', name: 'Bobs' });
    waitForEnd(company, sidebar);
    expect(linesBelow(sidebar, 'Results').join('\n')).toContain('It is an address of the group bob@acme.test.');
    expect(company.namesAt(userCalled(company, 'ann@acme.test')!)).toEqual(customers);
  });
});

describe('B3: users are created once, whatever is lost', () => {
  it.each<[string, FaultEffect]>([
    ['killed after Google created them and before that was recorded', { kind: 'kill', when: 'after' }],
    ['killed before', { kind: 'kill', when: 'before' }],
    ['the answer lost', { kind: 'throw', when: 'after', message: 'Address unavailable' }],
    ['an error after the work', { kind: 'answer', when: 'after', status: 503, body: { error: { code: 503, message: 'Backend error' } } }],
  ])('%s', (_, effect) => {
    const { company, sidebar } = approvedOnboard();
    company.world.faults.add({ at: 'directory.users.insert', effect });
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    bothAreThere(company);
    expect(company.troubles()).toEqual([]);
  });

  it('also while Google does not show them for some minutes', () => {
    const { company, sidebar } = approvedOnboard();
    company.world.directory.settings.newUserHiddenMs = 7 * 60_000;
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    bothAreThere(company);
  });

  it('the answer lost, and Google does not show them for some minutes', () => {
    const { company, sidebar } = approvedOnboard();
    company.world.directory.settings.newUserHiddenMs = 20 * 60_000;
    company.world.faults.add({ at: 'directory.users.insert', effect: { kind: 'kill', when: 'after' } });
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    bothAreThere(company);
  });

  const calls = ((): number => {
    const { company } = approvedOnboard();
    company.world.directory.settings.servicesDelayMs = 0;
    const before = company.world.faults.calls;
    sweepNow(company);
    return company.world.faults.calls - before;
  })();

  it.each(Array.from({ length: 6 }, (_, index) => 1 + Math.floor(((index + 0.4) * calls) / 6)))('killed at call %i', (place) => {
    const { company, sidebar } = approvedOnboard();
    const first = company.world.faults.calls;
    const effect: FaultEffect = { kind: 'kill', when: place % 2 === 0 ? 'before' : 'after' };
    company.world.faults.add({ at: ({ ordinal }) => ordinal === first + place, effect });
    sweepNow(company);
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    bothAreThere(company);
  });
});

describe('what Google says no to', () => {
  it('licenses that are used up: who was created stays, the others are named', () => {
    const { company, sidebar } = approvedOnboard();
    company.customer.userLimit = company.world.directory.users.size + 1;
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Partly done');
    expect(linesBelow(sidebar, 'Results').join('\n')).toContain('Google creates no more users.');
    expect(inserts(company)).toHaveLength(1);
  });

  it('an operator who is no super administrator: that nobody was created is seen, not believed', () => {
    const { company, sidebar } = approvedOnboard([bob]);
    Object.assign(company.operator, { isAdmin: false, isDelegatedAdmin: true });
    for (const privilege of ['USERS_CREATE', 'USERS_RETRIEVE', 'GROUPS_RETRIEVE', 'ORGANIZATION_UNITS_RETRIEVE', 'USERS_UPDATE'])
      company.operator.adminPrivileges.add(privilege);
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Failed');
    expect(linesBelow(sidebar, 'Results').join('\n')).toContain('Google did not create the user, though it did not say no.');
  });

  it('a group that does not see the new member yet is asked again', () => {
    const { company, sidebar } = approvedOnboard([ann, bob]);
    const body = { error: { code: 404, message: 'Resource Not Found: memberKey', errors: [{ reason: 'notFound', domain: 'global' }] } };
    company.world.faults.add({ at: 'directory.members.insert', effect: { kind: 'answer', when: 'before', status: 404, body } });
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    bothAreThere(company);
  });
});

it('a password is in what Google is sent, and nowhere else', () => {
  const { company, sidebar } = approvedOnboard();
  waitForEnd(company, sidebar);
  const passwords = [userCalled(company, 'ann@acme.test')!, userCalled(company, 'bob@acme.test')!].map(({ password }) => password!);
  expect(new Set(passwords).size).toBe(2);
  for (const password of passwords) expect(password).toMatch(/^R-[0-9a-f]{64}$/);
  const { world, project } = company;
  const everything = JSON.stringify([
    project.scriptProperties.entries(),
    [...world.directory.users.keys()].map((id) => project.userProperties(id).entries()),
    world.drive.spreadsheets.map(({ tabs }) => tabs.map(({ grid }) => grid)),
    world.mail.sent,
    project.executions.map(({ log }) => log),
    sidebar.text(),
  ]);
  expect(everything).toContain('ann@acme.test');
  for (const password of passwords) expect(everything).not.toContain(password.slice(2, 34));
});

it('Stop ends a run that waits for a new account', () => {
  const { company, sidebar } = approvedOnboard();
  company.world.directory.settings.servicesDelayMs = 10 * HOUR;
  passHours(company, 1);
  sidebar.press('Refresh');
  expect(sidebar.text()).toContain('Status: Running');
  sidebar.press('Stop');
  sidebar.press('Stop the run');
  passHours(company, 2);
  sidebar.press('Refresh');
  expect(sidebar.text()).toContain('Status: Stopped');
  expect(company.namesAt(userCalled(company, 'ann@acme.test')!)).toEqual([]);
});
