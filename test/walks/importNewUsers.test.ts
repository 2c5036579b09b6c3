import { linesBelow, passHours } from '../support/hands';
import { importCompany, mapColumn, previewImport, readImport } from '../support/importHands';
import { decideOnPage } from '../support/officers';
import { approveAndRun, sendIt } from '../support/undoHands';

const table = [
  ['Email', 'First name', 'Last name', 'Organizational unit', 'Chat spaces'],
  ['new@acme.test', 'New', 'Comer', '/Sales', 'Plans'],
];

const prepared = () => {
  const { company, sidebar } = importCompany(table);
  const space = company.world.chat.addSpace({ customerId: company.customer.id, displayName: 'Plans' });
  readImport(sidebar, { method: 'Create' });
  for (const [title, field] of [
    ['Email', 'Primary address'],
    ['First name', 'First name'],
    ['Last name', 'Last name'],
    ['Organizational unit', 'Organizational unit'],
    ['Chat spaces', 'Chat spaces'],
  ] as const)
    mapColumn(sidebar, title, field);
  previewImport(company, sidebar);
  sendIt(sidebar);
  const names = (): (string | undefined)[] => space.memberships.map(({ id }) => company.world.directory.userById(id)?.primaryEmail);
  return { company, sidebar, space, names };
};

describe('I22: a user whom an import creates', () => {
  it('joins a Chat space once Google has Chat ready for them, minutes after the account is there', () => {
    const { company, sidebar, names } = prepared();
    approveAndRun(company, sidebar);
    expect(names()).toEqual(['new@acme.test']);
    expect(linesBelow(sidebar, 'Results')[0]).toContain('1 done, 0 skipped, 0 failed.');
    expect(company.world.network.count({ operation: 'directory.users.insert' })).toBe(1);
    expect(company.troubles()).toEqual([]);
  });

  it('is told after a day where Chat is never ready; the account is there', () => {
    const { company, sidebar, names } = prepared();
    company.world.directory.settings.servicesDelayMs = 48 * 3_600_000;
    decideOnPage(company, company.olga, 'approve');
    passHours(company, 26);
    sidebar.press('Refresh');
    expect(names()).toEqual([]);
    expect(linesBelow(sidebar, 'Results').join('\n')).toContain('24 hours');
    expect(company.world.directory.userByEmail('new@acme.test')?.orgUnitPath).toBe('/Sales');
  });
});
