import { askForCopy, send, waitForEnd } from '../support/askForCopy';
import { forgeClick } from '../support/forgeClick';
import { changePolicy, officerCompany, waitingCopy } from '../support/officers';
import { fileCalled, label, linesBelow, passHours, readyCompany, sentCopy, sweepNow } from '../support/hands';
import type { RosterCompany } from '../support/rosterCompany';

const DAY = 24 * 3_600_000;
const sweeps = ({ project }: RosterCompany) => project.triggers.records.filter(({ handler }) => handler === 'onSweep');
const installation = ({ project }: RosterCompany): { version: string; sweepUid: string } =>
  JSON.parse(project.scriptProperties.get('operator')!);
const homeOf = (company: RosterCompany, who: { readonly id: string }) => company.open(who);

describe('B16: the home card lists each request once', () => {
  it('by what it asks of whoever looks: to decide, running with its bar and the next look, wrong, all others', () => {
    const company = officerCompany();
    company.preApprove();
    changePolicy(company, (policy) => ({
      officers: [...policy.officers, { userId: company.operator.id, email: company.operator.primaryEmail, appointedAt: 1 }],
    }));
    const sidebar = company.open(company.admin);
    expect(linesBelow(sidebar, 'Requests')).toEqual(['There are no requests yet. Choose “New workflow” to copy contacts to other users.']);
    askForCopy(company, sidebar, { name: 'Under way', label });
    send(sidebar);
    company.preApprove({ until: 1 });
    waitingCopy(company, { name: 'To decide', label });
    const home = homeOf(company, company.operator);
    expect(linesBelow(home, 'Waiting for your decision').join()).toContain('[To decide] (Waiting for approval)');
    expect(linesBelow(home, 'Running').join() + linesBelow(home, 'Needs attention').join()).toContain('[Under way]');
    expect(home.text().split('[Under way]')).toHaveLength(2);
    expect(home.text().split('[To decide]')).toHaveLength(2);
    expect(linesBelow(homeOf(company, company.admin), 'Requests').join()).toContain('[To decide] (Waiting for approval)');
    expect(company.troubles()).toEqual([]);
  });

  it('a run with its bar and the next look; a failure asks for attention for two weeks', () => {
    const { company, sidebar } = sentCopy();
    sidebar.press('Home');
    expect(linesBelow(sidebar, 'Running')[0]).toMatch(
      /\[New colleagues\] \(Approved, will start soon; next look at \d\d:\d\d at the latest\)/,
    );
    const stored = company.project.scriptProperties.entries();
    const key = Object.keys(stored).find((one) => one.startsWith('request.'))!;
    const entry = JSON.parse(stored[key]!);
    const put = (state: string) => company.project.scriptProperties.set({ [key]: JSON.stringify({ ...entry, s: state, o: [1, 0, 0, 3] }) });
    put('running');
    sidebar.press('Refresh');
    expect(linesBelow(sidebar, 'Running')[0]).toMatch(/Running ▓▓▓░░░░░░░ 1 of 3 targets; next look at/);
    put('failed');
    sidebar.press('Refresh');
    expect(linesBelow(sidebar, 'Needs attention')[0]).toContain('[New colleagues] (Failed)');
    company.world.clock.advance(15 * DAY);
    sidebar.press('Refresh');
    expect(linesBelow(sidebar, 'Needs attention')).toEqual([]);
    expect(linesBelow(sidebar, 'Requests')[0]).toContain('[New colleagues] (Failed)');
    expect(company.troubles()).toEqual([]);
  });
});

describe('B16: the heartbeat', () => {
  it('says when the trigger looked last and looks next; whoever opens Roster a day later asks for a look', () => {
    const company = readyCompany();
    passHours(company, 2);
    const [looked] = linesBelow(homeOf(company, company.admin), 'Roster itself');
    expect(looked).toMatch(/^Last look for work: (\d\d:\d\d), the last time that something waited/);
    passHours(company, 30);
    const sidebar = homeOf(company, company.admin);
    expect(linesBelow(sidebar, 'Roster itself').join()).toMatch(/Next look for work: At .*\d\d:\d\d at the latest/);
    passHours(company, 2);
    sidebar.press('Refresh');
    expect(linesBelow(sidebar, 'Roster itself')[0]).toMatch(/^Last look for work: \d\d:\d\d,/);
    expect(sidebar.text()).toContain('Nothing is known to be wrong.');
    expect(company.troubles()).toEqual([]);
  });

  it('a dead trigger is found also while nobody waits, once somebody looked; another administrator reads whom to ask', () => {
    const company = readyCompany();
    passHours(company, 2);
    for (const { uid } of sweeps(company)) company.project.triggers.delete(uid);
    company.world.clock.advance(2 * DAY);
    const sidebar = homeOf(company, company.admin);
    expect(sidebar.text()).not.toContain('has not looked');
    company.world.clock.advance(2 * 3_600_000);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('the timer of roster@acme.test has not looked for it since');
    expect(sidebar.text()).toContain('Who can mend it: roster@acme.test');
    expect(sidebar.text()).not.toContain('[Repair]');
  });
});

describe('B16: what is unhealthy, in words', () => {
  const unwell: readonly (readonly [string, (company: RosterCompany) => void, string])[] = [
    [
      'one officer alone',
      (company) => changePolicy(company, ({ officers }) => ({ officers: officers.slice(0, 1) })),
      'Only one Security Officer can decide.',
    ],
    ['no officer', (company) => changePolicy(company, () => ({ officers: [] })), 'No Security Officer is appointed'],
    [
      'the day’s one-shots are used up',
      ({ project, world }) => project.scriptProperties.set({ oneShots: `${world.clock.now()} 15` }),
      'that Roster makes in a day to go on at once are used up',
    ],
    [
      'the store fills up',
      ({ project }) => {
        for (let number = 0; number < 48; number += 1) project.scriptProperties.set({ [`other.${number}`]: 'x'.repeat(9000) });
      },
      'Roster’s store is 8',
    ],
    ['nobody verified the audit for a month', ({ world }) => world.clock.advance(32 * DAY), 'Nobody has verified the audit for'],
  ];
  it.each(unwell)('%s', (_title, harm, said) => {
    const company = readyCompany();
    sweepNow(company);
    for (const who of [company.admin, company.operator]) expect(homeOf(company, who).text()).not.toContain(said);
    harm(company);
    for (const who of [company.admin, company.operator]) expect(homeOf(company, who).text()).toContain(said);
    expect(company.troubles()).toEqual([]);
  });
});

describe('B16: Repair', () => {
  it('puts a trigger back that is gone, records the version, puts back tabs, clears what was left over, and says so', () => {
    const company = readyCompany();
    passHours(company, 2);
    const { uid } = sweeps(company)[0]!;
    company.project.triggers.delete(uid);
    company.project.scriptProperties.set({
      operator: JSON.stringify({ ...installation(company), version: '0.0.9' }),
      'note.gone': '{}',
      'claim.gone.officer': '{}',
      'progress.gone': '{}',
      'request.unreadable': '{}',
    });
    const { id } = fileCalled(company, 'Roster workbook');
    const file = company.world.drive.spreadsheet(id)!;
    file.deleteTab(file.tab('Exchange')!);
    const operator = homeOf(company, company.operator);
    expect(operator.text()).toContain('Your timer that looks for work is gone.');
    expect(operator.text()).toContain('Roster was updated.');
    operator.press('Repair');
    for (const said of [
      'The timer was put back',
      'is recorded: work goes on.',
      'were put back.',
      '4 things left over from what is done were cleared away.',
      'Nothing is known to be wrong.',
    ])
      expect(operator.text()).toContain(said);
    expect(sweeps(company)).toHaveLength(1);
    expect(installation(company)).toMatchObject({ sweepUid: sweeps(company)[0]!.uid });
    expect(company.project.scriptProperties.keys().filter((key) => key.includes('gone'))).toEqual([]);
    expect(company.project.scriptProperties.get('request.unreadable')).toBe('{}');
    expect(company.world.drive.spreadsheet(id)!.tab('Exchange')).toBeDefined();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label });
    send(sidebar);
    waitForEnd(company, sidebar);
    expect(company.troubles()).toEqual([]);
  });

  it('on what is well changes nothing, and never makes a second trigger', () => {
    const company = readyCompany();
    passHours(company, 2);
    const before = [
      installation(company),
      sweeps(company).map(({ uid }) => uid),
      company.world.drive.spreadsheets.map(({ access }) => access),
    ];
    const operator = homeOf(company, company.operator);
    for (const _ of [1, 2, 3]) operator.press('Repair');
    expect(operator.text()).toContain('There was nothing that “Repair” could mend.');
    expect([
      installation(company),
      sweeps(company).map(({ uid }) => uid),
      company.world.drive.spreadsheets.map(({ access }) => access),
    ]).toEqual(before);
    expect(company.troubles()).toEqual([]);
  });

  it('replaces a trigger that stands in the list and does not fire', () => {
    const { company } = sentCopy();
    const [dead] = sweeps(company);
    company.world.clock.advance(2 * DAY);
    const operator = homeOf(company, company.operator);
    expect(operator.text()).toContain('your timer has not looked for it since');
    operator.press('Repair');
    expect(sweeps(company)).toHaveLength(1);
    expect(sweeps(company)[0]!.uid).not.toBe(dead!.uid);
    expect(company.project.scriptProperties.get(`trigger.${dead!.uid}`)).toBeUndefined();
  });

  it('is the operator’s alone', () => {
    const company = readyCompany();
    passHours(company, 2);
    const before = company.project.scriptProperties.entries();
    for (const who of [company.admin, company.plain]) expect(homeOf(company, who).text()).not.toContain('[Repair]');
    for (const who of [company.admin, company.plain]) forgeClick(company, who, 'repair', {});
    expect(company.project.scriptProperties.entries()).toEqual(before);
    expect(sweeps(company)).toHaveLength(1);
  });
});
