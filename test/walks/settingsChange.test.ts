import { forgeClick } from '../support/forgeClick';
import { passHours, sweepNow } from '../support/hands';
import { changePolicy } from '../support/officers';
import {
  approveAndApply,
  askForIt,
  changeEntry,
  decideAndApply,
  settingsCompany,
  officersOf,
  openChange,
  policyOf,
  requestsOf,
} from '../support/settingsHands';
import { rowsOf } from '../support/staff';

const DAY = 24;

const asked = (company: ReturnType<typeof settingsCompany>, title: string, fill: (sidebar: ReturnType<typeof company.open>) => void) => {
  const sidebar = company.open(company.admin);
  openChange(sidebar, title);
  fill(sidebar);
  askForIt(company, sidebar);
  return sidebar;
};
const appoint = (company: ReturnType<typeof settingsCompany>, address = 'cleo@acme.test') =>
  asked(company, 'Appoint a Security Officer', (sidebar) => sidebar.type('User (required)', address));

describe('S39–S41: the settings card', () => {
  it('says who decides since when, how many must, and who is told', () => {
    const company = settingsCompany();
    const sidebar = company.open(company.admin);
    sidebar.press('Settings');
    expect(sidebar.text()).toContain('Security Officer: ana@acme.test');
    expect(sidebar.text()).toMatch(/bob@acme.test \(Since \d+ \w+ \d{4}/);
    expect(sidebar.text()).toContain('1 officer; nobody decides about what they ask themself');
    expect(sidebar.text()).not.toContain('Set-up');
    expect(company.troubles()).toEqual([]);
  });

  it('warns when fewer than two officers can decide', () => {
    const alone = settingsCompany('ana@acme.test');
    const sidebar = alone.open(alone.admin);
    sidebar.press('Settings');
    expect(sidebar.text()).toContain('Only one Security Officer can decide.');
    const company = settingsCompany();
    company.world.directory.suspendUser(company.bob.id);
    const other = company.open(company.admin);
    other.press('Settings');
    expect(other.text()).toContain('Only one Security Officer can decide.');
    expect(other.text()).toContain('the account is suspended or gone');
  });

  it('S2: says that nobody is appointed, and leads the operator to the place', () => {
    const company = settingsCompany('');
    const admin = company.open(company.admin);
    admin.press('Settings');
    expect(admin.text()).toContain('No Security Officer is appointed');
    expect(admin.text()).toContain('Ask roster@acme.test');
    expect(admin.text()).not.toContain('[Propose a change]');
    const operator = company.open(company.operator);
    operator.press('Settings');
    operator.press('Appoint the first officers');
    operator.type('Security Officers (two or more)', 'ana@acme.test bob@acme.test');
    operator.press('Set up');
    expect(officersOf(company)).toEqual(['ana@acme.test', 'bob@acme.test']);
  });

  it('is nothing for a user who is no administrator', () => {
    const company = settingsCompany();
    expect(company.open(company.plain).text()).not.toContain('Settings');
  });
});

describe('S42: a change of the settings', () => {
  it('is a request like any other: in words, old and new, and nothing changes before it is approved', () => {
    const company = settingsCompany();
    const sidebar = appoint(company);
    expect(sidebar.text()).toContain('Appoint cleo@acme.test as Security Officer');
    expect(sidebar.text()).toContain('Type: Settings');
    expect(sidebar.text()).toContain('Security Officers: ana@acme.test, bob@acme.test → ana@acme.test, bob@acme.test, cleo@acme.test');
    expect(rowsOf(company, 'Roster workbook', 'Requests').flat().join('\n')).toContain('→ ana@acme.test, bob@acme.test, cleo@acme.test');
    passHours(company, 3 * DAY);
    expect(officersOf(company)).toEqual(['ana@acme.test', 'bob@acme.test']);
    const { entry } = decideAndApply(company, sidebar, [company.ana]);
    expect(entry.state).toBe('done');
    expect(officersOf(company)).toEqual(['ana@acme.test', 'bob@acme.test', 'cleo@acme.test']);
    expect(policyOf(company).officers[2]!.userId).toBe(company.cleo.id);
    expect(company.world.mail.inbox(company.admin.id).map(({ subject }) => subject)).toContain(
      'Done: Appoint cleo@acme.test as Security Officer',
    );
    expect(company.troubles()).toEqual([]);
  });

  it.each([
    [
      'the number of officers needed',
      'Change how many officers must approve',
      (sidebar: { choose(label: string, option: string): void }) => sidebar.choose('Must approve a request', '2 officers'),
      { needed: 2 },
    ],
    [
      'an officer who leaves',
      'Remove a Security Officer',
      (sidebar: { choose(label: string, option: string): void }) => sidebar.choose('Security Officer', 'cleo@acme.test'),
      { officers: 2 },
    ],
  ])('may be %s', (_title, title, fill, expected) => {
    const company = settingsCompany('ana@acme.test bob@acme.test cleo@acme.test');
    asked(company, title, fill as never);
    expect(approveAndApply(company, company.ana).state).toBe('done');
    const policy = policyOf(company);
    expect({ needed: policy.needed, officers: policy.officers.length, version: policy.version }).toEqual({
      needed: 1,
      officers: 3,
      version: 2,
      ...expected,
    });
  });

  it('may be who is told of every status', () => {
    const company = settingsCompany();
    asked(company, 'Change who is told of every status', (sidebar) => sidebar.type('Told of every status', 'it@acme.test, boss@acme.test'));
    expect(approveAndApply(company, company.bob).state).toBe('done');
    expect(policyOf(company).notify).toEqual(['it@acme.test', 'boss@acme.test']);
  });

  it.each([
    ['nobody', '', 'Type the address of a user'],
    ['a stranger', 'nobody@acme.test', 'is no user of your organization'],
    ['a suspended user', 'old@acme.test', 'is suspended or archived'],
    ['an officer', 'ana@acme.test', 'is a Security Officer already'],
  ])('that names %s is refused at its field', (_title, address, words) => {
    const company = settingsCompany();
    const sidebar = company.open(company.admin);
    openChange(sidebar, 'Appoint a Security Officer');
    if (address !== '') sidebar.type('User (required)', address);
    sidebar.press('Next');
    expect(sidebar.text()).toContain(words);
    expect(requestsOf(company)).toEqual([]);
    expect(company.troubles()).toEqual([]);
  });

  it('that would leave too few officers is refused at its field', () => {
    const company = settingsCompany();
    const sidebar = company.open(company.admin);
    openChange(sidebar, 'Remove a Security Officer');
    sidebar.choose('Security Officer', 'ana@acme.test');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Appoint somebody else first.');
  });

  it('points out whom one could mean instead', () => {
    const company = settingsCompany();
    company.world.directory.addUser({ primaryEmail: 'cleo@acme-labs.test' });
    const sidebar = company.open(company.admin);
    openChange(sidebar, 'Appoint a Security Officer');
    sidebar.pick('User (required)', sidebar.suggest('User (required)', 'cleo@acme.')[0]!);
    sidebar.press('Next');
    expect(sidebar.text()).toContain('cleo@acme.test is easily taken for cleo@acme-labs.test');
  });

  it('made twice from one confirmation is one request', () => {
    const company = settingsCompany();
    const sidebar = company.open(company.admin);
    openChange(sidebar, 'Appoint a Security Officer');
    sidebar.type('User (required)', 'cleo@acme.test');
    sidebar.press('Next');
    const { id } = JSON.parse(company.project.userProperties(company.admin.id).get('settingsChange')!) as { id: string };
    sidebar.press('Make the request');
    forgeClick(company, company.admin, 'askForChange', { draft: id });
    forgeClick(company, company.operator, 'askForChange', { draft: id });
    expect(requestsOf(company)).toHaveLength(1);
    company.waitFor(sidebar, /Status: Preview ready/);
    forgeClick(company, company.admin, 'askForChange', { draft: id });
    expect(requestsOf(company)).toMatchObject([{ id, state: 'prepared', requesterId: company.admin.id }]);
  });
});

describe('S39–S42: who decides about a change', () => {
  it('is an officer, and no change is made when one denies it', () => {
    const company = settingsCompany();
    const sidebar = appoint(company);
    const { entry } = decideAndApply(company, sidebar, [company.bob], 'deny');
    expect(entry).toMatchObject({ state: 'denied', reason: { data: { reason: 'Not this one' } } });
    passHours(company, 3 * DAY);
    expect(officersOf(company)).toEqual(['ana@acme.test', 'bob@acme.test']);
  });

  it('is never the one who asks, though an officer', () => {
    const company = settingsCompany('admin@acme.test ana@acme.test');
    const sidebar = appoint(company);
    const { entry, said } = decideAndApply(company, sidebar, [company.admin]);
    expect(said).toContain('your own request');
    expect(entry.state).toBe('waiting');
    expect(officersOf(company)).toHaveLength(2);
  });

  it('is never the one whom it is about', () => {
    const company = settingsCompany('ana@acme.test bob@acme.test cleo@acme.test');
    const sidebar = asked(company, 'Remove a Security Officer', (form) => form.choose('Security Officer', 'cleo@acme.test'));
    const { entry, said } = decideAndApply(company, sidebar, [company.cleo], 'deny');
    expect(said).toMatch(/about you/);
    expect(entry.state).toBe('waiting');
    passHours(company, DAY);
    expect(officersOf(company)).toHaveLength(3);
  });

  it('is nobody else: neither an administrator nor a user', () => {
    const company = settingsCompany();
    const sidebar = appoint(company);
    expect(decideAndApply(company, sidebar, [company.operator, company.plain]).entry.state).toBe('waiting');
    expect(officersOf(company)).toHaveLength(2);
  });
});

describe('a change that was approved', () => {
  it('elsewhere meanwhile keeps others that were prepared before from being sent', () => {
    const company = settingsCompany('ana@acme.test bob@acme.test cleo@acme.test');
    const first = asked(company, 'Remove a Security Officer', (sidebar) => sidebar.choose('Security Officer', 'cleo@acme.test'));
    const { id, digest } = requestsOf(company)[0]!;
    first.press('Send approval request');
    asked(company, 'Change how many officers must approve', (sidebar) => sidebar.choose('Must approve a request', '2 officers'));
    expect(approveAndApply(company, company.ana).state).toBe('done');
    first.press('Confirm');
    expect(first.text()).toContain('The settings were changed after this was asked.');
    forgeClick(company, company.admin, 'sendRequest', { request: id, digest });
    expect(requestsOf(company).find((one) => one.id === id)!.state).toBe('prepared');
  });

  it('by the officer whom it removes alone is not carried out', () => {
    const company = settingsCompany('ana@acme.test bob@acme.test cleo@acme.test');
    asked(company, 'Remove a Security Officer', (sidebar) => sidebar.choose('Security Officer', 'cleo@acme.test'));
    expect(approveAndApply(company, company.cleo)).toMatchObject({ state: 'failed', reason: { data: { why: 'concerned' } } });
    expect(officersOf(company)).toHaveLength(3);
  });

  it('is refused when who asked is a delegate by then, and no administrator', () => {
    const company = settingsCompany();
    asked(company, 'Appoint a Security Officer', (sidebar) => sidebar.type('User (required)', 'cleo@acme.test'));
    const { id: userId, primaryEmail: email } = company.admin;
    company.world.directory.makeAdmin(userId, false);
    changePolicy(company, () => ({ delegates: [{ userId, email, until: company.world.clock.now() + 86_400_000 }] }));
    expect(approveAndApply(company, company.ana)).toMatchObject({ state: 'failed', reason: { code: 'request.requesterNotAllowed' } });
    expect(officersOf(company)).toHaveLength(2);
  });

  it('is refused when the settings changed meanwhile: never two blindly over one another', () => {
    const company = settingsCompany('ana@acme.test bob@acme.test cleo@acme.test');
    asked(company, 'Remove a Security Officer', (sidebar) => sidebar.choose('Security Officer', 'cleo@acme.test'));
    const { id } = requestsOf(company)[0]!;
    asked(company, 'Change how many officers must approve', (sidebar) => sidebar.choose('Must approve a request', '2 officers'));
    expect(approveAndApply(company, company.ana).state).toBe('done');
    changeEntry(company, id, { state: 'approved', deciders: [company.ana.id] });
    passHours(company, 1);
    const entry = requestsOf(company).find((one) => one.id === id)!;
    expect(entry).toMatchObject({ state: 'failed', reason: { code: 'settings.stale' } });
    expect(officersOf(company)).toHaveLength(3);
    const sidebar = company.open(company.admin);
    sidebar.press('Remove cleo@acme.test as Security Officer');
    expect(sidebar.text()).toContain('ask again');
    expect(company.troubles()).toEqual([]);
  });

  it.each<[string, (company: ReturnType<typeof settingsCompany>) => readonly { readonly id: string }[]]>([
    ['nobody', () => []],
    ['who asked', ({ admin }) => [admin]],
    ['somebody who is no officer', ({ plain }) => [plain]],
    ['whom it appoints', ({ cleo }) => [cleo]],
    ['an officer whose account was suspended since', (company) => (company.world.directory.suspendUser(company.ana.id), [company.ana])],
    ['an officer whose account is gone', (company) => (company.world.directory.deleteUser(company.ana.id), [company.ana])],
  ])('by %s alone is not carried out', (_title, decide) => {
    const company = settingsCompany();
    appoint(company);
    const refused = approveAndApply(company, ...decide(company));
    expect(refused).toMatchObject({ state: 'failed', reason: { code: 'run.approvalGone' } });
    expect(officersOf(company)).toEqual(['ana@acme.test', 'bob@acme.test']);
  });

  it('by one officer is not carried out where two must', () => {
    const company = settingsCompany('ana@acme.test bob@acme.test cleo@acme.test');
    asked(company, 'Change how many officers must approve', (sidebar) => sidebar.choose('Must approve a request', '2 officers'));
    approveAndApply(company, company.ana);
    appoint(company, 'plain@acme.test');
    expect(approveAndApply(company, company.ana, company.ana).state).toBe('failed');
    appoint(company, 'plain@acme.test');
    expect(approveAndApply(company, company.ana, company.bob).state).toBe('done');
  });

  it.each<[string, (company: ReturnType<typeof settingsCompany>) => void, string]>([
    ['the one it appoints left', (company) => company.world.directory.suspendUser(company.cleo.id), 'settings.userSuspended'],
    [
      'who asked is no administrator any more',
      (company) => company.world.directory.makeAdmin(company.admin.id, false),
      'request.requesterNotAllowed',
    ],
    ['it expired', (company) => company.world.clock.advance(15 * 86_400_000), 'request.expired'],
  ])('is refused when %s', (_title, happens, code) => {
    const company = settingsCompany();
    appoint(company);
    happens(company);
    expect(approveAndApply(company, company.ana)).toMatchObject({ state: 'failed', reason: { code } });
    expect(officersOf(company)).toHaveLength(2);
  });

  it('is refused when its record in the ledger is another one', () => {
    const company = settingsCompany();
    appoint(company);
    changeEntry(company, requestsOf(company)[0]!.id, { digest: 'f'.repeat(64) });
    expect(approveAndApply(company, company.ana)).toMatchObject({ state: 'failed', reason: { code: 'run.intentAltered' } });
    expect(officersOf(company)).toHaveLength(2);
  });
});

describe('an execution that is killed while it carries a change out', () => {
  const approved = (): ReturnType<typeof settingsCompany> => {
    const company = settingsCompany();
    appoint(company);
    changeEntry(company, requestsOf(company)[0]!.id, { state: 'approved', deciders: [company.ana.id] });
    return company;
  };
  const unbroken = approved();
  const before = unbroken.world.faults.calls;
  sweepNow(unbroken);
  const calls = unbroken.world.faults.calls - before;

  it.each(Array.from({ length: 8 }, (_, index) => 1 + Math.floor(((index + 0.5) * calls) / 8)))(
    'at call %i: the change is made once, and its request says so',
    (place) => {
      const company = approved();
      const first = company.world.faults.calls;
      company.world.faults.add({
        at: ({ ordinal }) => ordinal === first + place,
        effect: { kind: 'kill', when: place % 2 === 0 ? 'before' : 'after' },
      });
      sweepNow(company);
      company.world.faults.clear();
      passHours(company, 3);
      expect(policyOf(company)).toMatchObject({ version: 2, officers: [{}, {}, { email: 'cleo@acme.test' }] });
      expect(requestsOf(company)[0]).toMatchObject({ state: 'done' });
      expect(company.troubles()).toEqual([]);
    },
  );
});

test('the settings card of as many officers as there may be is there within 3 seconds (design §9)', () => {
  const company = settingsCompany();
  const { project, world } = company;
  const officers = Array.from({ length: 18 }, (_, index) => world.directory.addUser({ primaryEmail: `officer${index}@acme.test` }));
  const policy = policyOf(company);
  const appointed = officers.map(({ id, primaryEmail }) => ({ userId: id, email: primaryEmail, appointedAt: 1 }));
  project.scriptProperties.set({ policy: JSON.stringify({ ...policy, officers: [...policy.officers, ...appointed] }) });
  const sidebar = company.open(company.admin);
  sidebar.press('Settings');
  const { startedAt, endedAt } = project.executions[project.executions.length - 1]!;
  expect(sidebar.text().match(/Security Officer: /g)).toHaveLength(20);
  expect(endedAt - startedAt).toBeLessThan(3000);
});
