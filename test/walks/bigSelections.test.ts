import { chooseSource } from '../support/askForCopy';
import { fileCalled, linesBelow, openTargets, readyCompany, search, sweepNow } from '../support/hands';
import type { RosterCompany } from '../support/rosterCompany';
import type { Sidebar } from '../../simulator/host/Sidebar';

/** People below /Staff; all but a few are suspended, so that a preview of all of them asks Google for few. */
const companyOf = (people: number): { readonly company: RosterCompany; readonly sidebar: Sidebar } => {
  const company = readyCompany();
  const { directory } = company.world;
  for (let index = 0; index < people; index += 1) {
    const number = String(index).padStart(5, '0');
    directory.addUser({
      primaryEmail: `p${number}@acme.test`,
      name: { givenName: `Person${number}`, familyName: index % 4000 === 7 ? 'Zamora' : 'Staff' },
      orgUnitPath: `/Staff/Unit ${index % 10}`,
      suspended: index % 500 !== 0,
    });
  }
  return { company, sidebar: company.open(company.admin) };
};

/** Virtual milliseconds of the slowest callback of a card since then. */
const slowest = ({ project }: RosterCompany, from: number): number =>
  Math.max(...project.executions.slice(from).flatMap((one) => (one.kind === 'addon' ? [one.endedAt - one.startedAt] : [])));

/** Asks for the list of everybody below /Staff; the operator is asked. */
const askForStaff = (sidebar: Sidebar): void => {
  openTargets(sidebar);
  search(sidebar, 'Organizational units', '/Staff');
  sidebar.choose('1–11 of 11', 'Organizational unit: /Staff (Staff)');
  sidebar.press('Add selected');
  sidebar.press('Next');
};

const addressesOn = (sidebar: Sidebar, heading: string): string[] =>
  linesBelow(sidebar, heading).flatMap((line) => /\S+@\S+(?= \()/.exec(line)?.[0] ?? []);

const intentOf = (company: RosterCompany): { readonly targetIds: readonly string[] } => {
  const { grid } = fileCalled(company, 'Roster ledger').tab('Documents')!;
  const rows = Array.from({ length: grid.lastRow - 1 }, (_, index) =>
    [1, 2, 3].map((column) => String(grid.cell(index + 2, column)?.value ?? '')),
  );
  const parts = rows.filter(([id]) => id!.startsWith('intent.')).sort((a, b) => Number(a[1]) - Number(b[1]));
  return JSON.parse(parts.map(([, , text]) => text!.slice(1)).join('')) as { targetIds: string[] };
};

const parcelsLeft = (company: RosterCompany): string[] => {
  const { grid } = fileCalled(company, 'Roster workbook').tab('Exchange')!;
  return [
    ...Object.keys(company.project.scriptProperties.entries()).filter((key) => key.startsWith('parcel.')),
    ...Array.from({ length: grid.lastRow - 1 }, (_, index) => String(grid.cell(index + 2, 1)?.value ?? '')),
  ];
};

describe.each([10_000, 20_000])('a selection of %i users', (people) => {
  const { company, sidebar } = companyOf(people);
  /** Set-up is behind. */
  const first = company.project.executions.length;
  const idOf = (email: string): string => company.world.directory.userByEmail(email)!.id;
  const written = people.toLocaleString('en-GB');

  it('is the operator’s question: the card says when the answer comes, and how to have it at once', () => {
    askForStaff(sidebar);
    expect(sidebar.text()).toContain('Preparing: these are more users than a card can look up.');
    expect(sidebar.text()).toMatch(/Roster looks them up at \d\d:\d\d at the latest\./);
    expect(sidebar.text()).toContain('[Look them up now]');
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('Preparing:');
    sweepNow(company);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain(`${people / 500} users will be targets.`);
    expect(sidebar.text()).toMatch(/Looked up on .+\./);
    expect(linesBelow(sidebar, 'Targets').join()).toContain(`1–20 of ${written}`);
  });

  it('× and the suspended switch work on it, page by page and on what was found', () => {
    sidebar.toggle(`Include suspended users (${((people * 499) / 500).toLocaleString('en-GB')})`, true);
    expect(sidebar.text()).toContain(`${written} users will be targets.`);
    sidebar.press('×', { near: 'p00003@acme.test' });
    expect(addressesOn(sidebar, 'Targets')[3]).toBe('p00004@acme.test');
    sidebar.press('Next', { near: 'Targets' });
    expect(addressesOn(sidebar, 'Targets')[0]).toBe('p00021@acme.test');
    sidebar.press('×', { near: 'p00022@acme.test' });
    expect(sidebar.text()).toContain(`21–40 of ${(people - 2).toLocaleString('en-GB')}`);

    sidebar.type('Address or name', 'p0900');
    sidebar.press('Find');
    expect(addressesOn(sidebar, 'Found')).toEqual(Array.from({ length: 10 }, (_, index) => `p0900${index}@acme.test`));
    sidebar.press('×', { near: 'p09004@acme.test' });
    expect(addressesOn(sidebar, 'Found')).toHaveLength(9);

    sidebar.type('Address or name', 'zamo');
    sidebar.press('Find');
    expect(addressesOn(sidebar, 'Found')).toEqual(
      ['00007', '04007', '08007', '12007', '16007'].map((number) => `p${number}@acme.test`).slice(0, Math.ceil(people / 4000)),
    );
    sidebar.press('Show the whole list');
    expect(sidebar.text()).toContain('3 users left out by you.');
    expect(sidebar.text()).toContain(`${(people - 3).toLocaleString('en-GB')} users will be targets.`);
  });

  it('exactly the shown list reaches the intent', () => {
    sidebar.press('Proceed to actions');
    expect(sidebar.text()).toContain(`${(people - 3).toLocaleString('en-GB')} targets are confirmed.`);
    chooseSource(company, sidebar);
    sidebar.press('Preview');
    company.waitFor(sidebar, /Status: (?!Preparing)/);
    expect(sidebar.text()).toContain('Status: Preview ready, not sent');
    const without = new Set(['p00003@acme.test', 'p00022@acme.test', 'p09004@acme.test'].map(idOf));
    const staff = [...company.world.directory.users.values()].filter((user) => user.orgUnitPath.startsWith('/Staff'));
    expect(intentOf(company).targetIds).toEqual(
      staff
        .map((user) => user.id)
        .filter((id) => !without.has(id))
        .sort(),
    );
  });

  it('no callback of a card took 3 seconds', () => {
    expect(slowest(company, first)).toBeLessThan(3000);
    expect(company.troubles()).toEqual([]);
  });

  it('the list goes with the draft', () => {
    expect(parcelsLeft(company)).not.toEqual([]);
    sidebar.press('Home');
    sidebar.press('New workflow');
    sidebar.press('Start a new one');
    sweepNow(company);
    expect(parcelsLeft(company)).toEqual([]);
  });
});
