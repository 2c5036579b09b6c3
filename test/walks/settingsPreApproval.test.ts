import { askForCopy, send, waitForEnd } from '../support/askForCopy';
import { forgeClick } from '../support/forgeClick';
import { contactWrites, label, passHours, receivers } from '../support/hands';
import { approveAndApply, askForIt, changeEntry, decideAndApply, settingsCompany, openChange, requestsOf } from '../support/settingsHands';

type Company = ReturnType<typeof settingsCompany>;
type Panel = ReturnType<Company['open']>;

const preApprovalsOf = ({ project }: Company): { id: string; madeBy: string; confirmedBy: string; until: number; scope: object }[] =>
  Object.entries(project.scriptProperties.entries()).flatMap(([key, text]) => (key.startsWith('preApproval.') ? [JSON.parse(text)] : []));

const fill = (sidebar: Panel, more: { requesters?: string; scope?: string; targets?: string } = {}): void => {
  sidebar.type('Who may use it (required)', more.requesters ?? 'admin@acme.test');
  sidebar.choose('Types of workflow', 'Onboard', 'Modify');
  sidebar.choose('Actions', 'Copy user contacts');
  sidebar.type('Scope (required)', more.scope ?? '/Sales');
  sidebar.type('Targets a day', more.targets ?? '4');
  sidebar.type('Contacts for each target', '50');
  sidebar.pickDate('Ends (required, within a year)', { date: '2026-06-01', time: '12:00' });
};

/** The form is filled and the request is prepared; nobody decided. */
const asked = (company: Company, who: { readonly id: string }, more: Parameters<typeof fill>[1] = {}): Panel => {
  const sidebar = company.open(who);
  openChange(sidebar, 'Make a pre-approval');
  fill(sidebar, more);
  askForIt(company, sidebar);
  return sidebar;
};

const granted = (company: Company): Company => {
  asked(company, company.admin);
  expect(approveAndApply(company, company.ana, company.bob).state).toBe('done');
  return company;
};

describe('S34: a pre-approval', () => {
  it('names who, what, where and how much, and lets a request through once two officers let it through', () => {
    const company = settingsCompany();
    const sidebar = asked(company, company.admin);
    for (const line of [
      'Who may use it: admin@acme.test',
      'Workflows: Onboard, Modify',
      'Actions: Copy user contacts',
      'Targets: /Sales with the units below it',
      'At most 4 targets a day, 50 contacts for each target, 0 deletions a day',
      'Until 2026-06-01',
    ])
      expect(sidebar.text()).toContain(line);
    expect(preApprovalsOf(company)).toEqual([]);
    expect(decideAndApply(company, sidebar, [company.ana, company.bob]).entry.state).toBe('done');
    expect(preApprovalsOf(company)).toMatchObject([{ madeBy: company.ana.id, confirmedBy: company.bob.id }]);
    const copy = company.open(company.admin);
    askForCopy(company, copy, { label });
    send(copy);
    waitForEnd(company, copy);
    expect(receivers(company)).toEqual(['eve@acme.test', 'sam@acme.test', 'sue@acme.test']);
    expect(company.troubles()).toEqual([]);
  });

  it('takes two officers: one alone lets it through neither for an administrator nor for themself', () => {
    const company = settingsCompany();
    const sidebar = asked(company, company.admin);
    expect(decideAndApply(company, sidebar, [company.ana, company.ana]).entry.state).toBe('waiting');
    asked(company, company.admin);
    expect(approveAndApply(company, company.ana, company.ana).state).toBe('failed');
    expect(preApprovalsOf(company)).toEqual([]);
  });

  it('of an officer who asks for it is confirmed by another one', () => {
    const company = settingsCompany('admin@acme.test ana@acme.test bob@acme.test');
    asked(company, company.admin, { requesters: 'roster@acme.test' });
    expect(approveAndApply(company, company.ana).state).toBe('done');
    expect(preApprovalsOf(company)).toMatchObject([{ madeBy: company.admin.id, confirmedBy: company.ana.id }]);
  });

  it('for an officer takes two others', () => {
    const company = settingsCompany('admin@acme.test ana@acme.test bob@acme.test');
    asked(company, company.admin);
    expect(approveAndApply(company, company.ana).state).toBe('failed');
    asked(company, company.admin);
    expect(approveAndApply(company, company.ana, company.bob).state).toBe('done');
    expect(preApprovalsOf(company)).toMatchObject([{ madeBy: company.ana.id, confirmedBy: company.bob.id }]);
  });

  it.each([
    ['nobody who may use it', 'Who may use it (required)', '', 'Name at least one administrator'],
    ['a stranger', 'Who may use it (required)', 'nobody@acme.test', 'is no user of your organization'],
    ['no scope', 'Scope (required)', '', 'Name at least one user, group'],
    ['a place that is not there', 'Scope (required)', '/Sales\n/Nowhere', '“/Nowhere”'],
    ['a cap that is no number', 'Targets a day', 'many', 'Type a whole number, 1 or more.'],
    ['a cap of half a contact', 'Contacts for each target', '0.5', 'Type a whole number, 0 or more.'],
  ])('with %s is refused at its field, and nothing typed is lost', (_title, name, typed, words) => {
    const company = settingsCompany();
    const sidebar = company.open(company.admin);
    openChange(sidebar, 'Make a pre-approval');
    fill(sidebar);
    sidebar.type(name, typed);
    sidebar.press('Next');
    expect(sidebar.text()).toContain(words);
    expect(sidebar.text()).toContain('Deletions a day: {0}');
    expect(sidebar.text()).toMatch(name === 'Targets a day' ? /Targets a day: \{many\}/ : /Targets a day: \{4\}/);
    expect(requestsOf(company)).toEqual([]);
  });

  it.each([
    ['over', '2026-01-01', 'Choose a day that is still to come.'],
    ['more than a year away', '2028-01-01', 'Choose a day within a year.'],
  ])('whose end date is %s is refused at its field', (_title, date, words) => {
    const company = settingsCompany();
    const sidebar = company.open(company.admin);
    openChange(sidebar, 'Make a pre-approval');
    fill(sidebar);
    sidebar.pickDate('Ends (required, within a year)', { date, time: '12:00' });
    sidebar.press('Next');
    expect(sidebar.text()).toContain(words);
  });

  it('takes its scope from the search, too', () => {
    const company = settingsCompany();
    const sidebar = company.open(company.admin);
    openChange(sidebar, 'Make a pre-approval');
    fill(sidebar, { scope: '/IT' });
    const search = 'Search users, groups, units and domains';
    sidebar.pick(search, sidebar.suggest(search, 'team')[0]!);
    sidebar.press('Add');
    sidebar.pick(search, sidebar.suggest(search, 'acme-labs')[0]!);
    sidebar.press('Add');
    askForIt(company, sidebar);
    expect(sidebar.text()).toContain('Targets: members of team@acme.test, /IT with the units below it, everybody in acme-labs.test');
  });
});

describe('S45–S46: the list of pre-approvals', () => {
  it('says what each allows, what was used of it, and what went through under it', () => {
    const company = granted(settingsCompany());
    const copy = company.open(company.admin);
    askForCopy(company, copy, { label, name: 'First copy' });
    send(copy);
    waitForEnd(company, copy);
    const sidebar = company.open(company.admin);
    sidebar.press('Settings');
    expect(sidebar.text()).toMatch(/In force – pre-approval \w{8}/);
    expect(sidebar.text()).toContain('Targets today: 3 of 4; in all: 3.');
    sidebar.press('Who may use it: admin@acme.test');
    expect(sidebar.text()).toContain('Made by: ana@acme.test');
    expect(sidebar.text()).toContain('Confirmed by: bob@acme.test');
    expect(sidebar.text()).toContain('[First copy]');
    expect(sidebar.text()).not.toContain('[End it now]');
    company.world.clock.advance(86_400_000);
    const later = company.open(company.admin);
    later.press('Settings');
    expect(later.text()).toContain('Targets today: 0 of 4; in all: 3.');
    expect(company.troubles()).toEqual([]);
  });

  it('its cap of the day counts across requests', () => {
    const company = granted(settingsCompany());
    const first = company.open(company.admin);
    askForCopy(company, first, { label, name: 'First' });
    send(first);
    waitForEnd(company, first);
    const second = company.open(company.admin);
    askForCopy(company, second, { label, name: 'Second' });
    expect(second.text()).not.toContain('Covered by');
  });

  it('is void when an officer behind it is none any more, also for what was sent and did not run', () => {
    const company = granted(settingsCompany('ana@acme.test bob@acme.test cleo@acme.test'));
    const copy = company.open(company.admin);
    askForCopy(company, copy, { label });
    const { id } = requestsOf(company)[0]!;
    const other = company.open(company.operator);
    openChange(other, 'Remove a Security Officer');
    other.choose('Security Officer', 'ana@acme.test');
    askForIt(company, other);
    const removal = requestsOf(company).find(({ kind, state }) => kind === 'settings' && state === 'prepared')!;
    send(copy);
    expect(requestsOf(company).find((one) => one.id === id)!.state).toBe('approved');
    // The removal is carried out before the run begins.
    changeEntry(company, id, { startAt: company.world.clock.now() + 3_600_000 });
    changeEntry(company, removal.id, { state: 'approved', deciders: [company.bob.id] });
    passHours(company, 3);
    expect(requestsOf(company).find((one) => one.id === removal.id)!.state).toBe('done');
    expect(requestsOf(company).find((one) => one.id === id)).toMatchObject({ state: 'failed', reason: { data: { why: 'void' } } });
    expect(contactWrites(company)).toBe(0);
    const sidebar = company.open(company.admin);
    sidebar.press('Settings');
    expect(sidebar.text()).toContain('Void: one of the two officers behind it is none any more');
  });

  it('any officer ends it at once and alone; what was sent under it does not run', () => {
    const company = granted(settingsCompany('ana@acme.test bob@acme.test roster@acme.test'));
    const copy = company.open(company.admin);
    askForCopy(company, copy, { label });
    send(copy);
    const sidebar = company.open(company.operator);
    sidebar.press('Settings');
    sidebar.press('Who may use it: admin@acme.test');
    sidebar.press('End it now');
    sidebar.press('Keep');
    expect(preApprovalsOf(company)[0]!.until).toBeGreaterThan(company.world.clock.now());
    sidebar.press('End it now');
    sidebar.press('End it');
    expect(sidebar.text()).toContain('Ended – pre-approval');
    passHours(company, 3);
    expect(contactWrites(company)).toBe(0);
    expect(company.troubles()).toEqual([]);
  });

  it('nobody else ends it at once; a request does', () => {
    const company = granted(settingsCompany());
    const { id, until } = preApprovalsOf(company)[0]!;
    for (const who of [company.admin, company.plain, company.operator]) forgeClick(company, who, 'endPreApproval', { preApproval: id });
    expect(preApprovalsOf(company)[0]!.until).toBe(until);
    const sidebar = company.open(company.admin);
    sidebar.press('Settings');
    sidebar.press('Who may use it: admin@acme.test');
    sidebar.press('Ask to end it');
    askForIt(company, sidebar);
    expect(sidebar.text()).toContain(`Pre-approval ${id} ends:`);
    expect(approveAndApply(company, company.ana).state).toBe('done');
    expect(preApprovalsOf(company)[0]!.until).toBeLessThanOrEqual(company.world.clock.now());
  });

  it('ends by itself, and is forgotten a month later', () => {
    const company = granted(settingsCompany());
    company.world.clock.advance(120 * 86_400_000);
    const sidebar = company.open(company.admin);
    sidebar.press('Settings');
    expect(sidebar.text()).toContain('Ended – pre-approval');
    openChangeAndApply(company);
    expect(preApprovalsOf(company)).toHaveLength(1);
    company.world.clock.advance(30 * 86_400_000);
    openChangeAndApply(company);
    expect(preApprovalsOf(company)).toEqual([]);
  });
});

let told = 0;
const openChangeAndApply = (company: Company): void => {
  const sidebar = company.open(company.admin);
  openChange(sidebar, 'Change who is told of every status');
  sidebar.type('Told of every status', `it${(told += 1)}@acme.test`);
  askForIt(company, sidebar);
  approveAndApply(company, company.ana);
};
