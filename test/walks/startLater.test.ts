import { addPerson, changePolicy, decideOnPage } from '../support/officers';
import { Sidebar } from '../../simulator/host/Sidebar';
import { DEFAULT_UNCERTAIN, OTHER_UNCERTAIN } from '../../simulator/host/HostOptions';
import { chooseSource, send, waitForEnd } from '../support/askForCopy';
import { onlyRequest } from '../support/forgeClick';
import { addAll, contactWrites, label, passHours, readyCompany, receivers } from '../support/hands';
import type { CompanyOptions, RosterCompany } from '../support/rosterCompany';

const HOUR = 3_600_000;
const SWITCH = 'Run immediately after approval';
const PICKER = 'Start (date and time)';

/** A picker's date and time, in UTC. */
const instant = (at: number) => ({ date: new Date(at).toISOString().slice(0, 10), time: new Date(at).toISOString().slice(11, 16) });

const atTypeStep = (options: CompanyOptions = {}, timeZone = 'Etc/GMT') => {
  const company = readyCompany(options);
  company.preApprove({ until: company.world.clock.now() + 30 * 24 * HOUR });
  const sidebar = Sidebar.open(company.project, {
    userId: company.admin.id,
    spreadsheetId: company.sheet.id,
    locale: 'en-GB',
    timeZone,
    uncertain: options.uncertain,
  });
  sidebar.press('New workflow');
  sidebar.type('Name (required)', 'Night copy');
  sidebar.choose('Type (required)', 'Modify: users who are already there');
  return { company, sidebar };
};

/** From a complete step 1 to the sent request. */
const goOn = (company: RosterCompany, sidebar: Sidebar): void => {
  sidebar.press('Next');
  addAll(sidebar, 'Organizational units', '/Sales');
  sidebar.press('Next');
  sidebar.press('Proceed to actions');
  chooseSource(company, sidebar, { label });
  sidebar.press('Preview');
  company.waitFor(sidebar, /Status: (?!Preparing)/);
};

const later = (company: RosterCompany, hours: number): number => Math.ceil((company.world.clock.now() + hours * HOUR) / 60_000) * 60_000;

describe('S8, S51: “Run immediately after approval”', () => {
  it('is on at first, and then there is no time to choose', () => {
    const { sidebar } = atTypeStep();
    expect(sidebar.text()).toMatch(/Run immediately after approval .*\{on\}/);
    expect(sidebar.text()).not.toContain(PICKER);
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Step 2 of 3');
  });

  it.each([
    ['as the pages say first', DEFAULT_UNCERTAIN],
    ['as they say elsewhere', OTHER_UNCERTAIN],
  ])('off asks for a date and time, and loses nothing that was typed, %s', (_title, uncertain) => {
    const { company, sidebar } = atTypeStep({ uncertain });
    sidebar.toggle(SWITCH, false);
    expect(sidebar.text()).toContain('Name (required): {Night copy}');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Choose a date and time');
    sidebar.pickDate(PICKER, instant(company.world.clock.now() - HOUR));
    expect(sidebar.text()).toContain('Choose a time that is still to come.');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Step 1 of 3');
    sidebar.pickDate(PICKER, instant(later(company, 14 * 24)));
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Choose a time within the next 13 days.');
    sidebar.pickDate(PICKER, instant(later(company, 6)));
    sidebar.toggle(SWITCH, true);
    expect(sidebar.text()).not.toContain(PICKER);
    sidebar.toggle(SWITCH, false);
    expect(sidebar.text()).toContain(`${PICKER}: {${new Date(later(company, 6)).toISOString().slice(0, 16).replace('T', ' ')}}`);
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Step 2 of 3');
    sidebar.back();
    expect(sidebar.text()).toContain(PICKER);
    expect(company.troubles()).toEqual([]);
  });

  it('says the time in the zone of whoever looks', () => {
    const { company, sidebar } = atTypeStep({}, 'Asia/Tokyo');
    sidebar.toggle(SWITCH, false);
    const at = later(company, 30);
    sidebar.pickDate(PICKER, instant(at));
    const inTokyo = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Asia/Tokyo',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    }).format(at);
    expect(sidebar.text()).toContain(`it starts at the first look for work after ${inTokyo}.`);
  });

  it('a run that was approved begins at the first look after its time, and not before', () => {
    const { company, sidebar } = atTypeStep();
    sidebar.toggle(SWITCH, false);
    const at = later(company, 9);
    sidebar.pickDate(PICKER, instant(at));
    goOn(company, sidebar);
    const said = 'at the first look for work after';
    expect(sidebar.text()).toContain(`Starts: ${said}`);
    sidebar.press('Send approval request');
    expect(sidebar.text()).toContain(said);
    sidebar.press('Confirm');
    expect(sidebar.text()).toContain('Status: Approved, starts after');
    expect(sidebar.text()).toMatch(/Starts: at .*\d\d:\d\d at the latest/);
    const before = company.project.executions.length;
    company.scheduler.runUntil(at - 60_000);
    expect(contactWrites(company)).toBe(0);
    // Sweeps in between end after one property, and no one-shot was spent on them.
    const idle = company.project.executions.slice(before).filter(({ log }) => log.some(({ message }) => message.includes('"sweep"')));
    expect(idle.length).toBeLessThanOrEqual(1);
    expect(company.project.triggers.records.filter(({ handler }) => handler === 'onContinue')).toEqual([]);
    company.scheduler.runUntil(at + HOUR);
    expect(receivers(company)).toEqual(['eve@acme.test', 'sam@acme.test', 'sue@acme.test']);
    const run = company.project.executions.find(({ log }) => log.some(({ message }) => message.includes('"run.closed"')))!;
    expect(run.startedAt).toBeGreaterThanOrEqual(at);
    expect(company.troubles()).toEqual([]);
  });

  it('other work goes on meanwhile, and does not bring it forward', () => {
    const { company, sidebar } = atTypeStep();
    sidebar.toggle(SWITCH, false);
    sidebar.pickDate(PICKER, instant(later(company, 30)));
    goOn(company, sidebar);
    send(sidebar);
    const other = company.open(company.admin);
    other.press('New workflow');
    other.type('Name (required)', 'Now');
    other.choose('Type (required)', 'Modify: users who are already there');
    goOn(company, other);
    send(other);
    waitForEnd(company, other);
    expect(other.text()).toContain('Status: Done');
    other.press('Home');
    expect(other.text()).toMatch(/\[Night copy\] \(Approved, starts after/);
  });

  it('is part of what is approved, and shown in the workbook', () => {
    const { company, sidebar } = atTypeStep();
    sidebar.toggle(SWITCH, false);
    const at = later(company, 9);
    sidebar.pickDate(PICKER, instant(at));
    goOn(company, sidebar);
    const ledger = company.world.drive.spreadsheets.find((file) => file.title === 'Roster ledger')!;
    const grid = ledger.tab('Documents')!.grid;
    const texts = Array.from({ length: grid.lastRow }, (_, index) => String(grid.cell(index + 1, 3)?.value ?? ''));
    expect(texts.find((text) => text.includes('"plannerVersion"'))).toContain(`"startAt":${at}`);
    const requests = company.world.drive.spreadsheets.find((file) => file.title === 'Roster workbook')!.tab('Requests')!.grid;
    const cells = Array.from({ length: requests.lastColumn }, (_, index) => String(requests.cell(2, index + 1)?.value ?? ''));
    expect(cells).toContain(new Date(at).toISOString());
  });

  it('a pre-approval that ends before the run would begin does not cover it', () => {
    const { company, sidebar } = atTypeStep();
    company.preApprove({ until: company.world.clock.now() + 5 * HOUR });
    sidebar.toggle(SWITCH, false);
    sidebar.pickDate(PICKER, instant(later(company, 9)));
    goOn(company, sidebar);
    expect(sidebar.text()).not.toContain('Covered by');
    send(sidebar);
    expect(onlyRequest(company).s).toBe('waiting');
    passHours(company, 12);
    expect(contactWrites(company)).toBe(0);
  });

  it('S33: approved by an officer before its time, it waits for its time', () => {
    const { company, sidebar } = atTypeStep();
    company.project.scriptProperties.delete('preApproval.sample');
    const olga = addPerson(company, 'olga');
    changePolicy(company, () => ({ officers: [{ userId: olga.id, email: olga.primaryEmail, appointedAt: 0 }] }));
    sidebar.toggle(SWITCH, false);
    sidebar.pickDate(PICKER, instant(later(company, 9)));
    goOn(company, sidebar);
    send(sidebar);
    expect(decideOnPage(company, olga, 'approve').lines[0]).toBe('You approved it. It begins by itself at its time.');
    passHours(company, 7);
    expect(onlyRequest(company).s).toBe('approved');
    expect(contactWrites(company)).toBe(0);
    passHours(company, 4);
    expect(onlyRequest(company).s).toBe('done');
  });

  it('a run that waits for its time can be stopped before', () => {
    const { company, sidebar } = atTypeStep();
    sidebar.toggle(SWITCH, false);
    sidebar.pickDate(PICKER, instant(later(company, 30)));
    goOn(company, sidebar);
    send(sidebar);
    sidebar.press('Stop');
    expect(sidebar.text()).toContain('It has not begun: nothing will be copied.');
    sidebar.press('Stop the run');
    company.waitFor(sidebar, /Status: (Stopped|Failed)/);
    passHours(company, 40);
    expect(contactWrites(company)).toBe(0);
  });
});
