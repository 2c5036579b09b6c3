import { askForCopy, chooseSource, chooseTargets, send, waitForEnd } from '../support/askForCopy';
import { fileCalled, label, linesBelow, passHours, readyCompany } from '../support/hands';
import type { RosterCompany } from '../support/rosterCompany';

type Panel = ReturnType<RosterCompany['open']>;

const listed = (sidebar: Panel): string[] =>
  ['Running', 'Needs attention', 'Requests'].flatMap((heading) =>
    linesBelow(sidebar, heading).flatMap((line) => /\[(.*)\] \((.*?)(?:; next look at .*)?\)$/.exec(line)?.slice(1).join(': ') ?? []),
  );

describe('S35: the list', () => {
  it('shows each request’s status, from asking to its end', () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    const watching = company.open(company.operator);
    const now = (): string[] => {
      watching.press('Refresh');
      return listed(watching);
    };
    expect(watching.text()).toContain('There are no requests yet.');
    chooseTargets(sidebar);
    chooseSource(company, sidebar);
    expect(now()).toEqual([]);
    sidebar.press('Preview');
    expect(now()).toEqual(['New colleagues: Preparing the preview']);
    company.waitFor(sidebar, /Status: (?!Preparing)/);
    expect(now()).toEqual(['New colleagues: Preview ready, not sent']);
    send(sidebar);
    expect(now()).toEqual(['New colleagues: Approved, will start soon']);
    waitForEnd(company, sidebar);
    expect(now()).toEqual(['New colleagues: Done']);
    expect(company.troubles()).toEqual([]);
  });

  it('has the newest first, and pages', () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    for (let number = 1; number <= 21; number += 1) {
      chooseTargets(sidebar, { name: `Number ${number}` });
      chooseSource(company, sidebar);
      sidebar.press('Preview');
      sidebar.press('Withdraw');
      sidebar.press('Home');
    }
    expect(listed(sidebar)).toHaveLength(20);
    expect(listed(sidebar)[0]).toBe('Number 21: Withdrawn');
    expect(sidebar.text()).toContain('1–20 of 21');
    sidebar.press('Next');
    expect(listed(sidebar)).toEqual(['Number 1: Withdrawn']);
    expect(company.troubles()).toEqual([]);
  });
});

describe('S36: the record of a request', () => {
  it('says who asked, for whom, what let it through and what happened per target, in card, workbook, ledger and mail', () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    company.world.people.switchService(company.sue.id, false);
    askForCopy(company, sidebar, { label });
    send(sidebar);
    waitForEnd(company, sidebar);
    passHours(company, 2);
    const reader = company.open(company.operator);
    reader.press('New colleagues');
    expect(reader.text()).toContain('Asked by: admin@acme.test');
    expect(reader.text()).toContain('Type: Modify');
    expect(reader.text()).toContain('pre-approval sample');
    const results = linesBelow(reader, 'Results');
    for (const [status, address] of [
      ['Done', 'sam@acme.test'],
      ['Done', 'eve@acme.test'],
      ['Skipped', 'sue@acme.test'],
    ]) {
      expect(results.filter((line) => line.startsWith(`${status}: ${address}`))).toHaveLength(1);
    }
    expect(results.find((line) => line.includes('sue@'))).toContain('Contacts');
    const rows = (title: string, tab: string): string => {
      const { grid } = fileCalled(company, title).tab(tab)!;
      const cells: string[] = [];
      for (let row = 2; row <= grid.lastRow; row += 1) {
        for (let column = 1; column <= grid.lastColumn; column += 1) cells.push(String(grid.cell(row, column)?.value ?? ''));
      }
      return cells.join(' ');
    };
    for (const target of [company.sam, company.sue, company.eve]) {
      expect(rows('Roster workbook', 'Results')).toContain(target.primaryEmail);
      expect(rows('Roster ledger', 'Outcomes')).toContain(target.id);
    }
    expect(rows('Roster workbook', 'Requests')).toContain('admin@acme.test');
    const [mail, ...more] = company.world.mail.inbox(company.admin.id);
    expect(more).toEqual([]);
    expect(mail!.subject).toContain('New colleagues');
    expect(mail!.body).toContain('6 contacts were created at 2 targets.');
    expect(mail!.htmlBody).toContain('href="https://');
    expect(company.world.mail.external).toEqual([]);
    expect(company.troubles()).toEqual([]);
  });

  it('says what was asked, in card and workbook, also when it was refused', () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    sidebar.press('New workflow');
    sidebar.type('Name (required)', 'Fair');
    sidebar.choose('Type (required)', 'Modify: users who are already there');
    sidebar.type('Description (optional)', 'For the fair\nin May');
    sidebar.press('Next');
    sidebar.type('Name or address', '/Sales');
    sidebar.press('Search');
    sidebar.press('Add all');
    sidebar.press('Next');
    sidebar.press('Proceed to actions');
    const settings = (): void => {
      sidebar.toggle('Leave out targets that have such a label', true);
      sidebar.toggle('Copy even if the contact exists', true);
    };
    chooseSource(company, sidebar, { label, settings });
    sidebar.press('Preview');
    company.waitFor(sidebar, /Status: (?!Preparing)/);
    const asked =
      'From source@acme.test, label “Customers”, label created at the targets, targets with such a label left out, even if the contact exists';
    const reader = company.open(company.operator);
    reader.press('Fair');
    expect(linesBelow(reader, 'What was asked')).toEqual(['Description: For the fair', 'in May', `Copy user contacts: ${asked}`]);
    send(sidebar);
    waitForEnd(company, sidebar);
    expect(linesBelow(sidebar, 'What was asked').join()).toContain(asked);
    const file = fileCalled(company, 'Roster workbook');
    const { grid } = file.tab('Requests')!;
    const row = Array.from({ length: grid.lastColumn }, (_, index) => [grid.cell(1, index + 1)?.value, grid.cell(2, index + 1)?.value]);
    expect(Object.fromEntries(row)).toMatchObject({ requester: 'admin@acme.test', description: 'For the fair\nin May', actions: asked });

    const column = row.findIndex(([header]) => header === 'actions');
    company.world.drive.edit(file.id, 'Requests', `${String.fromCharCode(65 + column)}2`, [['From eve@acme.test, all contacts']]);
    const later = company.open(company.admin);
    later.press('Fair');
    expect(later.text()).not.toContain('From eve@acme.test');
    expect(later.text()).toContain('Somebody edited the Preview or the Requests tab');

    const refused = company.open(company.admin);
    chooseTargets(refused, { name: 'Refused' });
    chooseSource(company, refused, {});
    company.world.directory.suspendUser(company.source.id);
    refused.press('Preview');
    company.waitFor(refused, /Status: (?!Preparing)/);
    expect(refused.text()).toContain('Status: Failed');
    expect(linesBelow(refused, 'What was asked')[0]).toBe('Copy user contacts: From source@acme.test, all contacts');
  });

  it('names a requester whose account is gone by the address it had', () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label });
    company.world.directory.deleteUser(company.admin.id);
    const reader = company.open(company.operator);
    reader.press('New colleagues');
    expect(reader.text()).toContain('Asked by: was admin@acme.test');
  });

  it('says what covers a preview, and what let a request through only when it was sent', () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label });
    expect(sidebar.text()).toContain('Covered by: pre-approval sample');
    sidebar.press('Withdraw');
    expect(sidebar.text()).toContain('Status: Withdrawn');
    expect(sidebar.text()).toContain('Covered by: pre-approval sample');
    expect(sidebar.text()).not.toContain('Let through by');
  });

  it('keeps contents and addresses of contacts out of logs, stores, files and mails', () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label });
    send(sidebar);
    waitForEnd(company, sidebar);
    passHours(company, 2);
    const kept = JSON.stringify([
      company.project.executions.map(({ log }) => log),
      company.project.scriptProperties.entries(),
      company.world.mail.sent,
      company.world.drive.spreadsheets.flatMap(({ tabs }) =>
        tabs.flatMap(({ grid }) => {
          const values: unknown[] = [];
          for (let row = 1; row <= grid.lastRow; row += 1) {
            for (let column = 1; column <= grid.lastColumn; column += 1) values.push(grid.cell(row, column)?.value);
          }
          return values;
        }),
      ),
    ]);
    expect(kept).not.toMatch(/customer\.test|Byron|Hopper|Bearer|ya29|BEGIN .*KEY/);
    const logs = JSON.stringify(company.project.executions.map(({ log }) => log));
    expect(logs).not.toMatch(/@/);
  });
});
