import { send } from '../support/askForCopy';
import { auditRows } from '../support/auditRows';
import { fileCalled, passHours, receivers, sweepNow } from '../support/hands';
import { forgeClick } from '../support/forgeClick';
import { decideOnPage } from '../support/officers';
import { approveAndApply, askForIt, settingsCompany, openChange, policyOf, requestsOf } from '../support/settingsHands';

type Company = ReturnType<typeof settingsCompany>;

/** plain@, who has no administrator's rights, may ask until the first of June. */
const withDelegate = (): Company => {
  const company = settingsCompany();
  const sidebar = company.open(company.admin);
  openChange(sidebar, 'Allow a delegate to ask');
  sidebar.type('User (required)', 'plain@acme.test');
  sidebar.pickDate('Ends (required, within a year)', { date: '2026-06-01', time: '12:00' });
  askForIt(company, sidebar);
  expect(sidebar.text()).toContain('plain@acme.test may ask, without an administrator’s rights: no → until 2026-06-01');
  expect(approveAndApply(company, company.ana).state).toBe('done');
  return company;
};

/** Presses the button again until the operator has looked it up. */
const pressUntil = (company: Company, sidebar: ReturnType<Company['open']>, button: string, arrived: RegExp): void => {
  sidebar.press(button);
  for (let fired = 0; fired < 10 && !arrived.test(sidebar.text()); fired += 1) {
    company.scheduler.runNext();
    sidebar.press(button);
  }
  expect(sidebar.text()).toMatch(arrived);
};

/** The whole wizard, as a delegate goes through it. */
const askAsDelegate = (company: Company) => {
  const sidebar = company.open(company.plain);
  sidebar.press('New workflow');
  sidebar.type('Name (required)', 'A delegate’s copy');
  sidebar.choose('Type (required)', 'Modify: users who are already there');
  sidebar.press('Next');
  sidebar.type('Name or address', '/Sales');
  sidebar.press('Search');
  expect(sidebar.text()).toContain('Roster searches for you');
  pressUntil(company, sidebar, 'Search', /Organizational unit: \/Sales/);
  sidebar.press('Add all');
  sidebar.press('Next');
  company.waitFor(sidebar, /Proceed to actions/);
  sidebar.press('Proceed to actions');
  sidebar.press('+ Add action');
  sidebar.press('Copy user contacts');
  sidebar.type('Source user (required)', 'source@acme.test');
  pressUntil(company, sidebar, 'Use this user', /Label|looks up the labels|labels/);
  sidebar.press('Save');
  sidebar.press('Preview');
  company.waitFor(sidebar, /Status: (?!Preparing)/);
  return sidebar;
};

describe('S43: a delegate', () => {
  it('asks like an administrator: the operator looks things up for them, and an officer decides', () => {
    const company = withDelegate();
    const sidebar = askAsDelegate(company);
    expect(sidebar.text()).toContain('Preview ready');
    expect(sidebar.text()).toContain('sam@acme.test');
    send(sidebar);
    passHours(company, 2);
    expect(receivers(company)).toEqual([]);
    const { id, digest } = requestsOf(company)[0]!;
    decideOnPage(company, company.ana, 'approve', { requestId: id, digest });
    passHours(company, 2);
    expect(receivers(company)).toEqual(['eve@acme.test', 'sam@acme.test', 'sue@acme.test']);
    expect(company.troubles()).toEqual([]);
  });

  it('is never covered by a pre-approval, not even one that names them', () => {
    const company = withDelegate();
    company.preApprove({ requesterIds: [company.plain.id] });
    const sidebar = askAsDelegate(company);
    expect(sidebar.text()).not.toContain('Covered by');
    expect(requestsOf(company)[0]!.preApprovalId).toBe('');
  });

  it('sees their own requests only, no settings, and changes none', () => {
    const company = withDelegate();
    const settingsRequest = requestsOf(company)[0]!;
    const home = company.open(company.plain);
    expect(home.text()).toContain('[New workflow]');
    expect(home.text()).not.toContain('[Settings]');
    expect(home.text()).not.toContain(settingsRequest.name);
    const before = company.project.scriptProperties.get('policy');
    const inputs = { user: { stringInputs: { value: ['cleo@acme.test'] } } };
    for (const action of ['openRequest', 'openSettings', 'openChanges', 'readChange', 'askForChange', 'endPreApproval'])
      forgeClick(company, company.plain, action, { request: settingsRequest.id, change: 'appointOfficer' }, inputs);
    expect(requestsOf(company)).toHaveLength(1);
    expect(company.project.userProperties(company.plain.id).get('settingsChange')).toBeUndefined();
    expect(company.project.scriptProperties.get('policy')).toBe(before);
  });

  it('may ask no more once the end date is over: neither a card nor what they asked before goes on', () => {
    const company = withDelegate();
    const sidebar = askAsDelegate(company);
    const { until } = policyOf(company).delegates[0]!;
    company.world.clock.advance(until - company.world.clock.now() + 1);
    expect(company.open(company.plain).text()).toContain('Roster is for super administrators');
    sidebar.press('Home');
    expect(sidebar.text()).toContain('Roster is for super administrators');
  });

  it('loses the workbook with the permission', () => {
    const company = withDelegate();
    const workbook = fileCalled(company, 'Roster workbook');
    expect(workbook.roleOf(company.plain.id)).toBe('writer');
    const sidebar = company.open(company.admin);
    openChange(sidebar, 'End a delegate’s permission');
    sidebar.choose('Delegate', 'plain@acme.test');
    askForIt(company, sidebar);
    expect(approveAndApply(company, company.bob).state).toBe('done');
    expect(policyOf(company).delegates).toEqual([]);
    expect(workbook.roleOf(company.plain.id)).toBeUndefined();
    expect(company.open(company.plain).text()).not.toContain('[New workflow]');
    expect(company.troubles()).toEqual([]);
  });

  describe('and the workbook', () => {
    const isShared = (company: Company): boolean => fileCalled(company, 'Roster workbook').roleOf(company.plain.id) === 'writer';
    const untilOf = (company: Company): number => policyOf(company).delegates[0]!.until;
    const passEnd = (company: Company): void => {
      company.world.clock.advance(untilOf(company) - company.world.clock.now() - 3_600_000);
      passHours(company, 2);
    };
    const told = (company: Company): string[] =>
      auditRows(company).flatMap(({ what, subject }) => (what.startsWith('workbook.') && subject === company.plain.id ? [what] : []));

    it('is theirs until the end date: the next look takes it back, and the audit says both', () => {
      const company = withDelegate();
      passHours(company, 24);
      expect(isShared(company)).toBe(true);
      passEnd(company);
      expect(isShared(company)).toBe(false);
      expect(told(company)).toEqual(['workbook.shared', 'workbook.shareEnded']);
      expect(company.troubles()).toEqual([]);
    });

    it('is given and taken later where Google refused it first', () => {
      const company = withDelegate();
      company.world.drive.unshare(fileCalled(company, 'Roster workbook').id, company.plain.id);
      company.project.scriptProperties.delete('shares');
      company.project.scriptProperties.set({ pending: '1' });
      const message = 'Service error: Spreadsheets';
      company.world.faults.add({ at: 'Spreadsheet.addEditors', effect: { kind: 'throw', when: 'before', message } });
      company.world.faults.add({ at: 'Spreadsheet.removeEditor', effect: { kind: 'throw', when: 'before', message } });
      sweepNow(company);
      expect(isShared(company)).toBe(false);
      passHours(company, 2);
      expect(isShared(company)).toBe(true);
      passEnd(company);
      passHours(company, 1);
      expect(isShared(company)).toBe(false);
    });

    it('is taken from the account, whatever its address is then, and from nobody else', () => {
      const company = withDelegate();
      const { directory, drive } = company.world;
      directory.renameUser(company.plain.id, 'married@acme.test');
      directory.removeAlias(company.plain.id, 'plain@acme.test');
      directory.renameUser(company.cleo.id, 'plain@acme.test');
      drive.share(fileCalled(company, 'Roster workbook').id, company.cleo.id, 'writer');
      passEnd(company);
      expect(isShared(company)).toBe(false);
      expect(fileCalled(company, 'Roster workbook').roleOf(company.cleo.id)).toBe('writer');
    });

    it('stays with who became an administrator meanwhile', () => {
      const company = withDelegate();
      company.world.directory.makeAdmin(company.plain.id);
      passEnd(company);
      expect(isShared(company)).toBe(true);
    });
  });

  it('is nobody who is not named: other users still see whom to ask', () => {
    const company = withDelegate();
    company.project.consent(company.cleo.id);
    company.world.drive.share(company.sheet.id, company.cleo.id, 'writer');
    expect(company.open(company.cleo).text()).toContain('Roster is for super administrators');
    forgeClick(company, company.cleo, 'newWorkflow', {});
    expect(company.project.userProperties(company.cleo.id).entries()).toEqual({});
  });
});
