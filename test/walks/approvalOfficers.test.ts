import { intentDigest, type Intent } from '../../src/core/workflows/Intent';
import { askForCopy, send, waitForEnd } from '../support/askForCopy';
import { forgeClick, forgeSend, onlyRequest } from '../support/forgeClick';
import { contactWrites, fileCalled, label, passHours, receivers, sweepNow } from '../support/hands';
import { addPerson, changePolicy, decideOnPage, look, officerCompany, waitingCopy, type OfficerCompany } from '../support/officers';
import { changeEntry } from '../support/settingsHands';

const waiting = () => {
  const company = officerCompany();
  const sidebar = waitingCopy(company);
  sweepNow(company);
  return { company, sidebar };
};

const appoint = (company: OfficerCompany, ...people: readonly { id: string; primaryEmail: string }[]): void =>
  changePolicy(company, () => ({ officers: people.map((one) => ({ userId: one.id, email: one.primaryEmail, appointedAt: 0 })) }));

const requestIds = (company: OfficerCompany): string[] =>
  Object.keys(company.project.scriptProperties.entries()).flatMap((key) =>
    key.startsWith('request.') ? [key.slice('request.'.length)] : [],
  );

const neverRuns = (company: OfficerCompany): void => {
  passHours(company, 6);
  expect(contactWrites(company)).toBe(0);
  expect(receivers(company)).toEqual([]);
};

describe('S39–S41: nobody approves their own request', () => {
  it('who asks is an officer: another is asked, and their own approval is refused', () => {
    const company = officerCompany();
    appoint(company, company.admin, company.otto);
    const sidebar = waitingCopy(company);
    expect(sidebar.text()).toContain('Decided by: otto@acme.test.');
    sweepNow(company);
    expect(look(company, company.admin).request?.mayDecide).toBe(false);
    expect(decideOnPage(company, company.admin, 'approve')).toMatchObject({
      refused: true,
      title: '“New colleagues” is your own request.',
    });
    neverRuns(company);
  });

  it('who asks is the only officer: the request cannot be sent', () => {
    const company = officerCompany();
    appoint(company, company.admin);
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label });
    expect(sidebar.text()).toContain('you are the only Security Officer, and nobody approves their own request');
    expect(sidebar.text()).not.toContain('[Send approval request]');
  });

  it('not by an alias: the page looks up who is behind the address', () => {
    const company = officerCompany();
    company.world.directory.addAlias(company.admin.id, 'boss@acme.test');
    changePolicy(company, () => ({
      officers: [
        { userId: company.otto.id, email: 'otto@acme.test', appointedAt: 0 },
        { userId: company.admin.id, email: 'boss@acme.test', appointedAt: 0 },
      ],
    }));
    waitingCopy(company);
    expect(decideOnPage(company, company.admin, 'approve').refused).toBe(true);
    neverRuns(company);
  });

  it('not after a rename: who asked is known by id', () => {
    const { company } = waiting();
    company.world.directory.renameUser(company.admin.id, 'married@acme.test');
    appoint(company, { id: company.admin.id, primaryEmail: 'married@acme.test' }, company.otto);
    expect(decideOnPage(company, company.admin, 'approve').title).toContain('is your own request');
    neverRuns(company);
  });

  it('an officer who was renamed still decides; who has the address that Roster knows does not', () => {
    const { company } = waiting();
    company.world.directory.renameUser(company.olga.id, 'olga.new@acme.test');
    const heir = addPerson(company, 'heir');
    appoint(company, { id: company.olga.id, primaryEmail: heir.primaryEmail }, company.otto);
    expect(decideOnPage(company, heir, 'approve').title).toBe('This request was not found.');
    expect(onlyRequest(company).s).toBe('waiting');
    expect(decideOnPage(company, company.olga, 'approve').request?.state).toBe('approved');
  });
});

describe('B2: at the run the approval is looked at again', () => {
  const approved = () => {
    const { company, sidebar } = waiting();
    decideOnPage(company, company.olga, 'approve');
    expect(onlyRequest(company).s).toBe('approved');
    return { company, sidebar };
  };
  const fails = (company: OfficerCompany, why: string): void => {
    const sidebar = company.open(company.admin);
    sidebar.press('New colleagues', { near: ' Mar 2026, ' });
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('The approval does not hold any more. Nothing was changed.');
    expect(sidebar.text()).toContain(why);
    expect(contactWrites(company)).toBe(0);
  };

  it('an officer who was removed meanwhile does not count any more', () => {
    const { company } = approved();
    appoint(company, company.otto);
    fails(company, 'olga@acme.test approved it and is no Security Officer any more.');
  });

  it('an officer who was suspended meanwhile does not count any more', () => {
    const { company } = approved();
    company.world.directory.suspendUser(company.olga.id);
    fails(company, 'olga@acme.test approved it, and the account is suspended, archived or gone.');
  });

  it('an officer whose account is gone does not count any more', () => {
    const { company } = approved();
    company.world.directory.deleteUser(company.olga.id);
    fails(company, 'olga@acme.test approved it, and the account is suspended, archived or gone.');
  });

  it('a stored approval that names the requester does not count', () => {
    const { company } = approved();
    const key = `request.${onlyRequest(company).id}`;
    const entry = company.project.scriptProperties.get(key)!;
    company.project.scriptProperties.set({ [key]: entry.replace(company.olga.id, company.admin.id) });
    fails(company, 'admin@acme.test asked for it: nobody approves their own request.');
  });

  it('S47: what nobody carried out in its time never runs, approved or not', () => {
    const { company, sidebar } = approved();
    company.world.clock.advance(15 * 86_400_000);
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Failed');
    expect(sidebar.text()).toContain('expired');
    expect(contactWrites(company)).toBe(0);
  });

  it('what another version of Roster planned is not run by this one', () => {
    const { company, sidebar } = approved();
    const ledger = fileCalled(company, 'Roster ledger');
    const { grid } = ledger.tab('Documents')!;
    const row = Array.from({ length: grid.lastRow }, (_, index) => index + 1).find(
      (at) => grid.cell(at, 1)?.value === `intent.${onlyRequest(company).id}`,
    )!;
    const intent = JSON.parse(String(grid.cell(row, 3)!.value).slice(1)) as Intent;
    const other = { ...intent, plannerVersion: intent.plannerVersion - 1 };
    company.world.drive.edit(ledger.id, 'Documents', `C${row}`, [[{ text: `.${JSON.stringify(other)}` }]]);
    changeEntry(company, onlyRequest(company).id, { digest: intentDigest(other) });
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Failed');
    expect(sidebar.text()).toContain('Roster was updated after the preview.');
    expect(contactWrites(company)).toBe(0);
  });

  it('a rule that was changed afterwards does not undo a decision', () => {
    const { company, sidebar } = approved();
    changePolicy(company, () => ({ needed: 2 }));
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
  });
});

describe('S42: two officers have to approve', () => {
  it('the first approval lets nothing through, the same officer again neither; the second does', () => {
    const company = officerCompany();
    changePolicy(company, () => ({ needed: 2 }));
    const sidebar = waitingCopy(company);
    expect(sidebar.text()).toContain('2 of them have to approve it.');
    sweepNow(company);
    expect(decideOnPage(company, company.olga, 'approve').lines[0]).toContain('1 more Security Officer has to approve it.');
    expect(decideOnPage(company, company.olga, 'approve').title).toBe('You decided about “New colleagues” already.');
    passHours(company, 3);
    expect(onlyRequest(company).s).toBe('waiting');
    expect(contactWrites(company)).toBe(0);
    decideOnPage(company, company.otto, 'approve');
    sidebar.press('Refresh');
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(company.troubles()).toEqual([]);
  });

  it('one of them is removed before the run: too few are left', () => {
    const company = officerCompany();
    changePolicy(company, () => ({ needed: 2 }));
    waitingCopy(company);
    decideOnPage(company, company.olga, 'approve');
    decideOnPage(company, company.otto, 'approve');
    appoint(company, company.otto);
    neverRuns(company);
    expect(onlyRequest(company).s).toBe('failed');
  });

  it('with only one besides the requester, the request cannot be sent', () => {
    const company = officerCompany();
    appoint(company, company.admin, company.otto);
    changePolicy(company, () => ({ needed: 2 }));
    expect(() => waitingCopy(company)).toThrow('2 Security Officers have to approve it, and besides you there is 1.');
  });

  it('a preview of before that rule cannot be sent', () => {
    const company = officerCompany();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label });
    changePolicy(company, () => ({ needed: 2 }));
    sidebar.press('Send approval request');
    expect(sidebar.text()).toContain('“New colleagues” was prepared when fewer Security Officers had to approve.');
    forgeSend(company);
    expect(onlyRequest(company).s).toBe('prepared');
  });
});

describe('contracts §2: the first valid decision wins', () => {
  it('approve after deny, and deny after approve, are refused', () => {
    const { company } = waiting();
    decideOnPage(company, company.olga, 'deny', { reason: 'no' });
    expect(decideOnPage(company, company.otto, 'approve').title).toContain('Its status: Denied.');
    neverRuns(company);

    const other = waiting();
    decideOnPage(other.company, other.company.olga, 'approve');
    expect(decideOnPage(other.company, other.company.otto, 'deny', { reason: 'no' }).title).toContain('does not wait for a decision');
    waitForEnd(other.company, other.sidebar);
    expect(other.sidebar.text()).toContain('Status: Done');
  });

  it('a decision about another version, or without one, is refused', () => {
    const { company } = waiting();
    expect(decideOnPage(company, company.olga, 'approve', { digest: 'a'.repeat(64) }).title).toBe('“New colleagues” is not what you saw.');
    expect(decideOnPage(company, company.olga, 'approve', { digest: 'short' }).title).toBe('This request was not found.');
    neverRuns(company);
  });

  it('who is no officer sees no request, and decides nothing', () => {
    const { company } = waiting();
    for (const who of [company.plain, company.sam]) {
      expect(look(company, who).title).toBe('This request was not found.');
      expect(decideOnPage(company, who, 'approve').title).toBe('This request was not found.');
    }
    expect(decideOnPage(company, company.operator, 'approve').title).toContain('You are not a Security Officer');
    neverRuns(company);
  });
});

describe('B2: asking again', () => {
  it('a refused request is prepared anew by one button, waits for another decision, and runs then', () => {
    const { company, sidebar } = waiting();
    decideOnPage(company, company.olga, 'approve');
    appoint(company, company.otto);
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Failed');
    const [first] = requestIds(company);
    sidebar.press('Ask again');
    company.waitFor(sidebar, /Status: Preview ready/);
    expect(sidebar.text()).toContain('New contacts: 9 at 3 targets');
    expect(sidebar.text()).toContain('From source@acme.test, label “Customers”, label created at the targets');
    send(sidebar);
    const requestId = requestIds(company).find((id) => id !== first)!;
    expect(decideOnPage(company, company.otto, 'approve', { requestId }).request?.state).toBe('approved');
    sidebar.press('Refresh');
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(sidebar.text()).not.toContain('[Ask again]');
    expect(receivers(company)).toHaveLength(3);
    expect(company.troubles()).toEqual([]);
  });

  it('is its requester’s only, and not for what was done or is open', () => {
    const { company, sidebar } = waiting();
    expect(sidebar.text()).not.toContain('[Ask again]');
    const { id } = onlyRequest(company);
    forgeClick(company, company.admin, 'askAgain', { request: id });
    decideOnPage(company, company.olga, 'deny', { reason: 'no' });
    forgeClick(company, company.operator, 'askAgain', { request: id });
    expect(requestIds(company)).toEqual([id]);
  });
});
