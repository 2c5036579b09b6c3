import { BrowserPage } from '../support/browserPage';
import { fileCalled, linesBelow } from '../support/hands';
import { officerCompany, openPage, type OfficerCompany } from '../support/officers';
import {
  addCustomer,
  ask,
  called,
  customersAt,
  lastRequest,
  letThrough,
  preview,
  previewed,
  syncedCompany,
  teamOf,
  userOf,
} from '../support/syncHands';

type User = { readonly id: string; readonly primaryEmail: string };

const browse = (company: OfficerCompany): BrowserPage => {
  const page = new BrowserPage(openPage(company, company.olga, lastRequest(company).id));
  page.press('See each target');
  return page;
};

const contactsAt = (page: BrowserPage, who: User): string[][] => {
  page.press(`See each contact at ${who.primaryEmail}`);
  const items = page.items();
  page.press('Back to the targets');
  return items;
};

/** Everything that can become of a contact, seen by the officer who decides about an edit of the sync. */
const mixed = (): OfficerCompany => {
  const company = syncedCompany();
  const { people } = company.world;
  people.editContact(company.source.id, called(company, company.source, 'Ada Byron'), {
    emailAddresses: [{ value: 'ada@new.test' }],
    birthdays: [{ date: { month: 12, day: 10 } }],
  });
  people.deleteContact(company.source.id, called(company, company.source, 'Grace Hopper'));
  addCustomer(company, 'Dorothy Vaughan');
  addCustomer(company, 'Mary Jackson');
  people.addContact(company.sam.id, { names: [{ givenName: 'Mary Jackson' }] });
  people.editContact(company.sam.id, called(company, company.sam, 'Katherine Johnson'), { nicknames: [{ value: 'Kathy' }] });
  preview(company, { ...customersAt(company, teamOf(company), userOf(company.sue)), name: 'Customers for all' });
  return company;
};

describe('B1: a sync, contact by contact, before anybody approves it', () => {
  it('says by name what goes, what is written and in which fields, what is new, what stays, and why of each', () => {
    const company = mixed();
    const page = browse(company);
    expect(page.items().map(([address, plan]) => [address, plan])).toEqual([
      ['eve@acme.test', '2 new contacts, 1 changed, 1 deleted'],
      ['sam@acme.test', '1 new contact, 2 changed, 1 deleted, 1 already there (1 with the same name)'],
      ['sue@acme.test', '4 new contacts, label will be created'],
    ]);
    expect(contactsAt(page, company.sam).map((lines) => lines.at(-1)!.split(':')[0])).toEqual([
      'Deleted',
      'Updated',
      'Updated',
      'New, with names',
      'Skipped',
    ]);
    const [ada, katherine, mary] = ['Ada Byron', 'Katherine Johnson', 'Mary Jackson'].map((name) =>
      contactsAt(page, company.sam)
        .find(([one]) => one === name)!
        .slice(1),
    );
    expect(contactsAt(page, company.sam)[0]).toEqual(['Grace Hopper', 'grace.hopper@customer.test', 'Deleted: the source has it no more']);
    expect(ada).toEqual(['ada@new.test', 'Updated: writes over e-mail addresses; adds birthdays (what is delivered of it changed)']);
    expect(katherine).toEqual(['katherine.johnson@customer.test', 'Updated: takes away nicknames (its owner edited it)']);
    expect(mary).toEqual(['Skipped: the target has a contact with the same name']);
    expect(company.troubles()).toEqual([]);
  });

  it('and in an unchanged world exactly that is applied; afterwards the page says that it is there', () => {
    const company = mixed();
    const page = browse(company);
    const planned = contactsAt(page, company.sam);
    const named = (isIt: (fate: string) => boolean): string[] =>
      planned.filter((lines) => lines.slice(1).some(isIt)).map(([name]) => name!);
    const before = company.namesAt(company.sam);
    letThrough(company);
    const after = company.namesAt(company.sam);
    expect(before.filter((name) => !after.includes(name))).toEqual(named((fate) => fate.startsWith('Deleted')));
    expect(after.filter((name) => !before.includes(name))).toEqual(named((fate) => fate.startsWith('New')));
    const { people } = company.world;
    const ada = people.contact(company.sam.id, called(company, company.sam, 'Ada Byron'))!;
    expect([ada['emailAddresses'], ada['birthdays']]).toMatchObject([[{ value: 'ada@new.test' }], [{ date: { month: 12, day: 10 } }]]);
    expect(people.contact(company.sam.id, called(company, company.sam, 'Katherine Johnson'))!['nicknames']).toBeUndefined();
    page.press('Back to the request');
    page.press('See each target');
    const done = contactsAt(page, company.sam);
    expect(done.map(([name]) => name)).not.toContain('Grace Hopper');
    expect(done.find(([name]) => name === 'Dorothy Vaughan')).toEqual([
      'Dorothy Vaughan',
      'New',
      'Changed: It is there as it should be by now',
    ]);
    expect(done.find(([name]) => name === 'Ada Byron')!.slice(2)).toEqual(['Updated', 'Changed: It is there as it should be by now']);
  });

  it('what changed since the preview is said of each contact', () => {
    const company = mixed();
    const { people } = company.world;
    people.editContact(company.sam.id, called(company, company.sam, 'Mary Jackson'), { names: [{ givenName: 'M.' }] });
    people.editContact(company.source.id, called(company, company.source, 'Dorothy Vaughan'), { nicknames: [{ value: 'Dot' }] });
    addCustomer(company, 'Christine Darden');
    const items = contactsAt(browse(company), company.sam);
    const at = (name: string): string | undefined => items.find(([one]) => one === name)?.pop();
    expect(at('Mary Jackson')).toBe('Changed: The preview did not name it');
    expect(at('Christine Darden')).toBe('Changed: The preview did not name it');
    expect(at('Dorothy Vaughan')).toBe('Changed: It was edited since the preview');
    expect(at('Katherine Johnson')).toContain('takes away nicknames');
  });

  it('what a guard held is decided by who reads the names that go', () => {
    const company = syncedCompany((one) => ({
      guard: { share: 0.3, contacts: 1 },
      destinations: customersAt(one, userOf(one.sam)).destinations,
    }));
    for (const name of ['Ada Byron', 'Grace Hopper'])
      company.world.people.deleteContact(company.source.id, called(company, company.source, name));
    company.scheduler.runUntil(company.world.clock.now() + 600_000);
    ask(company, 'allow');
    previewed(company);
    expect(contactsAt(browse(company), company.sam).sort()).toEqual([
      ['Ada Byron', 'ada.byron@customer.test', 'Deleted: the source has it no more'],
      ['Grace Hopper', 'grace.hopper@customer.test', 'Deleted: the source has it no more'],
      ['Katherine Johnson', 'katherine.johnson@customer.test', 'Skipped: it is there, and as it should be'],
    ]);
  });

  it('contacts that were there are taken over, and let go when the sync is deleted with what it delivered', () => {
    const company = officerCompany();
    company.world.people.addContact(company.sam.id, { names: [{ givenName: 'Ada Byron' }], nicknames: [{ value: 'Countess' }] });
    const draft = { ...customersAt(company, userOf(company.sam)), existingContacts: 'adopt' as const };
    preview(company, draft);
    expect(contactsAt(browse(company), company.sam).find(([name]) => name === 'Ada Byron')).toEqual([
      'Ada Byron',
      'ada.byron@customer.test',
      'Taken over: adds e-mail addresses; put under “Customers”',
    ]);
    letThrough(company);
    company.scheduler.runUntil(company.world.clock.now() + 600_000);
    ask(company, 'remove');
    previewed(company);
    expect(contactsAt(browse(company), company.sam)).toEqual([
      ['Grace Hopper', 'grace.hopper@customer.test', 'Deleted: this user is no destination any more'],
      ['Katherine Johnson', 'katherine.johnson@customer.test', 'Deleted: this user is no destination any more'],
      ['Ada Byron', 'ada.byron@customer.test', 'Taken out of “Customers”; it was there before the sync, which never deletes it'],
    ]);
  });

  it('G21: a label that was renamed is told, where nothing else is to do, too', () => {
    const company = syncedCompany((one) => ({ destinations: customersAt(one, userOf(one.sam)).destinations }));
    const { people } = company.world;
    people.renameContactGroup(company.source.id, company.label, 'Clients');
    preview(company, customersAt(company, userOf(company.sam)));
    const page = browse(company);
    expect(page.items()[0]![1]).toBe('label will be joined, renamed or deleted');
    page.press('See each contact at sam@acme.test');
    expect(page.text()).toContain('no contact is written. The label “Customers” is renamed “Clients”. Below is what is there now.');
    letThrough(company);
    expect(people.contactGroupsOf(company.sam.id).map(({ name }) => name)).toEqual(['Clients']);
  });

  it('an account or a source that cannot be read now is named, and an altered preview is not shown', () => {
    const company = mixed();
    company.world.directory.suspendUser(company.sam.id);
    const page = browse(company);
    page.press('See each contact at sam@acme.test');
    expect(page.text()).toContain('sam@acme.test was skipped: the account is suspended or archived.');
    company.world.directory.suspendUser(company.source.id);
    const other = browse(company);
    other.press('See each contact at eve@acme.test');
    expect(other.text()).toContain('source@acme.test');
    const { grid } = fileCalled(company, 'Roster ledger').tabs.find((tab) => tab.name === 'Previews')!;
    const column = Array.from({ length: 30 }, (_, index) => index + 1).find((one) => grid.cell(1, one)?.value === 'contacts')!;
    grid.edit(grid.lastRow, column).value = 'c3|||0';
    expect(browse(company).heading.textContent).toBe('The preview that is stored is not the one that was made. Nothing was changed.');
  });

  it('neither ledger nor log says a name, and the sidebar leads to the page', () => {
    const company = mixed();
    contactsAt(browse(company), company.sam);
    const stored = [fileCalled(company, 'Roster ledger').tabs.map((tab) => tab.grid), company.project.executions.map(({ log }) => log)];
    expect(JSON.stringify(stored)).not.toMatch(/Byron|Hopper|Vaughan|customer\.test|Kathy/);
    const sidebar = company.open(company.admin);
    sidebar.press('Customers for all');
    expect(sidebar.text()).toContain('[See each contact]');
    expect(linesBelow(sidebar, 'Preview by target')[1]).toContain('2 changed, 1 deleted, 1 already there (1 with the same name)');
  });
});

describe('many', () => {
  it('contacts come 50 a page, and what was read with them is not read again', () => {
    const company = officerCompany();
    for (let index = 3; index < 2500; index += 1) addCustomer(company, `Contact ${index}`);
    preview(company, customersAt(company, userOf(company.sam)));
    const page = browse(company);
    page.press('See each contact at sam@acme.test');
    const first = page.items();
    expect(page.text()).toContain(
      'From source@acme.test: 2,500 new contacts. The label “Customers” is created. Below is what is there now. Page 1 of 50.',
    );
    const calls = (): number => company.world.network.log.entries.length;
    let before = calls();
    for (let next = 2; next <= 20; next += 1) page.press('Next page');
    expect(page.text()).toContain('Page 20 of 50.');
    expect(calls()).toBe(before);
    const seen = new Set([...first, ...page.items()].map(([name]) => name));
    page.press('Next page');
    expect(calls()).toBeGreaterThan(before);
    expect(new Set([...seen, ...page.items().map(([name]) => name)]).size).toBe(150);
    before = calls();
    page.press('Previous page');
    expect(page.text()).toContain('Page 20 of 50.');
    expect(calls()).toBe(before);
    expect(company.troubles()).toEqual([]);
  });
});
