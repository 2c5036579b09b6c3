import { askForCopy, send, waitForEnd } from '../support/askForCopy';
import { auditRows, auditTabs, verifyAudit, waitingEvents, whoDidWhat } from '../support/auditRows';
import { fillStore } from '../support/fillStore';
import { forgeClick, onlyRequest } from '../support/forgeClick';
import { approve, askedOfficers, deny, openGmail } from '../support/gmail';
import { fileCalled, label, passHours, readyCompany, sentCopy, sweepNow } from '../support/hands';
import { addPerson, changePolicy, decideOnPage, mailsTo, officerCompany, waitingCopy } from '../support/officers';
import { customers } from '../support/rosterCompany';
import { askForIt, decideAndApply, openChange, settingsCompany } from '../support/settingsHands';

const begun = ['roster setUp', 'roster officers.appointed', 'admin request.preparing', 'roster request.prepared', 'admin request.waiting'];

describe('B11: the audit of a workflow', () => {
  it('that an officer approves in Gmail holds exactly what happened, by whom, in this order', () => {
    const company = officerCompany();
    const sidebar = askedOfficers(company);
    approve(openGmail(company, company.olga, 'newest'));
    waitForEnd(company, sidebar);
    passHours(company, 1);
    expect(whoDidWhat(company)).toEqual([
      ...begun,
      'olga decision.claimed',
      'olga request.approved',
      'roster request.running',
      'roster request.done',
    ]);
    const rows = auditRows(company);
    const { id, d: digest } = onlyRequest(company);
    expect(new Set(rows.slice(2).map(({ subject }) => subject))).toEqual(new Set([id]));
    expect(rows[0]!.details).toContain('version=');
    expect(rows[1]!.details).toBe(`officers=${company.olga.id},${company.otto.id}`);
    expect(rows[3]!.details).toContain(`digest=${digest} targets=3 creates=9 skips=0`);
    expect(rows[5]!.details).toBe(`decision=approve via=gmail officer=${company.olga.id} digest=${digest}`);
    expect(rows[6]!.details).toContain(`deciders=${company.olga.id}`);
    for (const count of ['done=3', 'created=9', 'failed=0']) expect(rows[8]!.details).toContain(count);
    expect(verifyAudit(company)).toContain('9 rows, whole chain holds');
    expect(company.troubles()).toEqual([]);
  });

  it('holds neither contacts nor what people wrote', () => {
    const company = officerCompany();
    askedOfficers(company);
    deny(openGmail(company, company.olga, 'newest'), 'Not these people');
    passHours(company, 1);
    expect(whoDidWhat(company).slice(5)).toEqual(['olga decision.claimed', 'olga request.denied']);
    expect(auditRows(company)[6]!.details).toContain('reason=request.denied');
    const all = JSON.stringify(auditRows(company));
    for (const text of [...customers, 'customer.test', 'New colleagues', 'Customers', 'Not these people']) expect(all).not.toContain(text);
  });

  it('that is let through names the pre-approval; who pressed Stop; and who withdrew', () => {
    const { company, sidebar } = sentCopy();
    sidebar.press('Stop');
    sidebar.press('Stop the run');
    passHours(company, 1);
    expect(whoDidWhat(company).slice(1)).toEqual([
      'admin request.preparing',
      'roster request.prepared',
      'admin request.approved',
      'admin run.stopPressed',
      'roster request.stopped',
    ]);
    expect(auditRows(company)[3]!.details).toContain('preApproval=sample');
    sidebar.press('Home');
    askForCopy(company, sidebar, { name: 'Another', label });
    sidebar.press('Withdraw');
    passHours(company, 1);
    expect(whoDidWhat(company).at(-1)).toBe('admin request.withdrawn');
  });

  it('that nobody decides about in time expires by nobody’s doing', () => {
    const company = officerCompany();
    waitingCopy(company);
    passHours(company, 15 * 24);
    expect(whoDidWhat(company).slice(5)).toEqual([' request.expired']);
  });

  it('tells of two officers who are needed, of a decision that does not count, and of a run that is refused', () => {
    const company = officerCompany();
    changePolicy(company, () => ({ needed: 2 }));
    const third = addPerson(company, 'uma');
    changePolicy(company, ({ officers }) => ({ officers: [...officers, { userId: third.id, email: third.primaryEmail, appointedAt: 0 }] }));
    askedOfficers(company);
    company.project.consent(third.id);
    approve(openGmail(company, third, 'newest'));
    changePolicy(company, ({ officers }) => ({ officers: officers.slice(0, 2) }));
    sweepNow(company);
    for (const officer of [company.olga, company.otto]) decideOnPage(company, officer, 'approve');
    company.world.directory.suspendUser(company.otto.id);
    passHours(company, 2);
    expect(whoDidWhat(company).slice(5)).toEqual([
      'uma decision.claimed',
      'uma decision.refused',
      'olga decision.claimed',
      'olga decision.counted',
      'otto decision.claimed',
      'otto request.approved',
      'roster request.failed',
    ]);
    const rows = auditRows(company);
    expect(rows[6]!.details).toContain('code=decision.notOfficer');
    expect(rows[11]!.details).toContain('reason=run.approvalGone');
  });
});

describe('B11: the audit of the settings', () => {
  it('says in words what was changed', () => {
    const company = settingsCompany();
    const sidebar = company.open(company.admin);
    openChange(sidebar, 'Appoint a Security Officer');
    sidebar.type('User (required)', 'cleo@acme.test');
    askForIt(company, sidebar);
    decideAndApply(company, sidebar, [company.ana]);
    passHours(company, 1);
    expect(whoDidWhat(company).slice(2)).toEqual([
      'admin request.preparing',
      'roster request.prepared',
      'admin request.waiting',
      'ana decision.claimed',
      'ana request.approved',
      'roster request.done',
    ]);
    expect(auditRows(company)[7]!.details).toMatch(/change: Appoint cleo@acme\.test as Security Officer$/);
  });

  it('names the officer who ended a pre-approval', () => {
    const company = settingsCompany('admin@acme.test ana@acme.test');
    company.preApprove();
    forgeClick(company, company.admin, 'endPreApproval', { preApproval: 'sample' });
    passHours(company, 1);
    expect(auditRows(company).at(-1)).toMatchObject({ by: 'admin', what: 'preApproval.ended', subject: 'sample' });
  });

  it('tells of a notice of break-glass, and that it took effect', () => {
    const company = settingsCompany();
    company.world.directory.suspendUser(company.bob.id);
    const sidebar = company.open(company.admin);
    openChange(sidebar, 'Appoint a Security Officer by notice');
    sidebar.type('User (required)', 'cleo@acme.test');
    askForIt(company, sidebar);
    send(sidebar);
    passHours(company, 8 * 24);
    expect(whoDidWhat(company).slice(4)).toEqual([
      'admin request.waiting',
      'roster notice.given',
      'roster request.approved',
      'roster request.done',
    ]);
    expect(auditRows(company)[5]!.details).toMatch(/^told=3 until=2026-/);
  });
});

describe('B11: no event is lost', () => {
  it('those of an administrator come in though they cannot open the ledger', () => {
    const { company } = sentCopy();
    expect(waitingEvents(company)).toHaveLength(1);
    expect(fileCalled(company, 'Roster ledger').roleOf(company.admin.id)).toBeUndefined();
    passHours(company, 1);
    expect(waitingEvents(company)).toEqual([]);
    expect(whoDidWhat(company)).toContain('admin request.approved');
  });

  it('a store that has room for the change and not for its event refuses the change', () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label });
    sweepNow(company);
    fillStore(company);
    // Room for the change, which is some bytes longer than what stands there.
    for (const number of [0, 1]) company.project.scriptProperties.delete(`other.100.${number}`);
    send(sidebar);
    expect(sidebar.text()).toContain('store is full');
    expect(onlyRequest(company).s).toBe('prepared');
    expect(waitingEvents(company)).toEqual([]);
  });

  it('a year has its own table, and the chain goes on from one to the next', () => {
    const company = officerCompany({ world: { startAt: Date.UTC(2026, 11, 31, 22, 30) } });
    passHours(company, 1);
    waitingCopy(company);
    passHours(company, 1);
    expect(auditTabs(company).map(({ name }) => name)).toEqual(['Audit 2026', 'Audit 2027']);
    expect(whoDidWhat(company)).toEqual(begun);
    expect(verifyAudit(company)).toContain('5 rows, whole chain holds');
    expect(auditRows(company).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    const ledger = fileCalled(company, 'Roster ledger');
    ledger.deleteTab(auditTabs(company)[0]!);
    expect(verifyAudit(company)).toContain('Row 1 of the audit is missing.');
  });
});

it('B11: the officers’ daily mail and the settings card hold the end of the chain', () => {
  const company = officerCompany();
  waitingCopy(company);
  passHours(company, 48);
  const [mail] = mailsTo(company, company.olga, /waits? for your decision/);
  const [, row, hash] = /Audit: row (\d+), hash ([0-9a-f]{16})\./.exec(mail!.body)!;
  const { grid } = auditTabs(company)[0]!;
  expect(String(grid.cell(Number(row) + 1, 9)!.value).slice(0, 16)).toBe(hash);
  const sidebar = company.open(company.admin);
  sidebar.press('Settings');
  expect(sidebar.text()).toContain(`row ${row}, hash ${hash}`);
});
