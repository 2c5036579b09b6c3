import { waitForEnd } from '../support/askForCopy';
import { onlyRequest } from '../support/forgeClick';
import { contactWrites, passHours, sweepNow } from '../support/hands';
import { changePolicy, decideOnPage, mailsTo, officerCompany, waitingCopy, type OfficerCompany } from '../support/officers';

const subjects = (company: OfficerCompany, who: { id: string; primaryEmail: string }): string[] =>
  mailsTo(company, who).map(({ subject }) => subject.replace(/ \[Roster.*\]/, ''));
const asking = 'Approval wanted: New colleagues';
const daily = '1 request waits for your decision';
const chief = { id: '', primaryEmail: 'chief@acme.test' };

describe('S29: the mail to officers', () => {
  it('goes out once, also when the look for work is killed anywhere; the daily one makes up for what was lost', () => {
    const first = officerCompany();
    waitingCopy(first);
    const before = first.world.faults.calls;
    sweepNow(first);
    const calls = first.world.faults.calls - before;
    const places = Array.from({ length: 14 }, (_, index) => 1 + Math.floor((index * calls) / 14));
    for (const place of places) {
      const company = officerCompany();
      waitingCopy(company);
      const start = company.world.faults.calls;
      company.world.faults.add({
        at: ({ ordinal }) => ordinal === start + place,
        effect: { kind: 'kill', when: place % 2 ? 'after' : 'before' },
      });
      sweepNow(company);
      company.world.faults.clear();
      passHours(company, 47);
      for (const officer of [company.olga, company.otto]) {
        expect(mailsTo(company, officer, /Approval wanted/).length).toBeLessThanOrEqual(1);
        expect(subjects(company, officer)).toContain(daily);
      }
    }
  });

  it('shows what was asked as text, whatever it holds', () => {
    const company = officerCompany();
    waitingCopy(company, { label: 'Customers (3 contacts)', name: '<b>Bold</b>\nSubject: x' });
    sweepNow(company);
    const [mail] = mailsTo(company, company.olga);
    expect(mail!.subject).toContain('Approval wanted: <b>Bold</b> Subject: x');
    expect(mail!.htmlBody).toContain('&lt;b&gt;Bold&lt;/b&gt;');
    expect(mail!.htmlBody).not.toContain('<b>');
  });
});

describe('S47: while a request waits', () => {
  it('each officer who could decide gets one mail a day, from the next morning on', () => {
    const company = officerCompany();
    changePolicy(company, () => ({ needed: 2 }));
    waitingCopy(company);
    passHours(company, 12);
    expect(subjects(company, company.olga)).toEqual([asking]);
    passHours(company, 24);
    expect(subjects(company, company.olga)).toEqual([asking, daily]);
    expect(subjects(company, company.otto)).toEqual([asking, daily]);
    expect(new Date(mailsTo(company, company.otto)[1]!.sentAt).getUTCHours()).toBeGreaterThanOrEqual(8);
    expect(mailsTo(company, company.otto)[1]!.body).toContain(`/exec?request=${onlyRequest(company).id}`);
    decideOnPage(company, company.olga, 'approve');
    passHours(company, 48);
    expect(subjects(company, company.olga)).toEqual([asking, daily]);
    expect(subjects(company, company.otto)).toEqual([asking, daily, daily, daily]);
    decideOnPage(company, company.otto, 'approve');
    passHours(company, 48);
    expect(subjects(company, company.otto)).toHaveLength(4);
    expect(company.troubles()).toEqual([]);
  });

  it('it expires after 14 days: its requester is told, nobody can decide any more, and it never runs', () => {
    const company = officerCompany();
    const sidebar = waitingCopy(company);
    passHours(company, 14 * 24 + 2);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('Status: Expired');
    expect(subjects(company, company.admin)).toEqual(['Expired: New colleagues']);
    expect(decideOnPage(company, company.olga, 'approve').title).toContain('Its status: Expired.');
    const mails = mailsTo(company, company.olga).length;
    expect(mails).toBe(1 + 14);
    passHours(company, 72);
    expect(mailsTo(company, company.olga)).toHaveLength(mails);
    expect(contactWrites(company)).toBe(0);
    expect(company.project.scriptProperties.get('pending')).toBeUndefined();
  });

  it('a look for work that finds nothing due reads one property', () => {
    const company = officerCompany();
    waitingCopy(company);
    passHours(company, 2);
    const before = company.project.executions.length;
    sweepNow(company);
    expect(company.project.executions).toHaveLength(before + 1);
    expect(Number(company.project.scriptProperties.get('pending'))).toBeGreaterThan(company.world.clock.now());
  });
});

describe('S49: what becomes of a request', () => {
  it('requester and the listed addresses are told of each change of status once: approved, done', () => {
    const company = officerCompany();
    changePolicy(company, () => ({ notify: [chief.primaryEmail] }));
    const sidebar = waitingCopy(company);
    sweepNow(company);
    decideOnPage(company, company.olga, 'approve');
    waitForEnd(company, sidebar);
    passHours(company, 48);
    for (const who of [company.admin, chief]) {
      expect(subjects(company, who)).toEqual(['Approved: New colleagues', 'Done: New colleagues']);
      expect(mailsTo(company, who).every(({ to }) => to.length === 1)).toBe(true);
    }
    expect(mailsTo(company, company.admin)[0]!.body).toContain('Approved by olga@acme.test.');
  });

  it('denied, with the reason in full', () => {
    const company = officerCompany();
    changePolicy(company, () => ({ notify: [chief.primaryEmail] }));
    waitingCopy(company);
    const reason = 'Because '.repeat(37).trim();
    decideOnPage(company, company.otto, 'deny', { reason });
    passHours(company, 48);
    for (const who of [company.admin, chief]) {
      expect(subjects(company, who)).toEqual(['Denied: New colleagues']);
      expect(mailsTo(company, who)[0]!.body).toContain(`otto@acme.test denied it: ${reason}`);
    }
  });
});
