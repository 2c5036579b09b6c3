import type { Sidebar } from '../../simulator/host/Sidebar';
import { rosterCompany, type RosterCompany } from '../support/rosterCompany';

const atTargets = (): { company: RosterCompany; sidebar: Sidebar } => {
  const company = rosterCompany();
  company.setUp();
  const sidebar = company.open(company.admin);
  sidebar.press('New workflow');
  sidebar.type('Name (required)', 'New colleagues');
  sidebar.choose('Type (required)', 'Modify: users who are already there');
  sidebar.press('Next');
  return { company, sidebar };
};
const search = (sidebar: Sidebar, text: string, kind = 'Everything'): void => {
  sidebar.choose('Search in', kind);
  sidebar.type('Name or address', text);
  sidebar.press('Search');
};
const confirmed = (sidebar: Sidebar): string[] => [...sidebar.text().matchAll(/: (\S+@\S+) \(/g)].map((match) => match[1]!).sort();

describe('S4–S9: step 1', () => {
  it('goes on only when it is complete, and names what is missing at its field', () => {
    const company = rosterCompany();
    company.setUp();
    const sidebar = company.open(company.admin);
    sidebar.press('New workflow');
    sidebar.type('Name (required)', '   ');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Step 1 of 3');
    expect(sidebar.text()).toContain('Give the workflow a name.');
    expect(sidebar.text()).toContain('Choose a type.');
    sidebar.type('Name (required)', 'Ümlauts & <tags>');
    sidebar.press('Next');
    expect(sidebar.text()).not.toContain('Give the workflow a name.');
    sidebar.choose('Type (required)', 'Onboard: users who are being added');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Step 2 of 3');
    expect(sidebar.text()).toContain('Ümlauts & <tags>');
  });
});

describe('S10: step 2 searches', () => {
  it.each([
    ['Users', 'SAM', 'User: sam@acme.test (Sam Test, /Sales)'],
    ['Groups', 'tea', 'Group: team@acme.test (Team, 2 direct members)'],
    ['Organizational units', 'emea', 'Organizational unit: /Sales/EMEA (EMEA)'],
    ['Domains', 'acme-l', 'Domain: acme-labs.test (secondary domain)'],
    ['Everything', 'test', 'User: sam@acme.test'],
  ])('%s by the beginning, whatever the case', (kind, text, line) => {
    const { sidebar } = atTargets();
    search(sidebar, text, kind);
    expect(sidebar.text()).toContain(line);
  });

  it('as you type', () => {
    const { sidebar } = atTargets();
    expect(sidebar.suggest('Name or address', 'te')).toContain('team@acme.test');
  });

  it('says so when nothing is found or nothing was typed', () => {
    const { sidebar } = atTargets();
    search(sidebar, 'zzz');
    expect(sidebar.text()).toContain('Nothing starts with that.');
    search(sidebar, '');
    expect(sidebar.text()).toContain('Type the beginning of a name or address.');
  });

  it('adds the ticked results, or all of them, and nothing twice', () => {
    const { sidebar } = atTargets();
    search(sidebar, 's', 'Users');
    sidebar.press('Add selected');
    expect(sidebar.notification).toBe('Tick one or more results first.');
    sidebar.choose('1–3 of 3', 'User: sue@acme.test (Sue Test, /Sales)');
    sidebar.press('Add selected');
    expect(sidebar.notification).toBe('1 target added.');
    sidebar.press('Add all');
    expect(sidebar.notification).toBe('2 targets added.');
    sidebar.press('Add all');
    expect(sidebar.notification).toBe('Nothing new was added.');
    sidebar.press('×', { near: 'sue@acme.test' });
    sidebar.press('Next');
    expect(confirmed(sidebar)).toEqual(['sam@acme.test', 'source@acme.test']);
  });
});

describe('S1: what a choice stands for', () => {
  it.each([
    ['a group, nested members included', 'Groups', 'team', ['eve@acme.test', 'sam@acme.test']],
    ['an organizational unit with its children', 'Organizational units', '/sales/', ['eve@acme.test', 'old@acme.test']],
    [
      'a domain',
      'Domains',
      'acme.t',
      [
        'admin@acme.test',
        'eve@acme.test',
        'old@acme.test',
        'plain@acme.test',
        'roster@acme.test',
        'sam@acme.test',
        'source@acme.test',
        'sue@acme.test',
      ],
    ],
  ])('%s', (_title, kind, text, users) => {
    const { sidebar } = atTargets();
    search(sidebar, text, kind);
    sidebar.press('Add all');
    sidebar.press('Next');
    expect(confirmed(sidebar)).toEqual(users);
  });

  it('an organizational unit without its children', () => {
    const { sidebar } = atTargets();
    search(sidebar, '/sales', 'Organizational units');
    sidebar.choose('1–2 of 2', 'Organizational unit: /Sales (Sales)');
    sidebar.press('Add selected');
    sidebar.press('/Sales');
    expect(sidebar.text()).toContain('this unit only');
    sidebar.press('Next');
    expect(confirmed(sidebar)).toEqual(['sam@acme.test', 'sue@acme.test']);
  });

  it('tells members of a group that are no users of the organization', () => {
    const { sidebar } = atTargets();
    search(sidebar, 'team', 'Groups');
    sidebar.press('Add all');
    sidebar.press('Next');
    expect(sidebar.text()).toMatch(/Not among the targets\n.*guest@elsewhere\.test/);
  });
});

describe('S11–S13: targets from the open Sheet', () => {
  const fill = ({ world, sheet }: RosterCompany): void =>
    world.drive.edit(sheet.id, 'Sheet1', 'A1', [
      ['Target', 'Note'],
      ['Sam@ACME.test', ''],
      ['team@acme.test', ''],
      ['/Sales/EMEA', ''],
      ['nobody@acme.test', ''],
      ['somebody@elsewhere.test', ''],
      ['/Nowhere', ''],
      ['not an address', ''],
      ['', ''],
      ['sam@acme.test', 'again'],
      ['acme-labs.test', ''],
    ]);

  it('reads a column; each cell that cannot be resolved is reported with its address and reason, the rest go on', () => {
    const { company, sidebar } = atTargets();
    fill(company);
    sidebar.press('Choose cells');
    sidebar.choose('Tab and column', 'Sheet1: Target');
    sidebar.press('Read column');
    const text = sidebar.text();
    expect(text).toContain(
      'From column “Target” of tab “Sheet1”: 9 cells, 4 targets added, 1 chosen before or named twice, 4 cells not understood.',
    );
    expect(text).toMatch(/A5: nobody@acme\.test \(No user or group has the address/);
    expect(text).toMatch(/A6: somebody@elsewhere\.test \(.*outside your organization/);
    expect(text).toMatch(/A7: \/Nowhere \(There is no organizational unit/);
    expect(text).toMatch(/A8: not an address \(/);
    sidebar.press('Done');
    expect(sidebar.text()).toContain('Group: team@acme.test');
    expect(sidebar.text()).toContain('Domain: acme-labs.test');
    sidebar.press('Next');
    expect(confirmed(sidebar)).toEqual(['eve@acme.test', 'old@acme.test', 'sam@acme.test']);
  });

  it('reads the selected cells', () => {
    const { company, sidebar } = atTargets();
    fill(company);
    company.world.drive.setSelection(company.admin.id, company.sheet.id, { sheet: 'Sheet1', a1: 'A4:A5' });
    sidebar.press('Choose cells');
    sidebar.press('Read selected cells');
    expect(sidebar.text()).toContain('From the selected cells: 2 cells, 1 target added, 1 cell not understood.');
  });

  it('makes a template with header, examples and validation, which can be read', () => {
    const { company, sidebar } = atTargets();
    sidebar.press('Make a template');
    expect(sidebar.notification).toBe('The tab “Roster targets” was added to the open Sheet.');
    const tab = company.sheet.tab('Roster targets')!;
    expect(tab.grid.cell(1, 1)!.value).toBe('Target (required)');
    expect(tab.grid.cell(2, 1)!.value).toBe('first.last@acme.test');
    sidebar.press('Choose cells');
    sidebar.choose('Tab and column', 'Roster targets: Target (required)');
    sidebar.press('Read column');
    expect(sidebar.text()).toContain('4 cells');
  });
});

describe('S14–S16: the confirmation list', () => {
  const atConfirm = (): { company: RosterCompany; sidebar: Sidebar } => {
    const at = atTargets();
    search(at.sidebar, '/sales', 'Organizational units');
    at.sidebar.press('Add all');
    at.sidebar.press('Next');
    return at;
  };

  it('drops one with ×, touches nothing it came from, and puts it back', () => {
    const { sidebar } = atConfirm();
    sidebar.press('×', { near: 'sue@acme.test' });
    expect(confirmed(sidebar)).toEqual(['eve@acme.test', 'old@acme.test', 'sam@acme.test']);
    expect(sidebar.text()).toContain('1 user left out by you.');
    sidebar.press('Put back');
    expect(confirmed(sidebar)).toHaveLength(4);
  });

  it('marks the suspended and leaves them out; a switch admits them', () => {
    const { sidebar } = atConfirm();
    expect(sidebar.text()).toContain('3 users will be targets.');
    expect(sidebar.text()).toContain('old@acme.test (Suspended: left out.');
    sidebar.toggle('Include suspended users (1)', true);
    expect(sidebar.text()).toContain('4 users will be targets.');
    sidebar.press('Proceed to actions');
    expect(sidebar.text()).toContain('4 targets are confirmed.');
  });

  it('carries exactly the list that was shown', () => {
    const { company, sidebar } = atConfirm();
    sidebar.press('×', { near: 'sam@acme.test' });
    company.world.directory.userById(company.plain.id)!.orgUnitPath = '/Sales';
    sidebar.press('Proceed to actions');
    expect(sidebar.text()).toContain('2 targets are confirmed.');
  });

  it('shows the list again when it changed since it was shown', () => {
    const { company, sidebar } = atConfirm();
    company.world.directory.userById(company.plain.id)!.orgUnitPath = '/Sales';
    company.world.clock.advanceTo(company.world.clock.now() + 3_600_000);
    sidebar.press('Proceed to actions');
    expect(sidebar.notification).toBe('The list changed meanwhile. Please look at it again.');
    expect(sidebar.text()).toContain('4 users will be targets.');
  });

  it('points out addresses that look alike', () => {
    const { company, sidebar } = atTargets();
    company.world.directory.addUser({
      primaryEmail: 'sarn@acme.test',
      orgUnitPath: '/Sales',
      name: { givenName: 'Sarn', familyName: 'Test' },
    });
    search(sidebar, '/sales', 'Organizational units');
    sidebar.press('Add all');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Looks like sarn@acme.test');
  });

  it('pages long lists', () => {
    const { company, sidebar } = atTargets();
    for (let index = 0; index < 45; index += 1) {
      company.world.directory.addUser({ primaryEmail: `it${String(index).padStart(2, '0')}@acme.test`, orgUnitPath: '/IT' });
    }
    search(sidebar, '/it', 'Organizational units');
    sidebar.press('Add all');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('1–20 of 47');
    sidebar.press('Next');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('41–47 of 47');
    sidebar.press('×', { near: 'it44@acme.test' });
    expect(sidebar.text()).toContain('41–46 of 46');
    expect(sidebar.warnings).toEqual([]);
  });
});

describe('S16–S23: actions', () => {
  const atActions = (): { company: RosterCompany; sidebar: Sidebar } => {
    const at = atTargets();
    search(at.sidebar, 's', 'Users');
    at.sidebar.press('Add all');
    at.sidebar.press('Next');
    at.sidebar.press('Proceed to actions');
    return at;
  };

  it('are found by words, edited, re-ordered and removed, and going back keeps their settings', () => {
    const { sidebar } = atActions();
    expect(sidebar.text()).not.toContain('[Preview]');
    sidebar.press('+ Add action');
    sidebar.type('Search actions', 'zebra');
    sidebar.press('Search');
    expect(sidebar.text()).toContain('No action has these words.');
    sidebar.type('Search actions', 'CONTACTS copy');
    sidebar.press('Search');
    sidebar.press('Copy user contacts');
    sidebar.type('Source user (required)', 'source@acme.test');
    sidebar.press('Use this user');
    sidebar.back();
    expect(sidebar.text()).toContain('There is no action yet.');
    sidebar.press('+ Add action');
    sidebar.press('Copy user contacts');
    expect(sidebar.text()).toContain('Source user: source@acme.test');
    sidebar.press('Done');
    sidebar.press('+ Add action');
    sidebar.press('Copy user contacts');
    sidebar.type('Source user (required)', 'eve@acme.test');
    sidebar.press('Done');
    sidebar.press('Done');
    expect(sidebar.text()).toMatch(/Action 1: .*source@acme\.test[^]*Action 2: .*eve@acme\.test/);
    sidebar.press('Move up');
    expect(sidebar.text()).toMatch(/Action 1: .*eve@acme\.test[^]*Action 2: .*source@acme\.test/);
    sidebar.press('Remove', { near: 'eve@acme.test' });
    expect(sidebar.text()).not.toContain('eve@acme.test');
  });

  it('a copy needs one source user that exists and is not suspended', () => {
    const { sidebar } = atActions();
    sidebar.press('+ Add action');
    sidebar.press('Copy user contacts');
    sidebar.press('Done');
    expect(sidebar.text()).toContain('Choose the user whose contacts are copied.');
    sidebar.type('Source user (required)', 'nobody@acme.test');
    sidebar.press('Use this user');
    expect(sidebar.text()).toContain('There is no user nobody@acme.test.');
    sidebar.type('Source user (required)', 'old@acme.test');
    sidebar.press('Use this user');
    expect(sidebar.text()).toContain('old@acme.test is suspended or archived.');
  });

  it('the source user is never a target', () => {
    const { company, sidebar } = atActions();
    sidebar.press('+ Add action');
    sidebar.press('Copy user contacts');
    sidebar.type('Source user (required)', 'source@acme.test');
    sidebar.press('Use this user');
    expect(sidebar.text()).toContain('nobody gets their own contacts');
    sidebar.press('Done');
    sidebar.press('Preview');
    company.waitFor(sidebar, /Status: (?!Preparing)/);
    expect(sidebar.text()).toContain('New contacts: 10 at 2 targets');
  });
});
