import { driftChecks } from '../../src/core/sync/Sync';
import { customers } from '../support/rosterCompany';
import {
  ask,
  callsSince,
  entryOf,
  lastRequest,
  letThrough,
  night,
  previewed,
  syncedCompany,
  syncRequests,
  teamOf,
  userOf,
  customersAt,
  makeSync,
} from '../support/syncHands';
import { passHours } from '../support/hands';
import type { OfficerCompany } from '../support/officers';

const contact = (company: OfficerCompany, who: { readonly id: string }, name: string) =>
  company.world.people.contactsOf(who.id).find((one) => (one as { names?: { givenName?: string }[] }).names?.[0]?.givenName === name) as
    { resourceName: string; emailAddresses?: { value: string }[]; nicknames?: { value: string }[] } | undefined;

const addCustomer = (company: OfficerCompany, name: string): void => {
  company.world.people.addContact(company.source.id, {
    names: [{ givenName: name }],
    memberships: ['contactGroups/myContacts', company.label].map((contactGroupResourceName) => ({
      contactGroupMembership: { contactGroupResourceName },
    })),
  });
};

describe('what the source does reaches every destination the next night (G5–G7)', () => {
  it('an addition, an edit and a deletion, and nothing else is written', () => {
    const company = syncedCompany();
    addCustomer(company, 'Dorothy Vaughan');
    company.world.people.editContact(company.source.id, contact(company, company.source, 'Ada Byron')!.resourceName, {
      emailAddresses: [{ value: 'ada@new.test' }],
    });
    company.world.people.deleteContact(company.source.id, contact(company, company.source, 'Grace Hopper')!.resourceName);
    night(company);
    for (const who of [company.sam, company.eve]) {
      expect(company.namesAt(who)).toEqual(['Ada Byron', 'Dorothy Vaughan', 'Katherine Johnson']);
      expect(contact(company, who, 'Ada Byron')?.emailAddresses?.[0]?.value).toBe('ada@new.test');
    }
    expect(entryOf(company)?.outcome).toMatchObject({ done: 2, created: 2, changed: 2, deleted: 2, failed: 0 });
    const before = company.world.network.log.entries.length;
    night(company);
    expect(callsSince(company, before, (_, effect) => effect === 'write')).toBe(0);
    expect(company.troubles()).toEqual([]);
  });

  it.each(driftChecks)(
    'G14, G21: a label that is renamed there is renamed at destinations; renamed users change nothing; drift checked %s',
    (check) => {
      const company = syncedCompany(() => ({ drift: { mode: 'enforce', check } }));
      company.world.people.renameContactGroup(company.source.id, company.label, 'Clients');
      company.world.directory.renameUser(company.source.id, 'origin@acme.test');
      company.world.directory.renameUser(company.sam.id, 'samuel@acme.test');
      night(company);
      expect(company.world.people.contactGroupsOf(company.sam.id).map(({ name }) => name)).toEqual(['Clients']);
      expect(company.namesAt(company.sam)).toEqual(customers);
      expect(entryOf(company)?.state).toBe('active');
      expect(company.troubles()).toEqual([]);
    },
  );
});

describe('what a destination’s owner does (G22, G44, G45)', () => {
  it('edits and deletions are put back; what is their own stays', () => {
    const company = syncedCompany();
    const [ada, grace] = ['Ada Byron', 'Grace Hopper'].map((name) => contact(company, company.sam, name)!.resourceName);
    company.world.people.editContact(company.sam.id, ada!, {
      emailAddresses: [{ value: 'wrong@x.test' }],
      nicknames: [{ value: 'Countess' }],
    });
    company.world.people.deleteContact(company.sam.id, grace!);
    company.world.people.addContact(company.sam.id, { names: [{ givenName: 'Mother' }] });
    night(company);
    expect(company.namesAt(company.sam)).toEqual([...customers, 'Mother'].sort());
    expect(contact(company, company.sam, 'Ada Byron')).toMatchObject({ emailAddresses: [{ value: 'ada.byron@customer.test' }] });
    expect(contact(company, company.sam, 'Ada Byron')?.nicknames).toBeUndefined();
    expect(company.troubles()).toEqual([]);
  });

  it('a label that they deleted is made again, with the contacts under it', () => {
    const company = syncedCompany();
    const [label] = company.world.people.contactGroupsOf(company.sam.id);
    company.world.people.deleteContactGroup(company.sam.id, label!.resourceName);
    night(company);
    const [again] = company.world.people.contactGroupsOf(company.sam.id);
    expect(again?.name).toBe('Customers');
    expect(company.world.people.membersOf(company.sam.id, again!.resourceName)).toHaveLength(3);
    expect(company.namesAt(company.sam)).toEqual(customers);
    expect(company.troubles()).toEqual([]);
  });
});

describe('joiners and leavers (G29, G40–G41, B12)', () => {
  it('who joins a group is filled, who leaves it loses the contacts and the label, and keeps what is their own', () => {
    const company = syncedCompany();
    company.world.people.addContact(company.sam.id, { names: [{ givenName: 'Mother' }] });
    company.world.directory.addMember('team@acme.test', { email: 'sue@acme.test' });
    company.world.directory.removeMember('team@acme.test', 'sam@acme.test');
    night(company);
    expect(company.namesAt(company.sue)).toEqual(customers);
    expect(company.namesAt(company.sam)).toEqual(['Mother']);
    expect(company.world.people.contactGroupsOf(company.sam.id)).toEqual([]);
    expect(entryOf(company)?.destinations).toBe(2);
    expect(company.troubles()).toEqual([]);
  });

  it('“keep” leaves everything with who leaves, and never comes back to it', () => {
    const company = syncedCompany(() => ({ leavers: 'keep' }));
    company.world.directory.removeMember('team@acme.test', 'sam@acme.test');
    night(company);
    expect(company.namesAt(company.sam)).toEqual(customers);
    expect(entryOf(company)?.destinations).toBe(1);
    const before = company.world.network.log.entries.length;
    night(company);
    expect(callsSince(company, before, (_, effect) => effect === 'write')).toBe(0);
  });

  it('a suspended destination is left alone until it is restored; a deleted account is forgotten', () => {
    const company = syncedCompany();
    company.world.directory.suspendUser(company.eve.id);
    addCustomer(company, 'Dorothy Vaughan');
    night(company);
    expect(company.namesAt(company.sam)).toContain('Dorothy Vaughan');
    expect(company.namesAt(company.eve)).toEqual(customers);
    company.world.directory.unsuspendUser(company.eve.id);
    night(company);
    expect(company.namesAt(company.eve)).toContain('Dorothy Vaughan');
    company.world.directory.deleteUser(company.eve.id);
    night(company);
    expect(entryOf(company)).toMatchObject({ state: 'active', destinations: 1 });
    expect(company.troubles()).toEqual([]);
  });

  it('G38: a destination that an edit adds is filled by the approved edit itself, without waiting for the night', () => {
    const company = syncedCompany();
    makeSync(company, customersAt(company, teamOf(company), userOf(company.sue)));
    expect(company.namesAt(company.sue)).toEqual(customers);
    expect(entryOf(company)).toMatchObject({ revision: 2, destinations: 3 });
  });
});

describe('life of a sync (G46, G47)', () => {
  it('deleted with what it delivered, by a request: nothing of it is left anywhere', () => {
    const company = syncedCompany();
    company.world.people.addContact(company.sam.id, { names: [{ givenName: 'Mother' }] });
    ask(company, 'remove');
    previewed(company);
    expect(company.namesAt(company.sam)).toHaveLength(4);
    letThrough(company);
    expect(company.namesAt(company.sam)).toEqual(['Mother']);
    expect(company.namesAt(company.eve)).toEqual([]);
    expect(company.world.people.contactGroupsOf(company.eve.id)).toEqual([]);
    expect(entryOf(company)).toBeUndefined();
    expect(company.troubles()).toEqual([]);
  });

  it('“Run now” needs nobody’s decision within what was approved', () => {
    const company = syncedCompany();
    addCustomer(company, 'Dorothy Vaughan');
    ask(company, 'now');
    passHours(company, 3);
    expect(company.namesAt(company.sam)).toContain('Dorothy Vaughan');
    expect(lastRequest(company).s).toBe('done');
    expect(syncRequests(company)).toHaveLength(2);
  });
});
