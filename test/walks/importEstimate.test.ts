import type { Sidebar } from '../../simulator/host/Sidebar';
import { importCompany, mapColumn, previewImport, readImport } from '../support/importHands';
import { changePolicy, type OfficerCompany } from '../support/officers';
import { approveAndRun, askForUndo, sendIt } from '../support/undoHands';

type Cells = readonly (readonly string[])[];

/** Calls of the plan, or as they were counted. */
const calls = (sidebar: Sidebar, title: string): string | undefined =>
  new RegExp(`^${title}.*: ([\\d,]+ calls? to Google \\([^)]*\\))`, 'm').exec(sidebar.text())?.[1];

const runIt = (company: OfficerCompany, sidebar: Sidebar): void => {
  sendIt(sidebar);
  approveAndRun(company, sidebar);
  expect(sidebar.text()).toMatch(/Status: (Done|Partly done)/);
  expect(calls(sidebar, 'Effort so far')).toBeDefined();
  expect(calls(sidebar, 'Effort so far')).toBe(calls(sidebar, 'Effort'));
};

const imports = (cells: Cells, change: (company: OfficerCompany, sidebar: Sidebar) => void = () => undefined) => {
  const { company, sidebar } = importCompany(cells);
  const { directory } = company.world;
  for (const email of ['other@acme.test', 'more@acme.test']) directory.addGroup({ email, name: email });
  directory.addGroup({ email: 'vault@acme.test', name: 'Vault', security: true });
  company.world.chat.addSpace({ customerId: company.customer.id, displayName: 'Sales talk' });
  readImport(sidebar, { method: 'Create or update' });
  sidebar.press('Auto-map');
  change(company, sidebar);
  previewImport(company, sidebar);
  runIt(company, sidebar);
  return { company, sidebar };
};

const maps =
  (titles: Readonly<Record<string, string>>) =>
  (_: OfficerCompany, sidebar: Sidebar): void => {
    for (const [title, field] of Object.entries(titles)) mapColumn(sidebar, title, field);
  };

/** `isHeld`: sue@ has the role beforehand. */
const mapsHelpDesk =
  (isHeld: boolean) =>
  ({ customer, sue }: OfficerCompany, sidebar: Sidebar): void => {
    const { roleId, roleDescription } = customer.admins.roleNamed('_HELP_DESK_ADMIN_ROLE');
    if (isHeld) customer.admins.assign({ roleId, assignedTo: sue.id, scopeType: 'CUSTOMER', orgUnitId: undefined, condition: undefined });
    mapColumn(sidebar, 'Help desk', `Role: ${roleDescription}`);
  };

describe('B9: an import takes what its preview planned', () => {
  it('with fields only, where a row changes nothing and another one is left out', () => {
    imports([
      ['Email', 'First name', 'Last name'],
      ['sam@acme.test', 'Sam', 'Doe'],
      ['sue@acme.test', 'Sue', 'Test'],
      ['nobody@elsewhere.example', 'No', 'Body'],
    ]);
  });

  it('with groups, security groups and spaces, and their undo', () => {
    const header = ['Email', 'Google Groups', 'Security groups', 'Chat channels'];
    const { company, sidebar } = imports(
      [header, ['sam@acme.test', 'other@acme.test, more@acme.test', 'vault@acme.test', 'Sales talk']],
      (company, sidebar) => {
        maps({ 'Google Groups': 'Communication groups', 'Security groups': 'Permission groups', 'Chat channels': 'Chat spaces' })(
          company,
          sidebar,
        );
        sidebar.toggle('Overwrite Communication groups', true);
      },
    );
    askForUndo(company, sidebar);
    runIt(company, sidebar);
  });

  it('with roles that are given and taken away, and their undo', () => {
    const { company, sidebar } = imports(
      [
        ['Email', 'Help desk'],
        ['sam@acme.test', 'yes'],
        ['sue@acme.test', 'no'],
      ],
      mapsHelpDesk(true),
    );
    expect(sidebar.text()).toContain('2 writes');
    askForUndo(company, sidebar);
    runIt(company, sidebar);
  });

  it('of users who are created, with groups, and with flags and a role that follow where Google lets an account be changed at once', () => {
    const { sidebar } = imports(
      [
        ['Email', 'First name', 'Last name', 'Google Groups', 'Help desk', 'Active', 'Visible in directory'],
        ['new1@acme.test', 'New', 'One', 'other@acme.test, team@acme.test', 'no', 'true', 'true'],
        ['new2@acme.test', 'New', 'Two', '', 'yes', 'false', 'false'],
        ['sam@acme.test', 'Sam', 'Doe', 'other@acme.test', 'no', 'true', 'true'],
      ],
      (company, sidebar) => {
        company.world.directory.settings.creationDelayMs = 0;
        maps({ 'Google Groups': 'Communication groups', Active: 'Active' })(company, sidebar);
        mapsHelpDesk(false)(company, sidebar);
      },
    );
    expect(sidebar.text()).toContain('targets: 3 done');
  });

  it('let through by the settings, which looks for risks when it is previewed and when it runs', () => {
    const { sidebar } = imports(
      [
        ['Email', 'Google Groups'],
        ['sam@acme.test', 'other@acme.test'],
      ],
      (company, sidebar) => {
        changePolicy(company, () => ({ riskyOnly: ['imports'] }));
        maps({ 'Google Groups': 'Communication groups' })(company, sidebar);
      },
    );
    expect(sidebar.text()).toContain('Let through by: the settings');
  });

  it('of more users who are created than go first', () => {
    const created = Array.from({ length: 22 }, (_, index) => [`n${100 + index}@acme.test`, 'New', `N${index}`]);
    imports([['Email', 'First name', 'Last name'], ...created]);
  });
});
