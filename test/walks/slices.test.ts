import { Latency } from '../../simulator/kernel/Latency';
import { askForCopy, chooseTargets, chooseSource, send, waitForEnd } from '../support/askForCopy';
import { contactWrites, label, linesBelow, passHours, readyCompany, receivers } from '../support/hands';
import type { RosterCompany } from '../support/rosterCompany';

const size = 60;

/** Sixty people in /Crowd. */
const crowd = (latency = new Latency()) => {
  const company = readyCompany({ world: { latency } });
  const people = Array.from({ length: size }, (_, index) =>
    company.world.directory.addUser({ primaryEmail: `p${100 + index}@acme.test`, orgUnitPath: '/Crowd' }),
  );
  return { company, people, sidebar: company.open(company.admin) };
};

const runs = (company: RosterCompany): number =>
  company.project.executions.filter((execution) =>
    company.world.network.log.entries.some((entry) => entry.executionId === execution.id && entry.effect === 'write'),
  ).length;

const contentsOf = (company: RosterCompany): string =>
  JSON.stringify(
    [...company.world.directory.users.values()]
      .filter((user) => user.orgUnitPath === '/Crowd')
      .map((user) => [user.primaryEmail, company.namesAt(user), company.world.people.contactGroupsOf(user.id).map(({ name }) => name)]),
  );

const wholeRun = (latency?: Latency): ReturnType<typeof crowd> => {
  const made = crowd(latency);
  askForCopy(made.company, made.sidebar, { label, search: '/Crowd' });
  expect(linesBelow(made.sidebar, 'What will happen')[0]).toBe('New contacts: 180 at 60 targets');
  send(made.sidebar);
  waitForEnd(made.company, made.sidebar);
  return made;
};

describe('B4: a run larger than one slice', () => {
  const unbroken = wholeRun();

  it('crosses the limit by itself and ends the same as an unbroken one', () => {
    const { company, sidebar } = wholeRun(slowWrites());
    expect(runs(company)).toBeGreaterThan(1);
    expect(sidebar.text()).toContain('Status: Done');
    expect(linesBelow(sidebar, 'Results')[0]).toBe('180 contacts created; targets: 60 done, 0 skipped, 0 failed.');
    expect(sidebar.text()).toContain('1–20 of 60');
    expect(contentsOf(company)).toBe(contentsOf(unbroken.company));
    passHours(company, 3);
    expect(company.world.mail.inbox(company.admin.id)).toHaveLength(1);
    expect(company.project.triggers.records.filter(({ handler }) => handler !== 'onSweep')).toEqual([]);
    expect(company.troubles()).toEqual([]);
  });

  it('shows how far it is while it goes on', () => {
    const { company, sidebar } = crowd(slowWrites());
    askForCopy(company, sidebar, { label, search: '/Crowd' });
    send(sidebar);
    company.waitFor(sidebar, /Status: Running/);
    const [, done] = /targets: (\d+) done/.exec(sidebar.text())!;
    expect(Number(done)).toBeGreaterThan(0);
    expect(Number(done)).toBeLessThan(size);
  });

  it('ended by Google in the middle, without a warning, again and again: ends the same', () => {
    const { company, sidebar } = crowd();
    askForCopy(company, sidebar, { label, search: '/Crowd' });
    send(sidebar);
    // Shorter than what Roster counts on: every execution is cut off wherever it is.
    company.project.runTime.trigger = 9_000;
    for (let fired = 0; fired < 12; fired += 1) {
      company.scheduler.runNext();
      company.world.clock.advance(8 * 60_000);
    }
    expect(company.project.executions.some(({ outcome }) => outcome === 'timedOut')).toBe(true);
    company.project.runTime.trigger = 360_000;
    sidebar.press('Refresh');
    waitForEnd(company, sidebar);
    expect(linesBelow(sidebar, 'Results')[0]).toBe('180 contacts created; targets: 60 done, 0 skipped, 0 failed.');
    expect(contentsOf(company)).toBe(contentsOf(unbroken.company));
  });

  it('somebody deleted, suspended and moved in between: reported, nobody added, the rest as planned', () => {
    const { company, sidebar, people } = crowd(slowWrites());
    askForCopy(company, sidebar, { label, search: '/Crowd' });
    send(sidebar);
    company.waitFor(sidebar, /Status: Running/);
    const waiting = people.filter((user) => company.namesAt(user).length === 0);
    company.world.directory.deleteUser(waiting[0]!.id);
    company.world.directory.suspendUser(waiting[1]!.id);
    company.world.directory.moveUser(waiting[2]!.id, '/IT');
    company.world.directory.moveUser(company.plain.id, '/Crowd');
    waitForEnd(company, sidebar);
    expect(linesBelow(sidebar, 'Results')[0]).toContain('targets: 58 done, 2 skipped, 0 failed.');
    expect(receivers(company)).toHaveLength(58);
    expect(company.namesAt(waiting[2]!)).toHaveLength(3);
    expect(company.namesAt(company.plain)).toEqual([]);
  });

  it('the source changed in between: stops and says so; what was copied stays, and the record names who is left', () => {
    const { company, sidebar } = crowd(slowWrites());
    askForCopy(company, sidebar, { label, search: '/Crowd' });
    send(sidebar);
    company.waitFor(sidebar, /Status: Running/);
    const before = receivers(company).length;
    const [first] = company.world.people.membersOf(company.source.id, company.label);
    company.world.people.deleteContact(company.source.id, String(first!['resourceName']));
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Partly done');
    expect(sidebar.text()).toContain('0 contacts added, 0 edited, 1 removed');
    expect(receivers(company)).toHaveLength(before);
    expect(sidebar.text()).toContain('of 60');
  });
});

describe('a preview larger than one slice', () => {
  it('goes on by itself, says that it is at work, and counts everybody once', () => {
    const { company, sidebar } = crowd(slowReads());
    chooseTargets(sidebar, { search: '/Crowd' });
    chooseSource(company, sidebar, { label });
    sidebar.press('Preview');
    company.waitFor(sidebar, /Status: (?!Preparing)/);
    expect(linesBelow(sidebar, 'What will happen')[0]).toBe('New contacts: 180 at 60 targets');
    expect(sidebar.text()).toContain('1–20 of 60');
    const unfinished = company.project.executions.filter(({ log }) => log.some(({ message }) => message.includes('request.unfinished')));
    expect(unfinished).not.toEqual([]);
    expect(contactWrites(company)).toBe(0);
    expect(company.troubles()).toEqual([]);
  });
});

/** So slow that a run of sixty targets does not fit into one execution. */
function slowWrites(): Latency {
  return new Latency({
    operations: {
      'people.contactGroups.create': 57_000,
      'oauth2.token': 20_000,
      'people.people.batchCreateContacts': 58_000,
      'people.people.connections.list': 20_000,
    },
  });
}

function slowReads(): Latency {
  return new Latency({
    operations: { 'people.people.connections.list': 50_000, 'people.contactGroups.list': 50_000, 'oauth2.token': 50_000 },
  });
}
