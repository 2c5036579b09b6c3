import type { Sidebar } from '../../simulator/host/Sidebar';
import { askForCopy, chooseSource, chooseTargets, send, waitForEnd } from '../support/askForCopy';
import { addAll, contactWrites, copyToChosen, label, linesBelow, openTargets, passHours, readyCompany, receivers } from '../support/hands';
import { customers, type RosterCompany } from '../support/rosterCompany';

const opened = () => {
  const company = readyCompany();
  return { company, sidebar: company.open(company.admin) };
};
/** Asks for the preview, and lets the operator's trigger answer. */
const preview = (company: RosterCompany, sidebar: Sidebar): void => {
  sidebar.press('Preview');
  company.waitFor(sidebar, /Status: (?!Preparing)/);
};
/** The preview is refused with these lines; nothing was written, and the draft is offered again as it was left. */
const refused = (company: RosterCompany, sidebar: Sidebar, ...lines: readonly string[]): void => {
  expect(sidebar.text()).toContain('Status: Failed');
  expect(sidebar.text()).toContain(lines.join('\n'));
  expect(sidebar.text()).not.toContain('[Send approval request]');
  expect(contactWrites(company)).toBe(0);
  const again = company.open(company.admin);
  again.press('New colleagues', { near: 'Go on where you stopped' });
  for (const step of ['Next', 'Next', 'Proceed to actions']) again.press(step);
  expect(again.text()).toContain('3 targets are confirmed.');
  expect(again.text()).toContain('Copy user contacts');
  expect(company.troubles()).toEqual([]);
};

describe('unknown source', () => {
  const said = ['The source user does not exist any more.', 'The account was deleted after it was chosen.'] as const;

  it('deleted while its labels are looked up: said at the field', () => {
    const { company, sidebar } = opened();
    chooseTargets(sidebar);
    sidebar.press('+ Add action');
    sidebar.press('Copy user contacts');
    sidebar.type('Source user (required)', 'source@acme.test');
    sidebar.press('Use this user');
    company.world.directory.deleteUser(company.source.id);
    company.waitFor(sidebar, /does not exist/);
    expect(sidebar.text()).toContain(said.join('\n'));
    sidebar.press('Change');
    sidebar.type('Source user (required)', 'sam@acme.test');
    sidebar.press('Use this user');
    expect(sidebar.text()).toContain('Source user: sam@acme.test');
    expect(company.troubles()).toEqual([]);
  });

  it('deleted after it was chosen: the preview is refused; restored, the same draft goes through', () => {
    const { company, sidebar } = opened();
    chooseTargets(sidebar);
    chooseSource(company, sidebar, { label });
    company.world.directory.deleteUser(company.source.id);
    preview(company, sidebar);
    refused(company, sidebar, ...said);
    company.world.directory.restoreUser(company.source.id);
    sidebar.back();
    preview(company, sidebar);
    send(sidebar);
    waitForEnd(company, sidebar);
    expect(company.namesAt(company.sam)).toEqual(customers);
  });

  it('suspended after it was chosen: the preview is refused and names it', () => {
    const { company, sidebar } = opened();
    chooseTargets(sidebar);
    chooseSource(company, sidebar, { label });
    company.world.directory.suspendUser(company.source.id);
    preview(company, sidebar);
    refused(company, sidebar, 'source@acme.test is suspended or archived.', 'Google gives no access to the contacts of such an account.');
  });
});

describe('a source without contacts', () => {
  it.each([
    ['none at all', {}, 'source@acme.test has no contacts that could be copied.'],
    ['none with the label', { label: 'Customers (0 contacts)' }, 'source@acme.test has no contacts with the label “Customers”.'],
  ])('%s: the preview is refused instead of a run that does nothing', (_title, wish, said) => {
    const { company, sidebar } = opened();
    for (const { resourceName } of company.world.people.contactsOf(company.source.id)) {
      company.world.people.deleteContact(company.source.id, String(resourceName));
    }
    askForCopy(company, sidebar, wish);
    expect(sidebar.text()).toContain('Copy user contacts: From source@acme.test');
    refused(company, sidebar, said);
  });
});

describe('a label that is deleted meanwhile', () => {
  const gone = ['The source user no longer has the label “Customers”.', 'It was deleted after the workflow was made.'] as const;
  const dropLabel = ({ world, source, label: name }: RosterCompany): void => world.people.deleteContactGroup(source.id, name);

  it('between draft and preview: the preview is refused; with another choice in the same draft it goes through', () => {
    const { company, sidebar } = opened();
    chooseTargets(sidebar);
    chooseSource(company, sidebar, { label });
    dropLabel(company);
    preview(company, sidebar);
    expect(sidebar.text()).toContain('From source@acme.test, label “Customers”');
    refused(company, sidebar, ...gone);
    sidebar.back();
    sidebar.press('Edit');
    company.waitFor(sidebar, /Label \(optional\)/);
    expect(sidebar.text()).toContain('Label (optional): ( ) All contacts (x) Customers (deleted)');
    expect(sidebar.text()).toContain(gone[0]);
    sidebar.press('Save');
    preview(company, sidebar);
    refused(company, sidebar, ...gone);
    sidebar.back();
    sidebar.press('Edit');
    company.waitFor(sidebar, /Label \(optional\)/);
    sidebar.choose('Label (optional)', 'All contacts');
    sidebar.press('Save');
    preview(company, sidebar);
    send(sidebar);
    waitForEnd(company, sidebar);
    expect(company.namesAt(company.sam)).toHaveLength(5);
  });

  it.each([
    ['between preview and approval', false],
    ['between approval and run, and another one made with the same name', true],
  ])('%s: the run is refused, nothing is written', (_title, after) => {
    const { company, sidebar } = opened();
    askForCopy(company, sidebar, { label });
    if (after) send(sidebar);
    dropLabel(company);
    if (after) company.world.people.addContactGroup(company.source.id, 'Customers');
    else send(sidebar);
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Failed');
    expect(sidebar.text()).toContain(gone.join('\n'));
    expect(contactWrites(company)).toBe(0);
    expect(company.world.mail.inbox(company.admin.id)[0]!.body).toContain(gone[0]);
    expect(company.troubles()).toEqual([]);
  });

  it('in mid-run: what the first execution copied stays and is on record, nothing else is written', () => {
    const { company, sidebar } = opened();
    askForCopy(company, sidebar, { label });
    send(sidebar);
    company.world.faults.add({
      at: ({ name, as }) => name === 'people.people.batchCreateContacts' && as === 'sue@acme.test',
      effect: { kind: 'answer', when: 'before', status: 503, body: { error: { code: 503, status: 'UNAVAILABLE', message: 'later' } } },
      times: Infinity,
    });
    company.waitFor(sidebar, /Status: Running/);
    company.world.faults.clear();
    const written = contactWrites(company);
    dropLabel(company);
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Partly done');
    expect(sidebar.text()).toContain(gone.join('\n'));
    expect(contactWrites(company)).toBe(written);
    expect(receivers(company)).toEqual(['eve@acme.test', 'sam@acme.test']);
    expect(linesBelow(sidebar, 'Results')[0]).toContain('6 contacts created; targets: 2 done');
  });
});

describe('no target', () => {
  it('nothing chosen, nobody behind the choice, everybody left out: each says what to do, and none goes on', () => {
    const { company, sidebar } = opened();
    company.world.directory.addOrgUnit(company.customer.id, '/Empty');
    openTargets(sidebar);
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Choose at least one user, group, organizational unit or domain.');
    addAll(sidebar, 'Organizational units', '/Empty');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('/Empty has no users. Choose something else, or go on without it.');
    expect(sidebar.text()).not.toContain('[Proceed to actions]');
    sidebar.back();
    addAll(sidebar, 'Users', 'sam');
    sidebar.press('Next');
    sidebar.press('×', { near: 'sam@acme.test' });
    expect(sidebar.text()).not.toContain('[Proceed to actions]');
    expect(sidebar.text()).toContain('1 user left out by you.');
    sidebar.press('Put back');
    sidebar.back();
    copyToChosen(company, sidebar, { label });
    expect(receivers(company)).toEqual(['sam@acme.test']);
    expect(company.troubles()).toEqual([]);
  });

  it('only suspended ones: the list says so and what to do, and does not go on; restored, it does', () => {
    const { company, sidebar } = opened();
    openTargets(sidebar);
    addAll(sidebar, 'Users', 'old');
    sidebar.press('Next');
    expect(sidebar.text()).toContain(
      'Everybody in this list is suspended or archived, so nobody would get contacts.\nGoogle gives nobody access to the contacts of such an account.\nRestore the accounts',
    );
    expect(sidebar.text()).not.toContain('[Proceed to actions]');
    company.world.directory.unsuspendUser(company.old.id);
    sidebar.press('Look up again');
    expect(sidebar.text()).not.toContain('is suspended');
    sidebar.back();
    copyToChosen(company, sidebar, { label });
    expect(receivers(company)).toEqual(['old@acme.test']);
  });

  it('only suspended ones once a run begins: nothing is written, each is named with what to do', () => {
    const { company, sidebar } = opened();
    askForCopy(company, sidebar, { label });
    send(sidebar);
    for (const { id } of [company.sam, company.sue, company.eve]) company.world.directory.suspendUser(id);
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('No target was reached.\nThe results say why for each of them, and what to do.');
    expect(linesBelow(sidebar, 'Results').filter((line) => /^Skipped: .* Restore the account/.test(line))).toHaveLength(3);
    expect(contactWrites(company)).toBe(0);
    expect(company.troubles()).toEqual([]);
  });
});

it('10,000 single addresses in a Sheet: more than a draft holds is refused whole, and what was chosen before is kept', () => {
  const { company, sidebar } = opened();
  const rows = Array.from({ length: 10_000 }, (_, number) => [
    company.world.directory.addUser({ primaryEmail: `u${10_000 + number}@acme.test`, orgUnitPath: '/Many' }).primaryEmail,
  ]);
  company.world.drive.edit(company.sheet.id, company.sheet.tabs[0]!.name, 'A1', [['Who'], ...rows]);
  openTargets(sidebar);
  addAll(sidebar, 'Users', 'sam');
  sidebar.press('Choose cells');
  sidebar.press('Read column');
  expect(sidebar.text()).toContain('The workflow is too big to keep: 10,001 choices');
  expect(sidebar.text()).toContain('Choose a group or an organizational unit instead of many single users');
  sidebar.press('Back to targets');
  expect(linesBelow(sidebar, 'Chosen')).toEqual(['User: sam@acme.test [×]']);
  expect(company.troubles()).toEqual([]);
});

describe('formulas, errors and other things in cells', () => {
  const long = 'x'.repeat(50_000);
  const unreadable = (text: string): string => `“${text}” is not an address, an organizational unit path or a domain.`;
  const error = (text: string): string => `The formula in this cell gives the error ${text}`;

  it('each cell that names nobody is reported with its address, what it shows and what to do; the others get the contacts', () => {
    const { company, sidebar } = opened();
    const cells: readonly (readonly [entered: unknown, said: string | undefined])[] = [
      ['=1/0', error('#DIV/0!')],
      [{ formula: '=B7', value: { error: '#REF!' } }, error('#REF!')],
      ['=NA()', error('#N/A')],
      ['=no_such_name', error('#NAME?')],
      ['=HYPERLINK("mailto:sue@acme.test","sue@acme.test")', undefined],
      ['=HYPERLINK("https://acme.test","Sue")', unreadable('Sue')],
      [{ formula: '=CONCATENATE("sam","@acme.test")', value: 'sam@acme.test' }, undefined],
      [{ text: '=HYPERLINK("x")' }, unreadable('=HYPERLINK("x")')],
      [new Date(0), unreadable('1/1/1970')],
      ['42', unreadable('42')],
      ['TRUE', unreadable('TRUE')],
      [{ text: long }, unreadable(`${long.slice(0, 60)}…`)],
      [{ text: 'sam\u0000@acme.test' }, unreadable('sam\ufffd@acme.test')],
      [{ text: '\ud800@acme.test' }, unreadable('\ufffd@acme.test')],
      [{ text: '\u200b eve@acme.test\u00a0\r\n' }, undefined],
      [{ text: 's\u0430m@acme.test' }, 's\u0430m@acme.test looks like sam@acme.test, but some of its letters are of another alphabet.'],
      [{ text: 'sam@\u0430cme.test' }, 'sam@\u0430cme.test looks like sam@acme.test, but some of its letters are of another alphabet.'],
    ];
    company.world.drive.edit(company.sheet.id, company.sheet.tabs[0]!.name, 'A1', [
      ['Who'],
      ...cells.map(([entered]) => [entered]),
    ] as string[][]);
    openTargets(sidebar);
    sidebar.press('Choose cells');
    sidebar.press('Read column');
    const lines = linesBelow(sidebar, 'What was read');
    expect(lines[0]).toContain('17 cells, 3 entries added, 14 cells not understood.');
    const wrong = cells.flatMap(([, said], index) => (said === undefined ? [] : [{ address: `A${index + 2}`, said }]));
    for (const { address, said } of wrong) expect(lines.find((line) => line.startsWith(`${address}: `))).toContain(said);
    expect(sidebar.text().length).toBeLessThan(5_000);
    sidebar.press('Back to targets');
    copyToChosen(company, sidebar, { label });
    expect(receivers(company)).toEqual(['eve@acme.test', 'sam@acme.test', 'sue@acme.test']);
    passHours(company, 2);
    expect(company.troubles()).toEqual([]);
  });
});
