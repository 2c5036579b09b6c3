import type { NetworkEntry } from '../../simulator/network/NetworkLog';
import { decodeEntry } from '../../src/core/approvals/RequestEntry';
import type { Effort } from '../../src/core/plan/Effort';
import { askForCopy, send, waitForEnd } from '../support/askForCopy';
import { readyCompany } from '../support/hands';
import type { RosterCompany } from '../support/rosterCompany';

const BATCH = 'people.people.batchCreateContacts';
const SINGLE = 'people.people.createContact';
const LIST = 'people.people.connections.list';

/** The source has so many contacts in all, and so many people in /Crowd wait for them. */
const crowd = (contacts: number, targets: number) => {
  const company = readyCompany();
  company.preApprove({ caps: { targets: 100, contactsPerTarget: 5000, deletions: 0 } });
  const { world, source } = company;
  for (let index = world.people.contactsOf(source.id).length; index < contacts; index += 1)
    world.people.addContact(source.id, { names: [{ givenName: `N${index}` }] });
  const people = Array.from({ length: targets }, (_, index) =>
    world.directory.addUser({ primaryEmail: `p${100 + index}@acme.test`, orgUnitPath: '/Crowd' }),
  );
  return { company, people };
};

/** The numbers hold at Google, and Roster is told. */
const grant = ({ world, project }: RosterCompany, own: { criticalWrite?: number; dailyContactWrites?: number }): void => {
  const { criticalWrite = world.people.settings.quotas.criticalWrite, ...day } = own;
  Object.assign(world.people.settings.quotas, { criticalWrite, ...day });
  project.scriptProperties.set({ quotas: JSON.stringify({ perMinute: { criticalWrite }, ...day }) });
};

const copy = (company: RosterCompany): { planned: Effort; real: Effort; entries: readonly NetworkEntry[] } => {
  const sidebar = company.open(company.admin);
  askForCopy(company, sidebar, { search: '/Crowd' });
  const from = company.world.network.log.entries.length;
  send(sidebar);
  waitForEnd(company, sidebar);
  expect(sidebar.text()).toContain('Status: Done');
  const entries = company.world.network.log.entries.slice(from);
  const people = entries.filter(({ operation }) => operation?.startsWith('people.') === true);
  const ids = new Set(people.map(({ executionId }) => executionId));
  const slices = company.project.executions.filter(({ id }) => ids.has(id));
  const count = (some: readonly NetworkEntry[], effect: string): number => some.filter((entry) => entry.effect === effect).length;
  const requests = Object.entries(company.project.scriptProperties.entries()).flatMap(([key, text]) =>
    key.startsWith('request.') ? (decodeEntry(key.slice('request.'.length), text) ?? []) : [],
  );
  return {
    planned: requests.sort((one, other) => other.createdAt - one.createdAt)[0]!.calls,
    real: {
      reads: count(people, 'read'),
      writes: count(people, 'write'),
      tokens: count(entries, 'token'),
      directory: 0,
      dailyContactWrites: people.reduce((sum, { operation }) => sum + (operation === BATCH ? 200 : operation === SINGLE ? 1 : 0), 0),
      seconds: slices.reduce((sum, { startedAt, endedAt }) => sum + (endedAt - startedAt) / 1000, 0),
      slices: slices.length,
    },
    entries: people,
  };
};

const expectAsPlanned = ({ planned, real }: ReturnType<typeof copy>): void => {
  expect({ ...planned, seconds: 0 }).toEqual({ ...real, directory: planned.directory, seconds: 0 });
  expect(Math.abs(planned.seconds / real.seconds - 1)).toBeLessThan(0.25);
};

describe('B9: what was planned is what is then counted', () => {
  it('full batches, and the rest singly because the day allows no more; nothing in a re-run', () => {
    const { company, people } = crowd(231, 25);
    grant(company, { dailyContactWrites: 25 * 231 });
    const first = copy(company);
    expect(first.real).toMatchObject({ writes: 25 * 32, dailyContactWrites: 25 * 231, slices: 1 });
    expectAsPlanned(first);
    for (const person of people) expect(company.namesAt(person)).toHaveLength(231);
    const again = copy(company);
    expect(again.real).toMatchObject({ reads: 1 + 25, writes: 0, slices: 1 });
    expectAsPlanned(again);
  });

  it('an account that a minute’s quota makes a matter of several executions', () => {
    const { company, people } = crowd(2601, 1);
    grant(company, { criticalWrite: 6 });
    const run = copy(company);
    expect(run.real.slices).toBeGreaterThan(2);
    expectAsPlanned(run);
    expect(company.namesAt(people[0]!)).toHaveLength(2601);
  });
});

describe('a run with single writes', () => {
  it('names each target in the journal before it writes there, and stores that seldom (B3)', () => {
    const { company, people } = crowd(231, 25);
    grant(company, { dailyContactWrites: 25 * 231 });
    const places = new Map(
      people
        .map(({ id }) => id)
        .sort()
        .map((id, position) => [id, position]),
    );
    const byAddress = new Map(people.map(({ id, primaryEmail }) => [primaryEmail, places.get(id)]));
    const missing: string[] = [];
    const journals = new Set<string>();
    company.world.faults.add({
      at: ({ name, as }) => {
        if (name !== SINGLE && name !== BATCH) return false;
        const journal = company.project.scriptProperties.get('inflight') ?? '';
        journals.add(journal);
        const named = (journal.split(' ')[3] ?? '').split(',').map((one) => parseInt(one, 36));
        if (!named.includes(byAddress.get(as ?? '') ?? -1)) missing.push(`${name} ${as}`);
        return false;
      },
      effect: { kind: 'slow', milliseconds: 0 },
    });
    const { entries } = copy(company);
    expect(missing).toEqual([]);
    const waves = new Set(entries.filter(({ effect }) => effect === 'write').map(({ at }) => at)).size;
    expect(waves).toBeGreaterThan(30);
    expect(journals.size).toBeLessThan(waves / 2);
  });

  it('goes on to the others once the first three were read again, and does not wait for their single contacts (B15)', () => {
    const { company } = crowd(231, 25);
    grant(company, { dailyContactWrites: 25 * 231 });
    const { entries } = copy(company);
    const writers = [...new Set(entries.filter(({ operation }) => operation === BATCH).map(({ as }) => as))];
    const ahead = writers.slice(0, 3);
    const isAhead = ({ as }: NetworkEntry): boolean => ahead.includes(as);
    const others = entries.findIndex((entry) => entry.effect === 'write' && !isAhead(entry));
    const before = entries.slice(0, others).filter(isAhead);
    expect(before.filter(({ operation }) => operation === LIST)).toHaveLength(2 * 3);
    expect(entries.slice(others).some((entry) => entry.effect === 'write' && isAhead(entry))).toBe(true);
  });
});
