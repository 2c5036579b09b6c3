import type { Sidebar } from '../../simulator/host/Sidebar';
import type { Policy } from '../../src/core/approvals/Policy';
import { auditRows } from '../support/auditRows';
import { forgeClick } from '../support/forgeClick';
import { linesBelow, passHours } from '../support/hands';
import { lineOf, mapColumn, openImport, previewImport, readImport, importCompany } from '../support/importHands';
import { changePolicy, type OfficerCompany } from '../support/officers';
import { askForIt, decideAndApply, openChange, policyOf, requestsOf } from '../support/settingsHands';
import { approveAndRun, askForUndo, sendIt } from '../support/undoHands';
import { differences, directoryOf } from '../support/userActionHands';

type Cells = readonly (readonly string[])[];
interface Walk {
  readonly company: OfficerCompany;
  readonly sidebar: Sidebar;
}

const letThrough = (company: OfficerCompany, riskyOnly: Policy['riskyOnly'] = ['imports']): void =>
  changePolicy(company, () => ({ riskyOnly }));

/** Previewed, with these columns mapped by hand to fields; what comes before the arrow overwrites. */
const previewed = (
  cells: Cells,
  fields: readonly string[],
  { overwrite = '', method = 'Update', before = (_company: OfficerCompany): void => undefined } = {},
): Walk => {
  const { company, sidebar } = importCompany(cells);
  letThrough(company);
  before(company);
  readImport(sidebar, { name: 'From HR', method });
  cells[0]!.forEach((title, index) => mapColumn(sidebar, title, fields[index]!));
  if (overwrite !== '') sidebar.toggle(`Overwrite ${overwrite}`, true);
  previewImport(company, sidebar);
  return { company, sidebar };
};

const departments = (options: Parameters<typeof previewed>[2] = {}): Walk =>
  previewed(
    [
      ['Email', 'Department'],
      ['sam@acme.test', 'Sales'],
    ],
    ['Primary address', 'Department'],
    options,
  );

const last = (company: OfficerCompany) => requestsOf(company)[0]!;
const LET = 'Covered by: the settings, which ask for no officer';

describe('I36: which imports need an officer is a setting', () => {
  it('all of them, unless a request that an officer approved let those without a risk through; they run once their author confirmed them', () => {
    const { company, sidebar } = importCompany([
      ['Email', 'Department', 'Google Groups'],
      ['sam@acme.test', 'Sales', 'other@acme.test'],
    ]);
    company.world.directory.addGroup({ email: 'other@acme.test', name: 'Other' });
    const preview = (): void => {
      readImport(sidebar, { name: 'From HR' });
      sidebar.press('Auto-map');
      mapColumn(sidebar, 'Google Groups', 'Communication groups');
      previewImport(company, sidebar);
    };
    preview();
    expect(sidebar.text()).not.toContain(LET);
    openChange(company.open(company.admin), 'Change what needs an officer only with a risk');
    const settings = company.open(company.admin);
    openChange(settings, 'Change what needs an officer only with a risk');
    settings.choose('Needs an officer only with a risk', 'Imports of users');
    askForIt(company, settings);
    expect(settings.text()).toContain('Needs an officer only with a risk: nothing → imports of users');
    expect(settings.text()).toContain('Of imports a risk is: users are created, suspended');
    decideAndApply(company, settings, [company.olga]);
    expect(policyOf(company)).toMatchObject({ riskyOnly: ['imports'] });
    sidebar.press('Home');
    preview();
    const before = directoryOf(company);
    expect(sidebar.text()).toContain(LET);
    sidebar.press('Send approval request');
    sidebar.press('Confirm');
    company.waitFor(sidebar, /Status: Done/);
    expect(differences(before, directoryOf(company))).toEqual(['sam@acme.test organizations', 'sam@acme.test groups']);
    const { id } = last(company);
    const approved = auditRows(company).find(({ what, subject }) => what === 'request.approved' && subject === id);
    expect(approved?.details).toMatch(/by=settings/);
    // Its undo is asked for, as every undo is.
    askForUndo(company, sidebar);
    expect(sidebar.text()).not.toContain(LET);
    expect(company.troubles()).toEqual([]);
  });

  it('the setting of contact syncs lets no import through', () => {
    const { sidebar } = departments({ before: (company) => letThrough(company, ['syncs']) });
    expect(sidebar.text()).not.toContain(LET);
  });

  it.each<[string, readonly string[], readonly string[], Parameters<typeof previewed>[2]]>([
    ['a role', ['Role: Help Desk Administrator'], ['yes'], {}],
    ['a security group', ['Permission groups'], ['vault@acme.test'], {}],
    ['recovery details', ['Recovery phone'], ["'+41445550102"], {}],
    ['a secondary address', ['Home secondary e-mail'], ['sam@home.example'], {}],
    ['a flag of the sign-in', ['Change password at next sign-in'], ['true'], {}],
    ['a move', ['Organizational unit'], ['/IT'], {}],
    ['a suspension', ['Active'], ['false'], {}],
    ['overwriting, even where nothing goes', ['Communication groups'], ['team@acme.test'], { overwrite: 'Communication groups' }],
    ['a creation', ['First name', 'Last name'], ['New', 'Comer'], { method: 'Create or update' }],
  ])('an officer decides all the same about %s', (what, fields, values, options) => {
    const email = what === 'a creation' ? 'new@acme.test' : 'sam@acme.test';
    const { company, sidebar } = previewed(
      [
        ['Email', ...fields],
        [email, ...values],
      ],
      ['Primary address', ...fields],
      {
        ...options,
        before: (one) => void one.world.directory.addGroup({ email: 'vault@acme.test', name: 'Vault', security: true }),
      },
    );
    expect(last(company)).toMatchObject({ state: 'prepared', needed: 1 });
    expect(sidebar.text()).not.toContain(LET);
    const before = directoryOf(company);
    sendIt(sidebar);
    passHours(company, 2);
    expect(last(company).state).toBe('waiting');
    expect(differences(before, directoryOf(company))).toEqual([]);
  });

  it.each<[string, (company: OfficerCompany) => string]>([
    ['an administrator', ({ admin }) => admin.primaryEmail],
    ['a Security Officer', ({ olga }) => olga.primaryEmail],
    ['Roster’s own account', ({ operator }) => operator.primaryEmail],
  ])('and about any row of %s', (_, who) => {
    const { company, sidebar } = importCompany([['Email', 'Department']]);
    company.world.drive.edit(company.sheet.id, company.sheet.tabs[0]!.name, 'A2', [[who(company), 'Sales']]);
    letThrough(company);
    readImport(sidebar, { name: 'From HR' });
    sidebar.press('Auto-map');
    previewImport(company, sidebar);
    expect(last(company)).toMatchObject({ state: 'prepared', needed: 1 });
  });

  it('S43: and about what a delegate asks', () => {
    const { company } = departments({
      before: ({ admin, world, ...rest }) =>
        changePolicy({ admin, world, ...rest }, () => ({
          delegates: [{ userId: admin.id, email: admin.primaryEmail, until: world.clock.now() + 86_400_000 }],
        })),
    });
    expect(last(company)).toMatchObject({ state: 'prepared', needed: 1 });
  });
});

describe('I36: what was let through is looked at again', () => {
  it('when it is sent: the setting went back', () => {
    const { company, sidebar } = departments();
    expect(sidebar.text()).toContain(LET);
    sidebar.press('Send approval request');
    letThrough(company, []);
    sidebar.press('Confirm');
    expect(sidebar.text()).toContain('was prepared when fewer Security Officers had to approve');
    expect(last(company).state).toBe('prepared');
  });

  it.each<[string, (company: OfficerCompany) => void]>([
    ['the setting went back', (company) => letThrough(company, [])],
    [
      'a user of it became an officer',
      (company) =>
        changePolicy(company, ({ officers }) => ({
          officers: [...officers, { userId: company.sam.id, email: 'sam@acme.test', appointedAt: 1 }],
        })),
    ],
    ['a user of it became an administrator', ({ world, sam }) => void world.directory.makeAdmin(sam.id, true)],
    [
      'a group of it became a security group',
      ({ world }) => void Object.assign(world.directory.groupByEmail('other@acme.test')!, { security: true }),
    ],
    [
      'a group of it gives access now',
      (company) =>
        changePolicy(company, () => ({
          accessGroups: [{ groupId: company.world.directory.groupByEmail('other@acme.test')!.id, email: 'other@acme.test' }],
        })),
    ],
  ])('before it runs: %s', (_, change) => {
    const { company, sidebar } = previewed(
      [
        ['Email', 'Department', 'Lists'],
        ['sam@acme.test', 'Sales', 'other@acme.test'],
      ],
      ['Primary address', 'Department', 'Communication groups'],
      { before: ({ world }) => void world.directory.addGroup({ email: 'other@acme.test', name: 'Other' }) },
    );
    sendIt(sidebar);
    expect(last(company).state).toBe('approved');
    change(company);
    const before = directoryOf(company);
    passHours(company, 2);
    expect(last(company)).toMatchObject({ state: 'failed', reason: { code: 'request.officerNeeded' } });
    expect(differences(before, directoryOf(company))).toEqual([]);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('An officer has to decide about this now. Nothing was changed.');
  });
});

/** vpn@ and chat@ are there; sam@ is in vpn@, sue@ is in chat@. */
const accessCompany = (cells: Cells): Walk => {
  const of = importCompany(cells);
  const { directory } = of.company.world;
  for (const name of ['vpn', 'chat']) directory.addGroup({ email: `${name}@acme.test`, name });
  directory.addMember('vpn@acme.test', { email: 'sam@acme.test' });
  directory.addMember('chat@acme.test', { email: 'sue@acme.test' });
  return of;
};

const membersOf = ({ world }: OfficerCompany, email: string): string[] =>
  world.directory.groupByEmail(email)!.members.map(({ id }) => world.directory.userById(id ?? '')?.primaryEmail ?? '');

const nameGroups = ({ company }: Pick<Walk, 'company'>): void => {
  const id = (email: string): string => company.world.directory.groupByEmail(email)!.id;
  changePolicy(company, () => ({
    accessGroups: [{ groupId: id('vpn@acme.test'), email: 'vpn@acme.test' }],
    chatAccess: { groupId: id('chat@acme.test'), email: 'chat@acme.test' },
  }));
};

describe('I19–I21, I29: which groups give access is a setting', () => {
  it('changed by a request, with groups that are searched; each can be taken out again', () => {
    const { company } = accessCompany([]);
    const sidebar = company.open(company.admin);
    openChange(sidebar, 'Change which groups give access');
    sidebar.pick('Search groups', sidebar.suggest('Search groups', 'vpn')[0]!);
    sidebar.press('Add');
    sidebar.type('Group whose members may use Chat', 'chat@acme.test');
    askForIt(company, sidebar);
    expect(sidebar.text()).toContain('Groups that give access: none → vpn@acme.test');
    expect(sidebar.text()).toContain('Group whose members may use Chat: none: everybody may → chat@acme.test');
    decideAndApply(company, sidebar, [company.olga]);
    const settings = company.open(company.admin);
    settings.press('Settings');
    expect(settings.text()).toContain('Groups that give access: vpn@acme.test');
    expect(settings.text()).toContain('Group whose members may use Chat: chat@acme.test');
    settings.press('Propose a change');
    settings.press('Change which groups give access');
    expect(settings.text()).toContain('Groups that give access: {vpn@acme.test}');
    settings.type('Groups that give access', '');
    settings.type('Group whose members may use Chat', '');
    askForIt(company, settings);
    decideAndApply(company, settings, [company.olga]);
    expect(policyOf(company)).toMatchObject({ accessGroups: [] });
    expect(policyOf(company)).not.toHaveProperty('chatAccess');
  });

  it('names them by what the Directory knows them by, whatever was sent', () => {
    const { company } = accessCompany([]);
    const change = { kind: 'setAccess', accessGroups: [{ groupId: 'vpn@acme.test', email: 'harmless@acme.test' }] };
    company.project.userProperties(company.admin.id).set({ settingsChange: JSON.stringify({ id: 'forged', change }) });
    forgeClick(company, company.admin, 'askForChange', { draft: 'forged' });
    passHours(company, 1);
    const sidebar = company.open(company.admin);
    sidebar.press('Change which groups give access');
    expect(sidebar.text()).toContain('Groups that give access: none → vpn@acme.test');
    decideAndApply(company, sidebar, [company.olga]);
    const groupId = company.world.directory.groupByEmail('vpn@acme.test')!.id;
    expect(policyOf(company)).toMatchObject({ accessGroups: [{ groupId, email: 'vpn@acme.test' }] });
  });

  it.each([
    ['an address that nobody has', 'nobody@acme.test', '“nobody@acme.test”'],
    ['a user', 'sam@acme.test', '“sam@acme.test”: It is no group.'],
    ['nothing new', '', 'That is how it is already.'],
  ])('refuses %s', (_, typed, said) => {
    const { company } = accessCompany([]);
    const sidebar = company.open(company.admin);
    openChange(sidebar, 'Change which groups give access');
    sidebar.type('Groups that give access', typed);
    sidebar.press('Next');
    expect(sidebar.text()).toContain(said);
    expect(requestsOf(company)).toEqual([]);
  });
});

describe('I19–I21: a column for a group that gives access', () => {
  it('says yes or no for each user, replaces what was there, and anything else fails the row; an officer decides', () => {
    const { company, sidebar } = accessCompany([
      ['Email', 'VPN'],
      ['sam@acme.test', 'no'],
      ['sue@acme.test', 'yes'],
      ['eve@acme.test', ''],
      ['plain@acme.test', 'perhaps'],
    ]);
    nameGroups({ company });
    letThrough(company);
    readImport(sidebar, { name: 'VPN' });
    mapColumn(sidebar, 'Email', 'Primary address');
    mapColumn(sidebar, 'VPN', 'Access: vpn@acme.test');
    sidebar.press('Next');
    expect(sidebar.text()).toMatch(/B4, VPN.*\n?.*The cell is empty/);
    sidebar.press('Preview');
    company.waitFor(sidebar, /Status: (?!Preparing)/);
    const lines = linesBelow(sidebar, 'Preview by target').join('\n');
    expect(lines).toContain('sam@acme.test (Removed from vpn@acme.test');
    expect(lines).toContain('sue@acme.test (Added to vpn@acme.test');
    expect(sidebar.text()).toContain('2 users changed, 0 rows unchanged, 2 rows left out whole');
    expect(last(company).needed).toBe(1);
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    expect(membersOf(company, 'vpn@acme.test')).toEqual(['sue@acme.test']);
    expect(company.troubles()).toEqual([]);
  });

  it('is not offered when the settings name no group, and refused when they do not any more', () => {
    const { company, sidebar } = accessCompany([
      ['Email', 'VPN'],
      ['sam@acme.test', 'no'],
    ]);
    openImport(sidebar, { name: 'VPN' });
    sidebar.press('Read this tab');
    sidebar.press('Next');
    expect(() => mapColumn(sidebar, 'VPN', 'Access: vpn@acme.test')).toThrow('options');
    sidebar.back();
    nameGroups({ company });
    mapColumn(sidebar, 'Email', 'Primary address');
    mapColumn(sidebar, 'VPN', 'Access: vpn@acme.test');
    expect(lineOf(sidebar, 'VPN')).toBe('Access: vpn@acme.test');
    sidebar.press('Next');
    sidebar.press('Preview');
    changePolicy(company, () => ({ accessGroups: [] }));
    company.waitFor(sidebar, /Status: (?!Preparing)/);
    expect(last(company)).toMatchObject({ state: 'failed', reason: { code: 'import.fieldGone' } });
    expect(membersOf(company, 'vpn@acme.test')).toEqual(['sam@acme.test']);
  });
});

describe('I29: who joins a space is given access to Chat', () => {
  it('when they lack it, each grant with its note in the preview; an officer decides', () => {
    const { company, sidebar } = accessCompany([
      ['Email', 'Rooms'],
      ['sam@acme.test', 'Sales talk'],
      ['sue@acme.test', 'Sales talk'],
      ['eve@acme.test', ''],
    ]);
    nameGroups({ company });
    letThrough(company);
    const space = company.world.chat.addSpace({ customerId: company.customer.id, displayName: 'Sales talk' });
    readImport(sidebar, { name: 'Rooms' });
    mapColumn(sidebar, 'Email', 'Primary address');
    mapColumn(sidebar, 'Rooms', 'Chat spaces');
    previewImport(company, sidebar);
    const lines = linesBelow(sidebar, 'Preview by target');
    const of = (name: string): string => lines.find((line) => line.includes(`${name}@acme.test`)) ?? '';
    expect(of('sam')).toContain('Added to chat@acme.test; Added to the space “Sales talk”');
    expect(of('sam')).toContain('The user could not use Chat, and is added to chat@acme.test.');
    expect(of('sue')).toContain('Added to the space “Sales talk”');
    expect(of('sue')).not.toContain('chat@acme.test');
    expect(last(company).needed).toBe(1);
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    expect(membersOf(company, 'chat@acme.test').sort()).toEqual(['sam@acme.test', 'sue@acme.test']);
    expect(space.memberships.map(({ id }) => id).sort()).toEqual([company.sam.id, company.sue.id].sort());
    askForUndo(company, sidebar);
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    expect(membersOf(company, 'chat@acme.test')).toEqual(['sue@acme.test']);
    expect(space.memberships).toEqual([]);
  });

  it('is not planned blindly: when that group is gone, nothing is prepared', () => {
    const { company, sidebar } = accessCompany([
      ['Email', 'Rooms'],
      ['sam@acme.test', 'Sales talk'],
    ]);
    nameGroups({ company });
    changePolicy(company, () => ({ chatAccess: { groupId: 'gone', email: 'chat@acme.test' } }));
    company.world.chat.addSpace({ customerId: company.customer.id, displayName: 'Sales talk' });
    readImport(sidebar, { name: 'Rooms' });
    mapColumn(sidebar, 'Email', 'Primary address');
    mapColumn(sidebar, 'Rooms', 'Chat spaces');
    previewImport(company, sidebar);
    expect(sidebar.text()).toContain('The settings say that members of chat@acme.test may use Chat, and this group is gone.');
  });
});
