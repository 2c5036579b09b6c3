import { BrowserPage } from '../support/browserPage';
import { openGmail, SMALL_SCOPES } from '../support/gmail';
import { fileCalled, linesBelow } from '../support/hands';
import { decideOnPage, mailsTo, officerCompany, openPage, waitingCopy } from '../support/officers';
import { customers, type RosterCompany } from '../support/rosterCompany';
import { accountsOf, approveAndRun, askForUndo, copiedCompany, sendIt, waitingIds } from '../support/undoHands';

const contactCalled = ({ world }: RosterCompany, who: { readonly id: string }, name: string): string =>
  world.people.contactsOf(who.id).find((one) => (one['names'] as { givenName?: string }[])[0]?.givenName === name)![
    'resourceName'
  ] as string;

const deletions = ({ world }: RosterCompany): number =>
  world.network.log.entries.filter(({ operation, committed }) => committed && operation === 'people.people.batchDeleteContacts').length;

describe('B6: a copy is undone', () => {
  it('by a request of its own, that an officer approves: afterwards every account is as before the copy', () => {
    const company = officerCompany();
    const own = company.world.people.addContact(company.sam.id, { names: [{ givenName: 'Mother' }] });
    const before = accountsOf(company);
    const sidebar = waitingCopy(company);
    approveAndRun(company, sidebar);
    expect(company.namesAt(company.sue)).toEqual(customers);
    const copied = accountsOf(company);

    askForUndo(company, sidebar);
    expect(sidebar.text()).toContain('Undo: New colleagues');
    expect(linesBelow(sidebar, 'What will happen')).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Remove 9 copied contacts from 3 people. They lie in the trash of each account for 30 days.'),
      ]),
    );
    expect(linesBelow(sidebar, 'Preview by target').find((line) => line.includes('sam@'))).toContain(
      '3 copied contacts removed, and their label',
    );
    sidebar.press('Send approval request');
    expect(sidebar.text()).toContain('Beware: Remove 9 copied contacts from 3 people.');
    sidebar.press('Confirm');
    expect(accountsOf(company)).toEqual(copied);

    approveAndRun(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(linesBelow(sidebar, 'Results')[0]).toBe('9 copied contacts removed; targets: 3 done, 0 skipped, 0 failed.');
    expect(accountsOf(company)).toEqual(before);
    expect(company.world.people.contact(company.sam.id, own['resourceName'] as string)).toBeDefined();
    // What it took is what was planned (B9).
    const [planned, counted] = ['Effort: ', 'Effort so far, as counted: '].map(
      (title) =>
        /\d+ calls? to Google \([^)]*\)/.exec(
          sidebar
            .text()
            .split('\n')
            .find((line) => line.startsWith(title))!,
        )![0],
    );
    expect(counted).toBe(planned);
    expect(company.troubles()).toEqual([]);
  });

  it('says the risk in words wherever an officer decides: in the mail, in Gmail and on the page', () => {
    const { company, sidebar } = copiedCompany();
    askForUndo(company, sidebar);
    sendIt(sidebar);
    company.scheduler.runUntil(company.world.clock.now() + 3_600_000);
    const risk = 'Remove 9 copied contacts from 3 people: they lie in the trash of each account for 30 days';
    const mail = mailsTo(company, company.olga, /^Approval wanted: Undo: New colleagues/).pop()!;
    expect(mail.body).toContain(`Beware: ${risk}`);
    company.project.consent(company.otto.id, SMALL_SCOPES);
    expect(openGmail(company, company.otto, 'newest').text()).toContain(`Beware: ${risk}`);
    const [requestId] = waitingIds(company);
    const denied = decideOnPage(company, company.otto, 'deny', { requestId: requestId!, reason: 'No' });
    expect(JSON.stringify(denied)).toContain(risk);
    expect(company.namesAt(company.sam)).toEqual(customers);
  });

  it('keeps what people edited or merged, names it, and does not bring back what they deleted', () => {
    const { company, sidebar } = copiedCompany();
    const { world, sam, sue, eve } = company;
    world.people.editContact(sam.id, contactCalled(company, sam, 'Ada Byron'), { biographies: [{ value: 'Likes tea' }] });
    world.people.mergeContacts(sue.id, contactCalled(company, sue, 'Ada Byron'), contactCalled(company, sue, 'Grace Hopper'));
    world.people.deleteContact(eve.id, contactCalled(company, eve, 'Grace Hopper'));
    world.people.deleteContactGroup(eve.id, world.people.contactGroupsOf(eve.id)[0]!.resourceName);
    askForUndo(company, sidebar);
    const lines = linesBelow(sidebar, 'Preview by target');
    const at = (name: string): string => lines.find((line) => line.includes(`${name}@`))!;
    expect(at('sam')).toContain('2 copied contacts removed; 1 contact edited since: kept');
    expect(at('sue')).toMatch(/1 copied contact removed; 1 contact (merged|edited)/);
    expect(at('eve')).toContain('2 copied contacts removed');
    expect(sidebar.text()).toContain('Kept as they are: 2');
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(company.namesAt(sam)).toEqual(['Ada Byron']);
    expect(company.namesAt(sue)).toHaveLength(1);
    expect(company.namesAt(eve)).toEqual([]);
    // A label with something in it stays.
    expect([sam, sue, eve].map(({ id }) => world.people.contactGroupsOf(id).map(({ name }) => name))).toEqual([
      ['Customers'],
      ['Customers'],
      [],
    ]);
    expect(linesBelow(sidebar, 'Results').find((line) => line.includes('sam@'))).toContain('2 removed, 1 kept, 0 failed');
    expect(company.troubles()).toEqual([]);
  });

  it('what somebody edits between preview and run stays; nothing else than the preview named goes', () => {
    const { company, sidebar } = copiedCompany();
    askForUndo(company, sidebar);
    sendIt(sidebar);
    company.world.people.editContact(company.sam.id, contactCalled(company, company.sam, 'Ada Byron'), {
      names: [{ givenName: 'Ada L.' }],
    });
    approveAndRun(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(company.namesAt(company.sam)).toEqual(['Ada L.']);
    expect(company.namesAt(company.sue)).toEqual([]);
  });

  it('refuses an account where more would go than the preview named, and does the others', () => {
    const { company, sidebar } = copiedCompany();
    const name = contactCalled(company, company.sam, 'Ada Byron');
    const { names } = company.world.people.contact(company.sam.id, name)!;
    company.world.people.editContact(company.sam.id, name, { names: [{ givenName: 'Ada L.' }] });
    askForUndo(company, sidebar);
    sendIt(sidebar);
    company.world.people.editContact(company.sam.id, name, { names });
    approveAndRun(company, sidebar);
    expect(sidebar.text()).toContain('Status: Partly done');
    expect(linesBelow(sidebar, 'Results').find((line) => line.includes('sam@'))).toContain(
      '1 contact would be removed that the preview did not name',
    );
    expect(company.namesAt(company.sam)).toEqual(customers);
    expect(company.namesAt(company.sue)).toEqual([]);
    expect(deletions(company)).toBe(2);
  });

  it('is offered for no undo, leads to the one that is open, and after a partial one is offered again', () => {
    const { company, sidebar } = copiedCompany();
    askForUndo(company, sidebar);
    expect(sidebar.text()).not.toContain('[Undo]');
    sidebar.press('Home');
    sidebar.press('New colleagues');
    expect(sidebar.text()).not.toContain('[Undo]');
    sidebar.press('See the undo');
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    expect(sidebar.text()).not.toContain('[Undo]');
    sidebar.press('Home');
    sidebar.press('New colleagues');
    askForUndo(company, sidebar);
    expect(linesBelow(sidebar, 'Preview by target').filter((line) => line.includes('Nothing to remove'))).toHaveLength(3);
  });

  it('takes contacts with more addresses than a listing tells', () => {
    const company = officerCompany();
    const addresses = Array.from({ length: 130 }, (_, index) => ({ value: `a${index}@customer.test` }));
    company.world.people.addContact(company.source.id, { names: [{ givenName: 'Many' }], emailAddresses: addresses });
    const before = accountsOf(company);
    const sidebar = waitingCopy(company, {});
    approveAndRun(company, sidebar);
    expect(company.namesAt(company.sam)).toContain('Many');
    askForUndo(company, sidebar);
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(accountsOf(company)).toEqual(before);
  });

  it('nobody decides about their own, and a denied one removes nothing', () => {
    const { company, sidebar } = copiedCompany();
    askForUndo(company, sidebar);
    sendIt(sidebar);
    const [requestId] = waitingIds(company);
    decideOnPage(company, company.olga, 'deny', { requestId: requestId!, reason: 'They need them' });
    company.scheduler.runUntil(company.world.clock.now() + 24 * 3_600_000);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('Status: Denied');
    expect(company.namesAt(company.sam)).toEqual(customers);
    expect(deletions(company)).toBe(0);
  });
});

describe('B1: contact by contact', () => {
  it('the page says what goes and what stays and why, with names read just now and kept nowhere', () => {
    const { company, sidebar } = copiedCompany();
    company.world.people.editContact(company.sam.id, contactCalled(company, company.sam, 'Ada Byron'), {
      biographies: [{ value: 'Likes tea' }],
    });
    askForUndo(company, sidebar);
    sendIt(sidebar);
    const [requestId] = waitingIds(company);
    const page = new BrowserPage(openPage(company, company.olga, requestId!));
    page.press('See each target');
    page.press('See each contact at sam@acme.test');
    expect(page.text()).toContain('2 copied contacts to remove, as previewed.');
    expect([...page.items()].sort()).toEqual([
      ['Ada Byron', 'ada.byron@customer.test', 'Stays: it was edited since'],
      ['Grace Hopper', 'grace.hopper@customer.test', 'Removed'],
      ['Katherine Johnson', 'katherine.johnson@customer.test', 'Removed'],
    ]);
    const ledger = JSON.stringify(fileCalled(company, 'Roster ledger').tabs.map((tab) => tab.grid));
    expect(ledger).not.toMatch(/Byron|Hopper|Likes tea|customer\.test/);
  });

  it('a preview that somebody edited in the ledger is not shown, and removes nothing', () => {
    const { company, sidebar } = copiedCompany();
    askForUndo(company, sidebar);
    sendIt(sidebar);
    const { grid } = fileCalled(company, 'Roster ledger').tabs.find((tab) => tab.name === 'Previews')!;
    const column = Array.from({ length: 30 }, (_, index) => index + 1).find((one) => grid.cell(1, one)?.value === 'contacts')!;
    grid.edit(grid.lastRow, column).value = 'AAAAAAAA|';
    const [requestId] = waitingIds(company);
    const page = new BrowserPage(openPage(company, company.olga, requestId!));
    page.press('See each target');
    expect(page.heading.textContent).toBe('The preview that is stored is not the one that was made. Nothing was changed.');
    approveAndRun(company, sidebar);
    expect(sidebar.text()).toContain('Status: Failed');
    expect(company.namesAt(company.sam)).toEqual(customers);
    expect(deletions(company)).toBe(0);
  });
});
