import { Latency } from '../../simulator/kernel/Latency';
import { askForCopy, send, waitForEnd } from '../support/askForCopy';
import { forgeClick, onlyRequest } from '../support/forgeClick';
import { label, linesBelow, passHours, readyCompany, receivers, stateOf } from '../support/hands';
import type { RosterCompany } from '../support/rosterCompany';

const size = 60;

/** A run of sixty targets, too slow for one execution, that has begun and was interrupted. */
const underWay = () => {
  const operations = {
    'people.contactGroups.create': 57_000,
    'oauth2.token': 20_000,
    'people.people.batchCreateContacts': 58_000,
    'people.people.connections.list': 20_000,
  };
  const company = readyCompany({ world: { latency: new Latency({ operations }) } });
  for (let index = 0; index < size; index += 1)
    company.world.directory.addUser({ primaryEmail: `p${100 + index}@acme.test`, orgUnitPath: '/Crowd' });
  const sidebar = company.open(company.admin);
  askForCopy(company, sidebar, { label, search: '/Crowd' });
  send(sidebar);
  company.waitFor(sidebar, /Status: Running/);
  return { company, sidebar };
};

const subjects = (company: RosterCompany): string[] => company.world.mail.inbox(company.admin.id).map(({ subject }) => subject);

describe('B15: the card of a run that is under way', () => {
  it('says how many targets are done, what happens now and when it goes on, and follows with Refresh', () => {
    const { company, sidebar } = underWay();
    const [line] = linesBelow(sidebar, 'Progress');
    const [, done] = /^Done: [▓░]{10} (\d+) of 60 targets$/.exec(line!)!;
    expect(Number(done)).toBe(receivers(company).length);
    expect(linesBelow(sidebar, 'Progress').join('\n')).toMatch(/Now: Waiting; it goes on at \d\d:\d\d at the latest/);
    expect(linesBelow(sidebar, 'Progress').join('\n')).toMatch(/Ends: at .*\d\d:\d\d at the earliest, by the speed so far/);
    expect(sidebar.text()).toContain('[Refresh]');
    waitForEnd(company, sidebar);
    expect(sidebar.text()).not.toContain('== Progress');
    expect(sidebar.text()).not.toContain('[Stop]');
    expect(company.troubles()).toEqual([]);
  });

  it('shows the same in the workbook’s Results tab while it goes on, and only the targets at the end', () => {
    const { company, sidebar } = underWay();
    const column = (heading: string): string[] => {
      const grid = company.world.drive.spreadsheets.find((file) => file.title === 'Roster workbook')!.tab('Results')!.grid;
      const at = Array.from({ length: grid.lastColumn }, (_, index) => grid.cell(1, index + 1)?.value).indexOf(heading) + 1;
      return Array.from({ length: grid.lastRow - 1 }, (_, index) => String(grid.cell(index + 2, at)?.value ?? ''));
    };
    expect(column('reason').filter((text) => /^[▓░]{10} \d+ of 60 targets$/.test(text))).toHaveLength(1);
    expect(linesBelow(sidebar, 'Results').join()).not.toContain('▓');
    waitForEnd(company, sidebar);
    expect(column('reason').filter((text) => text.includes('of 60'))).toEqual([]);
    expect(column('target')).toHaveLength(size);
    expect(column('target')).toEqual([...column('target')].sort());
  });

  it('Stop asks first; “Let it run” and the arrow stop nothing', () => {
    const { company, sidebar } = underWay();
    sidebar.press('Stop');
    expect(sidebar.text()).toContain('Stop this run?');
    expect(sidebar.text()).toMatch(/\d+ targets are done\. What was copied stays/);
    sidebar.press('Let it run');
    expect(sidebar.notification).toBe('Nothing was stopped.');
    sidebar.press('Stop');
    sidebar.back();
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(receivers(company)).toHaveLength(size);
  });

  it('stops when its requester says so: what was copied stays, one mail tells it', () => {
    const { company, sidebar } = underWay();
    const before = receivers(company);
    sidebar.press('Stop');
    sidebar.press('Stop the run');
    expect(sidebar.text()).toContain('Now: Stopping: what is under way is finished, nothing else begins');
    expect(sidebar.text()).not.toContain('[Stop]');
    company.waitFor(sidebar, /Status: Stopped/);
    expect(receivers(company)).toEqual(before);
    expect(sidebar.text()).toContain('Make the request again for the rest');
    passHours(company, 5);
    expect(receivers(company)).toEqual(before);
    expect(subjects(company)).toEqual(['Stopped: New colleagues']);
    sidebar.press('Home');
    expect(sidebar.text()).toContain('[New colleagues] (Stopped)');
    expect(company.troubles()).toEqual([]);
  });

  it('stops when the account that runs Roster says so, and for nobody else', () => {
    const { company, sidebar } = underWay();
    const other = company.world.directory.addUser({ primaryEmail: 'other@acme.test', isAdmin: true });
    company.project.consent(other.id);
    company.world.drive.share(company.sheet.id, other.id, 'writer');
    company.world.drive.share(company.world.drive.spreadsheets.find((file) => file.title === 'Roster workbook')!.id, other.id, 'writer');
    const theirs = company.open(other);
    theirs.press('New colleagues');
    expect(theirs.text()).toContain('Status: Running');
    expect(theirs.text()).not.toContain('[Stop]');
    const before = stateOf(company);
    for (const who of [other, company.plain]) {
      for (const action of ['openConfirmStop', 'stopRequest']) forgeClick(company, who, action, { request: onlyRequest(company).id });
    }
    expect(stateOf(company)).toEqual(before);
    const operator = company.open(company.operator);
    operator.press('New colleagues');
    operator.press('Stop');
    operator.press('Stop the run');
    company.waitFor(sidebar, /Status: Stopped/);
  });

  it('a request that has ended cannot be stopped', () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label });
    send(sidebar);
    waitForEnd(company, sidebar);
    const before = stateOf(company);
    for (const action of ['openConfirmStop', 'stopRequest'])
      forgeClick(company, company.admin, action, { request: onlyRequest(company).id });
    expect(stateOf(company)).toEqual(before);
  });
});

describe('S49: mail to the requester', () => {
  it.each([
    ['Done', () => undefined],
    [
      'Partly done',
      (company: RosterCompany) => {
        const body = { error: { code: 403, status: 'PERMISSION_DENIED', message: 'The caller does not have permission' } };
        const at = ({ name, as }: { name: string; as?: string }) => name === 'people.people.batchCreateContacts' && as === 'sue@acme.test';
        company.world.faults.add({ at, times: Infinity, effect: { kind: 'answer', when: 'before', status: 403, body } });
      },
    ],
    ['Failed', (company: RosterCompany) => company.project.scriptProperties.delete('preApproval.sample')],
  ])('comes once when a request is %s', (headline, meanwhile) => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label });
    send(sidebar);
    meanwhile(company);
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain(`Status: ${headline}`);
    passHours(company, 6);
    expect(subjects(company)).toEqual([`${headline}: New colleagues`]);
  });
});
