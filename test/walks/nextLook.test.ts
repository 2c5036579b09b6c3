import { askForCopy, chooseSource, chooseTargets, send } from '../support/askForCopy';
import { label, linesBelow, passHours, readyCompany } from '../support/hands';

/** `08:05` on the card, as minutes of the day; the simulated company's clock and its cards are in UTC. */
const latest = (text: string): number => {
  const [, hours, minutes] = /at (\d\d):(\d\d) at the latest/.exec(text) ?? [];
  if (hours === undefined) throw new Error(`no time in: ${text}`);
  return Number(hours) * 60 + Number(minutes);
};
const minuteOf = (instant: number): number => Math.floor((instant % 86_400_000) / 60_000);

describe('a card that waits for the operator', () => {
  it('says when the next look is at the latest, before the first and, by its minute of the hour, after it', () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    const interval = JSON.parse(company.project.scriptProperties.get('operator')!).sweepMinutes as number;
    chooseTargets(sidebar);
    chooseSource(company, sidebar);
    sidebar.press('Preview');
    const asked = minuteOf(company.world.clock.now());
    expect(latest(sidebar.text())).toBeGreaterThan(asked);
    expect(latest(sidebar.text())).toBeLessThanOrEqual(asked + interval + 1);
    company.waitFor(sidebar, /Preview ready/);
    company.world.clock.advance(60_000);
    send(sidebar);
    const promised = latest(sidebar.text());
    expect(latest(sidebar.notification!)).toBe(promised);
    const next = company.scheduler.next()!.nextAt!;
    expect(promised).toBe(Math.ceil((next % 86_400_000) / 60_000));
    expect(sidebar.text()).not.toMatch(/every \d+ minutes/);
  });

  it('an idle sweep notes nothing', () => {
    const company = readyCompany();
    // What set-up tells the audit is brought there first.
    passHours(company, 1);
    const noted = company.project.scriptProperties.get('sweptAt');
    passHours(company, 5);
    expect(company.project.scriptProperties.get('sweptAt')).toBe(noted);
  });
});

describe('B16: a trigger of the operator that does not look', () => {
  it('is told to whoever waits, on home and on the request, and the operator mends it', () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label });
    send(sidebar);
    const { triggers } = company.project;
    for (const { uid } of [...triggers.records]) triggers.delete(uid);
    company.world.clock.advance(60_000);
    sidebar.press('Refresh');
    expect(sidebar.text()).not.toContain('has not looked');
    company.world.clock.advance(2 * 3_600_000);
    sidebar.press('Refresh');
    expect(sidebar.text()).toMatch(/the timer of roster@acme\.test has not looked for it since \d\d:\d\d/);
    expect(sidebar.text()).toContain('open it as roster@acme.test and to press “Repair”');
    expect(sidebar.text()).not.toContain('Starts: at');
    sidebar.press('Home');
    expect(sidebar.text()).toContain('the timer of roster@acme.test has not looked for it since');

    const operator = company.open(company.operator);
    expect(operator.text()).toContain('your timer has not looked for it since');
    operator.press('Repair');
    expect(operator.text()).toContain('The timer was put back');
    expect(operator.text()).not.toContain('has not looked');
    expect(triggers.records).toHaveLength(1);
    sidebar.press('New colleagues');
    company.waitFor(sidebar, /Status: Done/);
    expect(sidebar.text()).not.toContain('has not looked');
    expect(company.troubles()).toEqual([]);
  });

  it('is not told of while nothing waits, however long ago it looked', () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label });
    for (const { uid } of [...company.project.triggers.records]) company.project.triggers.delete(uid);
    company.world.clock.advance(48 * 3_600_000);
    sidebar.press('Home');
    expect(sidebar.text()).not.toContain('has not looked');
  });
});

describe('lists of targets', () => {
  it('stand by address, on the card and in the workbook', () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label });
    const addresses = (heading: string) => linesBelow(sidebar, heading).flatMap((line) => /\S+@acme\.test/.exec(line) ?? []);
    expect(addresses('Preview by target')).toEqual(['eve@acme.test', 'sam@acme.test', 'sue@acme.test']);
    send(sidebar);
    company.waitFor(sidebar, /Status: Done/);
    expect(addresses('Results')).toEqual(['eve@acme.test', 'sam@acme.test', 'sue@acme.test']);
    const grid = company.world.drive.spreadsheets.find((file) => file.title === 'Roster workbook')!.tab('Results')!.grid;
    expect([2, 3, 4].map((row) => grid.cell(row, 2)?.value)).toEqual(['eve@acme.test', 'sam@acme.test', 'sue@acme.test']);
  });
});
