import { customers } from '../support/rosterCompany';
import { driftModes } from '../../src/core/sync/Sync';
import { addPerson, officerCompany, type OfficerCompany } from '../support/officers';
import { callsSince, entryOf, lastRequest, letThrough, night, syncedCompany } from '../support/syncHands';
import { previewSync, toReview } from '../support/syncWizard';

const addCustomer = (company: OfficerCompany, name: string): void => {
  company.world.people.addContact(company.source.id, {
    names: [{ givenName: name }],
    memberships: ['contactGroups/myContacts', company.label].map((contactGroupResourceName) => ({
      contactGroupMembership: { contactGroupResourceName },
    })),
  });
};

describe('a destination that is suspended while the source changes, and restored when it changes no more (G22, G40)', () => {
  it.each(driftModes.flatMap((mode) => (['everyNight', 'never'] as const).map((check) => [mode, check] as const)))(
    'mode %s, drift checked %s: it catches up',
    (mode, check) => {
      const company = syncedCompany(() => ({ drift: { mode, check } }));
      company.world.directory.suspendUser(company.eve.id);
      addCustomer(company, 'Dorothy Vaughan');
      night(company);
      expect(company.namesAt(company.sam)).toContain('Dorothy Vaughan');
      expect(company.namesAt(company.eve)).toEqual(customers);
      company.world.directory.unsuspendUser(company.eve.id);
      night(company);
      expect(company.namesAt(company.eve)).toContain('Dorothy Vaughan');
      const before = company.world.network.log.entries.length;
      night(company);
      expect(callsSince(company, before, (_, effect) => effect === 'write')).toBe(0);
      expect(company.troubles()).toEqual([]);
    },
  );
});

describe('“remove” for suspended destinations (G40)', () => {
  it('nobody reaches them while they are suspended; restored, a member is filled again, and who is no member loses everything', () => {
    const company = officerCompany();
    const sidebar = company.open(company.admin);
    toReview(company, sidebar, (card) => {
      card.toggle('Run every night', true);
      card.choose('Suspended destinations', 'Treat as somebody who left');
    });
    previewSync(company, sidebar);
    letThrough(company);
    const id = lastRequest(company).j;
    const { directory } = company.world;
    for (const { id } of [company.sam, company.eve]) directory.suspendUser(id);
    directory.addMember('team@acme.test', { email: 'sue@acme.test' });
    addCustomer(company, 'Dorothy Vaughan');
    night(company);
    expect(company.namesAt(company.sue)).toEqual([...customers, 'Dorothy Vaughan'].sort());
    expect([company.sam, company.eve].map(company.namesAt)).toEqual([customers, customers]);
    expect(entryOf(company, id)).toMatchObject({ state: 'active', destinations: 3 });
    expect(entryOf(company, id)?.reason).toBeUndefined();
    directory.removeMember('team@acme.test', 'sam@acme.test');
    for (const { id } of [company.sam, company.eve]) directory.unsuspendUser(id);
    night(company);
    expect(company.namesAt(company.sam)).toEqual([]);
    expect(company.world.people.contactGroupsOf(company.sam.id)).toEqual([]);
    expect(company.namesAt(company.eve)).toEqual([...customers, 'Dorothy Vaughan'].sort());
    const later = company.open(company.admin);
    later.press('Contact syncs');
    expect(later.text()).toContain('Active, runs every night: [Customers for Sales] (2 destinations)');
    expect(company.troubles()).toEqual([]);
  });

  it('however many wait to be reached, the nights of the others go on', () => {
    const company = syncedCompany((made) => {
      for (let index = 0; index < 12; index += 1) made.world.directory.addMember('team@acme.test', addMember(made, index));
      return { suspended: 'remove' };
    });
    for (let index = 0; index < 11; index += 1) company.world.directory.suspendUser(idOfMember(company, index));
    addCustomer(company, 'Dorothy Vaughan');
    night(company);
    expect(entryOf(company)).toMatchObject({ state: 'active' });
    expect(company.namesAt(company.sam)).toContain('Dorothy Vaughan');
    expect(company.troubles()).toEqual([]);
  });
});

const nameOf = (index: number): string => `member${String(index)}`;
const addMember = (company: OfficerCompany, index: number): { readonly email: string } => ({
  email: addPerson(company, nameOf(index)).primaryEmail,
});
const idOfMember = ({ world }: OfficerCompany, index: number): string => world.directory.userByEmail(`${nameOf(index)}@acme.test`)!.id;
