import { addAll, linesBelow } from '../support/hands';
import { officerCompany, type OfficerCompany } from '../support/officers';
import { customers } from '../support/rosterCompany';
import { beginSync, chooseCustomers, previewSync } from '../support/syncWizard';
import {
  callsSince,
  customersAt,
  entryOf,
  lastRequest,
  letThrough,
  makeSync,
  night,
  syncedCompany,
  teamOf,
  userOf,
} from '../support/syncHands';

type Who = { readonly id: string };
interface Delivered {
  readonly resourceName: string;
  readonly names?: readonly { readonly givenName?: string }[];
  readonly memberships?: readonly { readonly contactGroupMembership?: { readonly contactGroupResourceName: string } }[];
}

const contactsOf = (company: OfficerCompany, who: Who): Delivered[] => company.world.people.contactsOf(who.id) as unknown as Delivered[];

const called = (company: OfficerCompany, who: Who, name: string): Delivered =>
  contactsOf(company, who).find((one) => one.names?.[0]?.givenName === name)!;

/** Names of the labels that a contact is under, Google's own by their ids. */
const labelsOf = (company: OfficerCompany, who: Who, name: string): string[] => {
  const own = new Map(company.world.people.contactGroupsOf(who.id).map((one) => [one.resourceName, one.name]));
  return (called(company, who, name).memberships ?? [])
    .map((one) => one.contactGroupMembership?.contactGroupResourceName ?? '')
    .map((resourceName) => own.get(resourceName) ?? resourceName)
    .sort();
};

const labelNames = (company: OfficerCompany, who: Who): (string | undefined)[] =>
  company.world.people.contactGroupsOf(who.id).map(({ name }) => name);

const writes = (company: OfficerCompany, happens: () => void): number => {
  const from = company.world.network.log.entries.length;
  happens();
  return callsSince(company, from, (_, effect) => effect === 'write');
};

const MINE = 'contactGroups/myContacts';

describe('G14–G16: under which labels contacts are at a destination', () => {
  it('G14: a name that was given stays when the source renames its label', () => {
    const company = syncedCompany(() => ({ targetGroupName: 'Key accounts' }));
    company.world.people.renameContactGroup(company.source.id, company.label, 'Clients');
    expect(writes(company, () => night(company))).toBe(0);
    expect(labelNames(company, company.sam)).toEqual(['Key accounts']);
  });

  it('G15–G16: “Add to My Contacts” puts them into both; without it they are under the label alone; an edit brings those that are there', () => {
    const company = syncedCompany();
    for (const name of customers) expect(labelsOf(company, company.sam, name)).toEqual(['Customers']);
    makeSync(company, { ...customersAt(company, teamOf(company)), myContacts: true });
    for (const name of customers) expect(labelsOf(company, company.sam, name)).toEqual(['Customers', MINE]);
    expect(writes(company, () => night(company))).toBe(0);
    const other = syncedCompany(() => ({ myContacts: true }));
    for (const name of customers) expect(labelsOf(other, other.eve, name)).toEqual(['Customers', MINE]);
  });
});

it('G21, G29: source, destinations, group, unit and label renamed at once break nothing, need nobody and make nothing twice', () => {
  const company = officerCompany();
  const { directory, people } = company.world;
  const { orgUnitId } = directory.addOrgUnit(company.customer.id, '/Sales');
  const sales = { kind: 'orgUnit', orgUnitId, includeChildren: true, label: '/Sales' } as const;
  makeSync(company, customersAt(company, teamOf(company), sales));
  const before = [company.sam, company.sue, company.eve].map((who) => contactsOf(company, who).map(({ resourceName }) => resourceName));
  directory.renameUser(company.source.id, 'origin@acme.test');
  for (const [who, to] of [
    [company.sam, 'samuel@acme.test'],
    [company.eve, 'evelyn@acme.test'],
  ] as const)
    directory.renameUser(who.id, to);
  directory.groupByEmail('team@acme.test')!.email = 'squad@acme.test';
  directory.moveOrgUnit(company.customer.id, '/Sales', '/Revenue');
  people.renameContactGroup(company.source.id, company.label, 'Clients');
  night(company);
  expect(entryOf(company)).toMatchObject({ state: 'active', destinations: 3, outcome: { created: 0, deleted: 0, failed: 0 } });
  expect([company.sam, company.sue, company.eve].map((who) => contactsOf(company, who).map(({ resourceName }) => resourceName))).toEqual(
    before,
  );
  for (const who of [company.sam, company.sue, company.eve]) expect(labelNames(company, who)).toEqual(['Clients']);
  expect(writes(company, () => night(company))).toBe(0);
  expect(company.troubles()).toEqual([]);
});

it('G23–G28: users by address, group, unit, domain and Sheet all get the contacts, and each is looked up again at every run', () => {
  const company = officerCompany();
  const { directory, drive } = company.world;
  const add = (primaryEmail: string, orgUnitPath = '/') => directory.addUser({ primaryEmail, orgUnitPath });
  const [lab, onSheet, byAddress, shop] = [
    add('lab@acme-labs.test'),
    add('paper@acme.test'),
    add('single@acme.test'),
    add('shop@acme.test', '/Shops'),
  ];
  drive.edit(company.sheet.id, company.sheet.tabs[0]!.name, 'A1', [['Who'], ['paper@acme.test']]);
  const sidebar = company.open(company.admin);
  beginSync(sidebar);
  chooseCustomers(company, sidebar);
  addAll(sidebar, 'Users', 'single');
  addAll(sidebar, 'Groups', 'team');
  addAll(sidebar, 'Organizational units', '/Shops');
  addAll(sidebar, 'Domains', 'acme-labs');
  sidebar.press('Choose cells');
  sidebar.press('Read column');
  sidebar.press('Back to destinations');
  sidebar.press('Next');
  sidebar.toggle('Run every night', true);
  sidebar.press('Next');
  previewSync(company, sidebar);
  const shown = linesBelow(sidebar, 'Preview by target').join('\n');
  const first = [lab, onSheet, byAddress, shop, company.sam, company.eve];
  for (const { primaryEmail } of first) expect(shown).toContain(primaryEmail);
  expect(shown.match(/3 new contacts/g)).toHaveLength(first.length);
  letThrough(company);
  for (const who of first) expect(company.namesAt(who)).toEqual(customers);
  const joiners = [add('lab2@acme-labs.test'), add('shop2@acme.test', '/Shops'), company.sue];
  directory.addMember('team@acme.test', { email: 'sue@acme.test' });
  directory.moveUser(shop.id, '/IT');
  directory.removeMember('team@acme.test', 'sam@acme.test');
  night(company);
  for (const who of [...joiners, lab, onSheet, byAddress, company.eve]) expect(company.namesAt(who)).toEqual(customers);
  for (const who of [shop, company.sam]) expect(company.namesAt(who)).toEqual([]);
  expect(entryOf(company, lastRequest(company).j)).toMatchObject({ state: 'active', destinations: 7 });
  expect(company.troubles()).toEqual([]);
});

describe('G33–G34: users of domains, units and groups as contacts', () => {
  const directoryCompany = (includeHidden: boolean) => {
    const company = officerCompany();
    const { directory } = company.world;
    const { orgUnitId } = directory.addOrgUnit(company.customer.id, '/Shops');
    directory.addUser({
      primaryEmail: 'shop@acme.test',
      orgUnitPath: '/Shops',
      name: { givenName: 'Shop', familyName: 'Keeper' },
      organizations: [{ title: 'Manager', department: 'Retail', location: 'Zürich', primary: true }],
      phones: [
        { value: '+41 44 555 01 02', type: 'work' },
        { value: '+41 79 555 01 02', type: 'home' },
      ],
      relations: [{ type: 'manager', value: 'boss@acme.test' }],
      addresses: [{ type: 'home', streetAddress: 'Private Lane 1' }],
    });
    directory.addUser({ primaryEmail: 'secret@acme.test', orgUnitPath: '/Shops', includeInGlobalAddressList: false });
    directory.addUser({ primaryEmail: 'lab@acme-labs.test', name: { givenName: 'Lab', familyName: 'Rat' } });
    const users = {
      selectors: [
        teamOf(company),
        { kind: 'orgUnit', orgUnitId, includeChildren: true, label: '' } as const,
        { kind: 'domain', domainName: 'acme-labs.test', label: '' } as const,
      ],
      excludedUserIds: [],
    };
    makeSync(company, {
      ...customersAt(company, teamOf(company), userOf(company.plain)),
      targetGroupName: 'Colleagues',
      leaveOut: ['homeAddresses', 'homePhones', 'homeEmails'],
      source: { kind: 'directory', users, ...(includeHidden ? { includeHidden } : {}) },
    });
    return company;
  };

  it('field by field, in a label of each destination; hidden users and the destination itself are left out', () => {
    const company = directoryCompany(false);
    expect(company.namesAt(company.plain)).toEqual(['Eve', 'Lab', 'Sam', 'Shop']);
    expect(company.namesAt(company.sam)).toEqual(['Eve', 'Lab', 'Shop']);
    expect(company.namesAt(company.eve)).toEqual(['Lab', 'Sam', 'Shop']);
    expect(labelsOf(company, company.plain, 'Shop')).toEqual(['Colleagues']);
    expect(called(company, company.plain, 'Shop')).toMatchObject({
      names: [{ givenName: 'Shop', familyName: 'Keeper' }],
      emailAddresses: [{ value: 'shop@acme.test' }],
      phoneNumbers: [{ value: '+41 44 555 01 02', type: 'work' }],
      organizations: [{ title: 'Manager', department: 'Retail', location: 'Zürich' }],
      relations: [{ type: 'manager', person: 'boss@acme.test' }],
    });
    expect(JSON.stringify(called(company, company.plain, 'Shop'))).not.toMatch(/Private Lane|\+41 79/);
    expect(writes(company, () => night(company))).toBe(0);
    expect(company.troubles()).toEqual([]);
  });

  it('hidden users, too, when somebody said so', () => {
    const company = directoryCompany(true);
    expect(company.namesAt(company.plain)).toEqual(['Eve', 'Lab', 'Sam', 'Shop', 'secret']);
  });
});

describe('G40, G44: what a destination’s owner put under the label', () => {
  const withMother = (): OfficerCompany => {
    const company = syncedCompany();
    const [label] = company.world.people.contactGroupsOf(company.sam.id);
    company.world.people.addContact(company.sam.id, {
      names: [{ givenName: 'Mother' }],
      memberships: [MINE, label!.resourceName].map((contactGroupResourceName) => ({
        contactGroupMembership: { contactGroupResourceName },
      })),
    });
    return company;
  };

  it('is left alone, and stays under it', () => {
    const company = withMother();
    expect(writes(company, () => night(company))).toBe(0);
    expect(labelsOf(company, company.sam, 'Mother')).toEqual(['Customers', MINE]);
  });

  it('keeps the label when they leave: only what was delivered goes', () => {
    const company = withMother();
    company.world.directory.removeMember('team@acme.test', 'sam@acme.test');
    night(company);
    expect(company.namesAt(company.sam)).toEqual(['Mother']);
    expect(labelsOf(company, company.sam, 'Mother')).toEqual(['Customers', MINE]);
    expect(company.troubles()).toEqual([]);
  });
});

it('G22: with a drift check once a week an edit at a destination stands until then, and is put back by it', () => {
  const company = syncedCompany(() => ({ drift: { mode: 'enforce', check: 'weekly' } }));
  const { resourceName } = called(company, company.sam, 'Ada Byron');
  company.world.people.editContact(company.sam.id, resourceName, { nicknames: [{ value: 'Countess' }] });
  const nights: boolean[] = [];
  for (let passed = 0; passed < 8; passed += 1) {
    night(company);
    nights.push('nicknames' in called(company, company.sam, 'Ada Byron'));
  }
  expect(nights.slice(0, 6)).toEqual([true, true, true, true, true, true]);
  expect(nights[7]).toBe(false);
  expect(company.troubles()).toEqual([]);
});

it('B8: what a sync leaves out is in no request to Google, when it is filled and when the source changes', () => {
  const company = officerCompany();
  const { people, network } = company.world;
  const { resourceName } = called(company, company.source, 'Ada Byron');
  people.editContact(company.source.id, resourceName, {
    biographies: [{ value: 'secret note' }],
    birthdays: [{ date: { year: 1981, month: 2, day: 3 } }],
  });
  const sent: string[] = [];
  network.observe(({ request }) => void sent.push(JSON.stringify(request)));
  makeSync(company, { ...customersAt(company, teamOf(company)), leaveOut: ['notes', 'birthdays'] });
  people.editContact(company.source.id, resourceName, { biographies: [{ value: 'secret again' }], nicknames: [{ value: 'Countess' }] });
  night(company);
  expect(called(company, company.sam, 'Ada Byron')).toMatchObject({ nicknames: [{ value: 'Countess' }] });
  expect(sent.filter((text) => /secret|1981/.test(text))).toEqual([]);
  for (const who of [company.sam, company.eve]) expect(JSON.stringify(contactsOf(company, who))).not.toMatch(/secret|1981/);
});
