import { onlyRequest } from '../support/forgeClick';
import { openGmail, SMALL_SCOPES } from '../support/gmail';
import { contactWrites, passHours, sweepNow } from '../support/hands';
import { addPerson, changePolicy, decideOnPage, mailsTo, officerCompany, waitingCopy, type OfficerCompany } from '../support/officers';
import { auditRows } from '../support/auditRows';

const withoutToken = SMALL_SCOPES.filter((scope) => scope !== 'openid');
const at = (email: string) => ({ id: '', primaryEmail: email });
const DAY_HOURS = 24;

describe('S29, S40: an officer who was renamed', () => {
  it('is written to at the new address, and every card shows it', () => {
    const company = officerCompany();
    company.world.directory.renameUser(company.olga.id, 'olga.neu@acme.test');
    const sidebar = waitingCopy(company);
    sweepNow(company);
    expect(mailsTo(company, at('olga.neu@acme.test'), /^Approval wanted/)).toHaveLength(1);
    expect(mailsTo(company, at('olga@acme.test'))).toEqual([]);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('Decided by: olga.neu@acme.test, otto@acme.test.');
    company.project.consent(company.otto.id, SMALL_SCOPES);
    expect(openGmail(company, company.otto, 'newest').text()).toContain('olga.neu@acme.test');
    expect(company.troubles()).toEqual([]);
  });

  it('while a request waits, gets the daily mail there, and is known in Gmail from then on also without a token', () => {
    const company = officerCompany();
    company.project.consent(company.olga.id, withoutToken);
    waitingCopy(company);
    sweepNow(company);
    company.world.directory.renameUser(company.olga.id, 'olga.neu@acme.test');
    passHours(company, DAY_HOURS);
    expect(mailsTo(company, at('olga.neu@acme.test'), /for your decision/)).toHaveLength(1);
    expect(openGmail(company, company.olga).text()).toContain('New colleagues');
  });

  it('leaves the rules as they were: what was asked for before can still be carried out', () => {
    const company = officerCompany();
    const versionOf = () => (JSON.parse(company.project.scriptProperties.get('policy')!) as { version: number }).version;
    const before = versionOf();
    company.world.directory.renameUser(company.olga.id, 'olga.neu@acme.test');
    waitingCopy(company);
    sweepNow(company);
    expect(versionOf()).toBe(before);
  });
});

describe('S39–S41: an address that was an officer’s and is somebody else’s now', () => {
  const heirs = (company: OfficerCompany, happens: 'renamed' | 'deleted') => {
    const { directory } = company.world;
    if (happens === 'deleted') directory.deleteUser(company.olga.id);
    else {
      directory.renameUser(company.olga.id, 'olga.neu@acme.test');
      directory.removeAlias(company.olga.id, 'olga@acme.test');
    }
    const heir = addPerson(company, 'olga');
    company.project.consent(heir.id, withoutToken);
    return heir;
  };

  it.each(['renamed', 'deleted'] as const)(
    '(the officer was %s) is neither written to nor shown anything, and decides nothing',
    (happens) => {
      const company = officerCompany();
      const heir = heirs(company, happens);
      waitingCopy(company);
      sweepNow(company);
      expect(mailsTo(company, heir)).toEqual([]);
      expect(openGmail(company, heir).text()).toContain('You are none of them.');
      expect(decideOnPage(company, heir, 'approve').title).toBe('This request was not found.');
      passHours(company, DAY_HOURS);
      expect(mailsTo(company, heir)).toEqual([]);
      expect(onlyRequest(company).s).toBe('waiting');
      expect(contactWrites(company)).toBe(0);
    },
  );

  it('of an account that came back within its 20 days, it is theirs again', () => {
    const company = officerCompany();
    company.world.directory.suspendUser(company.olga.id);
    waitingCopy(company);
    sweepNow(company);
    expect(mailsTo(company, company.olga)).toEqual([]);
    company.world.directory.unsuspendUser(company.olga.id);
    passHours(company, DAY_HOURS);
    expect(mailsTo(company, company.olga, /for your decision/)).toHaveLength(1);
  });
});

describe('S39–S42: two have to approve, and the first is suspended or removed before the second decides', () => {
  const approvedByOlga = () => {
    const company = officerCompany();
    const oren = addPerson(company, 'oren');
    changePolicy(company, ({ officers }) => ({
      needed: 2,
      officers: [...officers, { userId: oren.id, email: oren.primaryEmail, appointedAt: 0 }],
    }));
    const sidebar = waitingCopy(company);
    sweepNow(company);
    expect(decideOnPage(company, company.olga, 'approve').lines[0]).toContain('1 more Security Officer has to approve it.');
    return { company, sidebar, oren };
  };

  it.each([
    ['suspended', (company: OfficerCompany) => company.world.directory.suspendUser(company.olga.id), 'suspended, archived or gone'],
    [
      'removed',
      (company: OfficerCompany) => changePolicy(company, ({ officers }) => ({ officers: officers.slice(1) })),
      'no Security Officer',
    ],
  ])('(%s) the first approval counts no more, and the requester reads it at once', (_title, happens, words) => {
    const { company, sidebar, oren } = approvedByOlga();
    happens(company);
    expect(decideOnPage(company, company.otto, 'approve').lines[0]).toContain('1 more Security Officer has to approve it.');
    expect(onlyRequest(company).s).toBe('waiting');
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('It does not count: olga@acme.test approved it');
    expect(sidebar.text()).toContain(words);
    expect(decideOnPage(company, oren, 'approve').request?.state).toBe('approved');
    passHours(company, 2);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('Status: Done');
    expect(auditRows(company).map(({ what }) => what)).toContain('decision.lapsed');
  });

  it('is told by the daily look, too, when nobody decides', () => {
    const { company, sidebar } = approvedByOlga();
    company.world.directory.suspendUser(company.olga.id);
    passHours(company, DAY_HOURS);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('It does not count: olga@acme.test approved it');
  });

  it('restored, they decide anew', () => {
    const { company } = approvedByOlga();
    company.world.directory.suspendUser(company.olga.id);
    decideOnPage(company, company.otto, 'approve');
    company.world.directory.unsuspendUser(company.olga.id);
    expect(decideOnPage(company, company.olga, 'approve').request?.state).toBe('approved');
    passHours(company, 2);
    expect(onlyRequest(company).s).toBe('done');
  });
});
