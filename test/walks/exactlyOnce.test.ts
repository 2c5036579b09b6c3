import { readTab } from '../../demo/readTab';
import type { Fault } from '../../simulator/kernel/Faults';
import { decodeEntry } from '../../src/core/approvals/RequestEntry';
import { send, askForCopy, waitForEnd } from '../support/askForCopy';
import { contactWrites, fileCalled, label, linesBelow, passHours, readyCompany, sentCopy } from '../support/hands';
import { customers, type RosterCompany } from '../support/rosterCompany';

const MINUTE = 60_000;
const CREATE = 'people.people.batchCreateContacts';
const lost: Fault = { at: CREATE, effect: { kind: 'throw', when: 'after', message: 'Address unavailable' } };

const targetsOf = (company: RosterCompany) => [company.sam, company.sue, company.eve];
const eachOnce = (company: RosterCompany): void => {
  for (const target of targetsOf(company)) {
    expect(company.namesAt(target)).toEqual(customers);
    expect(company.world.people.contactGroupsOf(target.id).map(({ name }) => name)).toEqual(['Customers']);
  }
};
const answers = (company: RosterCompany, status: number): number =>
  company.world.network.log.entries.filter((entry) => entry.status === status).length;
const leftBehind = (company: RosterCompany): string[] =>
  Object.keys(company.project.scriptProperties.entries()).filter((key) => /^(inflight|stop\.|progress\.|lease|pending)/.test(key));
const requestOf = (company: RosterCompany): string =>
  Object.keys(company.project.scriptProperties.entries())
    .find((key) => key.startsWith('request.'))!
    .slice('request.'.length);

describe('an answer that is lost (B3)', () => {
  it.each([0, 4])('while reads lag by %i minutes: read again later, each contact once, and the run is done', (minutes) => {
    const { company, sidebar } = sentCopy();
    company.world.people.settings.readLagMs = minutes * MINUTE;
    company.world.faults.add(lost);
    waitForEnd(company, sidebar);
    eachOnce(company);
    expect(sidebar.text()).toContain('Status: Done');
    expect(linesBelow(sidebar, 'Results')[0]).toBe('9 contacts created; targets: 3 done, 0 skipped, 0 failed.');
    expect(leftBehind(company)).toEqual([]);
    expect(company.troubles()).toEqual([]);
  });

  it('while reads lag longer than Roster waits at first: what then stands twice is taken away by a later look', () => {
    const { company, sidebar } = sentCopy();
    company.world.people.settings.readLagMs = 7 * MINUTE;
    company.world.faults.add(lost);
    const twice = () => targetsOf(company).filter((target) => company.namesAt(target).length > customers.length);
    for (let fired = 0; fired < 10 && twice().length === 0; fired += 1) company.scheduler.runNext();
    expect(twice().length).toBeGreaterThan(0);
    waitForEnd(company, sidebar);
    eachOnce(company);
    expect(sidebar.text()).toContain('Status: Done');
  });

  it.each([4, 7])(
    'of a new label, while reads lag by %i minutes: it is found later, not taken for one that Google keeps for itself',
    (lag) => {
      const { company, sidebar } = sentCopy();
      company.world.people.settings.readLagMs = lag * MINUTE;
      company.world.faults.add({ ...lost, at: 'people.contactGroups.create' });
      waitForEnd(company, sidebar);
      eachOnce(company);
      expect(sidebar.text()).toContain('Status: Done');
    },
  );

  it('again and again: the target is reported and not tried for ever, the others are done', () => {
    const { company, sidebar } = sentCopy();
    company.world.faults.add({
      at: ({ name, as }) => name === CREATE && as === company.sam.primaryEmail,
      times: Infinity,
      effect: {
        kind: 'answer',
        when: 'before',
        status: 503,
        body: { error: { code: 503, message: 'The service is currently unavailable.' } },
      },
    });
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Partly done');
    expect(linesBelow(sidebar, 'Results').join('\n')).toContain('it is still not certain that everything is in place');
    expect(company.namesAt(company.sue)).toEqual(customers);
    const tried = company.world.network.log.entries.filter((entry) => entry.operation === CREATE && entry.status === 503);
    expect(tried).toHaveLength(6);
    passHours(company, 2);
    expect(company.world.network.log.entries.filter((entry) => entry.operation === CREATE && entry.status === 503)).toHaveLength(6);
  });
});

describe('a run that is killed', () => {
  it.each(['before', 'after'] as const)('%s a wave of writes, while reads lag: each contact once', (when) => {
    const { company, sidebar } = sentCopy();
    company.world.people.settings.readLagMs = 4 * MINUTE;
    company.world.faults.add({ at: CREATE, skip: 1, effect: { kind: 'kill', when } });
    waitForEnd(company, sidebar);
    eachOnce(company);
    expect(linesBelow(sidebar, 'Results')[0]).toBe('9 contacts created; targets: 3 done, 0 skipped, 0 failed.');
    expect(leftBehind(company)).toEqual([]);
  });

  it('right after it was closed: no target stays parked', () => {
    const { company, sidebar } = sentCopy();
    company.world.faults.add(lost);
    const parked = (): number => readTab(fileCalled(company, 'Roster ledger'), 'Parked').length;
    const state = `request.${requestOf(company)}`;
    const isClosed = (): boolean => decodeEntry('r', company.project.scriptProperties.get(state) ?? '')?.state === 'done';
    company.world.faults.add({ at: isClosed, effect: { kind: 'kill', when: 'before' } });
    waitForEnd(company, sidebar);
    expect(company.project.executions.filter(({ outcome }) => outcome === 'killed')).toHaveLength(1);
    passHours(company, 2);
    expect(parked()).toBe(0);
    eachOnce(company);
  });
});

describe('what Google refuses for a while (the error table)', () => {
  it('a token that it takes no more is replaced, once', () => {
    const { company, sidebar } = sentCopy();
    const body = { error: { code: 401, status: 'UNAUTHENTICATED', message: 'Request had invalid authentication credentials.' } };
    company.world.faults.add({ at: CREATE, effect: { kind: 'answer', when: 'before', status: 401, body } });
    waitForEnd(company, sidebar);
    eachOnce(company);
    expect(sidebar.text()).toContain('Status: Done');
  });

  it('an account that takes no more for now waits longer each time; the others go on', () => {
    const { company, sidebar } = sentCopy();
    const body = { error: { code: 429, status: 'RESOURCE_EXHAUSTED', message: 'Resource has been exhausted (e.g. check quota).' } };
    const sam = company.sam.primaryEmail;
    company.world.faults.add({
      at: ({ name, as }) => name === CREATE && as === sam,
      times: 2,
      effect: { kind: 'answer', when: 'before', status: 429, body },
    });
    waitForEnd(company, sidebar);
    eachOnce(company);
    expect(sidebar.text()).toContain('Status: Done');
    const times = company.world.network.log.entries.filter((entry) => entry.operation === CREATE && entry.as === sam).map(({ at }) => at);
    expect(times).toHaveLength(3);
    expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(5 * MINUTE);
    expect(times[2]! - times[1]!).toBeGreaterThanOrEqual(10 * MINUTE);
  });
});

describe('budgets (B9)', () => {
  it('1,500 contacts at one target: Google never has to refuse', () => {
    const company = readyCompany();
    company.preApprove({ caps: { targets: 100, contactsPerTarget: 5000, deletions: 0 } });
    for (let index = 0; index < 1500; index += 1) {
      company.world.people.addContact(company.source.id, { names: [{ givenName: `N${index}` }], memberships: [] });
    }
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { search: 'sam@' });
    send(sidebar);
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(company.namesAt(company.sam)).toHaveLength(1505);
    expect(answers(company, 429)).toBe(0);
  });

  it('the day’s contact writes are not overdrawn; the run goes on by itself when Google’s next day begins', () => {
    const { company, sidebar } = sentCopy();
    company.project.scriptProperties.set({ quotas: JSON.stringify({ dailyContactWrites: 5 }) });
    company.world.people.settings.quotas.dailyContactWrites = 5;
    passHours(company, 2);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('Status: Running');
    // The third target begins only when there are enough of them for it: two labels, and five contacts.
    expect(contactWrites(company)).toBe(2 + 5);
    passHours(company, 24);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('Status: Done');
    eachOnce(company);
    expect(answers(company, 429)).toBe(0);
  });

  it('the day’s calls are not overdrawn; previews and runs go on by themselves 24 hours after the first', () => {
    const { company, sidebar } = sentCopy();
    const { fetches } = JSON.parse(company.project.scriptProperties.get('spent')!) as { fetches: number };
    company.project.scriptProperties.set({ quotas: JSON.stringify({ dailyFetches: fetches + 14 }) });
    const before = company.world.network.count({});
    passHours(company, 20);
    expect(company.world.network.count({}) - before).toBeLessThanOrEqual(14 + 20 * 2);
    expect(contactWrites(company)).toBeLessThan(6);
    passHours(company, 8);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('Status: Done');
    eachOnce(company);
  });
});

describe('Stop and canary (B15)', () => {
  const crowd = (): { company: RosterCompany; sidebar: ReturnType<RosterCompany['open']>; people: { readonly id: string }[] } => {
    const company = readyCompany();
    const people = Array.from({ length: 30 }, (_, index) =>
      company.world.directory.addUser({ primaryEmail: `p${100 + index}@acme.test`, orgUnitPath: '/Crowd' }),
    );
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label, search: '/Crowd' });
    send(sidebar);
    return { company, sidebar, people };
  };

  it('what goes wrong at the first three targets ends the run there', () => {
    const { company, sidebar, people } = crowd();
    const body = { error: { code: 400, status: 'INVALID_ARGUMENT', message: 'Invalid phone number.' } };
    company.world.faults.add({ at: CREATE, times: Infinity, effect: { kind: 'answer', when: 'before', status: 400, body } });
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('The run was stopped at its first targets');
    const touched = new Set(company.world.network.log.entries.filter((entry) => entry.operation === CREATE).map((entry) => entry.as));
    expect(touched.size).toBe(3);
    for (const person of people) expect(company.namesAt(person)).toEqual([]);
  });

  it('Stop is seen before the next wave of writes; what was copied stays and is counted', () => {
    const { company, sidebar, people } = crowd();
    const stop = (): void => void company.project.scriptProperties.set({ [`stop.${requestOf(company)}`]: company.admin.id });
    company.world.faults.add({ at: CREATE, skip: 2, effect: { kind: 'meanwhile', do: stop } });
    company.waitFor(sidebar, /Status: Stopped/);
    const got = people.filter((person) => company.namesAt(person).length > 0).length;
    expect(got).toBe(3);
    expect(linesBelow(sidebar, 'Results')[0]).toBe('9 contacts created; targets: 3 done, 27 skipped, 0 failed.');
    expect(company.world.mail.inbox(company.admin.id).map(({ subject }) => subject)).toEqual(['Stopped: New colleagues']);
    passHours(company, 3);
    expect(people.filter((person) => company.namesAt(person).length > 0)).toHaveLength(3);
    expect(leftBehind(company)).toEqual([]);
  });

  it('a run that had not begun is stopped without a write', () => {
    const { company, sidebar } = crowd();
    company.project.scriptProperties.set({ [`stop.${requestOf(company)}`]: company.admin.id });
    company.waitFor(sidebar, /Status: Stopped/);
    expect(contactWrites(company)).toBe(0);
  });
});
