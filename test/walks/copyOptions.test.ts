import type { Sidebar } from '../../simulator/host/Sidebar';
import { askForCopy, chooseTargets, send, waitForEnd, type Wish } from '../support/askForCopy';
import { fileCalled, label, linesBelow, readyCompany } from '../support/hands';
import { customers, type RosterCompany } from '../support/rosterCompany';

type Person = Record<string, unknown>;
const ada = 'ada.byron@customer.test';

const own = (company: RosterCompany, userId: string, person: Person): string =>
  String(company.world.people.addContact(userId, person)['resourceName']);
const contactsAt = (company: RosterCompany, userId: string): string => JSON.stringify(company.world.people.contactsOf(userId));
const preview = (company: RosterCompany, wish: Wish = { label }): Sidebar => {
  const sidebar = company.open(company.admin);
  askForCopy(company, sidebar, wish);
  return sidebar;
};
const run = (company: RosterCompany, sidebar: Sidebar): void => {
  send(sidebar);
  waitForEnd(company, sidebar);
};

describe('B7: what a target has already is found before it is copied', () => {
  const company = readyCompany();
  const { sam, sue, eve, source } = company;
  const grace = company.world.people.contactsOf(source.id)[1] as Person;
  company.world.people.editContact(source.id, String(grace['resourceName']), { phoneNumbers: [{ value: '+41 44 555 01 02' }] });
  own(company, sam.id, { names: [{ givenName: 'A.' }], emailAddresses: [{ value: 'ADA.Byron@customer.test' }] });
  own(company, sam.id, { names: [{ givenName: 'Grace', familyName: 'Hopper' }], phoneNumbers: [{ value: '0041 44 555 01 02' }] });
  own(company, sam.id, { names: [{ givenName: 'katherine', familyName: 'johnson' }] });
  // A switchboard: somebody else has the number, and somebody of the same name another address.
  own(company, sue.id, { names: [{ givenName: 'Reception' }], phoneNumbers: [{ value: '+41445550102' }] });
  own(company, sue.id, { names: [{ givenName: 'Ada Byron' }], emailAddresses: [{ value: 'another.ada@else.test' }] });
  const before = [sam, sue].map((target) => contactsAt(company, target.id));
  const sidebar = preview(company);

  it('the preview says for each target by what (B1)', () => {
    const lines = linesBelow(sidebar, 'Preview by target').join('\n');
    expect(lines).toContain(
      'sam@acme.test (0 new contacts, 3 already there (1 with the same e-mail address, 1 with the same phone number, 1 with the same name))',
    );
    expect(lines).toContain('sue@acme.test (3 new contacts, 0 already there, label will be created)');
    expect(lines).toContain('eve@acme.test (3 new contacts, 0 already there, label will be created)');
  });

  it('neither a number nor a name makes one of two people, and what is there is not written', () => {
    run(company, sidebar);
    expect(contactsAt(company, sam.id)).toBe(before[0]);
    expect(contactsAt(company, sue.id)).toContain(before[1]!.slice(1, -1));
    expect(company.namesAt(sue)).toEqual([...customers, 'Ada Byron', 'Reception'].sort());
    expect(company.namesAt(eve)).toEqual(customers);
  });
});

describe('S24: copy even if the contact exists', () => {
  const company = readyCompany();
  own(company, company.sam.id, { names: [{ givenName: 'Ada Byron' }], emailAddresses: [{ value: ada }] });
  const sidebar = company.open(company.admin);

  it('warns of duplicates only while it is on', () => {
    const seen: boolean[] = [];
    const warned = (): void => void seen.push(sidebar.text().includes('Duplicates: '));
    askForCopy(company, sidebar, {
      label,
      settings: () => {
        warned();
        for (const on of [true, false, true]) {
          sidebar.toggle('Copy even if the contact exists', on);
          warned();
        }
      },
    });
    expect(seen).toEqual([false, true, false, true]);
    expect(sidebar.text()).toContain('sam@acme.test (3 new contacts, 0 already there, label will be created)');
  });

  it('copies what is there, once: what was copied before is not copied again', () => {
    run(company, sidebar);
    expect(company.namesAt(company.sam)).toEqual(['Ada Byron', ...customers]);
    sidebar.press('Home');
    askForCopy(company, sidebar, { name: 'Again', label, settings: (card) => card.toggle('Copy even if the contact exists', true) });
    expect(sidebar.text()).toContain('New contacts: 0 at 3 targets');
    expect(sidebar.text()).toContain('3 already there (3 copied before)');
  });
});

describe('B8: what is left out', () => {
  const company = readyCompany();
  const person = {
    names: [{ givenName: 'Zoë' }],
    emailAddresses: [
      { value: 'zoe@work.test', type: 'work' },
      { value: 'zoe@private.test', type: 'home' },
    ],
    phoneNumbers: [{ value: '+41 79 000 11 22', type: 'home' }],
    addresses: [{ streetAddress: 'Secret Lane 5', type: 'home' }],
    birthdays: [{ date: { year: 1981, month: 2, day: 3 } }],
    biographies: [{ value: 'secret note' }],
    relations: [{ person: 'Secret Spouse', type: 'spouse' }],
    userDefined: [{ key: 'Locker', value: 'secret 12' }],
    organizations: [{ name: 'Acme', title: 'CTO' }],
    memberships: ['contactGroups/myContacts', company.label].map((name) => ({
      contactGroupMembership: { contactGroupResourceName: name },
    })),
  };
  own(company, company.source.id, person);
  const leftOut = [
    'Notes',
    'Birthdays',
    'Related people',
    'Home addresses',
    'Private e-mail addresses (type Home)',
    'Private phone numbers (type Home)',
    'Custom fields, identifiers and keywords',
  ];
  const sent: string[] = [];
  company.world.network.observe(({ request }) => void sent.push(JSON.stringify(request)));
  const sidebar = preview(company, {
    label: 'Customers (4 contacts)',
    settings: (card) => card.choose('Leave out of the copies', ...leftOut),
  });

  it('stands in the settings, and is there when they are opened again', () => {
    const later = company.open(company.admin);
    chooseTargets(later, { name: 'Other' });
    later.press('+ Add action');
    later.press('Copy user contacts');
    later.pick('Source user (required)', later.suggest('Source user (required)', 'source')[0]!);
    later.press('Use this user');
    later.choose('Leave out of the copies', 'Notes', 'Birthdays');
    later.press('Change');
    later.pick('Source user (required)', later.suggest('Source user (required)', 'source')[0]!);
    later.press('Use this user');
    later.press('Save');
    expect(later.text()).toContain('all contacts, without notes, birthdays');
    later.press('Edit action 1');
    expect(later.text()).toContain('(x) Notes (x) Birthdays ( ) Anniversaries');
  });

  it('appears in no request to Google, and does not arrive; the rest does', () => {
    run(company, sidebar);
    for (const target of [company.sam, company.sue, company.eve]) {
      const found = company.world.people.contactsOf(target.id).find((one) => JSON.stringify(one).includes('Zoë')) as Person;
      expect(found['emailAddresses']).toMatchObject([{ value: 'zoe@work.test' }]);
      expect(found['organizations']).toMatchObject([{ name: 'Acme', title: 'CTO' }]);
      for (const field of ['phoneNumbers', 'addresses', 'birthdays', 'biographies', 'relations', 'userDefined'])
        expect(found[field]).toBeUndefined();
    }
    const everything = sent.join('\n');
    expect(everything).toContain('zoe@work.test');
    for (const secret of [/secret/i, /zoe@private/, /79 000 11 22/, /1981/]) expect(everything).not.toMatch(secret);
  });

  it('is not asked for where the whole field is left out', () => {
    const masks = sent.filter((text) => text.includes('connections')).map((text) => decodeURIComponent(text));
    const ofSource = masks.filter((text) => text.includes('metadata') && text.includes('organizations'));
    expect(ofSource.length).toBeGreaterThan(0);
    for (const mask of ofSource)
      for (const field of ['biographies', 'birthdays', 'relations', 'userDefined']) expect(mask).not.toContain(field);
  });
});

describe('S22: a label of that name that somebody else made', () => {
  const withLabelAt = (refuse: boolean): { company: RosterCompany; sidebar: Sidebar; existing: string } => {
    const company = readyCompany();
    const existing = company.world.people.addContactGroup(company.sam.id, 'Customers').resourceName;
    const settings = (card: Sidebar): void => card.toggle('Leave out targets that have such a label', refuse);
    return { company, existing, sidebar: preview(company, { label, settings }) };
  };

  it('is joined', () => {
    const { company, sidebar, existing } = withLabelAt(false);
    expect(sidebar.text()).toContain('sam@acme.test (3 new contacts, 0 already there, label is there already)');
    run(company, sidebar);
    expect(company.world.people.membersOf(company.sam.id, existing)).toHaveLength(3);
  });

  it('or the target is left out, and the others are not', () => {
    const { company, sidebar, existing } = withLabelAt(true);
    expect(sidebar.text()).toContain('sam@acme.test (Nothing: The target has a label “Customers” already');
    expect(sidebar.text()).toContain('New contacts: 6 at 3 targets');
    run(company, sidebar);
    expect(sidebar.text()).toContain('targets: 2 done, 1 skipped, 0 failed.');
    expect(company.world.people.membersOf(company.sam.id, existing)).toEqual([]);
    expect(company.namesAt(company.sam)).toEqual([]);
    expect(company.namesAt(company.eve)).toEqual(customers);
  });

  it('a label of ours is joined also then: a second copy is no stranger', () => {
    const { company, sidebar } = withLabelAt(true);
    run(company, sidebar);
    const group = { contactGroupMembership: { contactGroupResourceName: company.label } };
    own(company, company.source.id, { names: [{ givenName: 'New one' }], memberships: [group] });
    sidebar.press('Home');
    const settings = (card: Sidebar): void => card.toggle('Leave out targets that have such a label', true);
    askForCopy(company, sidebar, { name: 'Again', label: 'Customers (4 contacts)', settings });
    expect(sidebar.text()).toContain('eve@acme.test (1 new contact, 3 already there (3 copied before), label is there already)');
  });

  it.each([true, false])('a name that Google keeps for itself is warned of, and then said (taken: %s)', (taken) => {
    const company = readyCompany();
    company.world.people.settings.systemGroupNamesTaken = false;
    const kept = company.world.people.addContactGroup(company.source.id, 'friends').resourceName;
    own(company, company.source.id, {
      names: [{ givenName: 'Pal' }],
      memberships: [{ contactGroupMembership: { contactGroupResourceName: kept } }],
    });
    company.world.people.settings.systemGroupNamesTaken = taken;
    const sidebar = preview(company, { label: 'friends (1 contact)' });
    expect(sidebar.text()).toContain('label will be created. Beware: Google has a label “friends” of its own in this account');
    run(company, sidebar);
    expect(company.namesAt(company.sam)).toEqual(taken ? [] : ['Pal']);
    if (taken) expect(sidebar.text()).toContain('Google keeps the name “friends” for a label of its own');
    else expect(sidebar.text()).toContain('targets: 3 done, 0 skipped, 0 failed.');
  });
});

describe('B14: a target near 25,000 contacts', () => {
  const company = readyCompany();
  const { sam } = company;
  for (let id = 0; id < 24_997; id += 1) own(company, sam.id, { names: [{ givenName: `Own ${id}` }] });
  const sidebar = preview(company);
  const tooFull = 'The account holds 24,998 contacts and has no room for 3 new ones.';

  it('that fills up between preview and run is left out before anything is written to it', () => {
    expect(sidebar.text()).toContain('New contacts: 9 at 3 targets');
    own(company, sam.id, { names: [{ givenName: 'One more' }] });
    run(company, sidebar);
    expect(sidebar.text()).toContain('targets: 2 done, 1 skipped, 0 failed.');
    expect(sidebar.text()).toContain(tooFull);
    expect(company.world.people.contactsOf(sam.id)).toHaveLength(24_998);
    expect(company.world.people.contactGroupsOf(sam.id)).toEqual([]);
    expect(company.namesAt(company.eve)).toEqual(customers);
  });

  it('is found by the preview', () => {
    sidebar.press('Home');
    askForCopy(company, sidebar, { name: 'Again', label });
    expect(sidebar.text()).toContain(`sam@acme.test (Nothing: ${tooFull}`);
    expect(sidebar.text()).toContain('New contacts: 0 at 3 targets');
  });
});

it('B9: the workbook shows the effort as planned and as counted', () => {
  const company = readyCompany();
  run(company, preview(company));
  const tab = fileCalled(company, 'Roster workbook').tab('Requests')!;
  const header = Array.from({ length: tab.grid.lastColumn }, (_, index) => String(tab.grid.cell(1, index + 1)?.value ?? ''));
  const cell = (name: string): string => String(tab.grid.cell(2, header.indexOf(name) + 1)?.value ?? '');
  expect(cell('plannedEffort')).toMatch(/of work in one go: 28 calls to Google \(7 reads, 6 writes, 8 calls for access, 7 look-ups in the/);
  expect(cell('countedEffort').split(': ')[1]).toBe(cell('plannedEffort').split(': ')[1]);
});
