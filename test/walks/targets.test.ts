import { addAll, contactWrites, copyToChosen, linesBelow, openTargets, readyCompany, receivers, search } from '../support/hands';
import type { RosterCompany } from '../support/rosterCompany';

const copied = (choose: (sidebar: ReturnType<RosterCompany['open']>, company: RosterCompany) => void): string[] => {
  const company = readyCompany();
  company.preApprove({ scope: { domains: ['acme.test', 'acme-labs.test'] } });
  company.world.directory.addUser({ primaryEmail: 'lab@acme-labs.test', name: { givenName: 'Lab', familyName: 'Test' } });
  const sidebar = company.open(company.admin);
  openTargets(sidebar);
  choose(sidebar, company);
  copyToChosen(company, sidebar);
  expect(sidebar.text()).toContain('Status: Done');
  expect(company.troubles()).toEqual([]);
  return receivers(company);
};

describe('S1: one source user’s contacts reach', () => {
  it('a user', () => expect(copied((sidebar) => addAll(sidebar, 'Users', 'sue'))).toEqual(['sue@acme.test']));

  it('every member of a group, nested members included, outsiders left out', () => {
    expect(copied((sidebar) => addAll(sidebar, 'Groups', 'team'))).toEqual(['eve@acme.test', 'sam@acme.test']);
  });

  it('an organizational unit with its children', () => {
    const got = copied((sidebar) => {
      search(sidebar, 'Organizational units', '/Sales');
      sidebar.choose('1–2 of 2', 'Organizational unit: /Sales (Sales)');
      sidebar.press('Add selected');
    });
    expect(got).toEqual(['eve@acme.test', 'sam@acme.test', 'sue@acme.test']);
  });

  it('an organizational unit without its children', () => {
    const got = copied((sidebar) => {
      search(sidebar, 'Organizational units', '/Sales');
      sidebar.choose('1–2 of 2', 'Organizational unit: /Sales (Sales)');
      sidebar.press('Add selected');
      sidebar.press('/Sales', { near: 'with the units below it' });
      expect(sidebar.text()).toContain('[/Sales] (this unit only – press to change)');
    });
    expect(got).toEqual(['sam@acme.test', 'sue@acme.test']);
  });

  it('a whole domain', () => expect(copied((sidebar) => addAll(sidebar, 'Domains', 'acme-labs'))).toEqual(['lab@acme-labs.test']));

  it('a list in a Sheet, where one row may be a user, a group, a unit or a domain', () => {
    const got = copied((sidebar, company) => {
      const rows = [['Who'], ['sue@acme.test'], ['nested@acme.test'], ['/IT'], ['acme-labs.test']];
      company.world.drive.edit(company.sheet.id, company.sheet.tabs[0]!.name, 'A1', rows);
      sidebar.press('Choose cells');
      sidebar.press('Read column');
      sidebar.press('Back to targets');
    });
    expect(got).toEqual(['admin@acme.test', 'eve@acme.test', 'lab@acme-labs.test', 'roster@acme.test', 'sue@acme.test']);
  });
});

describe('S10: search', () => {
  const atTargets = () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    openTargets(sidebar);
    return { company, sidebar };
  };

  it('suggests users, groups, organizational units and domains as you type', () => {
    const { sidebar, company } = atTargets();
    company.world.directory.addGroup({ email: 'acme-all@acme.test', name: 'All' });
    expect(sidebar.suggest('Name or address', 's')).toEqual([
      'sam@acme.test',
      'source@acme.test',
      'sue@acme.test',
      '/Sales',
      '/Sales/EMEA',
    ]);
    expect(sidebar.suggest('Name or address', 'acme')).toEqual(['acme-all@acme.test', 'acme.test', 'acme-labs.test']);
    expect(sidebar.suggest('Name or address', 'nobody-at-all')).toEqual([]);
  });

  it('finds by name as well as by address', () => {
    const { sidebar } = atTargets();
    search(sidebar, 'Users', 'Eve Te');
    expect(linesBelow(sidebar, 'Results')[0]).toContain('User: eve@acme.test (Eve Test, /Sales/EMEA)');
  });

  it('points out users found whose addresses look alike (S16)', () => {
    const { sidebar, company } = atTargets();
    company.world.directory.addUser({ primaryEmail: 'sarn@acme.test' });
    search(sidebar, 'Users', 'sa');
    const found = linesBelow(sidebar, 'Results')[0]!;
    expect(found).toContain('sam@acme.test (Sam Test, /Sales, looks like sarn@acme.test)');
    expect(found).toMatch(/sarn@acme\.test \(.*looks like sam@acme\.test\)/);
    expect(company.troubles()).toEqual([]);
  });

  it('adds the ticked results, all results, and each only once', () => {
    const { sidebar } = atTargets();
    search(sidebar, 'Everything', 's');
    sidebar.press('Add selected');
    expect(sidebar.notification).toBe('Tick one or more results first.');
    sidebar.choose('1–5 of 5', 'User: sue@acme.test (Sue Test, /Sales)');
    sidebar.press('Add selected');
    expect(linesBelow(sidebar, 'Chosen')).toEqual(['User: sue@acme.test [×]']);
    search(sidebar, 'Everything', 's');
    sidebar.press('Add all');
    expect(sidebar.notification).toBe('4 entries added.');
    search(sidebar, 'Everything', 's');
    sidebar.press('Add all');
    expect(sidebar.notification).toBe('Nothing new was added.');
    expect(linesBelow(sidebar, 'Chosen')).toHaveLength(5);
  });

  it.each([
    ['Users', 'sam'],
    ['Organizational units', '/Sales'],
    ['Domains', ''],
  ])('in %s: what was added closes the results and empties the search, and neither comes back', (kind, typed) => {
    const { sidebar, company } = atTargets();
    search(sidebar, kind, typed);
    expect(sidebar.text()).toContain('== Results');
    sidebar.press('Add all');
    expect(sidebar.text()).not.toContain('== Results');
    expect(sidebar.text()).toContain('Name or address: {}');
    sidebar.press('×', { near: kind === 'Users' ? 'sam@' : kind === 'Domains' ? 'acme-labs' : '/Sales/EMEA' });
    expect(sidebar.text()).not.toContain('== Results');
    expect(sidebar.text()).toContain('Name or address: {}');
    search(sidebar, kind, typed);
    expect(sidebar.text()).toContain('== Results');
    expect(company.troubles()).toEqual([]);
  });

  it('adds what the card shows, not what was typed since', () => {
    const { sidebar } = atTargets();
    search(sidebar, 'Users', 'sam');
    sidebar.type('Name or address', 's');
    sidebar.press('Add all');
    expect(linesBelow(sidebar, 'Chosen')).toEqual(['User: sam@acme.test [×]']);
  });

  it('says so when nothing is found, and what to type when nothing was typed', () => {
    const { sidebar } = atTargets();
    search(sidebar, 'Groups', 'zzz');
    expect(sidebar.text()).toContain('Nothing starts with that.');
    search(sidebar, 'Users', '');
    expect(sidebar.text()).toContain('Type the beginning of a name or address.');
  });

  it('a choice can be taken back, and Next needs one', () => {
    const { sidebar } = atTargets();
    addAll(sidebar, 'Users', 'sam');
    sidebar.press('×', { near: 'sam@acme.test' });
    expect(linesBelow(sidebar, 'Chosen')).toEqual(['Nothing is chosen yet. Search above, or take targets from a Sheet.']);
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Choose at least one user, group, organizational unit or domain.');
    expect(sidebar.text()).toContain('Step 2 of 3: targets');
  });

  it('pages through more results than fit on one card; Add all takes the hidden ones too', () => {
    const { sidebar, company } = atTargets();
    for (let number = 1; number <= 60; number += 1) company.world.directory.addUser({ primaryEmail: `temp${number}@acme.test` });
    search(sidebar, 'Users', 'temp');
    expect(sidebar.text()).toContain('1–25 of 60');
    sidebar.press('Next', { near: 'Results' });
    expect(sidebar.text()).toContain('26–50 of 60');
    sidebar.press('Add all');
    expect(sidebar.notification).toBe('60 entries added.');
    expect(sidebar.text()).toContain('41–60 of 60');
    expect(company.troubles()).toEqual([]);
    expect(contactWrites(company)).toBe(0);
  });
});
