import { decodeEntry, encodeEntry, type RequestEntry } from '../../src/core/approvals/RequestEntry';
import { fileCalled, passHours } from '../support/hands';
import { customers } from '../support/rosterCompany';
import { officerCompany, type OfficerCompany } from '../support/officers';
import { callsSince, customersAt, entryOf, lastRequest, makeSync, night, syncRequests } from '../support/syncHands';

type Person = { readonly id: string; readonly primaryEmail: string };

const addPeople = ({ world }: OfficerCompany, from: number, count: number): Person[] =>
  Array.from({ length: count }, (_, index) =>
    world.directory.addUser({ primaryEmail: `p${from + index}@acme.test`, orgUnitPath: '/Crowd' }),
  );

/** A sync with thirty people of an organizational unit, filled. */
const crowd = (): { company: OfficerCompany; people: Person[] } => {
  const company = officerCompany();
  const unit = company.world.directory.addOrgUnit(company.customer.id, '/Crowd');
  const people = addPeople(company, 100, 30);
  const selector = { kind: 'orgUnit', orgUnitId: unit.orgUnitId, includeChildren: true, label: '/Crowd' } as const;
  makeSync(company, customersAt(company, selector));
  return { company, people };
};

const edit = (company: OfficerCompany, name: string, change: object): void => {
  const found = company.world.people
    .contactsOf(company.source.id)
    .find((one) => (one as { names?: { givenName?: string }[] }).names?.[0]?.givenName === name)!;
  company.world.people.editContact(company.source.id, found.resourceName as string, change);
};

describe('thirty destinations', () => {
  it('B9, B15: a fill takes the calls that were planned, the first three looked at again; a night reads each once and keeps no request', () => {
    const { company, people } = crowd();
    for (const one of people) expect(company.namesAt(one)).toEqual(customers);
    const { c, k } = lastRequest(company) as unknown as { c: number[]; k: number[] };
    // Reads, writes, tokens, calls to the directory, contact writes of the day.
    expect(k.slice(0, 5)).toEqual(c.slice(0, 5));
    const before = company.world.network.log.entries.length;
    night(company);
    expect(callsSince(company, before, (_, effect) => effect === 'write')).toBe(0);
    expect(syncRequests(company)).toHaveLength(1);
    edit(company, 'Ada Byron', { nicknames: [{ value: 'Countess' }] });
    night(company);
    edit(company, 'Ada Byron', { nicknames: [{ value: 'Enchantress' }] });
    night(company);
    expect(entryOf(company)?.outcome).toMatchObject({ done: 30, changed: 30, failed: 0 });
    // The request that made it, and the last night.
    expect(syncRequests(company)).toHaveLength(2);
    const night2 = lastRequest(company) as unknown as { c: number[]; k: number[] };
    expect(night2.k.slice(0, 5)).toEqual(night2.c.slice(0, 5));
    expect(company.troubles()).toEqual([]);
  });

  it('B18: nights leave one of their kind behind, in ledger and workbook, too: their rows would fill ten million cells in a month', () => {
    const { company } = crowd();
    const rowsOf = (file: string, tabs: readonly string[]): number[] =>
      tabs.map((name) => (fileCalled(company, file).tab(name)?.grid.lastRow ?? 1) - 1);
    const rows = (): number[][] => [
      rowsOf('Roster ledger', ['Previews', 'Outcomes', 'Runs', 'Documents']),
      rowsOf('Roster workbook', ['Requests', 'Preview', 'Results', 'Targets']),
    ];
    const nickname = (value: string): void => {
      edit(company, 'Ada Byron', { nicknames: [{ value }] });
      night(company);
    };
    nickname('Countess');
    const afterOne = rows();
    // Of the request that made it, and of the night.
    expect(afterOne[0]?.slice(0, 2)).toEqual([60, 60]);
    nickname('Enchantress');
    nickname('Augusta');
    expect(rows()).toEqual(afterOne);
    addPeople(company, 600, 20);
    night(company);
    const held = rows();
    night(company);
    expect(entryOf(company)).toMatchObject({ state: 'held' });
    expect(rows()).toEqual(held);
    expect(company.troubles()).toEqual([]);
  });

  it('B18: nights of hundreds of syncs keep their number, and push out nothing that people asked for', () => {
    const { company } = crowd();
    const asked = decodeEntry('made', company.project.scriptProperties.get(`request.${lastRequest(company).id}`) ?? '')!;
    const put = (name: string, more: Partial<RequestEntry>): void =>
      void company.project.scriptProperties.set({ [`request.${name}`]: encodeEntry({ ...asked, id: name, createdAt: 1, ...more }) });
    for (let index = 0; index < 98; index += 1) put(`person${index}`, {});
    for (let index = 0; index < 80; index += 1) put(`night${index}`, { night: true, sync: `other${index}` });
    edit(company, 'Ada Byron', { nicknames: [{ value: 'Countess' }] });
    night(company);
    const kept = Object.keys(company.project.scriptProperties.entries()).filter((key) => key.startsWith('request.'));
    expect(kept.filter((key) => key.startsWith('request.night'))).toHaveLength(49);
    // With the one that made the sync, and its night.
    expect(kept).toHaveLength(49 + 98 + 2);
  });

  it('more joiners than the standing approval allows hold the night; what is within it is filled by itself', () => {
    const { company } = crowd();
    const [few] = addPeople(company, 500, 5);
    night(company);
    expect(company.namesAt(few!)).toEqual(customers);
    const [many] = addPeople(company, 600, 20);
    night(company);
    expect(entryOf(company)).toMatchObject({ state: 'held', reason: { code: 'sync.beyondCap' } });
    expect(company.namesAt(many!)).toEqual([]);
    expect(company.troubles()).toEqual([]);
  });

  it('an organizational unit whose users are moved away all at once is no unit of leavers', () => {
    const { company, people } = crowd();
    for (const one of people) company.world.directory.moveUser(one.id, '/IT');
    passHours(company, 26);
    expect(entryOf(company)).toMatchObject({ state: 'held', reason: { code: 'sync.selectorEmptied' } });
    for (const one of people) expect(company.namesAt(one)).toEqual(customers);
  });

  it('B5: a third of the destinations leaving is not taken for a leave of absence', () => {
    const { company, people } = crowd();
    for (const one of people.slice(0, 12)) company.world.directory.moveUser(one.id, '/IT');
    passHours(company, 26);
    expect(entryOf(company)).toMatchObject({ state: 'held', reason: { code: 'sync.tooManyLeavers' } });
    for (const one of people) expect(company.namesAt(one)).toEqual(customers);
  });
});
