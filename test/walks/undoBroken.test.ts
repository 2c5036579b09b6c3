import type { Latency } from '../../simulator/kernel/Latency';
import type { FaultEffect } from '../../simulator/kernel/Faults';
import type { Sidebar } from '../../simulator/host/Sidebar';
import { askForCopy, waitForEnd } from '../support/askForCopy';
import { label, linesBelow, passHours, sweepNow } from '../support/hands';
import { decideOnPage, officerCompany, type OfficerCompany } from '../support/officers';
import type { CompanyOptions } from '../support/rosterCompany';
import { approveAndRun, askForUndo, copiedCompany, sendIt, waitingIds } from '../support/undoHands';

const DELETE = 'people.people.batchDeleteContacts';
const lost: FaultEffect = { kind: 'throw', when: 'after', message: 'Address unavailable' };

/** A copy that ran, and its undo, approved and not begun. */
const approvedUndo = (options: CompanyOptions = {}): { company: OfficerCompany; sidebar: Sidebar } => {
  const { company, sidebar } = copiedCompany(options);
  askForUndo(company, sidebar);
  sendIt(sidebar);
  decideOnPage(company, company.olga, 'approve', { requestId: waitingIds(company)[0]! });
  return { company, sidebar };
};

const asUnbroken = (company: OfficerCompany, sidebar: Sidebar): void => {
  waitForEnd(company, sidebar);
  expect(sidebar.text()).toContain('Status: Done');
  expect(linesBelow(sidebar, 'Results')[0]).toBe('9 copied contacts removed; targets: 3 done, 0 skipped, 0 failed.');
  for (const who of [company.sam, company.sue, company.eve]) {
    expect(company.namesAt(who)).toEqual([]);
    expect(company.world.people.contactGroupsOf(who.id)).toEqual([]);
  }
  expect(company.troubles()).toEqual([]);
};

const missing = (batchDeleteMissing: 'fail' | 'ignore'): CompanyOptions => ({
  platform: (world) => Object.assign(world.people.settings, { batchDeleteMissing }),
});

describe.each(['fail', 'ignore'] as const)('B3, B6: a removal where Google %ss a name that is not there any more', (answer) => {
  it('whose answer was lost ends as if unbroken', () => {
    const { company, sidebar } = approvedUndo(missing(answer));
    company.world.faults.add({ at: DELETE, effect: lost });
    sweepNow(company);
    asUnbroken(company, sidebar);
  });

  it('whose reads lag ends as if unbroken', () => {
    const { company, sidebar } = approvedUndo(missing(answer));
    company.world.people.settings.readLagMs = 20 * 60_000;
    company.world.faults.add({ at: DELETE, effect: lost });
    sweepNow(company);
    asUnbroken(company, sidebar);
  });

  it('where somebody deletes one in the same moment removes the others', () => {
    const { company, sidebar } = approvedUndo(missing(answer));
    const { world, sam } = company;
    const doIt = (): void => world.people.deleteContact(sam.id, world.people.contactsOf(sam.id)[0]!['resourceName'] as string);
    world.faults.add({ at: ({ name, as }) => name === DELETE && as === sam.primaryEmail, effect: { kind: 'meanwhile', do: doIt } });
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(company.namesAt(sam)).toEqual([]);
    expect(company.troubles()).toEqual([]);
  });
});

describe('B4, B6: an undo that is killed', () => {
  const calls = (() => {
    const { company } = approvedUndo();
    const before = company.world.faults.calls;
    sweepNow(company);
    return company.world.faults.calls - before;
  })();

  it.each([0.2, 0.35, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97].map((share) => Math.floor(share * calls)))(
    'at call %i goes on and ends as if unbroken',
    (place) => {
      const { company, sidebar } = approvedUndo();
      const first = company.world.faults.calls;
      const effect: FaultEffect = { kind: 'kill', when: place % 2 === 0 ? 'before' : 'after' };
      company.world.faults.add({ at: ({ ordinal }) => ordinal === first + place, effect });
      sweepNow(company);
      company.world.faults.clear();
      asUnbroken(company, sidebar);
    },
  );
});

/** Thirty people in /Crowd who got three contacts each, and the undo of it, sent. */
const crowd = (latency?: Latency) => {
  const company = officerCompany(latency === undefined ? {} : { world: { latency } });
  const people = Array.from({ length: 30 }, (_, index) =>
    company.world.directory.addUser({ primaryEmail: `p${100 + index}@acme.test`, orgUnitPath: '/Crowd' }),
  );
  const sidebar = company.open(company.admin);
  askForCopy(company, sidebar, { label, search: '/Crowd' });
  sendIt(sidebar);
  approveAndRun(company, sidebar);
  passHours(company, 24);
  askForUndo(company, sidebar);
  sendIt(sidebar);
  const left = (): number => people.filter((one) => company.namesAt(one).length > 0).length;
  return { company, people, sidebar, left };
};

const callsIn = (sidebar: Sidebar, title: string): string | undefined =>
  /\d+ calls? to Google/.exec(
    sidebar
      .text()
      .split('\n')
      .find((line) => line.startsWith(title)) ?? '',
  )?.[0];

describe('B4, B6: a removal larger than one slice', () => {
  it('crosses the limit by itself and ends as if unbroken', () => {
    const operations = { [DELETE]: 58_000, 'people.contactGroups.delete': 57_000, 'people.people.connections.list': 20_000 };
    const { company, sidebar, left } = crowd();
    Object.assign(company.world.latency, { figures: { operations: { ...operations, 'oauth2.token': 20_000 } } });
    const before = company.project.executions.length;
    approveAndRun(company, sidebar);
    const { entries } = company.world.network.log;
    const slices = company.project.executions
      .slice(before)
      .filter(({ id }) => entries.some((one) => one.executionId === id && one.operation === DELETE));
    expect(slices.length).toBeGreaterThan(1);
    expect(sidebar.text()).toContain('Status: Done');
    expect(linesBelow(sidebar, 'Results')[0]).toBe('90 copied contacts removed; targets: 30 done, 0 skipped, 0 failed.');
    expect(left()).toBe(0);
    expect(company.troubles()).toEqual([]);
  });

  it('of 1,700 contacts at one account keeps Google’s minute, in as many calls as were planned', () => {
    const company = officerCompany();
    for (let index = 0; index < 1700; index += 1) {
      company.world.people.addContact(company.source.id, { names: [{ givenName: `Contact ${index}` }] });
    }
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { search: 'sam@acme.test' });
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    passHours(company, 24);
    askForUndo(company, sidebar);
    expect(sidebar.text()).toContain('Remove 1,705 copied contacts from 1 person');
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(company.namesAt(company.sam)).toEqual([]);
    expect(callsIn(sidebar, 'Effort so far, as counted: ')).toBe(callsIn(sidebar, 'Effort: '));
    expect(company.world.network.log.entries.filter(({ status }) => status === 429)).toEqual([]);
    expect(company.troubles()).toEqual([]);
  });
});

describe('B15: a large removal does three accounts first', () => {
  it('and looks at them again, as planned', () => {
    const { company, sidebar, left } = crowd();
    approveAndRun(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(left()).toBe(0);
    expect(callsIn(sidebar, 'Effort so far, as counted: ')).toBe(callsIn(sidebar, 'Effort: '));
    expect(company.troubles()).toEqual([]);
  });

  it('and touches no other when Google refuses there', () => {
    const { company, sidebar, left } = crowd();
    const body = { error: { code: 400, message: 'Request must have at least one resource name.', status: 'INVALID_ARGUMENT' } };
    company.world.faults.add({ at: DELETE, times: Infinity, effect: { kind: 'answer', when: 'before', status: 400, body } });
    approveAndRun(company, sidebar);
    expect(sidebar.text()).toContain('Status: Failed');
    expect(left()).toBe(30);
  });

  it('stopped in the middle keeps what it did not reach, and undone again ends the same', () => {
    const { company, sidebar, left } = crowd();
    for (const requestId of waitingIds(company)) decideOnPage(company, company.olga, 'approve', { requestId });
    sidebar.press('Refresh');
    const stop = (): void => {
      sidebar.press('Refresh');
      sidebar.press('Stop');
      sidebar.press('Stop the run');
    };
    company.world.faults.add({ at: DELETE, effect: { kind: 'meanwhile', do: stop } });
    sweepNow(company);
    company.waitFor(sidebar, /Status: Stopped/);
    expect(left()).toBe(27);
    sidebar.press('Ask again');
    company.waitFor(sidebar, /Status: Preview ready/);
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    expect(left()).toBe(0);
    expect(company.troubles()).toEqual([]);
  });
});
