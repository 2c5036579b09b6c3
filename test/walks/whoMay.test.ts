import { WebVisitor } from '../../simulator/appsscript/WebVisitor';
import { askForCopy, chooseSource, chooseTargets, send, waitForEnd } from '../support/askForCopy';
import { customers, rosterCompany, type RosterCompany } from '../support/rosterCompany';

const ready = (): RosterCompany => {
  const company = rosterCompany();
  company.setUp();
  company.preApprove();
  return company;
};
const stateOf = ({ world, project, plain, admin }: RosterCompany): string =>
  JSON.stringify([
    project.scriptProperties.entries(),
    world.drive.spreadsheets.map((file) => [file.tabs.map((tab) => [tab.name, tab.grid.lastRow]), file.modifiedAt]),
    [plain.id, admin.id].map((id) => project.userProperties(id).entries()),
    world.mail.sent.length,
    world.network.count({ effect: 'write' }),
  ]);
const requestIdOf = (company: RosterCompany): string =>
  Object.keys(company.project.scriptProperties.entries())
    .find((key) => key.startsWith('request.'))!
    .slice('request.'.length);

describe('set-up', () => {
  it('is offered to a super administrator only, and says to others whom to ask', () => {
    const company = rosterCompany();
    expect(company.open(company.plain).text()).toContain('Roster is not set up for your organization yet.');
    expect(company.open(company.plain).text()).not.toContain('[Set up Roster]');
    expect(company.open(company.admin).text()).toContain('[Set up Roster]');
    company.setUp();
    expect(company.open(company.plain).text()).toContain('write to roster@acme.test');
  });

  it('names what is missing or wrong at its field, and stores nothing before all is right', () => {
    const company = rosterCompany();
    const sidebar = company.open(company.operator);
    sidebar.press('Set up Roster');
    sidebar.press('Set up');
    expect(sidebar.text()).toContain('Enter the e-mail address of the service account.');
    sidebar.type('Service account', 'somebody@acme.test');
    sidebar.type('Web app address (optional)', 'https://script.google.com/macros/s/abc/dev');
    sidebar.type('Administrators who will use Roster (optional)', 'admin@acme.test, nobody');
    sidebar.press('Set up');
    expect(sidebar.text()).toContain('it ends in .iam.gserviceaccount.com');
    expect(sidebar.text()).toContain('ends in /exec');
    expect(sidebar.text()).toContain('Correct: nobody.');
    expect(company.project.scriptProperties.get('operator')).toBeUndefined();
  });

  it('makes a ledger that only the operator opens and a workbook that is shared, and can be repeated', () => {
    const company = rosterCompany();
    company.setUp();
    const files = (): unknown[] =>
      company.world.drive.spreadsheets
        .filter((file) => file.title.startsWith('Roster'))
        .map((file) => [file.title, file.roleOf(company.admin.id) ?? 'none', file.roleOf(company.plain.id) ?? 'none']);
    const expected = [
      ['Roster ledger', 'none', 'none'],
      ['Roster workbook', 'writer', 'none'],
    ];
    expect(files()).toEqual(expected);
    const triggers = company.project.triggers.records.length;
    const sidebar = company.open(company.operator);
    sidebar.press('Settings');
    sidebar.press('Set-up');
    sidebar.press('Set up');
    expect(files()).toEqual(expected);
    expect(company.project.triggers.records).toHaveLength(triggers);
  });

  it('cannot be taken over by another super administrator', () => {
    const company = ready();
    const before = company.project.scriptProperties.get('operator');
    const sidebar = company.open(company.admin);
    sidebar.press('Settings');
    expect(sidebar.text()).not.toContain('[Set-up]');
    company.project.scriptProperties.delete('operator');
    const early = company.open(company.admin);
    early.press('Set up Roster');
    company.project.scriptProperties.set({ operator: before! });
    early.type('Service account', company.serviceAccount.email);
    early.press('Set up');
    expect(early.text()).toContain('Only roster@acme.test can do this.');
    expect(company.project.scriptProperties.get('operator')).toBe(before);
  });
});

describe('an update of Roster', () => {
  it('runs nothing before the operator recorded it', () => {
    const company = ready();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar);
    send(sidebar);
    const stored = JSON.parse(company.project.scriptProperties.get('operator')!);
    company.project.scriptProperties.set({ operator: JSON.stringify({ ...stored, version: '0.0.9' }) });
    company.scheduler.runUntil(company.world.clock.now() + 3 * 3_600_000);
    expect(company.namesAt(company.sam)).toEqual([]);
    const operator = company.open(company.operator);
    expect(operator.text()).toContain('Nothing runs before you confirm the new version.');
    operator.press('Repair');
    waitForEnd(company, sidebar);
    expect(company.namesAt(company.sam)).toHaveLength(5);
  });
});

describe('the bridge', () => {
  it('an operator at the keyboard is answered at once', () => {
    const company = ready();
    company.preApprove({ requesterIds: [company.operator.id] });
    const sidebar = company.open(company.operator);
    chooseTargets(sidebar);
    chooseSource(company, sidebar, { label: 'Customers (3 contacts)' });
    sidebar.press('Preview');
    expect(sidebar.text()).toContain('Preview ready, not sent');
    send(sidebar);
    waitForEnd(company, sidebar);
    expect(company.namesAt(company.eve)).toEqual(customers);
  });

  it('the operator’s page prepares a request at once for its requester, and starts nothing', () => {
    const company = ready();
    const sidebar = company.open(company.admin);
    chooseTargets(sidebar);
    chooseSource(company, sidebar);
    sidebar.press('Preview');
    expect(sidebar.text()).toContain('[Prepare it now]');
    const id = requestIdOf(company);
    const page = WebVisitor.open(company.project, { visitorUserId: company.admin.id, query: { request: id } });
    const answer = page.run('showPage', id);
    expect(answer.value).toMatchObject({ title: 'New colleagues', lines: expect.arrayContaining(['Status: Preview ready, not sent.']) });
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('New contacts: 15 at 3 targets');
  });

  it('the page also looks labels up, for the one who asked', () => {
    const company = ready();
    const sidebar = company.open(company.admin);
    chooseTargets(sidebar);
    sidebar.press('+ Add action');
    sidebar.press('Copy user contacts');
    sidebar.type('Source user (required)', 'source@acme.test');
    sidebar.press('Use this user');
    expect(sidebar.text()).toContain('[Look them up now]');
    const id = Object.keys(company.project.scriptProperties.entries())
      .find((key) => key.startsWith('question.'))!
      .slice('question.'.length);
    const visit = (visitorUserId: string): unknown =>
      WebVisitor.open(company.project, { visitorUserId, query: { request: id } }).run('showPage', id).value;
    expect(visit(company.plain.id)).toMatchObject({ title: 'This request was not found.' });
    expect(visit(company.admin.id)).toMatchObject({ title: 'The labels were looked up.' });
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('Customers (3 contacts)');
  });

  it('the page tells others nothing and changes nothing', () => {
    const company = ready();
    const sidebar = company.open(company.admin);
    chooseTargets(sidebar);
    chooseSource(company, sidebar);
    sidebar.press('Preview');
    const id = requestIdOf(company);
    const before = stateOf(company);
    const page = WebVisitor.open(company.project, { visitorUserId: company.plain.id, query: { request: id } });
    expect(page.run('showPage', id).value).toMatchObject({ title: 'This request was not found.' });
    expect(stateOf(company)).toBe(before);
  });

  it('refuses a list of targets that somebody edited on its way', () => {
    const company = ready();
    const sidebar = company.open(company.admin);
    chooseTargets(sidebar);
    chooseSource(company, sidebar);
    sidebar.press('Preview');
    const workbook = company.world.drive.spreadsheets.find((file) => file.title === 'Roster workbook')!;
    const tab = workbook.tab('Exchange')!;
    expect(tab.hidden).toBe(true);
    let altered = 0;
    for (let row = 2; row <= tab.grid.lastRow; row += 1) {
      const text = String(tab.grid.cell(row, 3)?.value ?? '');
      if (!text.includes(company.sam.id)) continue;
      company.world.drive.edit(workbook.id, 'Exchange', `C${row}`, [[text.replace(company.sam.id, company.plain.id)]]);
      altered += 1;
    }
    expect(altered).toBeGreaterThan(0);
    company.waitFor(sidebar, /Status: (?!Preparing)/);
    expect(sidebar.text()).toContain('The list of targets was altered on its way.');
  });

  it('does not let a preview be sent that somebody edited in the workbook', () => {
    const company = ready();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar);
    const workbook = company.world.drive.spreadsheets.find((file) => file.title === 'Roster workbook')!;
    company.world.drive.edit(workbook.id, 'Preview', 'F2', [[1]]);
    sidebar.press('Home');
    sidebar.press('New colleagues', { near: 'Preview ready' });
    expect(sidebar.text()).toContain('The preview below is not the one that Roster wrote.');
    expect(sidebar.text()).not.toContain('[Send approval request]');
  });
});

describe('requests of others', () => {
  it('can be read by every administrator, but neither sent nor withdrawn', () => {
    const company = ready();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar);
    const other = company.open(company.operator);
    other.press('New colleagues');
    expect(other.text()).toContain('Asked by: admin@acme.test');
    expect(other.text()).not.toContain('[Send approval request]');
    expect(other.text()).not.toContain('[Withdraw]');
    const digest = JSON.parse(company.project.scriptProperties.get(`request.${requestIdOf(company)}`)!).d;
    const before = stateOf(company);
    for (const action of ['sendRequest', 'withdrawRequest']) {
      company.project.run({
        functionName: 'onCardAction',
        kind: 'addon',
        effectiveUserId: company.operator.id,
        args: [{ commonEventObject: { hostApp: 'SHEETS', parameters: { cardAction: action, request: requestIdOf(company), digest } } }],
      });
    }
    expect(stateOf(company)).toBe(before);
  });

  it('their own requester can withdraw one before it is sent', () => {
    const company = ready();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar);
    sidebar.press('Withdraw');
    expect(sidebar.text()).toContain('Status: Withdrawn');
    expect(sidebar.text()).not.toContain('[Send approval request]');
  });
});
