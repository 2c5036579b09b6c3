import type { UserRecord } from '../simulator/directory/DirectoryRecords';
import type { Sidebar } from '../simulator/host/Sidebar';
import type { Message } from '../simulator/mail/Mail';
import { alterIntent } from './alterIntent';
import { askForGroup } from './askForCopy';
import type { Company } from './makeCompany';
import { asksFor, decideOnPage, openInGmail } from './officerHands';
import { openAsAdministrator, openBeside } from './openAsAdministrator';
import type { StepNotes } from './runStep';
import { fireNext, waitFor } from './waitFor';

export interface Cast {
  readonly company: Company;
  /** A Security Officer and nothing else. */
  readonly sofia: UserRecord;
  /** A Security Officer and super administrator. */
  readonly david: UserRecord;
}

const DAY = 24 * 3_600_000;

/** From the wizard to the mails to the officers. */
function ask({ company }: Cast, sidebar: Sidebar, name: string, group: string, { tell, expect, changed }: StepNotes): void {
  askForGroup(company, sidebar, name, group);
  tell(`“${name}” is asked for: a copy to the group ${group}. The operator's trigger writes to the officers:`);
  fireNext(company, tell);
  sidebar.press('Refresh');
  expect('it waits for approval, and no account changed', sidebar.text().includes('Waiting for approval') && changed().length === 0);
}

function mailTo({ company }: Cast, officer: UserRecord, name: string): Message {
  const [mail] = asksFor(company, officer, name);
  if (mail === undefined) throw new Error(`${officer.primaryEmail} has no mail about “${name}”.`);
  return mail;
}

/** Asked by the administrator, approved by an officer in Gmail, run by triggers. */
export function approvedInGmail(cast: Cast, notes: StepNotes): void {
  const { company, sofia, david } = cast;
  const { tell, expect, changed } = notes;
  const name = 'Customers for the press desk';
  const sidebar = openAsAdministrator(company);
  ask(cast, sidebar, name, 'press', notes);
  for (const officer of [sofia, david]) {
    for (const { subject } of asksFor(company, officer, name)) tell(`Mail to ${officer.primaryEmail}: ${subject}`);
  }
  expect(
    'each officer got one mail',
    [sofia, david].every((officer) => asksFor(company, officer, name).length === 1),
  );
  const window = openInGmail(company, sofia, mailTo(cast, sofia, name));
  tell(`${sofia.primaryEmail} opens it in Gmail and sees:`);
  for (const line of window.text().split('\n')) tell(`  | ${line}`);
  window.press('Approve');
  window.press('Confirm approval');
  tell(`${sofia.primaryEmail} presses Approve, then Confirm approval: ${window.notification ?? ''}`);
  expect('the decision alone changed no account', changed().length === 0);
  waitFor(company, sidebar, 'result', isEnded, tell);
  const targets = activeMembers(company, 'press-desk@example.com');
  expect('the run is done', sidebar.text().includes('Status: Done'));
  expect(
    `the ${targets.length} active members of the group got contacts, and nobody else changed`,
    String(changed().sort()) === String(targets),
  );
  window.press('Refresh');
  expect('the officer sees in Gmail that it is done', window.text().includes('Done'));
}

/** Denied with a reason on the web page. */
export function deniedOnPage(cast: Cast, notes: StepNotes): void {
  const { company, david } = cast;
  const { tell, expect, changed } = notes;
  const name = 'Customers for engineering';
  const reason = 'Engineers do not need customer data.';
  const sidebar = openAsAdministrator(company);
  ask(cast, sidebar, name, 'engineering', notes);
  const { said } = decideOnPage(company, david, mailTo(cast, david, name), 'deny', reason);
  tell(`${david.primaryEmail} follows the link and denies it; the page now says: ${said.request?.state}`);
  company.scheduler.runUntil(company.world.clock.now() + DAY);
  sidebar.press('Refresh');
  expect('the administrator reads who denied it and why', sidebar.text().includes(`${david.primaryEmail} denied it: ${reason}`));
  expect('a day later no account changed', changed().length === 0);
}

/** Approved, and then altered where it is stored: not run. */
export function alteredAfterApproval(cast: Cast, notes: StepNotes): void {
  const { company, sofia } = cast;
  const { tell, expect, changed } = notes;
  const name = 'Customers for support';
  const sidebar = openAsAdministrator(company);
  ask(cast, sidebar, name, 'support', notes);
  const { said } = decideOnPage(company, sofia, mailTo(cast, sofia, name), 'approve');
  tell(`${sofia.primaryEmail} follows the link and approves it; the page now says: ${said.request?.state}`);
  sidebar.press('Refresh');
  expect('it is approved, and no account changed', sidebar.text().includes('Status: Approved') && changed().length === 0);
  tell(`Before the run somebody writes another user into the ledger: ${alterIntent(company)}`);
  waitFor(company, sidebar, 'end', isEnded, tell);
  const why = 'What was approved and what is stored are not the same. Nothing was changed.';
  expect(`the run is refused: ${why}`, sidebar.text().includes('Status: Failed') && sidebar.text().includes(why));
  expect('no account changed', changed().length === 0);
}

/** An officer asks, and tries to approve it, too. */
export function ownRequest(cast: Cast, notes: StepNotes): void {
  const { company, sofia, david } = cast;
  const { tell, expect, changed } = notes;
  const name = 'Customers for APAC';
  const file = company.world.drive.createSpreadsheet({ ownerId: david.id, title: 'Notes', timeZone: 'Europe/Berlin' });
  const sidebar = openBeside(company, david.id, file.id);
  ask(cast, sidebar, name, 'apac-sales', notes);
  expect(
    'only the other officer is asked by mail',
    asksFor(company, david, name).length === 0 && asksFor(company, sofia, name).length === 1,
  );
  company.world.mail.forward(sofia.id, mailTo(cast, sofia, name).id, [david.primaryEmail]);
  const [passedOn] = company.world.mail.inbox(david.id).slice(-1);
  if (passedOn === undefined) throw new Error('No mail was passed on.');
  tell(`${sofia.primaryEmail} passes the mail on to ${david.primaryEmail}.`);
  expect('beside it Gmail offers no decision', !openInGmail(company, david, passedOn).text().includes('[Approve]'));
  const { shown, said } = decideOnPage(company, david, passedOn, 'approve');
  tell(`${david.primaryEmail} follows its link and approves the request: ${[said.title, ...said.lines].join(' ')}`);
  expect('the page refuses and says why', shown.request?.state === 'waiting' && said.title === `“${name}” is your own request.`);
  company.scheduler.runUntil(company.world.clock.now() + DAY);
  sidebar.press('Refresh');
  expect('a day later it still waits, and no account changed', sidebar.text().includes('Waiting for approval') && changed().length === 0);
}

/** Addresses of the group's own users who are neither suspended nor archived, in the order of the alphabet. */
function activeMembers({ world: { directory } }: Company, group: string): string[] {
  const users = [...directory.users.values()];
  const memberIds = new Set(directory.groupByEmail(group)?.members.map(({ id }) => id));
  return users.flatMap((user) => (memberIds.has(user.id) && !user.suspended && !user.archived ? [user.primaryEmail] : [])).sort();
}

const isEnded = (text: string): boolean => /Status: (Done|Partly done|Failed)/.test(text);
