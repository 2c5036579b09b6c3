import { linesBelow } from '../support/hands';
import { importCompany, previewImport, readImport } from '../support/importHands';
import { approveAndRun, sendIt } from '../support/undoHands';

const people = Array.from({ length: 24 }, (_, index) => `p${100 + index}@acme.test`);
const header = ['Email', 'First name', 'Last name', 'Job title'];

/** An import of more rows than the first targets of a run, prepared. */
const prepared = (rows: readonly (readonly string[])[]) => {
  const { company, sidebar } = importCompany([header, ...rows]);
  for (const primaryEmail of people) company.world.directory.addUser({ primaryEmail, name: { givenName: 'Pat', familyName: 'Doe' } });
  readImport(sidebar, { method: 'Create or update' });
  sidebar.press('Auto-map');
  previewImport(company, sidebar);
  const titles = (): string[] =>
    people.filter((email) => JSON.stringify(company.world.directory.userByEmail(email)).includes('"title":"Agent"'));
  return { company, sidebar, titles };
};

const updates = people.map((email) => [email, 'Pat', 'Doe', 'Agent']);

/** Calls of the plan, or as they were counted. */
const calls = (text: string, title: string): string | undefined =>
  new RegExp(`^${title}.*: ([\\d,]+ calls to Google \\([^)]*\\))`, 'm').exec(text)?.[1];

describe('B8: what an import takes', () => {
  it('is planned as it is counted: what only the preview looked up is no part of it', () => {
    const { company, sidebar } = prepared([['nobody@elsewhere.example', 'No', 'Body', 'Agent'], ...updates]);
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    expect(calls(sidebar.text(), 'Effort so far')).toBe(calls(sidebar.text(), 'Effort'));
    expect(calls(sidebar.text(), 'Effort')).toContain('24 writes');
  });
});

describe('B15: the first users of a large import', () => {
  it('I15: are none of the rows that failed, which end nothing but themselves', () => {
    const { company, sidebar, titles } = prepared([['nobody@elsewhere.example', 'No', 'Body', 'Agent'], ...updates]);
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    expect(titles()).toEqual(people);
    expect(linesBelow(sidebar, 'Results')[0]).toBe('24 changes made in the directory; targets: 24 done, 0 skipped, 1 failed.');
    expect(company.troubles()).toEqual([]);
  });

  it('who was changed since the preview stays as they are, and the others have their turn', () => {
    const { company, sidebar, titles } = prepared(updates);
    sendIt(sidebar);
    const [first] = [...company.world.directory.users.values()].filter(({ primaryEmail }) => people.includes(primaryEmail)).sort((one, other) => (one.id < other.id ? -1 : 1)); // prettier-ignore
    first!.organizations = [{ primary: true, title: 'Boss' }];
    approveAndRun(company, sidebar);
    expect(titles()).toEqual(people.filter((email) => email !== first!.primaryEmail));
    expect(first!.organizations).toEqual([{ primary: true, title: 'Boss' }]);
    expect(linesBelow(sidebar, 'Results')[0]).toContain('23 done, 0 skipped, 1 failed.');
  });

  it('an address that somebody took since the preview is said, and the others have their turn', () => {
    const created = Array.from({ length: 22 }, (_, index) => `n${100 + index}@acme.test`);
    const { company, sidebar } = prepared(created.map((email) => [email, 'A', 'New', 'Agent']));
    sendIt(sidebar);
    company.world.directory.addUser({ primaryEmail: created[0]!, name: { givenName: 'Some', familyName: 'Body' } });
    approveAndRun(company, sidebar);
    const names = created.map((email) => company.world.directory.userByEmail(email)?.name.givenName);
    expect(names).toEqual(['Some', ...created.slice(1).map(() => 'A')]);
    expect(linesBelow(sidebar, 'Results')[0]).toContain('21 done, 0 skipped, 1 failed.');
  });
});
