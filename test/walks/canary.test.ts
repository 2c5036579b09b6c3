import type { Sidebar } from '../../simulator/host/Sidebar';
import { askForCopy, send, waitForEnd } from '../support/askForCopy';
import { label, linesBelow, readyCompany, receivers, sweepNow } from '../support/hands';
import { customers, type RosterCompany } from '../support/rosterCompany';

const MINUTE = 60_000;
const LIST = 'people.people.connections.list';
const CREATE = 'people.people.batchCreateContacts';

interface Crowd {
  readonly company: RosterCompany;
  readonly sidebar: Sidebar;
  readonly people: readonly { readonly id: string; readonly primaryEmail: string }[];
}

/** A copy to thirty people, sent and not run yet. */
const sentToCrowd = (): Crowd => {
  const company = readyCompany();
  const people = Array.from({ length: 30 }, (_, index) =>
    company.world.directory.addUser({ primaryEmail: `p${100 + index}@acme.test`, orgUnitPath: '/Crowd' }),
  );
  const sidebar = company.open(company.admin);
  askForCopy(company, sidebar, { label, search: '/Crowd' });
  send(sidebar);
  return { company, sidebar, people };
};

/** The look at a target that follows the writes. */
const isLook =
  ({ company, people }: Crowd) =>
  ({ name, as }: { readonly name: string; readonly as?: string }): boolean => {
    const target = people.find(({ primaryEmail }) => primaryEmail === as);
    return name === LIST && target !== undefined && company.namesAt(target).length > 0;
  };

/** Something happens at one of the first targets between the writes and the look that follows them. */
const beforeLook = (crowd: Crowd, happens: (id: string) => void): void => {
  const happen = (): void => happens(crowd.people.find((one) => crowd.company.namesAt(one).length > 0)!.id);
  crowd.company.world.faults.add({ at: isLook(crowd), effect: { kind: 'meanwhile', do: happen } });
};

/** Another copy of the contact, mark and all, as when Google carries a write out twice; `instead`: in place of its own source. */
const addAgain = ({ world }: RosterCompany, id: string, instead?: string): void => {
  const [first] = world.people.contactsOf(id) as unknown as { names: []; clientData: { key: string; value: string }[] }[];
  const { names, clientData } = first!;
  const marks = clientData.map(({ key, value }) => {
    const parts = value.split(':');
    return { key, value: (instead === undefined ? parts : [...parts.slice(0, 3), instead, ...parts.slice(4)]).join(':') };
  });
  world.people.addContact(id, { names, clientData: marks });
};

const copied = ({ company, people }: Crowd): number => people.filter((one) => company.namesAt(one).length > 0).length;

describe('B15: the first three targets of a large run are read again', () => {
  it('as they should be: the others follow at once, and the three reads were planned', () => {
    const crowd = sentToCrowd();
    sweepNow(crowd.company);
    crowd.sidebar.press('Refresh');
    expect(crowd.sidebar.text()).toContain('Status: Done');
    for (const person of crowd.people) expect(crowd.company.namesAt(person)).toEqual(customers);
    const [planned, counted] = ['Effort: ', 'Effort so far, as counted: '].map((begin) =>
      /\d+ calls to Google.*/.exec(linesBelow(crowd.sidebar, 'What will happen').find((line) => line.startsWith(begin))!)?.at(0),
    );
    expect(counted).toBe(planned);
    const looks = crowd.company.world.network.log.entries.filter(
      ({ operation, as }) => operation === LIST && as !== crowd.company.source.primaryEmail,
    );
    expect(looks).toHaveLength(30 + 30 + 3);
  });

  it.each([
    ['twice', (company: RosterCompany, id: string) => addAgain(company, id), '1 contact stood there twice'],
    ['more than was copied', (company: RosterCompany, id: string) => addAgain(company, id, 'stranger'), '4 copied contacts stood there'],
  ])('what stands there %s stops the run before the others, and says so', (_, happens, said) => {
    const crowd = sentToCrowd();
    const { company, sidebar } = crowd;
    beforeLook(crowd, (id) => happens(company, id));
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('The run was stopped at its first targets');
    expect(sidebar.text()).toContain(said);
    expect(copied(crowd)).toBe(3);
  });

  it('contacts that do not show yet are no failure: the others wait until reads have caught up, and get theirs', () => {
    const crowd = sentToCrowd();
    const { company, sidebar } = crowd;
    company.world.people.settings.readLagMs = 4 * MINUTE;
    const from = company.world.clock.now();
    sweepNow(company);
    expect(copied(crowd)).toBe(3);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('3 targets, in some minutes');
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(linesBelow(sidebar, 'Results')[0]).toBe('90 contacts created; targets: 30 done, 0 skipped, 0 failed.');
    for (const person of crowd.people) expect(company.namesAt(person)).toEqual(customers);
    const writes = company.world.network.log.entries.filter(({ operation, at }) => operation === CREATE && at >= from);
    expect(writes).toHaveLength(30);
    expect(writes[3]!.at - writes[2]!.at).toBeGreaterThanOrEqual(5 * MINUTE);
  });

  it('contacts that are still not there minutes later stop the run before the others', () => {
    const crowd = sentToCrowd();
    const { company, sidebar, people } = crowd;
    const vanish = (id: string): void => {
      for (const one of company.world.people.contactsOf(id)) company.world.people.deleteContact(id, String(one['resourceName']));
    };
    company.world.faults.add({
      at: ({ name, as }) => name === LIST && people.some(({ primaryEmail }) => primaryEmail === as),
      times: Infinity,
      effect: { kind: 'meanwhile', do: () => people.forEach(({ id }) => vanish(id)) },
    });
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Google confirmed 3 contacts, and minutes later only 0');
    const written = company.world.network.log.entries.filter(({ operation }) => operation === CREATE).map(({ as }) => as);
    expect(new Set(written).size).toBe(3);
  });

  it.each(['before', 'after'] as const)('killed %s the look: the next slice looks before it goes on', (when) => {
    const crowd = sentToCrowd();
    const { company, sidebar } = crowd;
    company.world.faults.add({ at: isLook(crowd), effect: { kind: 'kill', when } });
    sweepNow(company);
    expect(copied(crowd)).toBe(3);
    beforeLook(crowd, (id) => addAgain(company, id, 'stranger'));
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('The run was stopped at its first targets');
    expect(copied(crowd)).toBe(3);
  });

  it('one that was suspended meanwhile gives way to the next', () => {
    const { company, sidebar, people } = sentToCrowd();
    for (const { id } of people.slice(0, 3)) company.world.directory.suspendUser(id);
    waitForEnd(company, sidebar);
    expect(linesBelow(sidebar, 'Results')[0]).toBe('81 contacts created; targets: 27 done, 3 skipped, 0 failed.');
    expect(receivers(company)).toHaveLength(27);
  });
});
