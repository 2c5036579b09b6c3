import { askForCopy, send, waitForEnd } from '../support/askForCopy';
import { fileCalled, label, linesBelow, readyCompany, sentCopy } from '../support/hands';
import { customers, type RosterCompany } from '../support/rosterCompany';

const tabs = [
  ['Roster workbook', 'Requests'],
  ['Roster workbook', 'Preview'],
  ['Roster workbook', 'Results'],
  ['Roster workbook', 'Exchange'],
  ['Roster ledger', 'Documents'],
  ['Roster ledger', 'Previews'],
  ['Roster ledger', 'Outcomes'],
  ['Roster ledger', 'Runs'],
  ['Roster ledger', 'Parked'],
  ['Roster ledger', 'Audit 2026'],
] as const;

const rename = (company: RosterCompany, title: string, from: string, to: string): void => {
  const file = fileCalled(company, title);
  file.renameTab(file.tab(from)!, to);
};
/** The same tabs as before, one of them under its new name: nothing was made beside it. */
const sameTabs = (company: RosterCompany, title: string, tab: string): void => {
  const expected = tabs.filter(([file]) => file === title).map(([, name]) => (name === tab ? 'Renamed' : name));
  expect(
    fileCalled(company, title)
      .tabs.map(({ name }) => name)
      .sort(),
  ).toEqual(expected.sort());
};

/** A run whose target sue@ fails until the fault is cleared, so that it takes more than one execution; ends in the middle. */
const interruptedRun = (meanwhile?: (company: RosterCompany) => void) => {
  const { company, sidebar } = sentCopy();
  company.world.faults.add({
    at: ({ name, as }) => name === 'people.people.batchCreateContacts' && as === 'sue@acme.test',
    effect: { kind: 'answer', when: 'before', status: 503, body: { error: { code: 503, status: 'UNAVAILABLE', message: 'later' } } },
    times: Infinity,
  });
  if (meanwhile !== undefined) {
    const at = 'people.contactGroups.create';
    company.world.faults.add({ at, effect: { kind: 'meanwhile', do: () => meanwhile(company) } });
  }
  company.waitFor(sidebar, /Status: Running/);
  return { company, sidebar };
};
const goesOn = ({ company, sidebar }: ReturnType<typeof interruptedRun>): void => {
  company.world.faults.clear();
  waitForEnd(company, sidebar);
  expect(sidebar.text()).toContain('Status: Done');
  expect(linesBelow(sidebar, 'Results').slice(0, -1)).toEqual([
    '9 contacts created; targets: 3 done, 0 skipped, 0 failed.',
    'Done: eve@acme.test (3 created, 0 already there, 0 failed)',
    'Done: sam@acme.test (3 created, 0 already there, 0 failed)',
    'Done: sue@acme.test (3 created, 0 already there, 0 failed)',
  ]);
  for (const target of [company.sam, company.sue, company.eve]) expect(company.namesAt(target)).toEqual(customers);
  expect(company.troubles()).toEqual([]);
};

describe('somebody renamed a tab of Roster', () => {
  it.each(tabs)('%s, %s, while nothing goes on: what stood there is found, and the next request goes through', (title, tab) => {
    const run = interruptedRun();
    goesOn(run);
    const { company, sidebar } = run;
    const shown = sidebar.text();
    rename(company, title, tab, 'Renamed');
    sidebar.press('Home');
    sidebar.press('New colleagues');
    expect(sidebar.text()).toBe(shown);
    const other = company.open(company.admin);
    askForCopy(company, other, { label, name: 'Once more' });
    send(other);
    waitForEnd(company, other);
    expect(linesBelow(other, 'Results')[0]).toBe('0 contacts created; targets: 3 done, 0 skipped, 0 failed.');
    sameTabs(company, title, tab);
    expect(company.troubles()).toEqual([]);
  });

  it.each(tabs)('%s, %s, between two executions of a run: it ends as if nothing had happened', (title, tab) => {
    const run = interruptedRun();
    rename(run.company, title, tab, 'Renamed');
    goesOn(run);
    sameTabs(run.company, title, tab);
  });

  it.each(tabs.filter(([, tab]) => tab !== 'Outcomes' && tab !== 'Runs' && tab !== 'Parked' && tab !== 'Results'))(
    '%s, %s, while a run writes: the same',
    (title, tab) => {
      const run = interruptedRun((company) => rename(company, title, tab, 'Renamed'));
      goesOn(run);
      sameTabs(run.company, title, tab);
    },
  );

  it('and gave it its name back: the same', () => {
    const run = interruptedRun();
    for (const [title, tab] of tabs) rename(run.company, title, tab, `${tab} of last year`);
    run.company.scheduler.runNext();
    for (const [title, tab] of tabs) rename(run.company, title, `${tab} of last year`, tab);
    goesOn(run);
  });
});

it('a renamed tab while a preview is prepared: the list that travels through it arrives', () => {
  for (const [title, tab] of tabs.slice(0, 4)) {
    const first = readyCompany();
    const sidebar = first.open(first.admin);
    const company = { ...first, waitFor: renamedMeanwhile(first, title, tab) };
    askForCopy(company, sidebar, { label });
    expect(sidebar.text()).toContain('Status: Preview ready, not sent');
    expect(linesBelow(sidebar, 'Preview by target')).toHaveLength(4);
  }
});

/** Once the preview is asked for, the tab gets another name, if it is there. */
const renamedMeanwhile =
  (company: RosterCompany, title: string, tab: string): RosterCompany['waitFor'] =>
  (sidebar, arrived) => {
    if (arrived.source.startsWith('Status') && fileCalled(company, title).tab(tab) !== undefined) rename(company, title, tab, 'Renamed');
    company.waitFor(sidebar, arrived);
  };
