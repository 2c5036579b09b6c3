import { chooseSource, chooseTargets } from '../support/askForCopy';
import { linesBelow, passHours, readyCompany, sentCopy, sweepNow } from '../support/hands';
import { onlyRequest } from '../support/forgeClick';
import { customers, type RosterCompany } from '../support/rosterCompany';

const LIST = 'people.people.connections.list';
const MINUTE = 60_000;
const unavailable = { error: { code: 503, status: 'UNAVAILABLE', message: 'The service is currently unavailable.' } };

/** Every call of this operation, by this account, is answered by 503, until the fault is cleared. */
const sick = (company: RosterCompany, operation: string, who?: { readonly primaryEmail: string }): void => {
  company.world.faults.add({
    at: ({ name, as }) => name === operation && (who === undefined || as === who.primaryEmail),
    times: Infinity,
    effect: { kind: 'answer', when: 'before', status: 503, body: unavailable },
  });
};
/** When it was tried, one after the other; tries of one execution count once. */
const triesOf = (company: RosterCompany, operation: string): number[] => {
  const entries = company.world.network.log.entries.filter((one) => one.operation === operation && one.status === 503);
  return [...new Map(entries.map(({ executionId, at }) => [executionId, at])).values()];
};
const subjects = (company: RosterCompany): string[] => company.world.mail.inbox(company.admin.id).map(({ subject }) => subject);
const left = (company: RosterCompany): string[] =>
  Object.keys(company.project.scriptProperties.entries()).filter((key) => /^(pending|lease|question|trouble|progress|stop)/.test(key));

describe('a source that cannot be read', () => {
  it('is tried ever less often, and after a day the request fails, says so on the card and in one mail', () => {
    const { company, sidebar } = sentCopy();
    sick(company, LIST, company.source);
    sweepNow(company);
    passHours(company, 2);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('Status: Running');
    expect(sidebar.text()).toContain('Google was not available.');
    expect(sidebar.text()).toMatch(/Tried \d+ times since .*; tried again at .*; given up at /);
    passHours(company, 30);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('Status: Failed');
    expect(sidebar.text()).toContain('Given up after 24 hours: Google was not available.');
    expect(subjects(company)).toEqual(['Failed: New colleagues']);
    expect(company.world.mail.inbox(company.admin.id)[0]!.body).toContain('Given up after 24 hours');
    const tries = triesOf(company, LIST);
    expect(tries.length).toBeGreaterThan(20);
    expect(tries.length).toBeLessThan(32);
    expect(tries.at(-1)! - tries.at(-2)!).toBeGreaterThanOrEqual(60 * MINUTE);
    passHours(company, 5);
    expect(triesOf(company, LIST)).toEqual(tries);
    expect(left(company)).toEqual([]);
    expect(company.troubles()).toEqual([]);
  });

  it('that is well again in time: the run ends as it should', () => {
    const { company, sidebar } = sentCopy();
    sick(company, LIST, company.source);
    passHours(company, 10);
    company.world.faults.clear();
    passHours(company, 2);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('Status: Done');
    expect(company.namesAt(company.sam)).toEqual(customers);
    expect(left(company)).toEqual([]);
  });

  it('does not hold up Stop', () => {
    const { company, sidebar } = sentCopy();
    sick(company, LIST, company.source);
    passHours(company, 3);
    sidebar.press('Refresh');
    sidebar.press('Stop');
    sidebar.press('Stop the run');
    passHours(company, 0.2);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('Status: Stopped');
  });

  it('in the middle of a run: what was copied stays, is counted, and the rest says why it got nothing', () => {
    const { company, sidebar } = sentCopy();
    const { sam } = company;
    const lost = { kind: 'answer', when: 'after', status: 503, body: unavailable } as const;
    company.world.faults.add({ at: ({ name, as }) => /batchCreate/.test(name) && as === sam.primaryEmail, effect: lost });
    sweepNow(company);
    sick(company, LIST, company.source);
    passHours(company, 30);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('Status: Partly done');
    expect(linesBelow(sidebar, 'Results').join('\n')).toContain('Given up after 24 hours');
    expect(subjects(company)).toEqual(['Partly done: New colleagues']);
    expect(left(company)).toEqual([]);
  });
});

describe('a question that nobody can answer', () => {
  const asked = (): { company: RosterCompany; sidebar: ReturnType<RosterCompany['open']> } => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    chooseTargets(sidebar);
    return { company, sidebar };
  };

  it('the preview of a source that cannot be read: fails after a day, with one mail; nothing is written', () => {
    const { company, sidebar } = asked();
    chooseSource(company, sidebar);
    sidebar.press('Preview');
    sick(company, LIST, company.source);
    passHours(company, 2);
    sidebar.press('Refresh');
    expect(sidebar.text()).toMatch(/Tried \d+ times since/);
    passHours(company, 30);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('Status: Failed');
    expect(sidebar.text()).toContain('Given up after 24 hours');
    expect(subjects(company)).toEqual(['Failed: New colleagues']);
    const tries = triesOf(company, LIST).length;
    expect(tries).toBeLessThan(32);
    passHours(company, 5);
    expect(triesOf(company, LIST)).toHaveLength(tries);
    expect(left(company)).toEqual([]);
  });

  it('the labels of such a source: the card says so in the end', () => {
    const { company, sidebar } = asked();
    sidebar.press('+ Add action');
    sidebar.press('Copy user contacts');
    sick(company, 'people.contactGroups.list');
    sidebar.pick('Source user (required)', sidebar.suggest('Source user (required)', 'source')[0]!);
    sidebar.press('Use this user');
    for (let hours = 0; hours < 26 && !sidebar.text().includes('Given up'); hours += 0.5) {
      passHours(company, 0.5);
      sidebar.press('Refresh');
    }
    expect(sidebar.text()).toContain('Given up after 24 hours');
    expect(triesOf(company, 'people.contactGroups.list').length).toBeLessThan(32);
    expect(left(company)).toEqual([]);
  });

  it('the requester cannot be looked up: one mail all the same, once the Directory answers again', () => {
    const { company } = sentCopy();
    company.world.faults.add({
      at: ({ name, url }) => name === 'directory.users.get' && url?.includes(company.admin.id) === true,
      times: Infinity,
      effect: { kind: 'answer', when: 'before', status: 503, body: unavailable },
    });
    passHours(company, 30);
    expect(onlyRequest(company).s).toBe('failed');
    expect(company.world.mail.sent).toEqual([]);
    company.world.faults.clear();
    passHours(company, 2);
    expect(subjects(company)).toEqual(['Failed: New colleagues']);
    expect(left(company)).toEqual([]);
  });
});
