import type { Sidebar } from '../../simulator/host/Sidebar';
import { linesBelow } from '../support/hands';
import { importCompany, lineOf, mapColumn, previewImport, readImport } from '../support/importHands';
import { changePolicy, decideOnPage, type OfficerCompany } from '../support/officers';
import { approveAndRun, sendIt, waitingIds } from '../support/undoHands';
import { differences, directoryOf } from '../support/userActionHands';

const people = ['sam', 'sue', 'eve'] as const;
type Name = (typeof people)[number];

/** sam@, sue@ and eve@ have the same phone, are visible, and are in vpn@, which gives access, and in news@. */
const threeAlike = (cells: readonly (readonly string[])[]) => {
  const { company, sidebar } = importCompany(cells);
  const { directory } = company.world;
  for (const name of ['vpn', 'news', 'lists']) directory.addGroup({ email: `${name}@acme.test`, name });
  for (const name of people) {
    company[name].phones = [{ type: 'work', value: '+41 44 555 01 01' }];
    for (const group of ['vpn', 'news']) directory.addMember(`${group}@acme.test`, { email: `${name}@acme.test` });
  }
  const accessGroups = [{ groupId: directory.groupByEmail('vpn@acme.test')!.id, email: 'vpn@acme.test' }];
  changePolicy(company, () => ({ accessGroups }));
  return { company, sidebar };
};

const groupsOf = ({ world }: OfficerCompany, userId: string): string[] =>
  ['lists', 'news', 'vpn'].filter((name) => world.directory.groupByEmail(`${name}@acme.test`)!.members.some(({ id }) => id === userId));

/** What an import of the kinds below can change at a user. */
const factsOf = (company: OfficerCompany, name: Name) => ({
  phone: (company[name].phones as { value: string }[] | undefined)?.map(({ value }) => value).join() ?? '',
  visible: company[name].includeInGlobalAddressList,
  groups: groupsOf(company, company[name].id),
});
const asBefore = { phone: '+41 44 555 01 01', visible: true, groups: ['news', 'vpn'] };

interface Kind {
  readonly field: string;
  readonly valid: string;
  readonly invalid: string;
  readonly overwrite?: true;
  /** Of the user's line in the preview. */
  readonly said: Readonly<Record<'empty' | 'valid' | 'invalid', string>>;
  /** What changes at whose cell is empty, and at whose cell is valid. */
  readonly empty?: Partial<typeof asBefore>;
  readonly after: Partial<typeof asBefore>;
}

const group = { field: 'Communication groups', valid: 'lists@acme.test', invalid: 'lists@acme.test, nobody@acme.test' };

const kinds: readonly (readonly [string, Kind])[] = [
  [
    'user field',
    {
      ...{ field: 'Work phone', valid: "'+41 44 555 09 09", invalid: 'call me' },
      said: {
        empty: 'Work phone: “+41 44 555 01 01” → nothing',
        valid: 'Work phone: “+41 44 555 01 01” → “+41 44 555 09 09”',
        invalid: '“call me” is not a phone number.',
      },
      empty: { phone: '' },
      after: { phone: '+41 44 555 09 09' },
    },
  ],
  [
    'true/false',
    {
      ...{ field: 'Visible in directory', valid: 'false', invalid: 'no' },
      said: {
        empty: 'The cell is empty.',
        valid: 'Shown in the directory: yes → no',
        invalid: '“no” is neither true nor false.',
      },
      after: { visible: false },
    },
  ],
  [
    'permission',
    {
      ...{ field: 'Access: vpn@acme.test', valid: 'no', invalid: 'perhaps' },
      said: {
        empty: 'The cell is empty.',
        valid: 'Removed from vpn@acme.test',
        invalid: '“perhaps” is neither yes nor no.',
      },
      after: { groups: ['news'] },
    },
  ],
  [
    'group, overwrite off',
    {
      ...group,
      said: {
        empty: 'sam@acme.test (1 already so)',
        valid: 'Added to lists@acme.test',
        invalid: 'There is no group nobody@acme.test.',
      },
      after: { groups: ['lists', 'news', 'vpn'] },
    },
  ],
  [
    'group, overwrite on',
    {
      ...group,
      overwrite: true,
      said: {
        empty: 'sam@acme.test (1 already so)',
        valid: 'Added to lists@acme.test; Removed from news@acme.test',
        invalid: 'There is no group nobody@acme.test.',
      },
      after: { groups: ['lists', 'vpn'] },
    },
  ],
];

describe('I30: unmapped, empty, valid and invalid cells', () => {
  it.each(kinds)('of a %s', (_, { field, valid, invalid, overwrite, said, empty = {}, after }) => {
    const { company, sidebar } = threeAlike([
      ['Email', 'Last name', 'Cell'],
      ['sam@acme.test', 'Test', ''],
      ['sue@acme.test', 'Test', valid],
      ['eve@acme.test', 'Test', invalid],
    ]);
    expect(people.map((name) => factsOf(company, name))).toEqual([asBefore, asBefore, asBefore]);
    readImport(sidebar, { name: 'Cells' });
    mapColumn(sidebar, 'Email', 'Primary address');
    mapColumn(sidebar, 'Last name', 'Last name');
    previewImport(company, sidebar);
    expect(sidebar.text()).toContain('Rows: 0 users changed, 3 rows unchanged');
    sidebar.back();
    sidebar.back();
    mapColumn(sidebar, 'Cell', field);
    if (overwrite === true) sidebar.toggle(`Overwrite ${field}`, true);
    previewImport(company, sidebar);
    const line = (name: Name): string => linesBelow(sidebar, 'Preview by target').find((one) => one.includes(`${name}@acme.test (`)) ?? '';
    expect(line('sam')).toContain(said.empty);
    expect(line('sue')).toContain(said.valid);
    expect(line('eve')).toContain(said.invalid);
    sendIt(sidebar);
    approveAndRun(company, sidebar);
    expect(people.map((name) => factsOf(company, name))).toEqual([{ ...asBefore, ...empty }, { ...asBefore, ...after }, asBefore]);
    expect(company.troubles()).toEqual([]);
  });
});

/** Previewed with Auto-map. */
const previewed = (cells: readonly (readonly string[])[], before = (_company: OfficerCompany): void => undefined) => {
  const { company, sidebar } = importCompany(cells);
  before(company);
  readImport(sidebar, { name: 'From HR' });
  sidebar.press('Auto-map');
  previewImport(company, sidebar);
  return { company, sidebar };
};

const run = (company: OfficerCompany, sidebar: Sidebar): string[] => {
  const before = directoryOf(company);
  sendIt(sidebar);
  approveAndRun(company, sidebar);
  return differences(before, directoryOf(company));
};

describe('the rows of an import', () => {
  it('I1–I4: are found by their primary address, which no column changes; it is said where to do that', () => {
    const { company, sidebar } = importCompany([
      ['Email', 'New primary email', 'Department'],
      ['sam@acme.test', 'samuel@acme.test', 'Sales'],
    ]);
    readImport(sidebar, { name: 'From HR' });
    expect(sidebar.text()).toContain(
      'The column “New primary email” is not used. An import renames nobody. Rename a user in the Admin console',
    );
    sidebar.press('Auto-map');
    expect(() => lineOf(sidebar, 'New primary email')).toThrow('no column');
    previewImport(company, sidebar);
    expect(run(company, sidebar)).toEqual(['sam@acme.test organizations']);
  });

  it.each([
    ['Update', 'changes who is there and creates nobody', ['sam@acme.test organizations'], 'There is no user new@acme.test.'],
    ['Create', 'creates who is not there and changes nobody', ['new@acme.test'], 'sam@acme.test is there already.'],
    ['Create or update', 'does both', ['new@acme.test', 'sam@acme.test organizations'], '2 targets'],
  ])('I8: with the method “%s” an import %s', (method, _, changed, said) => {
    const { company, sidebar } = importCompany([
      ['Email', 'First name', 'Last name', 'Department'],
      ['sam@acme.test', 'Sam', 'Test', 'Sales'],
      ['new@acme.test', 'New', 'Comer', 'Sales'],
    ]);
    readImport(sidebar, { name: 'From HR', method });
    sidebar.press('Auto-map');
    previewImport(company, sidebar);
    expect(sidebar.text()).toContain(said);
    const found = run(company, sidebar).map((one) => (one.startsWith('new@') ? 'new@acme.test' : one));
    expect([...new Set(found)].sort()).toEqual(changed);
  });

  it('I16, I18: change what is mapped and nothing else; an empty cell clears its field, a mandatory one cannot be cleared', () => {
    const { company, sidebar } = previewed(
      [
        ['Email', 'First name', 'Department', 'Remarks'],
        ['sam@acme.test', 'Sam', '', 'likes tea'],
        ['sue@acme.test', '', 'Sales', ''],
      ],
      ({ sam }) => {
        sam.organizations = [{ primary: true, title: 'Head', department: 'Old' }];
        sam.phones = [{ type: 'work', value: '+41 44 555 01 01' }];
      },
    );
    expect(sidebar.text()).toContain('First name cannot be empty.');
    expect(run(company, sidebar)).toEqual(['sam@acme.test organizations']);
    expect(company.sam.organizations).toEqual([{ primary: true, title: 'Head' }]);
  });

  it('I31: mean the user whose other address they name, with a note; the same user twice or an unknown one fails', () => {
    const { company, sidebar } = previewed(
      [
        ['Email', 'Department'],
        ['samuel@acme.test', 'Sales'],
        ['sue@acme.test', 'Sales'],
        ['susan@acme.test', 'IT'],
        ['nobody@acme.test', 'IT'],
      ],
      ({ sam, sue }) => {
        sam.aliases = ['samuel@acme.test'];
        sue.aliases = ['susan@acme.test'];
      },
    );
    const lines = linesBelow(sidebar, 'Preview by target').join('\n');
    expect(lines).toMatch(/sam@acme\.test \(Department: .*samuel@acme\.test is another address of sam@acme\.test\./);
    expect(lines).toMatch(/row 3, sue@acme\.test .*The same address stands in A4, too\./);
    expect(lines).toMatch(/row 4, susan@acme\.test .*The same address stands in A3, too\./);
    expect(lines).toMatch(/row 5, nobody@acme\.test .*There is no user nobody@acme\.test\./);
    expect(run(company, sidebar)).toEqual(['sam@acme.test organizations']);
  });

  it('B2: are not kept for asking again: who was denied reads them again', () => {
    const { company, sidebar } = previewed([
      ['Email', 'Department'],
      ['sam@acme.test', 'Sales'],
    ]);
    sendIt(sidebar);
    decideOnPage(company, company.olga, 'deny', { requestId: waitingIds(company)[0]!, reason: 'Not now' });
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('Status: Denied');
    expect(sidebar.text()).not.toContain('[Ask again]');
  });
});
