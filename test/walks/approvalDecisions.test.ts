import { send, waitForEnd } from '../support/askForCopy';
import { forgeClick, onlyRequest } from '../support/forgeClick';
import { contactWrites, fileCalled, passHours, sweepNow } from '../support/hands';
import { changePolicy, decideOnPage, mailsTo, officerCompany, waitingCopy, type OfficerCompany } from '../support/officers';
import { askForIt, openChange } from '../support/settingsHands';
import { customers } from '../support/rosterCompany';

/** boss@ is an administrator and an officer, beside olga@. */
const bossCompany = () => {
  const company = officerCompany();
  const boss = company.world.directory.addUser({
    primaryEmail: 'boss@acme.test',
    name: { givenName: 'Bo', familyName: 'Ss' },
    orgUnitPath: '/',
    isAdmin: true,
  });
  company.project.consent(boss.id);
  for (const file of company.world.drive.spreadsheets.filter(({ title }) => title !== 'Roster ledger'))
    company.world.drive.share(file.id, boss.id, 'writer');
  changePolicy(company, ({ officers }) => ({ officers: [officers[0]!, { userId: boss.id, email: boss.primaryEmail, appointedAt: 0 }] }));
  return { ...company, boss };
};

const openAsBoss = (company: ReturnType<typeof bossCompany>) => {
  const sidebar = company.open(company.boss);
  sidebar.press('New colleagues', { near: 'Waiting for your decision' });
  return sidebar;
};

const eachOnce = (company: OfficerCompany): void => {
  for (const target of [company.sam, company.sue, company.eve]) expect(company.namesAt(target)).toEqual(customers);
};

describe('S30–S32, B16: an administrator who is an officer decides in the sidebar', () => {
  it('finds it first on Home, sees totals and code, is asked once, and may think better of it', () => {
    const company = bossCompany();
    waitingCopy(company);
    const sidebar = openAsBoss(company);
    sidebar.press('Approve');
    expect(sidebar.text()).toContain('Approve this request?');
    expect(sidebar.text()).toContain('New contacts: 9 at 3 targets');
    expect(sidebar.text()).toContain(`Code: ${onlyRequest(company).d.slice(0, 8)}`);
    sidebar.press('Cancel');
    passHours(company, 2);
    expect(onlyRequest(company).s).toBe('waiting');
    expect(company.troubles()).toEqual([]);
  });

  it('approves; the operator verifies it in one execution and runs it in another', () => {
    const company = bossCompany();
    waitingCopy(company);
    const sidebar = openAsBoss(company);
    sidebar.press('Approve');
    sidebar.press('Confirm approval');
    expect(sidebar.text()).toContain('Status: Waiting for approval');
    expect(sidebar.text()).toContain('boss@acme.test (you). Roster still has to check it.');
    expect(sidebar.text()).not.toContain('[Approve]');
    sweepNow(company);
    expect(onlyRequest(company).s).toBe('approved');
    expect(contactWrites(company)).toBe(0);
    sidebar.press('Home');
    expect(sidebar.text()).not.toContain('Waiting for your decision');
    sidebar.press('New colleagues', { near: ' Mar 2026, ' });
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    eachOnce(company);
    expect(company.troubles()).toEqual([]);
  });

  it('denies, and has to say why', () => {
    const company = bossCompany();
    waitingCopy(company);
    const sidebar = openAsBoss(company);
    sidebar.press('Deny');
    sidebar.press('Confirm denial');
    expect(sidebar.text()).toContain('Say in a few words why you deny it');
    sidebar.type('Reason (required)', 'Not these');
    sidebar.press('Confirm denial');
    sweepNow(company);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('Status: Denied');
    expect(sidebar.text()).toContain('boss@acme.test denied it: Not these');
    expect(mailsTo(company, company.admin, /^Denied/)).toHaveLength(1);
  });

  it('the first decision stays, whatever is sent after it and before the operator looks', () => {
    const company = bossCompany();
    waitingCopy(company);
    const { id, d: digest } = onlyRequest(company);
    const sidebar = openAsBoss(company);
    sidebar.press('Deny');
    sidebar.type('Reason (required)', 'Not these');
    sidebar.press('Confirm denial');
    forgeClick(company, company.boss, 'decideRequest', { request: id, digest, decision: 'approve' });
    sweepNow(company);
    expect(onlyRequest(company).s).toBe('denied');
  });

  it('is not offered a decision about cells that somebody edited', () => {
    const company = bossCompany();
    waitingCopy(company);
    sweepNow(company);
    const { grid } = fileCalled(company, 'Roster workbook').tab('Preview')!;
    grid.cell(2, 6)!.value = 0;
    const sidebar = openAsBoss(company);
    expect(sidebar.text()).toContain('The preview below is not the one that Roster wrote.');
    expect(sidebar.text()).not.toContain('[Approve]');
  });

  it('who asks, and who is no officer, cannot, whatever they send', () => {
    const company = bossCompany();
    waitingCopy(company);
    const { id, d: digest } = onlyRequest(company);
    for (const who of [company.admin, company.operator, company.plain, company.olga]) {
      for (const decision of ['approve', 'deny']) {
        forgeClick(company, who, 'openConfirmApprove', { request: id });
        forgeClick(company, who, 'decideRequest', { request: id, digest, decision }, { reason: { stringInputs: { value: ['x'] } } });
      }
    }
    forgeClick(company, company.boss, 'decideRequest', { request: id, digest: 'f'.repeat(64), decision: 'approve' });
    passHours(company, 2);
    expect(onlyRequest(company).s).toBe('waiting');
    expect(Object.keys(company.project.scriptProperties.entries()).filter((key) => key.startsWith('claim.'))).toEqual([]);
  });
});

describe('S42: a change of the settings in the sidebar', () => {
  /** admin@ asks for `who` to be removed; it waits. */
  const asked = (who: 'boss' | 'olga') => {
    const company = bossCompany();
    const { id: userId, primaryEmail: email } = company.otto;
    changePolicy(company, ({ officers }) => ({ officers: [...officers, { userId, email, appointedAt: 0 }] }));
    const sidebar = company.open(company.admin);
    openChange(sidebar, 'Remove a Security Officer');
    sidebar.choose('Security Officer', company[who].primaryEmail);
    askForIt(company, sidebar);
    send(sidebar);
    sweepNow(company);
    return { company, name: `Remove ${company[who].primaryEmail} as Security Officer` };
  };

  it('is decided by an officer whom it is not about, by what it changes', () => {
    const { company, name } = asked('olga');
    const sidebar = company.open(company.boss);
    sidebar.press(name, { near: 'Waiting for your decision' });
    sidebar.press('Approve');
    expect(sidebar.text()).toContain('Beware: This changes who decides, or what needs a decision.');
    expect(sidebar.text()).not.toContain('New contacts');
    sidebar.press('Cancel');
    expect(company.troubles()).toEqual([]);
  });

  it('is not offered to whom it is about, and what they send all the same does not count', () => {
    const { company, name } = asked('boss');
    const sidebar = company.open(company.boss);
    expect(sidebar.text()).not.toContain('Waiting for your decision');
    sidebar.press(name, { near: ' Mar 2026, ' });
    expect(sidebar.text()).not.toContain('[Deny]');
    const { id, d: digest } = onlyRequest(company);
    forgeClick(
      company,
      company.boss,
      'decideRequest',
      { request: id, digest, decision: 'deny' },
      { reason: { stringInputs: { value: ['no'] } } },
    );
    passHours(company, 2);
    expect(onlyRequest(company).s).toBe('waiting');
  });
});

describe('B2: between a decision and the operator’s look at it', () => {
  const noted = () => {
    const company = bossCompany();
    waitingCopy(company);
    const sidebar = openAsBoss(company);
    sidebar.press('Approve');
    sidebar.press('Confirm approval');
    return { company, sidebar };
  };

  it.each<[string, (company: ReturnType<typeof bossCompany>) => void, string]>([
    [
      'is removed',
      (company) => changePolicy(company, ({ officers }) => ({ officers: officers.slice(0, 1) })),
      'You are not a Security Officer',
    ],
    ['is suspended', ({ world, boss }) => world.directory.suspendUser(boss.id), 'is suspended or archived'],
    ['is deleted', ({ world, boss }) => world.directory.deleteUser(boss.id), 'is not the account of the Security Officer'],
  ])('an officer who %s does not count', (_title, change, why) => {
    const { company } = noted();
    change(company);
    passHours(company, 3);
    expect(onlyRequest(company).s).toBe('waiting');
    expect(contactWrites(company)).toBe(0);
    const [refused] = Object.entries(company.project.scriptProperties.entries()).filter(([key]) => key.startsWith('claim.'));
    expect(refused![1]).toContain('refused');
    if (company.world.directory.userById(company.boss.id)?.suspended === false) {
      const sidebar = company.open(company.boss);
      sidebar.press('New colleagues', { near: ' Mar 2026, ' });
      expect(sidebar.text()).toContain(`It does not count: ${why}`);
    }
  });

  it('withdrawn by its requester, it never runs', () => {
    const { company } = noted();
    const asker = company.open(company.admin);
    asker.press('New colleagues', { near: ' Mar 2026, ' });
    asker.press('Withdraw');
    passHours(company, 3);
    expect(onlyRequest(company).s).toBe('withdrawn');
    expect(contactWrites(company)).toBe(0);
  });

  it('Google not answering for a while only delays it', () => {
    const { company } = noted();
    company.world.faults.add({ at: 'directory.users.get', times: 12, effect: { kind: 'answer', when: 'before', status: 503, body: {} } });
    passHours(company, 14);
    expect(['approved', 'done']).toContain(onlyRequest(company).s);
  });
});

describe('two decisions at once', () => {
  it.each(['PropertiesService.setProperties', 'LockService.tryLock', 'directory.users.get'])(
    'the other officer denies in the middle of %s: one of them holds, for ever',
    (at) => {
      const company = officerCompany();
      waitingCopy(company);
      sweepNow(company);
      let met = 0;
      company.world.faults.add({
        at: ({ name }) => name === at,
        effect: { kind: 'meanwhile', do: () => void ((met += 1), decideOnPage(company, company.otto, 'deny', { reason: 'no' })) },
      });
      decideOnPage(company, company.olga, 'approve');
      company.world.faults.clear();
      expect(met).toBeGreaterThan(0);
      const { s } = onlyRequest(company);
      expect(['approved', 'denied']).toContain(s);
      passHours(company, 3);
      expect(onlyRequest(company).s).toBe(s === 'denied' ? 'denied' : 'done');
      if (s === 'denied') expect(contactWrites(company)).toBe(0);
      else eachOnce(company);
    },
  );

  it('killed anywhere, a decision on the page is lost or kept whole, and a run it lets through is made once', () => {
    const one = officerCompany();
    waitingCopy(one);
    sweepNow(one);
    const before = one.world.faults.calls;
    decideOnPage(one, one.olga, 'approve');
    const calls = one.world.faults.calls - before;
    for (let place = 1; place <= calls; place += Math.max(1, Math.floor(calls / 16))) {
      const company = officerCompany();
      waitingCopy(company);
      sweepNow(company);
      const start = company.world.faults.calls;
      company.world.faults.add({
        at: ({ ordinal }) => ordinal === start + place,
        effect: { kind: 'kill', when: place % 2 ? 'after' : 'before' },
      });
      try {
        decideOnPage(company, company.olga, 'approve');
      } catch {
        // The page says nothing more; the visitor tries again below.
      }
      company.world.faults.clear();
      passHours(company, 3);
      const { s } = onlyRequest(company);
      expect([place, ['waiting', 'done'].includes(s)]).toEqual([place, true]);
      if (s === 'done') eachOnce(company);
      else expect(decideOnPage(company, company.olga, 'approve').request?.state).toBe('approved');
    }
  });
});
