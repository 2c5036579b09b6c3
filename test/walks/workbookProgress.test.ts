import { Latency } from '../../simulator/kernel/Latency';
import { askForCopy, send, waitForEnd } from '../support/askForCopy';
import { fileCalled, label, passHours, readyCompany, receivers, sweepNow } from '../support/hands';
import type { RosterCompany } from '../support/rosterCompany';

const CREATE = 'people.people.batchCreateContacts';
const size = 60;

/** A copy to sixty people that takes several executions, sent and not run yet. */
const sentToCrowd = () => {
  const operations = { 'people.contactGroups.create': 57_000, 'oauth2.token': 20_000, [CREATE]: 58_000 };
  const company = readyCompany({ world: { latency: new Latency({ operations }) } });
  for (let index = 0; index < size; index += 1)
    company.world.directory.addUser({ primaryEmail: `p${100 + index}@acme.test`, orgUnitPath: '/Crowd' });
  const sidebar = company.open(company.admin);
  askForCopy(company, sidebar, { label, search: '/Crowd' });
  send(sidebar);
  return { company, sidebar };
};

const column = (company: RosterCompany, tab: string, heading: string): string[] => {
  const { grid } = fileCalled(company, 'Roster workbook').tab(tab)!;
  const at = Array.from({ length: grid.lastColumn }, (_, index) => grid.cell(1, index + 1)?.value).indexOf(heading) + 1;
  return Array.from({ length: grid.lastRow - 1 }, (_, index) => String(grid.cell(index + 2, at)?.value ?? ''));
};
const progress = (company: RosterCompany): string[] => column(company, 'Requests', 'progress');

describe('B15: the workbook of a run', () => {
  it('has a bar for the request: blank before, growing from slice to slice, full at the end', () => {
    const { company, sidebar } = sentToCrowd();
    expect(progress(company)).toEqual(['']);
    const seen = new Set<string>();
    for (let fired = 0; fired < 20 && !/Status: Done/.test(sidebar.text()); fired += 1) {
      company.scheduler.runNext();
      sidebar.press('Refresh');
      const [bar = ''] = progress(company);
      if (sidebar.text().includes('Status: Running')) expect(bar).toContain(` ${receivers(company).length} of 60 targets`);
      seen.add(bar);
    }
    expect([...seen].filter((bar) => /^▓+░+ \d+ of 60 targets$/.test(bar))).not.toEqual([]);
    expect(progress(company)).toEqual(['▓▓▓▓▓▓▓▓▓▓ 60 of 60 targets']);
    expect(company.troubles()).toEqual([]);
  });

  it('is right again after an execution was killed in the middle, at the next look for work', () => {
    const { company, sidebar } = sentToCrowd();
    sweepNow(company);
    company.world.faults.add({ at: CREATE, skip: 5, effect: { kind: 'kill', when: 'after' } });
    sweepNow(company);
    expect(company.project.executions.at(-1)!.outcome).toBe('killed');
    company.world.faults.clear();
    company.world.clock.advance(8 * 60_000);
    // The next one looks what the killed one left, and gets no further.
    const body = { error: { code: 503, message: 'The service is currently unavailable.' } };
    const source = ({ name, as }: { readonly name: string; readonly as?: string }): boolean =>
      name === 'people.people.connections.list' && as === company.source.primaryEmail;
    company.world.faults.add({ at: source, times: Infinity, effect: { kind: 'answer', when: 'before', status: 503, body } });
    sweepNow(company);
    company.world.faults.clear();
    const [, done] = / (\d+) of 60 targets/.exec(progress(company)[0]!)!;
    const recorded = column(company, 'Results', 'target').filter((target) => target.includes('@'));
    expect(Number(done)).toBe(recorded.length);
    expect(recorded.length).toBeLessThan(size);
    expect(column(company, 'Results', 'reason').find((reason) => reason.includes(' of 60 targets'))).toBe(progress(company)[0]);
    sidebar.press('Refresh');
    waitForEnd(company, sidebar);
    expect(progress(company)).toEqual(['▓▓▓▓▓▓▓▓▓▓ 60 of 60 targets']);
    expect(column(company, 'Results', 'target')).toHaveLength(size);
  });

  it('that is stopped keeps how far it came', () => {
    const { company, sidebar } = sentToCrowd();
    company.waitFor(sidebar, /Status: Running/);
    const [bar] = progress(company);
    sidebar.press('Stop');
    sidebar.press('Stop the run');
    passHours(company, 0.5);
    expect(progress(company)).toEqual([bar]);
  });
});
