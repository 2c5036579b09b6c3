import { chooseSource } from '../support/askForCopy';
import { linesBelow, openTargets, sweepNow } from '../support/hands';
import type { RosterCompany } from '../support/rosterCompany';
import { addressesOn, askForStaff, intentOf, parcelsLeft, staffOf } from '../support/staff';

/** Virtual milliseconds of the slowest callback of a card since then. */
const slowest = ({ project }: RosterCompany, from: number): number =>
  Math.max(...project.executions.slice(from).flatMap((one) => (one.kind === 'addon' ? [one.endedAt - one.startedAt] : [])));

describe.each([10_000, 20_000])('a selection of %i users', (people) => {
  const { company, sidebar } = staffOf(people);
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

describe('as many users as a card looks up itself', () => {
  it('are listed, sent and previewed with every callback below 3 seconds, also when the cache forgot them', () => {
    const { company, sidebar } = staffOf(3400);
    const first = company.project.executions.length;
    askForStaff(sidebar);
    expect(linesBelow(sidebar, 'Targets').join()).toContain('1–20 of 3,400');
    sidebar.press('×', { near: 'p00000@acme.test' });
    company.world.clock.advance(11 * 60_000);
    sidebar.press('Proceed to actions');
    expect(sidebar.text()).toContain('6 targets are confirmed.');
    company.world.clock.advance(11 * 60_000);
    chooseSource(company, sidebar);
    sidebar.press('Preview');
    company.waitFor(sidebar, /Status: (?!Preparing)/);
    expect(intentOf(company).targetIds).toHaveLength(6);
    expect(slowest(company, first)).toBeLessThan(3000);
    expect(company.troubles()).toEqual([]);
  });

  it('a selection too long for a property travels to the operator as a parcel', () => {
    const { company, sidebar } = staffOf(3400);
    const first = company.project.executions.length;
    const rows = Array.from({ length: 60 }, (_, index) => [`p${String(index * 40).padStart(5, '0')}@acme.test`]);
    company.world.drive.edit(company.sheet.id, company.sheet.tabs[0]!.name, 'A1', [['Who'], ...rows]);
    openTargets(sidebar);
    sidebar.press('Choose cells');
    sidebar.press('Read column');
    sidebar.press('Back to targets');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Preparing:');
    sweepNow(company);
    sidebar.press('Refresh');
    expect(linesBelow(sidebar, 'Targets').join()).toContain('1–20 of 60');
    expect(slowest(company, first)).toBeLessThan(3000);
    expect(parcelsLeft(company).filter((id) => id.includes('ask-'))).toEqual([]);
    expect(company.troubles()).toEqual([]);
  });
});
