import { OTHER_UNCERTAIN } from '../../simulator/host/HostOptions';
import { waitForEnd } from '../support/askForCopy';
import { onlyRequest } from '../support/forgeClick';
import { approve, askedOfficers, deny, openGmail } from '../support/gmail';
import { contactWrites, passHours, receivers, sweepNow } from '../support/hands';
import { changePolicy, look, mailsTo, officerCompany, waitingCopy } from '../support/officers';
import { customers, type CompanyOptions } from '../support/rosterCompany';

const ready = (options: CompanyOptions = {}) => {
  const company = officerCompany(options);
  const sidebar = askedOfficers(company);
  return { company, sidebar };
};

describe('S29–S33: an officer opens the mail in Gmail', () => {
  it('and reads who asks, for what, how much, and the code that mail and page show, too', () => {
    const { company } = ready();
    const window = openGmail(company, company.olga, 'newest');
    const text = window.text();
    expect(text).toContain('New colleagues — Waiting for approval');
    expect(text).toContain('Asked by: admin@acme.test');
    expect(text).toContain('Copy user contacts: From source@acme.test, label “Customers”, label created at the targets');
    expect(text).toContain('3 targets. 9 new contacts; 0 contacts already there');
    expect(text).toContain('Nothing is changed or deleted');
    expect(text).toContain('Waits until');
    const code = onlyRequest(company).d.slice(0, 8);
    expect(text).toContain(`Code, the same in the mail and on the web page: ${code}`);
    expect(mailsTo(company, company.olga)[0]!.body).toContain(`Code: ${code}`);
    expect(look(company, company.olga).request?.code).toBe(code);
    expect(window.warnings).toEqual([]);
  });

  it('and comes from there to the whole preview on the web page of that very request', () => {
    const { company } = ready();
    const window = openGmail(company, company.olga, 'newest');
    window.press('See the whole preview');
    const page = window.browse();
    expect(page.status).toBe('shown');
    expect(page.html).toContain(onlyRequest(company).id);
  });

  it('and approves after one question; the card says what was noted and when it is carried out at the latest, and that comes true', () => {
    const { company, sidebar } = ready();
    const window = openGmail(company, company.olga, 'newest');
    window.press('Approve');
    expect(window.text()).toContain('Approve this request? — New colleagues');
    expect(window.text()).toContain('9 new contacts');
    expect(onlyRequest(company).s).toBe('waiting');
    window.press('Confirm approval');
    expect(window.notification).toBe('Your decision was noted.');
    expect(window.text()).toMatch(/Approved on .*: olga@acme.test \(you\)\. Roster still has to check it\./);
    expect(window.text()).not.toContain('[Approve]');
    expect(onlyRequest(company).s).toBe('waiting');
    const [, checked, starts] = /Roster checks your decision at (\S+) at the latest\..* from (\S+) at the latest/.exec(window.text())!;
    const clock = (): string => new Date(company.world.clock.now()).toLocaleTimeString('en-GB', { timeZone: 'Europe/Berlin' }).slice(0, 5);
    while (onlyRequest(company).s === 'waiting') company.scheduler.runNext();
    expect(clock() <= checked!).toBe(true);
    window.press('Refresh');
    expect(window.text()).toContain('New colleagues — Approved');
    expect(window.text()).not.toContain('still has to check');
    expect(contactWrites(company)).toBe(0);
    while (onlyRequest(company).s === 'approved') company.scheduler.runNext();
    expect(clock() <= starts!).toBe(true);
    waitForEnd(company, sidebar);
    for (const target of [company.sam, company.sue, company.eve]) expect(company.namesAt(target)).toEqual(customers);
    window.press('Refresh');
    expect(window.text()).toContain('New colleagues — Done');
    expect(window.text()).toContain('9 contacts created; 3 targets done, 0 targets skipped, 0 targets failed.');
    expect(company.troubles()).toEqual([]);
    expect(window.warnings).toEqual([]);
  });

  it('cancels, and nothing is decided', () => {
    const { company } = ready();
    const window = openGmail(company, company.olga, 'newest');
    window.press('Approve');
    window.press('Cancel');
    expect(window.notification).toBe('Nothing was decided.');
    expect(window.text()).toContain('[Approve]');
    passHours(company, 3);
    expect(onlyRequest(company).s).toBe('waiting');
  });

  it('and denies with a reason, which the requester reads; it never runs', () => {
    const { company, sidebar } = ready();
    const window = openGmail(company, company.olga, 'newest');
    window.press('Deny');
    window.press('Confirm denial');
    expect(window.text()).toContain('Say in a few words why you deny it');
    window.type('Reason (required)', 'x'.repeat(301));
    window.press('Confirm denial');
    expect(window.text()).toContain('Use at most 300 characters.');
    window.type('Reason (required)', 'Wrong <b>label</b>.');
    window.press('Confirm denial');
    expect(window.text()).toMatch(/Denied on .*: olga@acme.test \(you\): Wrong <b>label<\/b>\. Roster still has to check it\./);
    expect(window.text()).toContain('If it counts, the request never runs.');
    passHours(company, 24);
    window.press('Refresh');
    expect(window.text()).toContain('New colleagues — Denied');
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('olga@acme.test denied it: Wrong <b>label</b>.');
    expect(contactWrites(company)).toBe(0);
    expect(receivers(company)).toEqual([]);
    expect(company.troubles()).toEqual([]);
  });

  it('decides whatever Google’s pages leave open about cards and messages', () => {
    const { company, sidebar } = ready({
      platform: (_, { settings }) => {
        settings.metadataScopeHeaders = 'refused';
        settings.missingMessage = 'null';
      },
    });
    const window = openGmail(company, company.olga, 'newest', { uncertain: OTHER_UNCERTAIN });
    const { id } = company.world.mail.inbox(company.olga.id).at(-1)!;
    approve(window);
    expect(window.text()).toContain('Roster still has to check it.');
    window.closeMessage();
    expect(window.text()).toContain('Nothing waits for your decision.');
    window.openMessage(id);
    expect(window.text()).not.toContain('[Approve]');
    waitForEnd(company, sidebar);
    expect(company.namesAt(company.sam)).toEqual(customers);
  });
});

describe('when two officers are needed', () => {
  const two = () => {
    const company = officerCompany();
    changePolicy(company, () => ({ needed: 2 }));
    return { company, sidebar: askedOfficers(company) };
  };

  it('the card says how many approvals are there, and promises no start before the second', () => {
    const { company, sidebar } = two();
    const first = openGmail(company, company.olga, 'newest');
    expect(first.text()).toContain('Approvals: 0 of 2');
    approve(first);
    expect(first.text()).toMatch(/Roster checks your decision at \S+ at the latest\. It takes 2 approvals in all\./);
    sweepNow(company);
    first.press('Refresh');
    expect(first.text()).toContain('Approvals: 1 of 2');
    expect(first.text()).not.toContain('[Approve]');
    expect(first.text()).not.toContain('at the latest');
    const second = openGmail(company, company.otto, 'newest');
    expect(second.text()).toContain('Approvals: 1 of 2');
    expect(second.text()).toMatch(/Approved on .*: olga@acme.test/);
    passHours(company, 24);
    expect(contactWrites(company)).toBe(0);
    approve(second);
    waitForEnd(company, sidebar);
    expect(company.namesAt(company.sam)).toEqual(customers);
  });

  it('one denial is enough', () => {
    const { company } = two();
    approve(openGmail(company, company.olga, 'newest'));
    deny(openGmail(company, company.otto, 'newest'), 'No.');
    passHours(company, 24);
    expect(onlyRequest(company).s).toBe('denied');
    expect(contactWrites(company)).toBe(0);
  });
});

describe('what the operator found wrong with a decision', () => {
  it('the officer reads when they look again, and may decide again', () => {
    const { company } = ready();
    const window = openGmail(company, company.olga, 'newest');
    approve(window);
    company.world.directory.suspendUser(company.olga.id);
    sweepNow(company);
    company.world.directory.unsuspendUser(company.olga.id);
    window.press('Refresh');
    expect(window.text()).toContain('It does not count: The account olga@acme.test is suspended or archived');
    approve(window);
    sweepNow(company);
    window.press('Refresh');
    expect(window.text()).toContain('New colleagues — Approved');
  });
});

describe('before the officers were asked', () => {
  it('the card names the request and leaves the decision to the web page, for it has no summary yet', () => {
    const company = officerCompany();
    for (const officer of [company.olga, company.otto]) company.project.consent(officer.id);
    waitingCopy(company);
    const window = openGmail(company, company.olga);
    window.press('New colleagues');
    expect(window.text()).toContain('“New colleagues” cannot be decided here yet.');
    expect(window.text()).not.toContain('[Approve]');
    sweepNow(company);
    window.press('Refresh');
    expect(window.text()).toContain('[Approve]');
  });
});
