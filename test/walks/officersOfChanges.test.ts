import type { Sidebar } from '../../simulator/host/Sidebar';
import { send, waitForEnd } from '../support/askForCopy';
import { BrowserPage } from '../support/browserPage';
import { onlyRequest } from '../support/forgeClick';
import { approve, deny, openGmail, SMALL_SCOPES } from '../support/gmail';
import { linesBelow, sweepNow } from '../support/hands';
import { mailsTo, officerCompany, openPage, type OfficerCompany } from '../support/officers';
import { addUserAction, differences, directoryOf, openActions, preview, type UserActionCase } from '../support/userActionHands';

interface Case extends UserActionCase {
  /** At sam@, before → after. */
  readonly says: string;
  /** Where private values are whole. */
  readonly saysWhole?: string;
  readonly risk: string;
  /** Facts that differ afterwards at sam@. */
  readonly changes: readonly string[];
}

const setField = (name: string, value: string) => (sidebar: Sidebar) => {
  sidebar.choose('Field', name);
  sidebar.type('Value', value);
};

const cases: Readonly<Record<string, Case>> = {
  'a suspension': {
    title: 'Suspend users',
    fill: (sidebar) => sidebar.toggle('Yes, lock all targets out', true),
    says: 'Suspended: no → yes',
    risk: '3 users will be suspended and cannot sign in any more',
    changes: ['suspended', 'suspensionReason'],
  },
  'a move to another unit': {
    title: 'Move to an organizational unit',
    fill: (sidebar) => sidebar.pick('Organizational unit', sidebar.suggest('Organizational unit', '/IT')[0]!),
    says: 'Organizational unit: /Sales → /IT',
    risk: '3 users will be moved to another organizational unit, whose policies and services apply to them',
    changes: ['orgUnitPath'],
  },
  'a recovery phone': {
    title: 'Set user fields',
    fill: setField('Recovery phone', '+41445550102'),
    says: 'Recovery phone: nothing → “…02”',
    saysWhole: 'Recovery phone: nothing → “+41445550102”',
    risk: '3 users will have another recovery phone or address, with which an account can be taken over',
    changes: ['recoveryPhone'],
  },
  'a job title': {
    title: 'Set user fields',
    fill: setField('Job title', 'Account manager'),
    says: 'Job title: nothing → “Account manager”',
    risk: '3 changes to the records of users, over what stands there',
    changes: ['organizations'],
  },
};

/** Asked for, sent, and the officers were written to. */
const waiting = (one: UserActionCase, prepare: (company: OfficerCompany) => void = () => undefined) => {
  const company = officerCompany();
  prepare(company);
  for (const officer of [company.olga, company.otto]) company.project.consent(officer.id, SMALL_SCOPES);
  const sidebar = company.open(company.admin);
  openActions(sidebar);
  addUserAction(sidebar, one);
  preview(company, sidebar);
  send(sidebar);
  sweepNow(company);
  return { company, sidebar };
};

const end = ({ company, sidebar }: ReturnType<typeof waiting>): void => {
  waitForEnd(company, sidebar);
  expect(sidebar.text()).toContain('Status: Done');
};

describe.each(Object.entries(cases))('S29–S33, S61: officers decide about %s', (_, one) => {
  it('mail, card in Gmail and page say before and after for the targets, and the risk in words; approved, that is done', () => {
    const asked = waiting(one);
    const { company, sidebar } = asked;
    const line = `sam@acme.test: ${one.says}`;
    const [mail] = mailsTo(company, company.olga);
    for (const text of [line, `Beware: ${one.risk}`]) expect(mail!.body).toContain(text);
    const window = openGmail(company, company.olga, 'newest');
    for (const text of [line, `Beware: ${one.risk}`]) expect(window.text()).toContain(text);
    const page = new BrowserPage(openPage(company, company.olga, onlyRequest(company).id));
    expect(page.text()).toContain(one.risk);
    page.press('See each target');
    expect(
      page
        .items()
        .find(([name]) => name === 'sam@acme.test')!
        .join(' '),
    ).toContain(one.saysWhole ?? one.says);

    const before = directoryOf(company);
    approve(window);
    expect(differences(before, directoryOf(company))).toEqual([]);
    end(asked);
    const changed = differences(before, directoryOf(company));
    expect(changed.filter((fact) => fact.startsWith('sam@')).sort()).toEqual(one.changes.map((fact) => `sam@acme.test ${fact}`).sort());
    expect(new Set(changed.map((fact) => fact.split(' ')[0]))).toEqual(new Set(['sam@acme.test', 'sue@acme.test', 'eve@acme.test']));
    expect(linesBelow(sidebar, 'Results')[0]).toBe('3 changes made in the directory; targets: 3 done, 0 skipped, 0 failed.');
    expect(mailsTo(company, company.admin, /Done/)[0]!.body).toContain('3 changes made in the directory');
    expect(company.troubles()).toEqual([]);
  });

  it('denied, nothing changes', () => {
    const { company, sidebar } = waiting(one);
    const before = directoryOf(company);
    deny(openGmail(company, company.olga, 'newest'), 'Not now');
    company.waitFor(sidebar, /Status: Denied/);
    expect(differences(before, directoryOf(company))).toEqual([]);
  });
});

it('S61: that somebody who is to be changed holds rights is said of them, and among the risks', () => {
  const { company } = waiting(cases['a job title']!, ({ world, sam, olga }) => {
    world.directory.makeAdmin(sam.id);
    world.directory.moveUser(olga.id, '/Sales');
  });
  const risk = '2 users who will be changed: administrators, Security Officers or Roster’s own account';
  expect(mailsTo(company, company.otto)[0]!.body).toContain(risk);
  const page = new BrowserPage(openPage(company, company.otto, onlyRequest(company).id));
  page.press('See each target');
  const warned = page.items().filter((lines) => lines.join(' ').includes('an administrator, a Security Officer'));
  expect(warned.map(([name]) => name)).toEqual(['olga@acme.test', 'sam@acme.test']);
});
