import { passHours } from '../support/hands';
import { officerCompany, type OfficerCompany } from '../support/officers';
import { replaceInFile } from '../support/replaceInFile';
import { customers } from '../support/rosterCompany';
import {
  ask,
  callsSince,
  customersAt,
  entryOf,
  lastRequest,
  letThrough,
  makeSync,
  night,
  preview,
  previewed,
  syncedCompany,
  syncRequests,
  teamOf,
} from '../support/syncHands';

const named = (company: OfficerCompany, who: { readonly id: string }, name: string): string =>
  company.world.people.contactsOf(who.id).find((one) => (one as { names?: { givenName?: string }[] }).names?.[0]?.givenName === name)!
    .resourceName as string;

describe('what happens between preview and run (B1, B2)', () => {
  /** Everything is to go, and nothing did yet. */
  const aboutToRemove = (): OfficerCompany => {
    const company = syncedCompany();
    ask(company, 'remove');
    previewed(company);
    return company;
  };

  it('a destination where more would be deleted than the preview named keeps everything; the others go', () => {
    const company = aboutToRemove();
    const mark = company.world.people.contact(company.sam.id, named(company, company.sam, 'Ada Byron'))!['clientData'] as {
      key: string;
      value: string;
    }[];
    company.world.people.addContact(company.sam.id, {
      names: [{ givenName: 'Ada Byron' }],
      clientData: mark.map(({ key, value }) => ({ key, value })),
    });
    letThrough(company);
    expect(company.namesAt(company.sam)).toHaveLength(4);
    expect(company.namesAt(company.eve)).toEqual([]);
    expect(lastRequest(company).s).toBe('partlyDone');
    expect(entryOf(company)).toMatchObject({ state: 'paused', reason: { code: 'sync.notEmptied', data: { count: 1 } } });
    expect(company.troubles()).toEqual([]);
  });

  it('a contact edited since an edit of the sync was previewed is not written over by it, and by the next run it is', () => {
    const company = syncedCompany();
    company.world.people.editContact(company.source.id, named(company, company.source, 'Ada Byron'), {
      nicknames: [{ value: 'Countess' }],
    });
    preview(company, { ...customersAt(company, teamOf(company)) });
    company.world.people.editContact(company.sam.id, named(company, company.sam, 'Grace Hopper'), { nicknames: [{ value: 'Amazing' }] });
    letThrough(company);
    expect(lastRequest(company).s).toBe('partlyDone');
    const sams = (name: string): unknown => company.world.people.contact(company.sam.id, named(company, company.sam, name))?.['nicknames'];
    expect(sams('Grace Hopper')).toMatchObject([{ value: 'Amazing' }]);
    expect(sams('Ada Byron')).toBeUndefined();
    night(company);
    expect(sams('Grace Hopper')).toBeUndefined();
    expect(sams('Ada Byron')).toMatchObject([{ value: 'Countess' }]);
    expect(entryOf(company)?.reason).toBeUndefined();
  });

  it.each([
    ['what is deleted, in the ledger’s preview', 'Previews', '|', '||'],
    ['whom it is about, in the intent', 'Documents', '"leavers":["', '"leavers":["x","'],
  ])('somebody who alters %s gets nothing done', (_, tab, from, to) => {
    const company = aboutToRemove();
    expect(replaceInFile(company, 'Roster ledger', tab, from, to)).toBeGreaterThan(0);
    letThrough(company);
    expect(lastRequest(company)).toMatchObject({ s: 'failed', e: { code: 'run.intentAltered' } });
    expect(company.namesAt(company.sam)).toEqual(customers);
    expect(company.namesAt(company.eve)).toEqual(customers);
  });

  it('an owner who may not ask any more stops their syncs, and it is said', () => {
    const company = syncedCompany();
    company.world.people.editContact(company.source.id, named(company, company.source, 'Ada Byron'), {
      nicknames: [{ value: 'Countess' }],
    });
    company.world.directory.makeAdmin(company.admin.id, false);
    night(company);
    expect(entryOf(company)).toMatchObject({ state: 'held', reason: { code: 'request.requesterNotAllowed' } });
    expect(company.world.people.contact(company.sam.id, named(company, company.sam, 'Ada Byron'))?.['nicknames']).toBeUndefined();
    expect(company.troubles()).toEqual([]);
  });
});

test('B4: a night that takes several executions ends as if it took one', () => {
  const company = officerCompany();
  const unit = company.world.directory.addOrgUnit(company.customer.id, '/Crowd');
  const people = Array.from({ length: 60 }, (_, index) =>
    company.world.directory.addUser({ primaryEmail: `p${100 + index}@acme.test`, orgUnitPath: '/Crowd' }),
  );
  makeSync(company, customersAt(company, { kind: 'orgUnit', orgUnitId: unit.orgUnitId, includeChildren: true, label: '/Crowd' }));
  for (const name of customers)
    company.world.people.editContact(company.source.id, named(company, company.source, name), { nicknames: [{ value: 'New' }] });
  company.world.people.addContact(company.source.id, {
    names: [{ givenName: 'Dorothy Vaughan' }],
    memberships: [{ contactGroupMembership: { contactGroupResourceName: company.label } }],
  });
  const from = company.world.network.log.entries.length;
  for (const at of ['people.people.batchUpdateContacts', 'people.people.createContact', 'people.contactGroups.list'])
    company.world.faults.add({ at, times: Infinity, effect: { kind: 'slow', milliseconds: 50_000 } });
  passHours(company, 30);
  const writing = new Set(
    company.world.network.log.entries.slice(from).flatMap((one) => (one.effect === 'write' ? [one.executionId] : [])),
  );
  expect(writing.size).toBeGreaterThan(1);
  for (const one of people) expect(company.namesAt(one)).toEqual([...customers, 'Dorothy Vaughan'].sort());
  expect(entryOf(company)).toMatchObject({ state: 'active', outcome: { done: 60, created: 60, changed: 180, failed: 0 } });
  company.world.faults.clear();
  const before = company.world.network.log.entries.length;
  night(company);
  expect(callsSince(company, before, (_, effect) => effect === 'write')).toBe(0);
  expect(syncRequests(company).length).toBeLessThanOrEqual(2);
  expect(company.troubles()).toEqual([]);
});
