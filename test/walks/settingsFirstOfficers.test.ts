import { forgeClick } from '../support/forgeClick';
import { passHours } from '../support/hands';
import { rosterCompany, type RosterCompany } from '../support/rosterCompany';

const policyOf = ({ project }: RosterCompany): { officers: { userId: string; email: string }[]; version: number } | undefined => {
  const text = project.scriptProperties.get('policy');
  return text === undefined ? undefined : (JSON.parse(text) as ReturnType<typeof policyOf>);
};
const officersOf = (company: RosterCompany): string[] => (policyOf(company)?.officers ?? []).map(({ email }) => email);

const openSetUp = (company: RosterCompany, officers: string) => {
  const sidebar = company.open(company.operator);
  sidebar.press('Set up Roster');
  sidebar.type('Service account', company.serviceAccount.email);
  sidebar.type('Security Officers (two or more)', officers);
  sidebar.press('Set up');
  return sidebar;
};

describe('contracts §2: a fresh installation', () => {
  it('has no officer and no pre-approval, also after it was set up without naming one', () => {
    const company = rosterCompany();
    expect(company.project.scriptProperties.get('policy')).toBeUndefined();
    company.setUp();
    passHours(company, 24);
    expect(officersOf(company)).toEqual([]);
    expect(Object.keys(company.project.scriptProperties.entries()).filter((key) => key.startsWith('preApproval'))).toEqual([]);
  });
});

describe('S42: set-up appoints the first officers', () => {
  it('who may be any users of the domain, named by any of their addresses', () => {
    const company = rosterCompany();
    company.world.directory.addAlias(company.sue.id, 'susan@acme.test');
    const sidebar = openSetUp(company, 'plain@acme.test, susan@acme.test');
    expect(sidebar.notification).toContain('Roster is set up.');
    expect(officersOf(company)).toEqual(['plain@acme.test', 'sue@acme.test']);
    expect(policyOf(company)?.officers.map(({ userId }) => userId)).toEqual([company.plain.id, company.sue.id]);
    expect(company.troubles()).toEqual([]);
  });

  it.each([
    ['nobody of the organization', 'sam@acme.test nobody@acme.test', 'nobody@acme.test is no user of your organization.'],
    ['somebody elsewhere', 'sam@acme.test guest@elsewhere.test', 'guest@elsewhere.test is no user of your organization.'],
    ['a group', 'sam@acme.test team@acme.test', 'a group cannot be chosen'],
    ['a suspended user', 'sam@acme.test old@acme.test', 'old@acme.test is suspended or archived'],
    ['one user by two addresses', 'sam@acme.test samuel@acme.test', 'samuel@acme.test is named twice'],
  ])('but not %s, which is said at the field', (_title, officers, words) => {
    const company = rosterCompany();
    company.world.directory.addAlias(company.sam.id, 'samuel@acme.test');
    const sidebar = openSetUp(company, officers);
    expect(sidebar.text()).toContain(words);
    expect(company.project.scriptProperties.get('operator')).toBeUndefined();
    expect(policyOf(company)).toBeUndefined();
  });

  it.each([
    ['a single one', 'sam@acme.test', 'Name a second one.'],
    ['the account that Roster runs as', 'sam@acme.test roster@acme.test', 'Better name a person.'],
    ['one who looks like another user', 'sue@acme.test sam@acme.test', 'sam@acme.test is easily taken for sam@acme-labs.test'],
  ])('warns of %s, and appoints them when it is pressed again', (_title, officers, words) => {
    const company = rosterCompany();
    company.world.directory.addUser({ primaryEmail: 'sam@acme-labs.test' });
    const sidebar = openSetUp(company, officers);
    expect(sidebar.text()).toContain(words);
    expect(policyOf(company)).toBeUndefined();
    sidebar.press('Set up');
    expect(officersOf(company)).toEqual(officers.split(' '));
  });

  it('warns of a change of the names once more', () => {
    const company = rosterCompany();
    const sidebar = openSetUp(company, 'sam@acme.test');
    sidebar.type('Security Officers (two or more)', 'sue@acme.test');
    sidebar.press('Set up');
    expect(policyOf(company)).toBeUndefined();
  });

  it('and never changes them: neither set up again nor by a forged click', () => {
    const company = rosterCompany();
    openSetUp(company, 'plain@acme.test sue@acme.test');
    const again = company.open(company.operator);
    again.press('Settings');
    again.press('Set-up');
    expect(again.text()).not.toContain('Security Officers (two or more)');
    expect(again.text()).toContain('changed by requests');
    again.press('Set up');
    const inputs = (text: string): object => ({ stringInputs: { value: [text] } });
    forgeClick(
      company,
      company.operator,
      'setUp',
      { warnedOf: 'sam@acme.test' },
      {
        serviceAccount: inputs(company.serviceAccount.email),
        officers: inputs('sam@acme.test'),
      },
    );
    expect(officersOf(company)).toEqual(['plain@acme.test', 'sue@acme.test']);
    expect(policyOf(company)?.version).toBe(1);
  });

  it('is the operator’s alone', () => {
    const company = rosterCompany();
    company.setUp();
    const inputs = (text: string): object => ({ stringInputs: { value: [text] } });
    for (const who of [company.admin, company.plain])
      forgeClick(
        company,
        who,
        'setUp',
        {},
        {
          serviceAccount: inputs(company.serviceAccount.email),
          officers: inputs('sam@acme.test sue@acme.test'),
        },
      );
    expect(officersOf(company)).toEqual([]);
  });
});
