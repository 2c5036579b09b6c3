import type { FaultEffect } from '../../simulator/kernel/Faults';
import { customers } from '../support/rosterCompany';
import { passHours } from '../support/hands';
import { callsSince, entryOf, night, syncedCompany } from '../support/syncHands';
import type { OfficerCompany } from '../support/officers';

const LIST = 'people.people.connections.list';
const MINE = 'contactGroups/myContacts';

const resourceOf = ({ world }: OfficerCompany, who: { readonly id: string }, name: string): string =>
  world.people.contactsOf(who.id).find((one) => (one as { names?: { givenName?: string }[] }).names?.[0]?.givenName === name)!
    .resourceName as string;

const under = (...names: readonly string[]): object => ({
  memberships: names.map((contactGroupResourceName) => ({ contactGroupMembership: { contactGroupResourceName } })),
});

const isDeletion = (operation: string): boolean => operation.startsWith('people.') && /delete/i.test(operation);
const isWrite = (operation: string, effect: string): boolean => operation.startsWith('people.') && effect === 'write';

/** Nothing was deleted, and everybody has what they had. */
const asBefore = (company: OfficerCompany, from: number): void => {
  expect(callsSince(company, from, isDeletion)).toBe(0);
  for (const who of [company.sam, company.eve]) expect(company.namesAt(who).filter((name) => customers.includes(name))).toEqual(customers);
};

describe('a listing that suddenly pages (B5)', () => {
  /** A thousand contacts of one's own come first in the listing, so that what is synced lies on its second page. */
  const grow = (company: OfficerCompany, who: { readonly id: string }): void => {
    for (let index = 0; index < 1000; index += 1) company.world.people.addContact(who.id, { names: [{ givenName: `Own ${index}` }] });
    for (const name of customers) {
      const resourceName = resourceOf(company, who, name);
      company.world.people.editContact(who.id, resourceName, under(MINE, ...labelsAt(company, who)));
    }
  };
  const labelsAt = ({ world }: OfficerCompany, { id }: { readonly id: string }): string[] =>
    world.people.contactGroupsOf(id).map(({ resourceName }) => resourceName);

  it.each(['source', 'sam'] as const)('at %s: both pages are read, and nothing is written', (who) => {
    const company = syncedCompany(() => ({ myContacts: true }));
    grow(company, company[who]);
    const from = company.world.network.log.entries.length;
    night(company);
    expect(callsSince(company, from, (operation) => operation === LIST)).toBeGreaterThan(3);
    asBefore(company, from);
    expect(callsSince(company, from, isWrite)).toBe(0);
    expect(entryOf(company)).toMatchObject({ state: 'active' });
  });

  it.each(['source', 'sam'] as const)(
    'at %s, whose second page fails all night: nobody is emptied, and the next night finds all',
    (who) => {
      const company = syncedCompany(() => ({ myContacts: true }));
      grow(company, company[who]);
      const from = company.world.network.log.entries.length;
      const { primaryEmail } = company[who];
      company.world.faults.add({
        at: ({ name, as, url }) => name === LIST && as === primaryEmail && url?.includes('pageToken') === true,
        times: Infinity,
        effect: {
          kind: 'answer',
          when: 'before',
          status: 500,
          body: { error: { code: 500, status: 'INTERNAL', message: 'Internal error' } },
        },
      });
      night(company);
      asBefore(company, from);
      company.world.faults.clear();
      night(company);
      asBefore(company, from);
      expect(callsSince(company, from, isWrite)).toBe(0);
      expect(entryOf(company)).toMatchObject({ state: 'active' });
    },
  );
});

describe('history in another order', () => {
  it('contacts that are listed the other way round, at both ends, are the same contacts', () => {
    const company = syncedCompany();
    for (const who of [company.source, company.sam])
      for (const name of [...customers].reverse()) {
        const resourceName = resourceOf(company, who, name);
        company.world.people.editContact(who.id, resourceName, { nicknames: [{ value: 'Nick' }] });
        company.world.people.editContact(who.id, resourceName, { nicknames: [] });
      }
    const from = company.world.network.log.entries.length;
    night(company);
    asBefore(company, from);
    expect(callsSince(company, from, isWrite)).toBe(0);
  });

  it('what was deleted and restored, or put out of the label and in again, before the night is as it was', () => {
    const company = syncedCompany();
    const { people } = company.world;
    const [ada = '', grace = ''] = ['Ada Byron', 'Grace Hopper'].map((name) => resourceOf(company, company.source, name));
    people.deleteContact(company.source.id, ada);
    people.editContact(company.source.id, grace, under(MINE));
    people.restoreContact(company.source.id, ada);
    people.editContact(company.source.id, grace, under(MINE, company.label));
    const from = company.world.network.log.entries.length;
    night(company);
    asBefore(company, from);
    expect(callsSince(company, from, isWrite)).toBe(0);
  });
});

describe('an account that reads empty though it is not (B5)', () => {
  const empty: FaultEffect = { kind: 'answer', when: 'before', status: 200, body: {} };
  const readsEmpty = (company: OfficerCompany, who: { readonly primaryEmail: string }): void =>
    void company.world.faults.add({ at: ({ name, as }) => name === LIST && as === who.primaryEmail, times: Infinity, effect: empty });

  it('the source: the night is held; the next one goes on by itself', () => {
    const company = syncedCompany();
    const from = company.world.network.log.entries.length;
    readsEmpty(company, company.source);
    night(company);
    expect(entryOf(company)).toMatchObject({ state: 'held', reason: { code: 'sync.sourceEmptied' } });
    company.world.faults.clear();
    night(company);
    asBefore(company, from);
    expect(callsSince(company, from, isWrite)).toBe(0);
    expect(entryOf(company)).toMatchObject({ state: 'active' });
  });

  it('the source, from the preview on: what the night saw counts, and nobody is emptied', () => {
    const company = syncedCompany();
    company.world.people.deleteContact(company.source.id, resourceOf(company, company.source, 'Grace Hopper'));
    company.world.faults.add({
      at: ({ name, as }) => name === LIST && as === company.source.primaryEmail,
      skip: 1,
      times: Infinity,
      effect: empty,
    });
    passHours(company, 24);
    expect(company.namesAt(company.sam)).toEqual(customers);
    company.world.faults.clear();
    night(company);
    expect(company.namesAt(company.sam)).toEqual(['Ada Byron', 'Katherine Johnson']);
  });

  it('a destination: nothing is deleted there, and what came twice is once again after the next night', () => {
    const company = syncedCompany();
    const from = company.world.network.log.entries.length;
    readsEmpty(company, company.sam);
    night(company);
    expect(callsSince(company, from, isDeletion)).toBe(0);
    company.world.faults.clear();
    night(company);
    expect(company.namesAt(company.sam)).toEqual(customers);
    const before = company.world.network.log.entries.length;
    night(company);
    expect(callsSince(company, before, isWrite)).toBe(0);
  });
});
