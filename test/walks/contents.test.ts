import { updateFields } from '../../simulator/people/fieldMask';
import { askForCopy, send, waitForEnd } from '../support/askForCopy';
import { contactWrites, label, linesBelow, readyCompany } from '../support/hands';
import type { RosterCompany } from '../support/rosterCompany';

type Item = Readonly<Record<string, unknown>>;

/** One contact with something in every field that an application may set. */
const everything = (group: string): object => ({
  names: [{ givenName: 'Zoë', familyName: 'Łęcka', honorificPrefix: 'Dr.', phoneticGivenName: 'Zo-ey' }],
  nicknames: [{ value: 'Zo', type: 'ALTERNATE_NAME' }],
  emailAddresses: [
    { value: 'Zoe@Example.com', type: 'work', displayName: 'Zoë at work' },
    { value: 'zoe@home.example', type: 'Holiday house' },
  ],
  phoneNumbers: [
    { value: '044 555 01 02', type: 'mobile' },
    { value: '+1 555 0100', type: 'main' },
  ],
  addresses: [{ streetAddress: '1 High St', city: 'Bern', country: 'Switzerland', countryCode: 'CH', type: 'home', poBox: '7' }],
  organizations: [{ name: 'Acme', title: 'CTO', department: 'R&D', type: 'work', startDate: { year: 2020, month: 1, day: 2 } }],
  birthdays: [{ date: { month: 2, day: 29 } }],
  events: [{ type: 'anniversary', date: { year: 2011, month: 6, day: 5 } }],
  biographies: [{ value: 'Met in Bern.\nLikes tea.' }],
  genders: [{ value: 'female' }],
  imClients: [{ username: 'zoe', protocol: 'jabber', type: 'home' }],
  urls: [{ value: 'https://example.com/zoe', type: 'profile' }],
  relations: [{ person: 'Jan', type: 'spouse' }],
  externalIds: [{ value: 'E-77', type: 'organization' }],
  userDefined: [{ key: 'Locker', value: '=12' }],
  sipAddresses: [{ value: 'sip:zoe@example.com', type: 'work' }],
  calendarUrls: [{ url: 'https://example.com/cal', type: 'work' }],
  interests: [{ value: 'Tea' }],
  locales: [{ value: 'pl' }],
  locations: [{ value: 'Desk 4', type: 'desk', floor: '2' }],
  miscKeywords: [{ value: 'vip', type: 'OUTLOOK_KEYWORD' }],
  occupations: [{ value: 'Engineer' }],
  clientData: [{ key: 'other-tool', value: 'secret-of-another-tool' }],
  memberships: ['contactGroups/myContacts', group].map((name) => ({
    contactGroupMembership: { contactGroupResourceName: name },
  })),
});

const values = (person: Item, field: string): Item[] =>
  ((person[field] as Item[] | undefined) ?? []).map(({ metadata: _, ...rest }) => rest as Item);
const memberships = (person: Item): string[] =>
  values(person, 'memberships').map((one) => String((one['contactGroupMembership'] as Item)['contactGroupResourceName']));
const contactCalled = (company: RosterCompany, userId: string, givenName: string): Item => {
  const all = company.world.people.contactsOf(userId) as Item[];
  return all.find((person) => values(person, 'names')[0]?.['givenName'] === givenName)!;
};

const copy = (company: RosterCompany, createLabel = true) => {
  const sidebar = company.open(company.admin);
  askForCopy(company, sidebar, { label: 'Customers (4 contacts)', createLabel });
  send(sidebar);
  waitForEnd(company, sidebar);
  return sidebar;
};
const withEverything = (): RosterCompany => {
  const company = readyCompany();
  company.world.people.addContact(company.source.id, everything(company.label));
  return company;
};

describe('S28, S33, S37: what arrives', () => {
  const company = withEverything();
  const before = JSON.stringify(company.world.people.contactsOf(company.source.id));
  copy(company);
  const source = contactCalled(company, company.source.id, 'Zoë');
  const targets = [company.sam, company.sue, company.eve];
  const delivered = targets.map((target) => contactCalled(company, target.id, 'Zoë'));

  it('is every field that can be written, value by value, at every target', () => {
    for (const field of updateFields.filter((name) => !['memberships', 'clientData'].includes(name))) {
      expect({ [field]: values(source, field) }).not.toEqual({ [field]: [] });
      for (const contact of delivered) expect({ [field]: values(contact, field) }).toEqual({ [field]: values(source, field) });
    }
  });

  it('carries Roster’s mark and nothing of other tools', () => {
    for (const contact of delivered) {
      expect(values(contact, 'clientData').map((one) => one['key'])).toEqual(['roster']);
      expect(JSON.stringify(contact)).not.toContain('secret-of-another-tool');
    }
  });

  it('is in myContacts and in the label, and nothing else is in the label', () => {
    targets.forEach((target, index) => {
      const [made, ...more] = company.world.people.contactGroupsOf(target.id);
      expect(more).toEqual([]);
      expect(memberships(delivered[index]!).sort()).toEqual(['contactGroups/myContacts', made!.resourceName].sort());
      expect(company.world.people.membersOf(target.id, made!.resourceName)).toHaveLength(4);
    });
  });

  it('left the source as it was (S38), its marks for other tools included', () => {
    expect(JSON.stringify(company.world.people.contactsOf(company.source.id))).toBe(before);
  });

  it('does not follow later edits of the source (S38)', () => {
    company.world.people.editContact(company.source.id, String(source['resourceName']), { nicknames: [{ value: 'Edited' }] });
    company.scheduler.runUntil(company.world.clock.now() + 48 * 3_600_000);
    expect(JSON.stringify(company.world.people.contactsOf(company.sam.id))).not.toContain('Edited');
    expect(company.troubles()).toEqual([]);
  });
});

describe('S21–S23: the label', () => {
  it('empty means all contacts', () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar);
    send(sidebar);
    waitForEnd(company, sidebar);
    expect(company.namesAt(company.sam)).toHaveLength(5);
    expect(company.world.people.contactGroupsOf(company.sam.id)).toEqual([]);
  });

  it('the switch is there only when a label was chosen', () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    sidebar.press('New workflow');
    sidebar.type('Name (required)', 'x');
    sidebar.choose('Type (required)', 'Modify: users who are already there');
    sidebar.press('Next');
    sidebar.type('Name or address', 'sam');
    sidebar.press('Search');
    sidebar.press('Add all');
    sidebar.press('Next');
    sidebar.press('Proceed to actions');
    sidebar.press('+ Add action');
    sidebar.press('Copy user contacts');
    sidebar.type('Source user (required)', 'source@acme.test');
    sidebar.press('Use this user');
    company.waitFor(sidebar, /Label \(optional\)/);
    expect(sidebar.text()).not.toContain('Create this label');
    sidebar.choose('Label (optional)', label);
    expect(sidebar.text()).toContain('Create this label in the destination');
    sidebar.choose('Label (optional)', 'All contacts');
    expect(sidebar.text()).not.toContain('Create this label');
    expect(company.troubles()).toEqual([]);
  });

  it('off: the contacts of the label arrive without it, in myContacts', () => {
    const company = withEverything();
    copy(company, false);
    expect(company.namesAt(company.sam)).toHaveLength(4);
    expect(company.world.people.contactGroupsOf(company.sam.id)).toEqual([]);
    expect(memberships(contactCalled(company, company.sam.id, 'Zoë'))).toEqual(['contactGroups/myContacts']);
  });

  it('a label of that name at the target is joined, and what was in it stays', () => {
    const company = withEverything();
    const { people } = company.world;
    const own = people.addContactGroup(company.sam.id, 'Customers').resourceName;
    people.addContact(company.sam.id, {
      names: [{ givenName: 'Own' }],
      memberships: [{ contactGroupMembership: { contactGroupResourceName: own } }],
    });
    const sidebar = copy(company);
    expect(people.contactGroupsOf(company.sam.id).map((group) => group.resourceName)).toEqual([own]);
    expect(people.membersOf(company.sam.id, own)).toHaveLength(5);
    expect(sidebar.text()).toContain('Status: Done');
  });
});

describe('S24: a re-run', () => {
  const company = withEverything();
  copy(company);
  const contents = () => JSON.stringify([company.sam, company.sue, company.eve].map(({ id }) => company.world.people.contactsOf(id)));

  it('adds nothing and changes nothing', () => {
    const before = contents();
    const writes = contactWrites(company);
    const sidebar = copy(company);
    expect(linesBelow(sidebar, 'Results')[0]).toBe('0 contacts created; targets: 3 done, 0 skipped, 0 failed.');
    expect(contents()).toBe(before);
    expect(contactWrites(company)).toBe(writes);
  });

  it('adds only what is new, under the label even when somebody renamed it', () => {
    const { people } = company.world;
    const [made] = people.contactGroupsOf(company.sam.id);
    people.renameContactGroup(company.sam.id, made!.resourceName, 'My customers');
    people.deleteContact(company.sue.id, String(contactCalled(company, company.sue.id, 'Zoë')['resourceName']));
    people.deleteContact(company.sam.id, String(contactCalled(company, company.sam.id, 'Ada Byron')['resourceName']));
    const sidebar = copy(company);
    expect(linesBelow(sidebar, 'Results')[0]).toContain('2 contacts created');
    expect(people.contactGroupsOf(company.sam.id).map((group) => group.name)).toEqual(['My customers']);
    expect(people.membersOf(company.sam.id, made!.resourceName)).toHaveLength(4);
    for (const { id } of [company.sam, company.sue, company.eve]) expect(people.contactsOf(id)).toHaveLength(4);
    expect(company.troubles()).toEqual([]);
  });

  it('a contact the target edited is still the one that was copied', () => {
    const { people } = company.world;
    const name = String(contactCalled(company, company.eve.id, 'Zoë')['resourceName']);
    people.editContact(company.eve.id, name, { nicknames: [{ value: 'Z' }], names: [{ givenName: 'Renamed' }] });
    copy(company);
    expect(people.contactsOf(company.eve.id)).toHaveLength(4);
    expect(company.namesAt(company.eve)).toContain('Renamed');
  });
});
