import { customers } from '../support/rosterCompany';
import { callsSince, customersAt, entryOf, lastRequest, makeSync, night, syncedCompany, syncRequests, teamOf } from '../support/syncHands';
import { officerCompany } from '../support/officers';

test('G1–G7, G31–G32: an approved sync fills its destinations at once, under a label of the source’s name, and nobody else', () => {
  const company = officerCompany();
  makeSync(company, customersAt(company, teamOf(company)));
  expect(lastRequest(company)).toMatchObject({ s: 'done' });
  expect(company.namesAt(company.sam)).toEqual(customers);
  expect(company.namesAt(company.eve)).toEqual(customers);
  expect(company.namesAt(company.sue)).toEqual([]);
  expect(company.world.people.contactGroupsOf(company.sam.id).map(({ name }) => name)).toEqual(['Customers']);
  expect(entryOf(company)).toMatchObject({ state: 'active', destinations: 2, nightly: true, outcome: { done: 2, created: 6, failed: 0 } });
  expect(company.troubles()).toEqual([]);
});

test('a second night in which nothing changed writes nothing; without a drift check it asks no destination', () => {
  const company = syncedCompany(() => ({ drift: { mode: 'enforce', check: 'never' } }));
  const before = company.world.network.log.entries.length;
  night(company);
  expect(entryOf(company)?.last.night).not.toBe('');
  expect(callsSince(company, before, (_, effect) => effect === 'write')).toBe(0);
  // Of the source alone: a token, its labels and one page of contacts.
  expect(callsSince(company, before, (operation) => operation === 'people.people.connections.list')).toBe(1);
  expect(syncRequests(company)).toHaveLength(1);
  expect(company.troubles()).toEqual([]);
});
