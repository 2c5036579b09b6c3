import { onlyRequest } from '../support/forgeClick';
import { BrowserPage } from '../support/browserPage';
import { fileCalled, passHours, sweepNow } from '../support/hands';
import { decideOnPage, officerCompany, openPage, waitingCopy, type OfficerCompany } from '../support/officers';
import { customers } from '../support/rosterCompany';

type User = { readonly id: string; readonly primaryEmail: string };

const give = ({ world }: OfficerCompany, who: User, person: object): string => String(world.people.addContact(who.id, person).resourceName);

/** sam@ has Ada by her address and Grace by name; sue@ has a contact that is nobody of the source; eve@ has none. */
const mixed = () => {
  const company = officerCompany();
  const ada = give(company, company.sam, { names: [{ givenName: 'A. B.' }], emailAddresses: [{ value: 'ada.byron@customer.test' }] });
  give(company, company.sam, { names: [{ givenName: 'Grace Hopper' }] });
  give(company, company.sue, { names: [{ givenName: 'Somebody Else' }] });
  waitingCopy(company);
  sweepNow(company);
  return { company, ada };
};

const browse = (company: OfficerCompany): BrowserPage => new BrowserPage(openPage(company, company.olga, onlyRequest(company).id));

/** The lines of each contact at a target, as the page shows them. */
const contactsAt = (page: BrowserPage, who: User): string[][] => {
  page.press(`See each contact at ${who.primaryEmail}`);
  const items = page.items();
  page.press('Back to the targets');
  return items;
};

const createdIn = (items: string[][]): string[] =>
  items.filter((lines) => lines.some((line) => line.startsWith('New'))).map(([name]) => name!);

describe('B1: contact by contact', () => {
  it('says what is created and what is skipped and why, and in an unchanged world exactly that is applied', () => {
    const { company } = mixed();
    const targets = [company.eve, company.sam, company.sue];
    const page = browse(company);
    page.press('See each target');
    expect(page.items()).toEqual([
      ['eve@acme.test', '3 new contacts, 0 already there, label will be created', 'See each contact'],
      [
        'sam@acme.test',
        '1 new contact, 2 already there (1 with the same e-mail address, 1 with the same name), label will be created',
        'See each contact',
      ],
      ['sue@acme.test', '3 new contacts, 0 already there, label will be created', 'See each contact'],
    ]);
    expect([...contactsAt(page, company.sam)].sort()).toEqual([
      ['Ada Byron', 'ada.byron@customer.test', 'Skipped: the target has a contact with the same e-mail address'],
      ['Grace Hopper', 'grace.hopper@customer.test', 'Skipped: the target has a contact with the same name'],
      ['Katherine Johnson', 'katherine.johnson@customer.test', 'New, with names, e-mail addresses'],
    ]);
    const planned = targets.map((who) => createdIn(contactsAt(page, who)).sort());
    const before = targets.map((who) => company.namesAt(who));
    decideOnPage(company, company.olga, 'approve');
    passHours(company, 1);
    const difference = targets.map((who, index) => {
      const left = [...before[index]!];
      return company.namesAt(who).filter((name) => !left.includes(name) || left.splice(left.indexOf(name), 1).length === 0);
    });
    expect(difference).toEqual(planned);
    expect(difference.flat()).toHaveLength(7);
    expect(company.troubles()).toEqual([]);
  });

  it('in a changed world no contact is created that the preview left out, not even in place of another', () => {
    const { company, ada } = mixed();
    decideOnPage(company, company.olga, 'approve');
    // As many as were approved would be new at sam@, but another one.
    company.world.people.deleteContact(company.sam.id, ada);
    give(company, company.sam, { names: [{ givenName: 'Katherine Johnson' }] });
    const before = company.namesAt(company.sam);
    passHours(company, 1);
    expect(company.namesAt(company.sam)).toEqual(before);
    expect(company.namesAt(company.eve)).toEqual(customers);
    const page = browse(company);
    page.press('See each target');
    page.toggle(/Only targets/);
    expect(page.items().map(([address]) => address)).toEqual(['sam@acme.test']);
    expect(page.text()).toContain('The target now needs 1 contact that the approved preview left out there. Nothing was written.');
  });

  it('in a changed world fewer are created where more is there by then', () => {
    const { company } = mixed();
    decideOnPage(company, company.olga, 'approve');
    give(company, company.sue, { emailAddresses: [{ value: 'grace.hopper@customer.test' }], names: [{ givenName: 'G' }] });
    passHours(company, 1);
    expect(company.namesAt(company.sue)).toEqual(['Ada Byron', 'G', 'Katherine Johnson', 'Somebody Else']);
  });

  it('names are read when somebody looks, with what changed since; the ledger holds none', () => {
    const { company } = mixed();
    const { people } = company.world;
    const byName = (name: string): string =>
      (people.contactsOf(company.source.id) as { resourceName: string; names?: { givenName?: string }[] }[]).find(
        (one) => one.names?.[0]?.givenName === name,
      )!.resourceName;
    people.editContact(company.source.id, byName('Grace Hopper'), { names: [{ givenName: 'Amazing Grace' }] });
    people.deleteContact(company.source.id, byName('Katherine Johnson'));
    const page = browse(company);
    page.press('See each target');
    const items = contactsAt(page, company.eve);
    expect(items.find(([name]) => name === 'Amazing Grace')).toContain('Changed: It was edited since the preview');
    expect(items.find(([name]) => name === 'No name')).toEqual(['No name', 'New', 'Changed: It is not there any more']);
    expect(items.find(([name]) => name === 'Ada Byron')!.join()).not.toContain('Changed');
    const ledger = JSON.stringify(fileCalled(company, 'Roster ledger').tabs.map((tab) => tab.grid));
    expect(ledger).toContain('"c3"');
    expect(ledger).not.toMatch(/Byron|Hopper|Johnson|customer\.test/);
    expect(JSON.stringify(company.project.executions.map((one) => one.log))).not.toMatch(/Byron|Hopper|Johnson|customer\.test/);
  });

  it('when the source cannot be read, the page says why and still what was planned', () => {
    const { company } = mixed();
    company.world.directory.suspendUser(company.source.id);
    const page = browse(company);
    page.press('See each target');
    page.press('See each contact at sam@acme.test');
    expect(page.text()).toContain('Names cannot be read now. ');
    expect(page.text()).toContain('source@acme.test');
    expect(page.text()).toContain('1 new, 2 skipped.');
    expect(page.items()).toContainEqual(['No name', 'Skipped: the target has a contact with the same name']);
  });

  it('an edited preview in the ledger is not shown as the one that was made, and nothing of it runs', () => {
    const { company } = mixed();
    const { tabs } = fileCalled(company, 'Roster ledger');
    const { grid } = tabs.find((tab) => tab.name === 'Previews')!;
    const columns = Array.from({ length: 30 }, (_, index) => index + 1);
    const column = columns.find((one) => grid.cell(1, one)?.value === 'contacts')!;
    for (let row = 2; row <= grid.lastRow; row += 1) if (grid.cell(row, column)?.value === 'c3') grid.edit(row, column).value = 'c2x';
    const page = browse(company);
    page.press('See each target');
    expect(page.heading.textContent).toBe('The preview that is stored is not the one that was made. Nothing was changed.');
    decideOnPage(company, company.olga, 'approve');
    passHours(company, 1);
    expect(company.namesAt(company.eve)).toEqual([]);
    expect(onlyRequest(company).s).toBe('failed');
  });
});

describe('many', () => {
  it('targets and contacts come 50 a page; the pages say which they are', () => {
    const company = officerCompany();
    const { directory, people } = company.world;
    const extra = Array.from({ length: 60 }, (_, index) => `t${String(index).padStart(2, '0')}@acme.test`);
    for (const primaryEmail of extra) directory.addUser({ primaryEmail, orgUnitPath: '/Sales' });
    for (let index = 0; index < 70; index += 1) people.addContact(company.source.id, { names: [{ givenName: `Contact ${index}` }] });
    waitingCopy(company, {});
    const page = browse(company);
    page.press('See each target');
    expect(page.items()).toHaveLength(50);
    expect(page.text()).toContain('Page 1 of 2');
    page.press('Next page');
    expect(page.items()).toHaveLength(13);
    expect(page.text()).toContain('63 in all');
    page.press(`See each contact at ${extra[59]}`);
    const first = page.items();
    page.press('Next page');
    expect(new Set([...first, ...page.items()].map(([name]) => name)).size).toBe(75);
    page.press('Back to the targets');
    expect(page.text()).toContain('Page 2 of 2');
    page.toggle(/Only targets/);
    expect(page.text()).toContain('There is none.');
    expect(company.troubles()).toEqual([]);
  });
});
