import { waitForEnd } from '../support/askForCopy';
import { onlyRequest } from '../support/forgeClick';
import { contactWrites, passHours, receivers, sweepNow } from '../support/hands';
import { decideOnPage, look, mailsTo, officerCompany, waitingCopy } from '../support/officers';
import { askForCopy } from '../support/askForCopy';
import { customers, rosterCompany } from '../support/rosterCompany';
import { label } from '../support/hands';

describe('S2: while no Security Officer is appointed', () => {
  it('a request cannot be sent; the card says so and leads to where one is appointed', () => {
    const company = rosterCompany();
    company.setUp();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label });
    expect(sidebar.text()).toContain('This cannot be sent yet: no Security Officer is appointed.');
    expect(sidebar.text()).toContain('the first ones by roster@acme.test');
    expect(sidebar.text()).not.toContain('[Send approval request]');
    sidebar.press('Appoint Security Officers');
    expect(sidebar.text()).toContain('Ask roster@acme.test to open Roster, press “Settings” and name them at set-up.');
    expect(company.troubles()).toEqual([]);
  });

  it('leads the operator, who asks, to set-up', () => {
    const company = rosterCompany();
    company.setUp();
    const sidebar = company.open(company.operator);
    askForCopy(company, sidebar, { label });
    sidebar.press('Appoint Security Officers');
    expect(sidebar.text()).toContain('Security Officers (two or more)');
  });
});

describe('S25–S27: sending', () => {
  it('asks first and says who decides; cancelled, nothing is sent; confirmed, the request waits and nothing has changed', () => {
    const company = officerCompany();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label });
    expect(sidebar.text()).toContain('Decided by: olga@acme.test, otto@acme.test. One of them has to approve it.');
    sidebar.press('Send approval request');
    expect(sidebar.text()).toContain('olga@acme.test, otto@acme.test will be asked by mail. One of them has to approve it.');
    sidebar.press('Cancel');
    expect(onlyRequest(company).s).toBe('prepared');
    sidebar.press('Send approval request');
    sidebar.press('Confirm');
    expect(sidebar.text()).toContain('Status: Waiting for approval');
    passHours(company, 30);
    expect(onlyRequest(company).s).toBe('waiting');
    expect(contactWrites(company)).toBe(0);
    expect(receivers(company)).toEqual([]);
    expect(company.troubles()).toEqual([]);
  });

  it('can be taken back while it waits; then nobody can approve it', () => {
    const company = officerCompany();
    const sidebar = waitingCopy(company);
    sidebar.press('Withdraw');
    expect(sidebar.text()).toContain('Status: Withdrawn');
    const answer = decideOnPage(company, company.olga, 'approve');
    expect(answer).toMatchObject({ refused: true, title: '“New colleagues” does not wait for a decision. Its status: Withdrawn.' });
    passHours(company, 3);
    expect(contactWrites(company)).toBe(0);
  });
});

describe('S29–S33, S28, S37: an officer', () => {
  it('gets one mail with the summary and a link that opens that very request; the requester, who is none, gets none', () => {
    const company = officerCompany();
    waitingCopy(company);
    sweepNow(company);
    sweepNow(company);
    const { id, d } = onlyRequest(company);
    for (const officer of [company.olga, company.otto]) {
      const [mail, ...more] = mailsTo(company, officer);
      expect(more).toEqual([]);
      expect(mail!.to).toEqual([officer.primaryEmail]);
      expect(mail!.subject).toBe(`Approval wanted: New colleagues [Roster ${id.slice(0, 12)}]`);
      expect(mail!.body).toContain('admin@acme.test asks: New colleagues');
      expect(mail!.body).toContain('Copy user contacts: From source@acme.test, label “Customers”, label created at the targets');
      expect(mail!.body).toContain('9 new contacts; 0 contacts already there');
      expect(mail!.body).toContain(`/exec?request=${id}`);
      expect(mail!.body).toContain(`Code: ${d.slice(0, 8)}`);
    }
    expect(mailsTo(company, company.admin)).toEqual([]);
  });

  it('approves on the page; the run is another execution, and every target has the contacts', () => {
    const company = officerCompany();
    const sidebar = waitingCopy(company);
    sweepNow(company);
    const shown = look(company, company.olga);
    expect(shown.request).toMatchObject({ state: 'waiting', mayDecide: true, digest: onlyRequest(company).d });
    const answer = decideOnPage(company, company.olga, 'approve');
    expect(answer.lines[0]).toBe('You approved it. It begins in a few minutes.');
    expect(answer.request?.state).toBe('approved');
    expect(contactWrites(company)).toBe(0);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('Status: Approved');
    expect(sidebar.text()).toMatch(/Approved on .*: olga@acme.test/);
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    for (const target of [company.sam, company.sue, company.eve]) expect(company.namesAt(target)).toEqual(customers);
    expect(company.troubles()).toEqual([]);
  });

  it('denies with a reason, which the requester reads; it never runs', () => {
    const company = officerCompany();
    const sidebar = waitingCopy(company);
    sweepNow(company);
    expect(decideOnPage(company, company.olga, 'deny')).toMatchObject({ refused: true, title: 'There is no reason yet.' });
    expect(onlyRequest(company).s).toBe('waiting');
    const answer = decideOnPage(company, company.olga, 'deny', { reason: 'Wrong <b>label</b>.' });
    expect(answer.request?.state).toBe('denied');
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('Status: Denied');
    expect(sidebar.text()).toContain('olga@acme.test denied it: Wrong <b>label</b>.');
    expect(mailsTo(company, company.admin).map(({ subject }) => subject)).toEqual(['Denied: New colleagues']);
    expect(mailsTo(company, company.admin)[0]!.body).toContain('Wrong <b>label</b>.');
    passHours(company, 24);
    expect(contactWrites(company)).toBe(0);
    expect(company.troubles()).toEqual([]);
  });
});
