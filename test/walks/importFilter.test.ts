import type { Sidebar } from '../../simulator/host/Sidebar';
import { BrowserPage } from '../support/browserPage';
import { fileCalled, linesBelow } from '../support/hands';
import { importCompany, previewImport, readImport } from '../support/importHands';
import { onlyRequest } from '../support/forgeClick';
import { openPage } from '../support/officers';
import { sendIt } from '../support/undoHands';

const people = Array.from({ length: 23 }, (_, index) => `p${100 + index}@acme.test`);

/** 23 users who change, one who does not, one who is created, one row that is left out; of those who change one is an administrator. */
const previewed = () => {
  const { company, sidebar } = importCompany([
    ['Email', 'First name', 'Last name'],
    ...people.map((email) => [email, 'Pat', 'Roe']),
    ['sue@acme.test', 'Sue', 'Test'],
    ['new@acme.test', 'New', 'Comer'],
    ['nobody@elsewhere.example', 'No', 'Body'],
  ]);
  for (const primaryEmail of people) company.world.directory.addUser({ primaryEmail, name: { givenName: 'Pat', familyName: 'Doe' } });
  company.world.directory.userByEmail(people[4]!)!.isDelegatedAdmin = true;
  readImport(sidebar, { method: 'Create or update' });
  sidebar.press('Auto-map');
  previewImport(company, sidebar);
  return { company, sidebar };
};

/** Addresses on the card, or on the page. */
const named = (lines: readonly string[]): string[] => lines.flatMap((line) => /^(?:\/: )?(\S+@\S+|row \d+, \S+)/.exec(line)?.[1] ?? []);
const shown = (sidebar: Sidebar): string[] => named(linesBelow(sidebar, 'Preview by target'));

describe('B1: the rows of an import are told apart', () => {
  it('in the sidebar: a list of those that change, are created, unchanged, left out, or have a warning; pages stay within it', () => {
    const { company, sidebar } = previewed();
    const items = ['All (26)', 'Changed (23)', 'Created (1)', 'Unchanged (1)', 'Left out whole (1)', 'With a warning (1)'];
    for (const [item, addresses] of [
      [items[2], ['new@acme.test']],
      [items[3], ['sue@acme.test']],
      [items[4], ['row 27, nobody@elsewhere.example']],
      [items[5], [people[4]]],
    ] as const) {
      sidebar.choose('Show', item!);
      expect(shown(sidebar)).toEqual(addresses);
    }
    sidebar.choose('Show', items[1]!);
    expect(shown(sidebar)).toEqual(people.slice(0, 20));
    sidebar.press('Next');
    expect(shown(sidebar)).toEqual(people.slice(20));
    expect(sidebar.text()).toContain('21–23 of 23');
    sidebar.choose('Show', items[0]!);
    expect(sidebar.text()).toContain('1–20 of 26');
    expect(company.troubles()).toEqual([]);
  });

  it('what somebody wrote into the workbook is not taken for it', () => {
    const { company, sidebar } = previewed();
    expect(sidebar.text()).toContain('[Send approval request]');
    company.world.drive.edit(fileCalled(company, 'Roster workbook').id, 'Preview', 'N2', [['unchanged']]);
    sidebar.choose('Show', 'Unchanged (1)');
    expect(sidebar.text()).toContain('Unchanged (2)');
    expect(sidebar.text()).toContain('The preview below is not the one that Roster wrote.');
    expect(sidebar.text()).not.toContain('[Send approval request]');
  });

  it('on the page, for the officer who decides', () => {
    const { company, sidebar } = previewed();
    sendIt(sidebar);
    const page = new BrowserPage(openPage(company, company.olga, onlyRequest(company).id));
    page.press('See each target');
    const addresses = (): string[] => page.items().map(([address]) => address!);
    expect(addresses()).toHaveLength(26);
    for (const [item, found] of [
      [/^Changed \(23\)$/, people],
      [/^Created \(1\)$/, ['new@acme.test']],
      [/^Unchanged \(1\)$/, ['sue@acme.test']],
      [/^Left out whole \(1\)$/, ['row 27, nobody@elsewhere.example']],
      [/^With a warning \(1\)$/, [people[4]]],
      [/^Warned, left out/, [people[4], 'row 27, nobody@elsewhere.example']],
    ] as const) {
      page.pick(/^Show$/, item);
      expect(addresses()).toEqual(found);
      expect(page.said).toBe(`${found.length} in all.`);
    }
    page.pick(/^Show$/, /^All rows$/);
    expect(addresses()).toHaveLength(26);
  });
});
