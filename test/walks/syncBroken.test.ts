import type { FaultEffect } from '../../simulator/kernel/Faults';
import { passHours } from '../support/hands';
import type { CompanyOptions } from '../support/rosterCompany';
import { callsSince, entryOf, night, syncRequests, syncedCompany } from '../support/syncHands';
import type { OfficerCompany } from '../support/officers';

const named = (company: OfficerCompany, who: { readonly id: string }, name: string): string =>
  company.world.people.contactsOf(who.id).find((one) => (one as { names?: { givenName?: string }[] }).names?.[0]?.givenName === name)!
    .resourceName as string;

/** A day before a night in which everything happens: an addition, an edit, a deletion, drift, a joiner, a leaver. Two in the morning is near. */
const eventfulDay = (options: CompanyOptions = {}): OfficerCompany => {
  const company = syncedCompany(({ world }) => {
    world.directory.addMember('team@acme.test', { email: 'plain@acme.test' });
    return {};
  }, options);
  const { people, directory } = company.world;
  people.addContact(company.source.id, {
    names: [{ givenName: 'Dorothy Vaughan' }],
    memberships: ['contactGroups/myContacts', company.label].map((contactGroupResourceName) => ({
      contactGroupMembership: { contactGroupResourceName },
    })),
  });
  people.editContact(company.source.id, named(company, company.source, 'Ada Byron'), { emailAddresses: [{ value: 'ada@new.test' }] });
  people.deleteContact(company.source.id, named(company, company.source, 'Grace Hopper'));
  people.addContact(company.sam.id, { names: [{ givenName: 'Mother' }] });
  people.editContact(company.sam.id, named(company, company.sam, 'Katherine Johnson'), {
    nicknames: [{ value: 'Kate' }],
    memberships: [{ contactGroupMembership: { contactGroupResourceName: 'contactGroups/myContacts' } }],
  });
  directory.addMember('team@acme.test', { email: 'sue@acme.test' });
  directory.removeMember('nested@acme.test', 'eve@acme.test');
  while (new Date(company.world.clock.now()).getUTCHours() !== 1) passHours(company, 1);
  return company;
};

const wanted = ['Ada Byron', 'Dorothy Vaughan', 'Katherine Johnson'];

const asUnbroken = (company: OfficerCompany): void => {
  expect(company.namesAt(company.sam)).toEqual([...wanted, 'Mother'].sort());
  expect(company.namesAt(company.sue)).toEqual(wanted);
  expect(company.namesAt(company.plain)).toEqual(wanted);
  expect(company.namesAt(company.eve)).toEqual([]);
  expect(company.world.people.contactGroupsOf(company.eve.id)).toEqual([]);
  for (const who of [company.sam, company.sue, company.plain]) {
    const [label, ...others] = company.world.people.contactGroupsOf(who.id);
    expect(label?.name).toBe('Customers');
    expect(others).toEqual([]);
    expect(company.world.people.membersOf(who.id, label!.resourceName)).toHaveLength(3);
    expect(company.world.people.contact(who.id, named(company, who, 'Ada Byron'))).toMatchObject({
      emailAddresses: [{ value: 'ada@new.test' }],
    });
  }
  const kate = company.world.people.contact(company.sam.id, named(company, company.sam, 'Katherine Johnson'));
  expect(kate?.['nicknames']).toBeUndefined();
  expect(entryOf(company)).toMatchObject({ state: 'active', destinations: 3 });
  expect(entryOf(company)?.reason).toBeUndefined();
  expect(company.troubles()).toEqual([]);
  const before = company.world.network.log.entries.length;
  night(company);
  expect(callsSince(company, before, (_, effect) => effect === 'write')).toBe(0);
};

const spread = (calls: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => 1 + Math.floor(((index + 0.4) * calls) / count));

describe('B3–B4: a night that is killed, and killed again where it goes on', () => {
  const calls = (() => {
    const company = eventfulDay();
    const before = company.world.faults.calls;
    passHours(company, 4);
    const taken = company.world.faults.calls - before;
    asUnbroken(company);
    return taken;
  })();

  it.each(spread(calls, 10))('first at call %i: ends as if unbroken', (place) => {
    const company = eventfulDay();
    const first = company.world.faults.calls;
    for (const at of [place, place + Math.floor(calls / 5)]) {
      const effect: FaultEffect = { kind: 'kill', when: at % 2 === 0 ? 'before' : 'after' };
      company.world.faults.add({ at: ({ ordinal }) => ordinal === first + at, effect });
    }
    passHours(company, 14);
    company.world.faults.clear();
    asUnbroken(company);
  });
});

test('B4: a night that is killed between its request and the question to prepare it is prepared all the same', () => {
  const company = eventfulDay();
  const isAsked = (): boolean => syncRequests(company).some(({ s }) => s === 'preparing');
  company.world.faults.add({ at: isAsked, effect: { kind: 'kill', when: 'before' } });
  passHours(company, 14);
  asUnbroken(company);
});

describe('B4: a directory that refuses while destinations are looked up', () => {
  const refused: FaultEffect = {
    kind: 'answer',
    when: 'before',
    status: 429,
    body: { error: { code: 429, status: 'RESOURCE_EXHAUSTED', message: 'Resource has been exhausted (e.g. check quota).' } },
  };

  it('once: it is asked again, and the refusal is kept nowhere', () => {
    const company = eventfulDay();
    company.world.faults.add({ at: 'directory.members.list', effect: refused });
    passHours(company, 14);
    asUnbroken(company);
  });

  it('for hours: it is asked ever less often', () => {
    const company = eventfulDay();
    company.world.faults.add({ at: 'directory.members.list', times: Infinity, effect: refused });
    const from = company.world.network.log.entries.length;
    passHours(company, 12);
    expect(callsSince(company, from, (operation) => operation === 'directory.members.list')).toBeLessThan(24);
    company.world.faults.clear();
    passHours(company, 3);
    asUnbroken(company);
  });
});

describe('B3: an answer that is lost, where reads lag and where they do not', () => {
  const operations = [
    'people.people.createContact',
    'people.people.batchCreateContacts',
    'people.people.updateContact',
    'people.people.batchUpdateContacts',
    'people.people.batchDeleteContacts',
    'people.contactGroups.create',
    'people.contactGroups.members.modify',
    'people.contactGroups.delete',
  ];

  it.each(operations.flatMap((operation) => [0, 7].map((lag) => [operation, lag] as const)))('%s, %i minutes', (operation, lag) => {
    const company = eventfulDay();
    company.world.people.settings.readLagMs = lag * 60_000;
    const effect: FaultEffect = { kind: 'throw', when: 'after', message: 'Address unavailable' };
    let isMet = false;
    company.world.faults.add({ at: ({ name }) => (name === operation ? (isMet = true) : false), effect });
    passHours(company, 14);
    expect(isMet).toBe(true);
    company.world.faults.clear();
    company.world.people.settings.readLagMs = 0;
    asUnbroken(company);
  });
});

test('B3: where reads lag longer than a run waits, a lost answer leaves contacts twice until the next night, and no longer', () => {
  const company = eventfulDay();
  company.world.people.settings.readLagMs = 20 * 60_000;
  company.world.faults.add({
    at: 'people.people.batchCreateContacts',
    effect: { kind: 'throw', when: 'after', message: 'Address unavailable' },
  });
  passHours(company, 4);
  const filled = [company.sue, company.plain].map((who) => company.namesAt(who).length);
  expect(Math.max(...filled)).toBe(2 * wanted.length);
  night(company);
  asUnbroken(company);
});

test('where Google wants the etag of the source and not of the person, the same is written', () => {
  const company = eventfulDay({ platform: (world) => Object.assign(world.people.settings, { personEtag: 'refused' }) });
  passHours(company, 4);
  asUnbroken(company);
});
