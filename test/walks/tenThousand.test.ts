import { addAll, linesBelow, openTargets, readyCompany, search } from '../support/hands';

/** Ten thousand people in a hundred units below /Staff, a group of three thousand. */
const bigCompany = () => {
  const company = readyCompany();
  const { directory } = company.world;
  directory.addGroup({ email: 'everybody@acme.test', name: 'Everybody' });
  for (let index = 0; index < 10_000; index += 1) {
    const email = `person${index}@acme.test`;
    directory.addUser({ primaryEmail: email, orgUnitPath: `/Staff/Unit ${index % 100}` });
    if (index < 3000) directory.addMember('everybody@acme.test', { email });
  }
  company.preApprove({ caps: { targets: 20_000, contactsPerTarget: 100, deletions: 0 } });
  return { company, sidebar: company.open(company.admin) };
};

describe('at 10,000 users', () => {
  const { company, sidebar } = bigCompany();
  /** Simulated milliseconds of the callbacks since `from`, the slowest. */
  const slowest = (from: number): number =>
    Math.max(...company.project.executions.slice(from).flatMap((one) => (one.kind === 'addon' ? [one.endedAt - one.startedAt] : [])));
  const marked = (): number => company.project.executions.length;

  it('suggestions and searches take less than 3 seconds', () => {
    const from = marked();
    openTargets(sidebar);
    sidebar.suggest('Name or address', 'person99');
    for (const kind of ['Everything', 'Users', 'Groups', 'Organizational units', 'Domains']) search(sidebar, kind, 'person');
    search(sidebar, 'Organizational units', 'Unit 9');
    expect(linesBelow(sidebar, 'Results')[0]).toContain('1–11 of 11');
    expect(slowest(from)).toBeLessThan(3000);
    expect(company.troubles()).toEqual([]);
  });

  it('a search that finds more than is listed says so', () => {
    search(sidebar, 'Users', 'person');
    expect(sidebar.text()).toContain('1–25 of 100');
    expect(sidebar.text()).toContain('There are more matches than are listed.');
  });

  it('a unit of a hundred is confirmed in less than 3 seconds', () => {
    const from = marked();
    addAll(sidebar, 'Organizational units', 'Unit 77');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('100 users will be targets.');
    sidebar.press('Next');
    sidebar.press('×', { near: addressIn(linesBelow(sidebar, 'Targets')[0]!) });
    sidebar.press('Proceed to actions');
    expect(slowest(from)).toBeLessThan(3000);
  });
});

const addressIn = (line: string): string => /\S+@\S+/.exec(line)![0];
