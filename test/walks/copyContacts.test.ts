import { askForCopy, chooseSource, chooseTargets, send, waitForEnd } from '../support/askForCopy';
import { forgeSend } from '../support/forgeClick';
import { customers, rosterCompany, type RosterCompany } from '../support/rosterCompany';

const ready = (options: { readonly preApproved?: boolean } = {}): RosterCompany => {
  const company = rosterCompany();
  company.setUp();
  if (options.preApproved !== false) company.preApprove();
  return company;
};

const contactWrites = (company: RosterCompany): number =>
  company.world.network.log.entries.filter((entry) => entry.effect === 'write' && entry.operation?.startsWith('people.')).length;

describe('S1, S3–S23, S28, S33: an administrator copies the contacts of a label through the cards', () => {
  const company = ready();
  const sidebar = company.open(company.admin);
  const before = JSON.stringify(company.world.people.contactsOf(company.source.id));

  it('previews what each target would get, and writes nothing meanwhile (B1)', () => {
    askForCopy(company, sidebar, { label: 'Customers (3 contacts)' });
    expect(sidebar.text()).toContain('Status: Preview ready, not sent');
    expect(sidebar.text()).toContain('New contacts: 9 at 3 targets');
    expect(sidebar.text()).toContain('sam@acme.test (3 new contacts, 0 already there, label will be created)');
    expect(contactWrites(company)).toBe(0);
  });

  it('asks once more before sending; Cancel sends nothing (S25–S27)', () => {
    sidebar.press('Send approval request');
    expect(sidebar.text()).toContain('9 contacts will be created at 3 targets');
    sidebar.press('Cancel');
    expect(sidebar.notification).toBe('Nothing was sent.');
    company.scheduler.runUntil(company.world.clock.now() + 2 * 3_600_000);
    expect(contactWrites(company)).toBe(0);
  });

  it('says which pre-approval let it through (S34), and gives every target the contacts under the label', () => {
    send(sidebar);
    expect(sidebar.text()).toContain('Let through by: pre-approval sample');
    waitForEnd(company, sidebar);
    for (const target of [company.sam, company.sue, company.eve]) {
      expect(company.namesAt(target)).toEqual(customers);
      const [label] = company.world.people.contactGroupsOf(target.id);
      expect(label?.name).toBe('Customers');
      expect(company.world.people.membersOf(target.id, label!.resourceName)).toHaveLength(3);
    }
  });

  it('leaves the source, the suspended and everybody else as they were (S16, S38)', () => {
    expect(JSON.stringify(company.world.people.contactsOf(company.source.id))).toBe(before);
    for (const other of [company.old, company.admin, company.plain, company.operator]) expect(company.namesAt(other)).toEqual([]);
  });

  it('shows what happened per target in the card and the workbook (S35–S36)', () => {
    expect(sidebar.text()).toContain('9 contacts created; targets: 3 done, 0 skipped, 0 failed.');
    expect(sidebar.text()).toContain('Done: eve@acme.test (3 created, 0 already there, 0 failed)');
    sidebar.press('Home');
    expect(sidebar.text()).toContain('[New colleagues] (Done)');
    sidebar.press('New colleagues');
    expect(sidebar.text()).toContain('Asked by: admin@acme.test');
  });

  it('tells the requester once by mail', () => {
    company.scheduler.runUntil(company.world.clock.now() + 3 * 3_600_000);
    const mails = company.world.mail.inbox(company.admin.id);
    expect(mails.map((mail) => mail.subject)).toEqual(['Done: New colleagues']);
    expect(mails[0]!.body).toContain('9 contacts were created at 3 targets.');
  });

  it('makes as many calls in the run as the preview said (B9)', () => {
    const run = company.project.executions.find((execution) => JSON.stringify(execution.log).includes('run.closed'))!;
    // The first one tells whose trigger it is: through AdminDirectory, which is no fetch.
    const [, ...calls] = company.world.network.log.entries.filter((entry) => entry.executionId === run.id);
    const people = calls.filter((entry) => entry.operation?.startsWith('people.'));
    const said = (heading: string): number[] =>
      new RegExp(`${heading}: .* (\\d+) calls to Google \\((\\d+) reads?, (\\d+) writes?, (\\d+) calls for access, (\\d+) look-ups`)
        .exec(sidebar.text())!
        .slice(1)
        .map(Number);
    const directory = calls.filter((entry) => entry.operation?.startsWith('directory.'));
    const count = (effect: string): number => people.filter((entry) => entry.effect === effect).length;
    const tokens = calls.filter((entry) => entry.effect === 'token').length;
    expect(said('Effort')).toEqual([calls.length, count('read'), count('write'), tokens, directory.length]);
    expect(said('Effort so far, as counted')).toEqual(said('Effort'));
  });

  it('adds nothing when it is asked again (S24)', () => {
    sidebar.press('Home');
    askForCopy(company, sidebar, { name: 'Again', label: 'Customers (3 contacts)' });
    expect(sidebar.text()).toContain('New contacts: 0 at 3 targets');
    send(sidebar);
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Done: sue@acme.test (0 created, 3 already there, 0 failed)');
    for (const target of [company.sam, company.sue, company.eve]) expect(company.namesAt(target)).toEqual(customers);
  });
});

describe('S2, S34: without a pre-approval', () => {
  it('a fresh installation holds none and refuses to send; nothing is ever written', () => {
    const company = ready({ preApproved: false });
    expect(Object.keys(company.project.scriptProperties.entries()).filter((key) => key.startsWith('preApproval'))).toEqual([]);
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label: 'Customers (3 contacts)' });
    expect(sidebar.text()).toContain('This cannot be sent yet: no Security Officer is appointed.');
    expect(sidebar.text()).not.toContain('[Send approval request]');
    forgeSend(company);
    company.scheduler.runUntil(company.world.clock.now() + 24 * 3_600_000);
    expect(contactWrites(company)).toBe(0);
    sidebar.press('Home');
    sidebar.press('New colleagues', { near: ' Mar 2026, ' });
    expect(sidebar.text()).toContain('Preview ready, not sent');
    expect(contactWrites(company)).toBe(0);
  });

  it.each([
    ['for another requester', { requesterIds: ['somebody'] }],
    ['for another type', { workflowTypes: ['onboard' as const] }],
    ['for other targets', { scope: { domains: ['acme-labs.test'] } }],
    ['for fewer targets', { caps: { targets: 2, contactsPerTarget: 100, deletions: 0 } }],
    ['for fewer contacts', { caps: { targets: 100, contactsPerTarget: 2, deletions: 0 } }],
    ['that one officer made and confirmed', { confirmedBy: 'officer-one' }],
  ])('one %s lets nothing through', (_title, change) => {
    const company = ready({ preApproved: false });
    company.preApprove(change);
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label: 'Customers (3 contacts)' });
    expect(sidebar.text()).not.toContain('Covered by');
    forgeSend(company);
    company.scheduler.runUntil(company.world.clock.now() + 24 * 3_600_000);
    expect(contactWrites(company)).toBe(0);
  });
});

describe('B2: between sending and running', () => {
  const sent = (): { company: RosterCompany; sidebar: ReturnType<RosterCompany['open']> } => {
    const company = ready();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label: 'Customers (3 contacts)' });
    send(sidebar);
    return { company, sidebar };
  };

  it('a changed source refuses the run, and says what changed', () => {
    const { company, sidebar } = sent();
    const [first] = company.world.people.contactsOf(company.source.id);
    company.world.people.editContact(company.source.id, String(first!.resourceName), { names: [{ givenName: 'Changed' }] });
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Failed');
    expect(sidebar.text()).toContain('0 contacts added, 1 edited, 0 removed');
    expect(contactWrites(company)).toBe(0);
  });

  it('a target that is gone or suspended is left out, and nobody is added', () => {
    const { company, sidebar } = sent();
    company.world.directory.deleteUser(company.sam.id);
    company.world.directory.userById(company.sue.id)!.suspended = true;
    company.world.directory.userById(company.plain.id)!.orgUnitPath = '/Sales';
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('targets: 1 done, 2 skipped, 0 failed.');
    expect(company.namesAt(company.eve)).toEqual(customers);
    for (const other of [company.sue, company.plain]) expect(company.namesAt(other)).toEqual([]);
  });

  it('a pre-approval that was withdrawn or changed no longer counts', () => {
    for (const change of [undefined, { until: Date.UTC(2040, 1, 1) }]) {
      const { company, sidebar } = sent();
      if (change === undefined) company.project.scriptProperties.delete('preApproval.sample');
      else company.preApprove(change);
      waitForEnd(company, sidebar);
      expect(sidebar.text()).toMatch(/The pre-approval was (withdrawn|changed)/);
      expect(contactWrites(company)).toBe(0);
    }
  });

  it('a requester who is no administrator any more stops it', () => {
    const { company, sidebar } = sent();
    company.world.directory.makeAdmin(company.admin.id, false);
    company.scheduler.runUntil(company.world.clock.now() + 3 * 3_600_000);
    expect(contactWrites(company)).toBe(0);
    expect(company.world.mail.inbox(company.admin.id).map((mail) => mail.subject)).toEqual(['Failed: New colleagues']);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('Roster is for super administrators.');
  });

  it('an intent edited in the ledger is refused', () => {
    const { company, sidebar } = sent();
    const ledger = company.world.drive.spreadsheets.find((file) => file.title === 'Roster ledger')!;
    const grid = ledger.tab('Documents')!.grid;
    for (let row = 2; row <= grid.lastRow; row += 1) {
      const text = String(grid.cell(row, 3)?.value ?? '');
      const more = text.replace(company.sam.id, company.plain.id);
      if (more !== text) company.world.drive.edit(ledger.id, 'Documents', `C${row}`, [[more]]);
    }
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('What was approved and what is stored are not the same.');
    expect(contactWrites(company)).toBe(0);
  });

  it('a target that grew meanwhile gets at most what was previewed', () => {
    const { company, sidebar } = sent();
    company.world.people.addContact(company.sam.id, {
      names: [{ givenName: 'Ada Byron' }],
      emailAddresses: [{ value: 'ada.byron@customer.test', type: 'work' }],
    });
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Done: sam@acme.test (2 created, 1 already there, 0 failed)');
    expect(company.namesAt(company.sam)).toEqual(customers);
  });
});

describe('S47: a preview that nobody sends', () => {
  it('expires after 14 days, and cannot be sent then', () => {
    const company = ready();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label: 'Customers (3 contacts)' });
    sidebar.press('Send approval request');
    company.preApprove({ until: company.world.clock.now() + 30 * 86_400_000 });
    company.world.clock.advanceTo(company.world.clock.now() + 14 * 86_400_000);
    sidebar.press('Confirm');
    expect(sidebar.text()).toContain('“New colleagues” has expired.');
    askForCopy(company, company.open(company.admin), { name: 'Later' });
    expect(company.open(company.admin).text()).toContain('[New colleagues] (Expired)');
    expect(contactWrites(company)).toBe(0);
  });
});

describe('S48: a half-filled wizard', () => {
  it('is offered again where it was left, and can be replaced', () => {
    const company = ready();
    const sidebar = company.open(company.admin);
    chooseTargets(sidebar, { name: 'Half done' });
    chooseSource(company, sidebar);
    const later = company.open(company.admin);
    expect(later.text()).toContain('Draft: [Half done]');
    later.press('New workflow');
    expect(later.text()).toContain('You began “Half done” and did not send it.');
    later.press('Go on with the draft');
    expect(later.text()).toContain('Name (required): {Half done}');
    later.press('Next');
    expect(later.text()).toContain('[/Sales]');
    later.back();
    later.back();
    later.press('Start a new one');
    expect(later.text()).toContain('Name (required): {}');
  });
});
