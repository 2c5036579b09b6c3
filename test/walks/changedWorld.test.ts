import { askForCopy, chooseSource, chooseTargets, waitForEnd } from '../support/askForCopy';
import { contactWrites, label, linesBelow, passHours, readyCompany, receivers, sentCopy } from '../support/hands';
import { customers, type RosterCompany } from '../support/rosterCompany';

const resultOf = (sidebar: Parameters<typeof linesBelow>[0], address: string): string =>
  linesBelow(sidebar, 'Results').find((line) => line.includes(address)) ?? '';

describe('targets between preview and run', () => {
  it('one that was deleted, one that was suspended: both reported, the rest get their contacts', () => {
    const { company, sidebar } = sentCopy();
    company.world.directory.deleteUser(company.sam.id);
    company.world.directory.suspendUser(company.sue.id);
    waitForEnd(company, sidebar);
    expect(resultOf(sidebar, 'sam@')).toMatch(/^Account no longer exists: was sam@acme\.test .*Nothing to do if that was meant\./);
    expect(resultOf(sidebar, 'sue@')).toMatch(/^Skipped: .*suspended/);
    expect(resultOf(sidebar, 'eve@')).toMatch(/^Done: /);
    expect(sidebar.text()).toContain('Status: Partly done');
    expect(receivers(company)).toEqual(['eve@acme.test']);
    expect(company.troubles()).toEqual([]);
  });

  it('one that was deleted before the preview is known by the address it had', () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    chooseTargets(sidebar);
    company.world.directory.deleteUser(company.sam.id);
    chooseSource(company, sidebar, { label });
    sidebar.press('Preview');
    company.waitFor(sidebar, /Status: (?!Preparing)/);
    const [line] = linesBelow(sidebar, 'Preview by target').filter((one) => one.includes('sam@'));
    expect(line).toContain('was sam@acme.test (Nothing: The account no longer exists. Nothing to do if that was meant.');
    expect(sidebar.text()).not.toContain(company.sam.id);
  });

  it('one that was renamed gets the contacts under the new address', () => {
    const { company, sidebar } = sentCopy();
    company.world.directory.renameUser(company.sam.id, 'samuel@acme.test');
    waitForEnd(company, sidebar);
    expect(resultOf(sidebar, 'samuel@')).toMatch(/^Done: /);
    expect(company.namesAt(company.sam)).toEqual(customers);
  });

  it('an address that was given to somebody else: the approved person gets the contacts, not the address', () => {
    const { company, sidebar } = sentCopy();
    const { directory } = company.world;
    directory.renameUser(company.sam.id, 'samuel@acme.test');
    const aliases = directory.userById(company.sam.id)!.aliases;
    aliases.splice(aliases.indexOf('sam@acme.test'), 1);
    (directory as unknown as { release(emails: string[]): void }).release(['sam@acme.test']);
    const newSam = directory.addUser({ primaryEmail: 'sam@acme.test', orgUnitPath: '/Sales' });
    waitForEnd(company, sidebar);
    expect(company.namesAt(company.sam)).toEqual(customers);
    expect(company.namesAt(newSam)).toEqual([]);
  });

  it('everybody deleted: nothing is written, and the request says so', () => {
    const { company, sidebar } = sentCopy();
    for (const user of [company.sam, company.sue, company.eve]) company.world.directory.deleteUser(user.id);
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Failed');
    expect(sidebar.text()).toContain('No target was reached.');
    expect(linesBelow(sidebar, 'Results').filter((line) => line.startsWith('Account no longer exists: '))).toHaveLength(3);
    expect(contactWrites(company)).toBe(0);
    expect(company.troubles()).toEqual([]);
  });

  it('a service that was switched off for one, an account without room: reported with the next step', () => {
    const { company, sidebar } = sentCopy();
    company.world.people.switchService(company.sam.id, false);
    company.world.faults.add({
      at: ({ name, as }) => name === 'people.people.batchCreateContacts' && as === 'sue@acme.test',
      times: Infinity,
      effect: { kind: 'answer', when: 'before', status: 400, body: overflow },
    });
    company.world.faults.add({
      at: ({ name, as }) => name === 'people.people.createContact' && as === 'sue@acme.test',
      times: Infinity,
      effect: { kind: 'answer', when: 'before', status: 400, body: overflow },
    });
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Partly done');
    expect(resultOf(sidebar, 'sam@')).toContain('Switch the Contacts service on');
    expect(resultOf(sidebar, 'sue@')).toContain('has no room for more contacts');
    expect(company.namesAt(company.eve)).toEqual(customers);
    const [mail] = company.world.mail.inbox(company.admin.id);
    expect(mail!.subject).toBe('Partly done: New colleagues');
    expect(mail!.body).toContain('Switch the Contacts service on');
  });
});

const overflow = {
  error: {
    code: 400,
    status: 'FAILED_PRECONDITION',
    message: 'MY_CONTACTS_OVERFLOW_COUNT',
    errors: [{ message: 'MY_CONTACTS_OVERFLOW_COUNT' }],
  },
};

describe('the source between preview and run', () => {
  it.each([
    [
      'a contact added',
      (c: RosterCompany) => void c.world.people.addContact(c.source.id, labelled(c, 'New')),
      '1 contact added, 0 edited, 0 removed',
    ],
    [
      'a contact removed',
      (c: RosterCompany) => c.world.people.deleteContact(c.source.id, nameOf(c, 0)),
      '0 contacts added, 0 edited, 1 removed',
    ],
    [
      'a contact edited',
      (c: RosterCompany) => void c.world.people.editContact(c.source.id, nameOf(c, 0), { nicknames: [{ value: 'N' }] }),
      '0 contacts added, 1 edited, 0 removed',
    ],
  ])('%s refuses the run and says what changed; nothing is written', (_title, change, said) => {
    const { company, sidebar } = sentCopy();
    change(company);
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Failed');
    expect(sidebar.text()).toContain(said);
    expect(contactWrites(company)).toBe(0);
    expect(company.world.mail.inbox(company.admin.id)[0]!.body).toContain(said);
    expect(company.troubles()).toEqual([]);
  });

  it('a change outside the label does not matter, nor one that does not travel', () => {
    const { company, sidebar } = sentCopy();
    company.world.people.addContact(company.source.id, { names: [{ givenName: 'Unlabelled' }] });
    company.world.people.editContact(company.source.id, nameOf(company, 0), { clientData: [{ key: 'crm', value: '7' }] });
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(company.namesAt(company.sam)).toEqual(customers);
  });

  it('a label that was renamed is still the label; targets get the name that was approved', () => {
    const { company, sidebar } = sentCopy();
    company.world.people.renameContactGroup(company.source.id, company.label, 'Clients');
    waitForEnd(company, sidebar);
    const names = [company.sam, company.sue, company.eve].map(({ id }) => company.world.people.contactGroupsOf(id).map(({ name }) => name));
    expect(sidebar.text()).toContain('Status: Done');
    expect(names).toEqual([['Customers'], ['Customers'], ['Customers']]);
  });

  it('renamed, it is still the source; suspended or deleted, the run is refused and says so', () => {
    const renamed = sentCopy();
    renamed.company.world.directory.renameUser(renamed.company.source.id, 'origin@acme.test');
    waitForEnd(renamed.company, renamed.sidebar);
    expect(renamed.company.namesAt(renamed.company.sam)).toEqual(customers);

    for (const end of ['suspendUser', 'deleteUser'] as const) {
      const { company, sidebar } = sentCopy();
      company.world.directory[end](company.source.id);
      waitForEnd(company, sidebar);
      expect(sidebar.text()).toContain('Status: Failed');
      expect(contactWrites(company)).toBe(0);
    }
  });
});

describe('the installation between preview and run', () => {
  it('without delegation nothing is written, and the record says what to do', () => {
    const { company, sidebar } = sentCopy();
    company.world.cloud.revokeDelegation(company.customer.id, company.serviceAccount.clientId);
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Domain-wide delegation');
    const toPaste = `add the client ID ${company.serviceAccount.clientId} with the scope https://www.googleapis.com/auth/contacts`;
    expect(sidebar.text()).toContain(toPaste);
    expect(company.world.mail.inbox(company.admin.id)[0]!.body).toContain(toPaste);
    expect(contactWrites(company)).toBe(0);
  });

  it('without delegation a preview says the same; granted, the next one is made', () => {
    const company = readyCompany();
    company.world.cloud.revokeDelegation(company.customer.id, company.serviceAccount.clientId);
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar);
    expect(sidebar.text()).toContain('Status: Failed');
    const [, clientId = '', scope = ''] = /add the client ID (\d+) with the scope (\S+)/.exec(sidebar.text())!;
    company.world.cloud.grantDelegation(company.customer.id, clientId, [scope]);
    company.world.clock.advance(24 * 3_600_000);
    sidebar.press('Home');
    askForCopy(company, sidebar);
    expect(sidebar.text()).toContain('Status: Preview ready');
  });

  it('an operator or requester who was renamed goes on', () => {
    const { company, sidebar } = sentCopy();
    company.world.directory.renameUser(company.operator.id, 'roster-bot@acme.test');
    company.world.directory.renameUser(company.admin.id, 'chief@acme.test');
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Asked by: chief@acme.test');
    expect(company.namesAt(company.sam)).toEqual(customers);
    expect(company.world.mail.inbox(company.admin.id)).toHaveLength(1);
  });

  it('an operator who is suspended runs nothing; restored, the run goes on', () => {
    const { company, sidebar } = sentCopy();
    company.world.directory.suspendUser(company.operator.id);
    passHours(company, 3);
    expect(contactWrites(company)).toBe(0);
    company.world.directory.unsuspendUser(company.operator.id);
    waitForEnd(company, sidebar);
    expect(company.namesAt(company.sam)).toEqual(customers);
  });

  it('a quota of the minute is waited for, a server error is tried again: nobody gets anything twice', () => {
    const { company, sidebar } = sentCopy();
    for (const [status, skip] of [
      [429, 0],
      [503, 1],
      [500, 3],
    ] as const) {
      company.world.faults.add({
        at: 'people.people.connections.list',
        skip,
        effect: { kind: 'answer', when: 'before', status, body: errorOf(status) },
      });
    }
    waitForEnd(company, sidebar);
    for (const target of [company.sam, company.sue, company.eve]) expect(company.namesAt(target)).toEqual(customers);
  });
});

const labelled = (company: RosterCompany, givenName: string): object => ({
  names: [{ givenName }],
  memberships: [{ contactGroupMembership: { contactGroupResourceName: company.label } }],
});
const nameOf = (company: RosterCompany, index: number): string =>
  String(company.world.people.membersOf(company.source.id, company.label)[index]!['resourceName']);
const errorOf = (code: number): object => ({
  error: { code, status: code === 429 ? 'RESOURCE_EXHAUSTED' : 'UNAVAILABLE', message: 'later' },
});
