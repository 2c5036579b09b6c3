import { WebVisitor } from '../../simulator/appsscript/WebVisitor';
import { Latency } from '../../simulator/kernel/Latency';
import { chooseSource } from '../support/askForCopy';
import { addAll, contactWrites, fileCalled, linesBelow, passHours, sweepNow } from '../support/hands';
import type { RosterCompany } from '../support/rosterCompany';
import { addressesOn, askForStaff, intentOf, parcelsLeft, rowsOf, staffOf, type Staff } from '../support/staff';

/** Just more than a card looks up itself. */
const people = 4500;
const listed = '9 users will be targets.';

const asked = (): Staff => {
  const staff = staffOf(people);
  askForStaff(staff.sidebar);
  return staff;
};
const answered = (): Staff => {
  const staff = asked();
  sweepNow(staff.company);
  staff.sidebar.press('Refresh');
  expect(staff.sidebar.text()).toContain(listed);
  return staff;
};
const previewed = ({ company, sidebar }: Staff): void => {
  sidebar.press('Proceed to actions');
  chooseSource(company, sidebar);
  sidebar.press('Preview');
};
const questionId = (company: RosterCompany): string =>
  Object.keys(company.project.scriptProperties.entries())
    .find((key) => key.startsWith('question.'))!
    .slice('question.'.length);

/** Somebody edits the rows of the hidden tab: each as it shall be, or undefined for an empty one. */
const editExchange = (company: RosterCompany, edit: (row: string[]) => string[] | undefined): void => {
  const file = fileCalled(company, 'Roster workbook');
  rowsOf(company, 'Roster workbook', 'Exchange').forEach((row, index) => {
    const edited = edit(row);
    if (edited?.join() === row.join()) return;
    company.world.drive.edit(file.id, 'Exchange', `A${index + 2}`, [edited?.map((text) => ({ text })) ?? [null, null, null]]);
  });
};
const cacheForgets = (company: RosterCompany): void => company.world.clock.advance(11 * 60_000);

describe('the page link', () => {
  const pageOf = (company: RosterCompany, who: { readonly id: string }) => {
    const id = questionId(company);
    const page = WebVisitor.open(company.project, { visitorUserId: who.id, query: { request: id } });
    return page.run('showPage', id).value as { title: string; lines: string[] };
  };

  it.each(['admin', 'operator'] as const)('has the list looked up at once for %s', (who) => {
    const { company, sidebar } = asked();
    expect(pageOf(company, company[who]).title).toBe('The targets were looked up.');
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain(listed);
  });

  it('does nothing for anybody else, and does not say what it is', () => {
    const { company, sidebar } = asked();
    expect(pageOf(company, company.plain).title).toBe('This request was not found.');
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('Preparing:');
  });
});

describe('a list that was altered on its way', () => {
  const putIn = (row: string[]): string[] => [row[0]!, row[1]!, row[2]!.replace('p00004@acme.test', 'p99999@acme.test')];

  it.each([
    ['an address in it', putIn],
    ['its totals', (row: string[]) => [row[0]!, row[1]!, row[2]!.replace('"total":4500', '"total":4501')]],
    ['a part that is gone', (row: string[]) => (row[0]!.endsWith('/0') ? undefined : row)],
    ['two parts exchanged', (row: string[]) => [row[0]!.replace(/\/[01]$/, (end) => (end === '/0' ? '/1' : '/0')), row[1]!, row[2]!]],
  ])('is refused by the card, which says so and looks it up again: %s', (_title, edit) => {
    const { company, sidebar } = asked();
    sweepNow(company);
    editExchange(company, edit);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('The list of targets is not the one that was looked up.');
    expect(sidebar.text()).not.toContain('[Proceed to actions]');
    sidebar.press('Look up again');
    expect(sidebar.text()).toContain('Preparing:');
    sweepNow(company);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain(listed);
    expect(company.troubles()).toEqual([]);
  });

  it('is refused by the preview', () => {
    const staff = answered();
    previewed(staff);
    editExchange(staff.company, putIn);
    staff.company.waitFor(staff.sidebar, /Status: (?!Preparing)/);
    expect(staff.sidebar.text()).toContain('Status: Failed');
    expect(staff.sidebar.text()).toContain('The list of targets was altered on its way. Nothing was changed.');
    expect(contactWrites(staff.company)).toBe(0);
  });

  it('is refused by Proceed when the cache forgot what was shown', () => {
    const { company, sidebar } = answered();
    cacheForgets(company);
    editExchange(company, putIn);
    sidebar.press('Proceed to actions');
    expect(sidebar.text()).toContain('The list of targets is not the one that was looked up.');
  });

  it('rows that were doubled or moved change nothing', () => {
    const staff = asked();
    const { company, sidebar } = staff;
    sweepNow(company);
    const file = fileCalled(company, 'Roster workbook');
    const rows = rowsOf(company, 'Roster workbook', 'Exchange');
    const moved = [...rows].reverse().map((row) => row.map((text) => ({ text })));
    company.world.drive.edit(
      file.id,
      'Exchange',
      'A2',
      [...moved, ...rows.map((row) => putIn(row).map((text) => ({ text })))].slice(0, rows.length + 3),
    );
    sidebar.press('Refresh');
    expect(addressesOn(sidebar, 'Targets')[4]).toBe('p00004@acme.test');
    previewed(staff);
    company.waitFor(sidebar, /Status: (?!Preparing)/);
    expect(intentOf(company).targetIds).toHaveLength(9);
  });
});

describe('a question that takes more than one execution', () => {
  it('goes on where it stopped: no page of the directory is read twice', () => {
    const operations: Record<string, number> = {};
    const { company, sidebar } = staffOf(people, { world: { latency: new Latency({ operations }) } });
    askForStaff(sidebar);
    operations['directory.users.list'] = 50_000;
    const before = company.world.network.count({ operation: 'directory.users.list' });
    sweepNow(company);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('Preparing:');
    passHours(company, 1);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain(listed);
    expect(company.world.network.count({ operation: 'directory.users.list' }) - before).toBe(people / 500);
    expect(rowsOf(company, 'Roster ledger', 'Documents').filter(([id]) => id!.startsWith('listing.'))).toEqual([]);
    expect(company.troubles()).toEqual([]);
  });

  it.each([20, 45, 55, 60, 66, 80])('killed at its call %i, it is answered by a later one', (place) => {
    const { company, sidebar } = asked();
    const first = company.world.faults.calls;
    company.world.faults.add({
      at: ({ ordinal }) => ordinal === first + place,
      effect: { kind: 'kill', when: place % 2 === 0 ? 'before' : 'after' },
    });
    sweepNow(company);
    company.world.faults.clear();
    passHours(company, 1);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain(listed);
    expect(new Set(rowsOf(company, 'Roster workbook', 'Exchange').map(([id]) => id)).size).toBe(
      rowsOf(company, 'Roster workbook', 'Exchange').length,
    );
  });
});

describe('what is kept of a list', () => {
  it('goes after a day, and is looked up again', () => {
    const { company, sidebar } = answered();
    passHours(company, 25);
    const home = company.open(company.admin);
    expect(home.text()).toContain('Draft');
    sweepNow(company);
    expect(parcelsLeft(company)).toEqual([]);
    sidebar.press('Proceed to actions');
    sweepNow(company);
    if (sidebar.text().includes('Preparing:')) sidebar.press('Refresh');
    expect(sidebar.text()).toContain(listed);
  });

  it('a confirmed list that is gone is not previewed, and the card says what to do', () => {
    const { company, sidebar } = answered();
    sidebar.press('Proceed to actions');
    chooseSource(company, sidebar);
    passHours(company, 25);
    company.open(company.admin);
    sweepNow(company);
    sidebar.press('Preview');
    expect(sidebar.text()).toContain('The list of targets is not kept any more.');
    expect(sidebar.text()).toContain('look at the list again');
  });

  it('stays while a preview is made of it, though its draft is discarded', () => {
    const staff = answered();
    const { company, sidebar } = staff;
    previewed(staff);
    const other = company.open(company.admin);
    other.press('New workflow');
    other.press('Start a new one');
    company.waitFor(sidebar, /Status: (?!Preparing)/);
    expect(sidebar.text()).toContain('Status: Preview ready, not sent');
    expect(intentOf(company).targetIds).toHaveLength(9);
  });

  it('another selection asks anew, and the old answer is let go', () => {
    const { company, sidebar } = answered();
    sidebar.back();
    sidebar.press('×', { near: '/Staff' });
    addAll(sidebar, 'Organizational units', '/Staff/Unit 3');
    sidebar.press('Next');
    expect(linesBelow(sidebar, 'Targets').join()).toContain('1–20 of 450');
    sweepNow(company);
    expect(parcelsLeft(company)).toEqual([]);
    expect(company.troubles()).toEqual([]);
  });

  it('users left out stay out when it is looked up again, and no more than a thousand fit', () => {
    const { company, sidebar } = answered();
    sidebar.toggle('Include suspended users (4,491)', true);
    sidebar.press('×', { near: 'p00002@acme.test' });
    sidebar.press('Look up again');
    sweepNow(company);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('4,499 users will be targets.');
    expect(addressesOn(sidebar, 'Targets')).not.toContain('p00002@acme.test');

    const store = company.project.userProperties(company.admin.id);
    const parts = Number(store.get('draft.parts'));
    const text = Array.from({ length: parts }, (_, part) => store.get(`draft.${part}`)!).join('');
    const ids = Array.from({ length: 999 }, (_, index) => `9${String(index).padStart(20, '0')}`);
    const full = text.replace('"excludedUserIds":[', `"excludedUserIds":[${ids.map((id) => `"${id}"`).join(',')},`);
    const pieces = full.match(/.{1,2900}/gs)!;
    store.set({ 'draft.parts': String(pieces.length), ...Object.fromEntries(pieces.map((piece, part) => [`draft.${part}`, piece])) });
    sidebar.press('×', { near: 'p00003@acme.test' });
    expect(sidebar.text()).toContain('1,000 users are left out already, and no more can be.');
  });
});

it('the operator at the keyboard has the answer by the same two ways', () => {
  const { company } = staffOf(people);
  const sidebar = company.open(company.operator);
  askForStaff(sidebar);
  expect(sidebar.text()).toContain('Preparing:');
  sweepNow(company);
  sidebar.press('Refresh');
  expect(linesBelow(sidebar, 'Targets').join()).toContain('1–20 of 4,500');
});
