import { chooseSource, send, waitForEnd } from '../support/askForCopy';
import { addAll, contactWrites, copyToChosen, label, linesBelow, openTargets, readyCompany, receivers } from '../support/hands';

const atTargets = () => {
  const company = readyCompany();
  const sidebar = company.open(company.admin);
  openTargets(sidebar);
  return { company, sidebar };
};
const addressesOf = (lines: readonly string[]): string[] => lines.flatMap((line) => /\S+@\S+(?= \()/.exec(line)?.[0] ?? []);

describe('S14: the confirmation card', () => {
  it('lists every resolved user once, with name, unit, address and where they come from', () => {
    const { sidebar } = atTargets();
    addAll(sidebar, 'Groups', 'team');
    addAll(sidebar, 'Users', 'sam');
    sidebar.press('Next');
    expect(linesBelow(sidebar, 'Targets')).toEqual([
      'Eve Test, /Sales/EMEA: eve@acme.test (From team@acme.test) [×]',
      'Sam Test, /Sales: sam@acme.test (From team@acme.test, sam@acme.test) [×]',
    ]);
    expect(sidebar.text()).toContain('2 users will be targets.');
    expect(linesBelow(sidebar, 'Not among the targets').join()).toContain('guest@elsewhere.test');
  });

  it('pages through more than 20, and exactly the whole list is carried', () => {
    const { company, sidebar } = atTargets();
    const made = Array.from({ length: 47 }, (_, index) =>
      company.world.directory.addUser({ primaryEmail: `temp${100 + index}@acme.test`, orgUnitPath: '/Temps' }),
    );
    addAll(sidebar, 'Organizational units', '/Temps');
    sidebar.press('Next');
    const seen = addressesOf(linesBelow(sidebar, 'Targets'));
    expect(seen).toHaveLength(20);
    for (const range of ['21–40 of 47', '41–47 of 47']) {
      sidebar.press('Next');
      expect(sidebar.text()).toContain(range);
      seen.push(...addressesOf(linesBelow(sidebar, 'Targets')));
    }
    expect(seen).toEqual(made.map((user) => user.primaryEmail));
    sidebar.press('×', { near: 'temp146@acme.test' });
    sidebar.press('Proceed to actions');
    expect(sidebar.text()).toContain('46 targets are confirmed.');
    chooseSource(company, sidebar, {});
    sidebar.press('Preview');
    company.waitFor(sidebar, /Status: (?!Preparing)/);
    send(sidebar);
    waitForEnd(company, sidebar);
    expect(receivers(company)).toEqual(made.slice(0, 46).map((user) => user.primaryEmail));
    expect(sidebar.text()).toContain('1–20 of 46');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('21–40 of 46');
    expect(company.troubles()).toEqual([]);
  });

  it('says so when nobody is behind a choice, and does not go on', () => {
    const { company, sidebar } = atTargets();
    company.world.directory.addOrgUnit(company.customer.id, '/Empty');
    addAll(sidebar, 'Organizational units', '/Empty');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('/Empty has no users.');
    expect(sidebar.text()).not.toContain('[Proceed to actions]');
  });

  it('shows the list again when the directory changed while it was looked at', () => {
    const { company, sidebar } = atTargets();
    addAll(sidebar, 'Organizational units', '/Sales');
    sidebar.press('Next');
    company.world.directory.moveUser(company.plain.id, '/Sales');
    sidebar.press('Look up again');
    expect(sidebar.text()).toContain('plain@acme.test');
    const other = company.open(company.admin);
    company.world.directory.moveUser(company.plain.id, '/');
    other.press('New colleagues');
    other.press('Next');
    other.press('Next');
    sidebar.press('Proceed to actions');
    expect(sidebar.notification).toBe('The list changed meanwhile. Please look at it again.');
    expect(sidebar.text()).not.toContain('plain@acme.test');
    sidebar.press('Proceed to actions');
    expect(sidebar.text()).toContain('3 targets are confirmed.');
  });
});

describe('S15: ×', () => {
  it('drops one user; the group, the unit and the Sheet stay as they are', () => {
    const { company, sidebar } = atTargets();
    const before = JSON.stringify([company.world.directory.groupByEmail('team@acme.test')!.members, company.sam.orgUnitPath]);
    addAll(sidebar, 'Groups', 'team');
    addAll(sidebar, 'Organizational units', '/Sales');
    sidebar.press('Next');
    sidebar.press('×', { near: 'sam@acme.test' });
    expect(sidebar.text()).toContain('1 user left out by you.');
    expect(linesBelow(sidebar, 'Targets').join()).not.toContain('sam@acme.test');
    sidebar.back();
    expect(linesBelow(sidebar, 'Chosen')).toHaveLength(3);
    copyToChosen(company, sidebar);
    expect(receivers(company)).toEqual(['eve@acme.test', 'sue@acme.test']);
    expect(JSON.stringify([company.world.directory.groupByEmail('team@acme.test')!.members, company.sam.orgUnitPath])).toBe(before);
    expect(company.troubles()).toEqual([]);
  });

  it('can be taken back', () => {
    const { sidebar } = atTargets();
    addAll(sidebar, 'Organizational units', '/Sales');
    sidebar.press('Next');
    sidebar.press('×', { near: 'sam@acme.test' });
    sidebar.press('×', { near: 'sue@acme.test' });
    expect(sidebar.text()).toContain('1 user will be a target.');
    sidebar.press('Put back');
    expect(sidebar.text()).toContain('3 users will be targets.');
  });

  it('with everybody dropped there is nothing to proceed with', () => {
    const { sidebar } = atTargets();
    addAll(sidebar, 'Users', 'sam');
    sidebar.press('Next');
    sidebar.press('×', { near: 'sam@acme.test' });
    expect(sidebar.text()).not.toContain('[Proceed to actions]');
  });
});

describe('S16: who is left out or pointed out', () => {
  it('suspended users are marked and left out', () => {
    const { sidebar } = atTargets();
    addAll(sidebar, 'Organizational units', '/Sales');
    sidebar.press('Next');
    expect(linesBelow(sidebar, 'Targets').find((line) => line.includes('old@'))).toContain('Suspended: left out');
    expect(sidebar.text()).toContain('3 users will be targets.');
  });

  it('the switch admits them; for contacts they end as skipped: suspended', () => {
    const { company, sidebar } = atTargets();
    addAll(sidebar, 'Organizational units', '/Sales');
    sidebar.press('Next');
    sidebar.toggle('Include suspended users (1)', true);
    expect(sidebar.text()).toContain('4 users will be targets.');
    sidebar.press('Proceed to actions');
    chooseSource(company, sidebar, { label });
    sidebar.press('Preview');
    company.waitFor(sidebar, /Status: (?!Preparing)/);
    expect(linesBelow(sidebar, 'Preview by target').find((line) => line.includes('old@'))).toContain('suspended or archived');
    send(sidebar);
    waitForEnd(company, sidebar);
    expect(linesBelow(sidebar, 'Results').find((line) => line.includes('old@'))).toMatch(/^Skipped: .*suspended/);
    expect(company.namesAt(company.old)).toEqual([]);
    expect(receivers(company)).toEqual(['eve@acme.test', 'sam@acme.test', 'sue@acme.test']);
    expect(company.troubles()).toEqual([]);
  });

  it('the source user is never a target, whether chosen before or after', () => {
    const { company, sidebar } = atTargets();
    addAll(sidebar, 'Users', 'source');
    addAll(sidebar, 'Users', 'sam');
    sidebar.press('Next');
    sidebar.press('Proceed to actions');
    const before = JSON.stringify(company.world.people.contactsOf(company.source.id));
    sidebar.press('+ Add action');
    sidebar.press('Copy user contacts');
    sidebar.type('Source user (required)', 'source@acme.test');
    sidebar.press('Use this user');
    expect(sidebar.text()).toContain('nobody gets their own contacts');
    sidebar.press('Save');
    sidebar.back();
    sidebar.press('Look up again');
    expect(linesBelow(sidebar, 'Targets').join()).not.toContain('source@acme.test');
    sidebar.press('Proceed to actions');
    sidebar.press('Preview');
    company.waitFor(sidebar, /Status: (?!Preparing)/);
    expect(linesBelow(sidebar, 'Preview by target').join()).not.toContain('source@acme.test');
    send(sidebar);
    waitForEnd(company, sidebar);
    expect(JSON.stringify(company.world.people.contactsOf(company.source.id))).toBe(before);
    expect(receivers(company)).toEqual(['sam@acme.test']);
  });

  it('a source that is the only target is refused before anything is asked', () => {
    const { company, sidebar } = atTargets();
    addAll(sidebar, 'Users', 'source');
    sidebar.press('Next');
    sidebar.press('Proceed to actions');
    chooseSource(company, sidebar);
    sidebar.press('Preview');
    expect(sidebar.text()).toContain('The source user is the only target.');
    expect(contactWrites(company)).toBe(0);
  });

  it('addresses that look alike are pointed out with the one they look like', () => {
    const { company, sidebar } = atTargets();
    company.world.directory.addUser({ primaryEmail: 'sarn@acme.test', orgUnitPath: '/Sales' });
    addAll(sidebar, 'Organizational units', '/Sales');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('2 addresses look like another one of your organization.');
    expect(linesBelow(sidebar, 'Targets').find((line) => line.includes(': sarn@'))).toContain('Looks like sam@acme.test');
  });
});
