import type { Sidebar } from '../../simulator/host/Sidebar';
import { askForCopy, chooseSource, chooseTargets, send, waitForEnd } from '../support/askForCopy';
import { contactWrites, fileCalled, label, linesBelow, passHours, readyCompany, receivers, sentCopy } from '../support/hands';
import { customers, type RosterCompany } from '../support/rosterCompany';

const ledger = 'Roster ledger';
const workbook = 'Roster workbook';
const waits = 'Roster cannot work at the moment.';
const ledgerGone = 'The ledger of Roster cannot be opened. No contact is written before it is there again.';
const workbookGone = 'The workbook of Roster cannot be opened. Nothing is lost.';

/** What somebody does to a file, and how it is mended. */
type Harm = readonly [
  title: string,
  harm: (company: RosterCompany, id: string) => void,
  mend: (company: RosterCompany, id: string) => void,
];
const harms: readonly Harm[] = [
  ['deleted', ({ world }, id) => world.drive.delete(id), ({ world }, id) => world.drive.restoreDeleted(id)],
  [
    'given to somebody else',
    ({ world, plain }, id) => world.drive.giveTo(id, plain.id),
    ({ world, operator }, id) => world.drive.giveTo(id, operator.id),
  ],
];
const files = [
  [ledger, ledgerGone],
  [workbook, workbookGone],
] as const;
const cases = files.flatMap(([title, said]) => harms.map(([what, harm, mend]) => [title, what, said, harm, mend] as const));

const everybodyHasThemOnce = (company: RosterCompany): void => {
  for (const target of [company.sam, company.sue, company.eve]) expect(company.namesAt(target)).toEqual(customers);
};
const homeOf = (company: RosterCompany, who: { readonly id: string }): string => company.open(who).text();

/** The operator presses “Set up again”, as the message says; the person who waits opens the request again. */
const setUpAgain = (company: RosterCompany, said: string): void => {
  const operator = company.open(company.operator);
  operator.press('Set up again');
  expect(operator.text()).toContain(said);
  operator.type('Administrators who will use Roster (optional)', company.admin.primaryEmail);
  operator.press('Set up');
  expect(operator.text()).not.toContain(waits);
};
const reopened = (company: RosterCompany): Sidebar => {
  const sidebar = company.open(company.admin);
  sidebar.press('New colleagues');
  return sidebar;
};
const bugs = (company: RosterCompany): string[] => company.troubles().filter((line) => !line.includes('platform.refused'));

describe('a file of Roster is not there', () => {
  it.each(cases)('%s, %s while a preview is prepared: who waits is told, and restored it goes on', (title, _what, said, harm, mend) => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    chooseTargets(sidebar);
    chooseSource(company, sidebar, { label });
    sidebar.press('Preview');
    const { id } = fileCalled(company, title);
    harm(company, id);
    passHours(company, 2);
    for (const who of [company.admin, company.operator]) expect(homeOf(company, who)).toContain(`${waits}\n${said}`);
    expect(homeOf(company, company.admin)).toContain('Draft: [New colleagues]');
    mend(company, id);
    const after = company.open(company.admin);
    after.press('New colleagues', { near: 'Preparing' });
    company.waitFor(after, /Status: (?!Preparing)/);
    expect(homeOf(company, company.admin)).not.toContain(waits);
    send(after);
    waitForEnd(company, after);
    everybodyHasThemOnce(company);
    expect(bugs(company)).toEqual([]);
  });

  it.each(cases)('%s, %s before a run: nothing is written, and restored it runs', (title, _what, said, harm, mend) => {
    const { company } = sentCopy();
    const { id } = fileCalled(company, title);
    harm(company, id);
    passHours(company, 3);
    expect(contactWrites(company)).toBe(0);
    expect(homeOf(company, company.admin)).toContain(`${waits}\n${said}`);
    mend(company, id);
    const after = reopened(company);
    waitForEnd(company, after);
    expect(after.text()).toContain('Status: Done');
    everybodyHasThemOnce(company);
    expect(bugs(company)).toEqual([]);
  });

  it.each(
    cases.flatMap((one) => [
      [...one, 'people.contactGroups.create', 0] as const,
      [...one, 'people.people.batchCreateContacts', 1] as const,
    ]),
  )('%s, %s in mid-run: restored, what was copied is found and each contact is there once', (title, _what, said, harm, mend, at, skip) => {
    const { company } = sentCopy();
    const { id } = fileCalled(company, title);
    company.world.faults.add({ at, skip, effect: { kind: 'meanwhile', do: () => harm(company, id) } });
    passHours(company, 3);
    const written = contactWrites(company);
    expect(written).toBeGreaterThan(0);
    expect(homeOf(company, company.admin)).toContain(`${waits}\n${said}`);
    passHours(company, 3);
    expect(contactWrites(company)).toBe(written);
    mend(company, id);
    const after = reopened(company);
    waitForEnd(company, after);
    expect(linesBelow(after, 'Results')[0]).toBe('9 contacts created; targets: 3 done, 0 skipped, 0 failed.');
    everybodyHasThemOnce(company);
    expect(bugs(company)).toEqual([]);
  });

  it.each([ledger, workbook])('%s, in the bin: Google opens it all the same, and nothing stops', (title) => {
    const { company, sidebar } = sentCopy();
    company.world.drive.trash(fileCalled(company, title).id);
    waitForEnd(company, sidebar);
    everybodyHasThemOnce(company);
    expect(company.troubles()).toEqual([]);
  });
});

describe('the ledger is gone for good', () => {
  it('an approved request does not run on a new one: it fails, says so, and can be made again', () => {
    const { company } = sentCopy();
    const kept = fileCalled(company, workbook).id;
    company.world.drive.delete(fileCalled(company, ledger).id);
    passHours(company, 2);
    setUpAgain(company, ledgerGone);
    expect(fileCalled(company, workbook).id).toBe(kept);
    expect(company.world.drive.spreadsheets.filter(({ title }) => title === workbook)).toHaveLength(1);
    expect(fileCalled(company, ledger).access).toEqual([]);
    const after = reopened(company);
    waitForEnd(company, after);
    expect(after.text()).toContain('Status: Failed');
    expect(after.text()).toContain('The record of what was approved is gone. Nothing more is copied.');
    expect(company.world.mail.inbox(company.admin.id)[0]!.body).toContain('Make the request again');
    expect(contactWrites(company)).toBe(0);
    askAgain(company);
    everybodyHasThemOnce(company);
    expect(company.troubles()).toEqual([]);
  });

  it('a run that had begun ends as failed; what was copied and counted stays on record, and a new request adds only the rest', () => {
    const { company, sidebar } = sentCopy();
    // The last target has to be looked at again, so that the run takes two executions.
    company.world.faults.add({
      at: ({ name, as }) => name === 'people.people.batchCreateContacts' && as === 'sue@acme.test',
      effect: { kind: 'answer', when: 'before', status: 503, body: { error: { code: 503, status: 'UNAVAILABLE', message: 'later' } } },
      times: Infinity,
    });
    company.waitFor(sidebar, /Status: Running/);
    const before = linesBelow(sidebar, 'Results').filter((line) => line.startsWith('Done: '));
    expect(before).toHaveLength(2);
    company.world.drive.delete(fileCalled(company, ledger).id);
    passHours(company, 1);
    company.world.faults.clear();
    setUpAgain(company, ledgerGone);
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Failed');
    expect(sidebar.text()).toContain('what was copied before stays');
    expect(linesBelow(sidebar, 'Results').filter((line) => line.startsWith('Done: '))).toEqual(before);
    expect(linesBelow(sidebar, 'Results')[0]).toBe('6 contacts created; targets: 2 done, 0 skipped, 0 failed.');
    expect(company.world.mail.inbox(company.admin.id)[0]!.body).toContain('6 contacts were created at 2 targets.');
    askAgain(company);
    everybodyHasThemOnce(company);
  });

  it('a preview that was not sent yet does not run on a new one, whenever it is sent', () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label });
    company.world.drive.delete(fileCalled(company, ledger).id);
    send(sidebar);
    passHours(company, 1);
    setUpAgain(company, ledgerGone);
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('The record of what was approved is gone.');
    expect(receivers(company)).toEqual([]);
  });
});

describe('the workbook is gone for good', () => {
  it('a run goes on, and its results stand in the new one; the ledger is the one that was there', () => {
    const { company } = sentCopy();
    const kept = fileCalled(company, ledger).id;
    company.world.drive.delete(fileCalled(company, workbook).id);
    passHours(company, 2);
    setUpAgain(company, workbookGone);
    expect(company.world.drive.spreadsheets.filter(({ title }) => title === ledger).map(({ id }) => id)).toEqual([kept]);
    const after = reopened(company);
    waitForEnd(company, after);
    expect(linesBelow(after, 'Results')[0]).toBe('9 contacts created; targets: 3 done, 0 skipped, 0 failed.');
    everybodyHasThemOnce(company);
    expect(company.troubles()).toEqual([]);
  });

  it('the draft is kept; its list is looked up again, and it goes through', () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    chooseTargets(sidebar);
    chooseSource(company, sidebar, { label });
    company.world.drive.delete(fileCalled(company, workbook).id);
    sidebar.press('Preview');
    expect(sidebar.text()).toContain(
      'The workbook of Roster cannot be opened. Nothing is lost.\nIt is not shared with you, or it was deleted.',
    );
    expect(sidebar.text()).toContain('Ask roster@acme.test to open Set-up in Roster’s settings and to enter your address there');
    const operator = company.open(company.operator);
    operator.press('Settings');
    operator.press('Set-up');
    operator.type('Administrators who will use Roster (optional)', company.admin.primaryEmail);
    operator.press('Set up');
    sidebar.back();
    sidebar.press('Preview');
    expect(sidebar.text()).toContain('The list of targets is not kept any more.');
    const after = company.open(company.admin);
    after.press('New colleagues');
    for (const step of ['Next', 'Next', 'Proceed to actions', 'Preview']) after.press(step);
    company.waitFor(after, /Status: (?!Preparing)/);
    send(after);
    waitForEnd(company, after);
    everybodyHasThemOnce(company);
    expect(company.troubles()).toEqual([]);
  });

  it('while a preview is prepared: the preview is refused and says what to do, and the draft is there', () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    chooseTargets(sidebar);
    chooseSource(company, sidebar, { label });
    sidebar.press('Preview');
    company.world.drive.delete(fileCalled(company, workbook).id);
    passHours(company, 1);
    setUpAgain(company, workbookGone);
    passHours(company, 1);
    expect(homeOf(company, company.admin)).toContain('Draft: [New colleagues]');
    const after = company.open(company.admin);
    after.press('New colleagues', { near: 'Failed' });
    expect(after.text()).toContain('The list of targets did not arrive.');
  });

  it('an administrator whose share of it was taken away is told whom to ask; shared again, everything is there', () => {
    const { company, sidebar } = sentCopy();
    company.world.drive.unshare(fileCalled(company, workbook).id, company.admin.id);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('It is not shared with you, or it was deleted.');
    expect(sidebar.text()).toContain('Ask roster@acme.test to open Set-up in Roster’s settings');
    const operator = company.open(company.operator);
    operator.press('Settings');
    operator.press('Set-up');
    operator.type('Administrators who will use Roster (optional)', company.admin.primaryEmail);
    operator.press('Set up');
    sidebar.back();
    waitForEnd(company, sidebar);
    everybodyHasThemOnce(company);
  });
});

it('Google is slow when set-up is pressed again: no file is made anew', () => {
  const company = readyCompany();
  const before = company.world.drive.spreadsheets.map(({ id }) => id);
  const operator = company.open(company.operator);
  operator.press('Settings');
  operator.press('Set-up');
  company.world.faults.add({
    at: 'SpreadsheetApp.openById',
    effect: { kind: 'throw', when: 'before', message: 'Service Spreadsheets timed out while accessing document with id 1.' },
  });
  operator.press('Set up');
  expect(operator.text()).toContain('Google did not answer in time.');
  expect(company.world.drive.spreadsheets.map(({ id }) => id)).toEqual(before);
  operator.back();
  operator.press('Set up');
  expect(operator.notification).toContain('Roster is set up.');
  expect(company.world.drive.spreadsheets.map(({ id }) => id)).toEqual(before);
});

const askAgain = (company: RosterCompany): void => {
  const sidebar = company.open(company.admin);
  askForCopy(company, sidebar, { label, name: 'Once more' });
  send(sidebar);
  waitForEnd(company, sidebar);
  expect(sidebar.text()).toContain('Status: Done');
};
