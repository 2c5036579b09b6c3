import type { Sidebar } from '../../simulator/host/Sidebar';
import { differences, directoryOf } from '../support/userActionHands';
import { linesBelow } from '../support/hands';
import { importCompany, mapColumn, previewImport, readImport } from '../support/importHands';
import type { OfficerCompany } from '../support/officers';
import { approveAndRun, askForUndo, sendIt } from '../support/undoHands';

const header = ['Email', 'First name', 'Last name', 'Department', 'Work phone', 'Mobile'];
const rows = [
  ['sam@acme.test', 'Sam', 'Doe', 'Sales', "'+49 171 1", "'+49 171 2"],
  ['nobody@elsewhere.example', 'No', 'Body', 'Sales', '', ''],
  ['new@acme.test', 'New', 'Comer', 'Ops', '', "'+49 171 3"],
  ['sue@acme.test', '', 'Sue', 'Sales', '', ''],
];

const previewed = (cells: readonly (readonly string[])[], method = 'Update'): { company: OfficerCompany; sidebar: Sidebar } => {
  const { company, sidebar } = importCompany(cells);
  readImport(sidebar, { name: 'HR', method });
  sidebar.press('Auto-map');
  previewImport(company, sidebar);
  return { company, sidebar };
};

const recordOf = ({ world }: OfficerCompany, email: string) =>
  [...world.directory.users.values()].find(({ primaryEmail }) => primaryEmail === email)!;

const previewLines = (sidebar: Sidebar): string[] => linesBelow(sidebar, 'Preview by target').filter((line) => !/^\[|^Show: /.test(line));

describe('the run of an import', () => {
  it('I15, I31, I33: is previewed cell by cell, decided by an officer, changes and creates what was named, and every row has its result', () => {
    const { company, sidebar } = previewed([header, ...rows], 'Create or update');
    expect(sidebar.text()).toContain('Rows: 1 user changed, 1 user created, 0 rows unchanged, 2 rows left out whole');
    expect(previewLines(sidebar)).toEqual([
      expect.stringContaining(
        'new@acme.test (Created in /; First name: “New”; Last name: “Comer”; Department: “Ops”; Mobile phone: “+49 171 3”',
      ),
      expect.stringMatching(/row 3, nobody@elsewhere\.example \(Nothing: .*elsewhere\.example/),
      expect.stringMatching(/row 5, sue@acme\.test \(Nothing: Row 5 is left out whole: First name: First name cannot be empty/),
      expect.stringContaining('sam@acme.test (Last name: “Test” → “Doe”; Department: nothing → “Sales”; Work phone: nothing → “+49 171 1”'),
    ]);
    const before = directoryOf(company);
    sendIt(sidebar);
    expect(differences(before, directoryOf(company))).toEqual([]);
    approveAndRun(company, sidebar);
    expect(sidebar.text()).toContain('targets: 2 done, 0 skipped, 2 failed.');
    const changed = differences(before, directoryOf(company));
    expect(changed.filter((one) => !one.startsWith('new@'))).toEqual([
      'sam@acme.test name',
      'sam@acme.test organizations',
      'sam@acme.test phones',
    ]);
    expect(recordOf(company, 'new@acme.test')).toMatchObject({ name: { givenName: 'New' }, changePasswordAtNextLogin: true });
  });

  it('B1: asked again for what is so already, it writes nothing', () => {
    const { company, sidebar } = previewed([header, rows[0]!]);
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    const before = directoryOf(company);
    const again = company.open(company.admin);
    readImport(again, { name: 'HR once more' });
    again.press('Auto-map');
    previewImport(company, again);
    expect(again.text()).toContain('Rows: 0 users changed, 1 row unchanged');
    sendIt(again);
    approveAndRun(company, again);
    expect(again.text()).toContain('0 changes made in the directory; targets: 1 done');
    expect(differences(before, directoryOf(company))).toEqual([]);
  });

  it('B6: its undo puts values back where nobody changed them since, and says that users whom it created stay', () => {
    const { company, sidebar } = previewed([header, ...rows], 'Create or update');
    const before = directoryOf(company);
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    recordOf(company, 'sam@acme.test').phones = [{ type: 'work', value: '+49 171 999' }];
    askForUndo(company, sidebar);
    expect(sidebar.text()).toContain('Cannot be taken back and stays: 1 user whom it created.');
    expect(previewLines(sidebar).join('\n')).toContain('Last name: “Doe” → “Test”');
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    const left = differences(before, directoryOf(company)).filter((one) => !one.startsWith('new@'));
    expect(left).toEqual(['sam@acme.test phones']);
  });

  it('B1, B2: a row whose user somebody changed after the preview is left whole, and said so; the others go on', () => {
    const { company, sidebar } = previewed([header, rows[0]!, ['sue@acme.test', 'Sue', 'New', 'Ops', '', '']]);
    sendIt(sidebar);
    recordOf(company, 'sam@acme.test').name.familyName = 'Meanwhile';
    const before = directoryOf(company);
    approveAndRun(company, sidebar);
    expect(sidebar.text()).toContain('targets: 1 done, 0 skipped, 1 failed.');
    expect(differences(before, directoryOf(company)).map((one) => one.split(' ')[0])).toEqual(['sue@acme.test', 'sue@acme.test']);
  });

  const groupsOf = ({ world }: OfficerCompany, userId: string): string[] =>
    [...world.directory.groups.values()].filter(({ members }) => members.some(({ id }) => id === userId)).map(({ email }) => email);

  const groupCompany = (cells: readonly (readonly string[])[]) => {
    const { company, sidebar } = importCompany(cells);
    const { directory } = company.world;
    directory.addGroup({ email: 'other@acme.test', name: 'Other' });
    directory.addGroup({ email: 'vault@acme.test', name: 'Vault', security: true });
    directory.addMember('vault@acme.test', { email: 'sam@acme.test' });
    return { company, sidebar };
  };

  it.each([
    ['off: the groups of the row are added', false, ['other@acme.test', 'team@acme.test', 'vault@acme.test']],
    ['on: every other communication group is taken away, by name', true, ['other@acme.test', 'vault@acme.test']],
  ])('I26–I28: with overwrite %s', (_, overwrite, after) => {
    const { company, sidebar } = groupCompany([
      ['Email', 'Google Groups'],
      ['sam@acme.test', 'other@acme.test'],
    ]);
    readImport(sidebar, { name: 'Groups' });
    sidebar.press('Auto-map');
    mapColumn(sidebar, 'Google Groups', 'Communication groups');
    if (overwrite) sidebar.toggle('Overwrite Communication groups', true);
    previewImport(company, sidebar);
    expect(previewLines(sidebar).join()).toContain('Added to other@acme.test');
    expect(previewLines(sidebar).join().includes('Removed from team@acme.test')).toBe(overwrite);
    expect(sidebar.text().includes('Beware: 1 role or membership will be taken away')).toBe(overwrite);
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    expect(groupsOf(company, company.sam.id).sort()).toEqual(after);
  });

  it('I17, I19–I25, I36: flags, custom fields, roles, security groups and spaces of one row, each named before, and put back by the undo', () => {
    const { company, sidebar } = groupCompany([
      ['Email', 'Active', 'Visible in directory', 'Shirt size', 'Help desk', 'Security groups', 'Chat channels'],
      ['sue@acme.test', 'false', 'false', 'M', 'yes', 'vault@acme.test', 'Sales talk'],
    ]);
    const { world, customer, sue } = company;
    world.directory.addSchema(customer.id, 'Extra', [{ fieldName: 'shirt', displayName: 'Shirt size', fieldType: 'STRING' }]);
    const space = world.chat.addSpace({ customerId: customer.id, displayName: 'Sales talk' });
    const { roleId, roleDescription } = customer.admins.roleNamed('_HELP_DESK_ADMIN_ROLE');
    const before = directoryOf(company);
    const facts = () => ({
      suspended: sue.suspended,
      listed: sue.includeInGlobalAddressList,
      shirt: sue.customSchemas?.['Extra']?.['shirt'],
      roles: [...customer.admins.assignments.values()].filter(({ assignedTo }) => assignedTo === sue.id).map((one) => one.roleId),
      groups: groupsOf(company, sue.id),
      spaces: space.memberships.map(({ id }) => id),
    });
    const first = facts();
    readImport(sidebar, { name: 'All of it' });
    sidebar.press('Auto-map');
    mapColumn(sidebar, 'Active', 'Active');
    mapColumn(sidebar, 'Help desk', `Role: ${roleDescription}`);
    mapColumn(sidebar, 'Security groups', 'Permission groups');
    mapColumn(sidebar, 'Chat channels', 'Chat spaces');
    previewImport(company, sidebar);
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    expect(facts()).toEqual({
      ...{ suspended: true, listed: false, shirt: 'M', roles: [roleId] },
      ...{ groups: [...first.groups, 'vault@acme.test'], spaces: [sue.id] },
    });
    askForUndo(company, sidebar);
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    expect(facts()).toEqual(first);
    expect(differences(before, directoryOf(company))).toEqual([]);
  });
});
