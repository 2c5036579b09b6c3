import { gateReasons } from '../../../src/core/imports/gateReasons';
import type { ImportMethod } from '../../../src/core/imports/ImportRules';
import { indexNames } from '../../../src/core/imports/indexNames';
import { creationOf, planImport } from '../../../src/core/imports/planImport';
import { planWish } from '../../../src/core/imports/planWish';
import { areNamed } from '../../../src/core/users/packChanges';
import { factsIn, index, names, noted, plan, rulesFor, said, skills, startDate, type Mapped } from '../../support/importCase';

const one = (mapped: readonly Mapped[], cells: readonly string[], method?: ImportMethod) => plan(mapped, [cells], method)[0];

describe('I15: a row is the unit', () => {
  it('names every fault of a row by its column, and does nothing of it', () =>
    expect(
      said(
        one(
          ['title', 'workPhone', 'recoveryPhone', 'manager', 'orgUnit', 'active', 'communicationGroups', startDate],
          [
            'ann@acme.test',
            'Head',
            'call me',
            '044 555',
            'nobody@acme.test',
            '/Nowhere',
            'maybe',
            'nobody@acme.test, vault@acme.test',
            '3/4/26',
          ],
        ),
      ),
    ).toEqual([
      'workPhone: “call me” is not a phone number.',
      'recoveryPhone: “044 555” is not a phone number with its country.',
      'active: “maybe” is neither true nor false.',
      `${startDate}: “3/4/26” is not a date that can be read in one way only.`,
      'manager: The manager nobody@acme.test is neither a user of your organization nor in this tab.',
      'orgUnit: There is no organizational unit /Nowhere.',
      'communicationGroups: There is no group nobody@acme.test.',
      'communicationGroups: vault@acme.test does not belong in this column.',
    ]));

  it.each<[string, Mapped[], string[], string]>([
    ['a number that a spreadsheet shortened', ['workPhone'], ['ann@acme.test', '4.1445E+10'], 'workPhone: “4.1445E+10” is a number that'],
    ['what a formula would be', ['title'], ['ann@acme.test', '=1+1'], 'title: “=1+1” would be run as a formula'],
    ['what a formula could not compute', ['title'], ['ann@acme.test', '#REF!'], 'title: The formula in this cell'],
    ['a name of two lines', ['givenName'], ['ann@acme.test', 'Ann\nLee'], 'givenName: The cell holds a line break'],
    ['a row that ends early', ['title'], ['ann@acme.test'], 'title: The row ends before this column.'],
    ['no address', ['title'], ['', 'Head'], 'address: The row has no primary address.'],
    ['an address that is none', ['title'], ['ann', 'Head'], 'address: “ann” cannot be the address of a user.'],
    ['a name of more than 60 characters', ['givenName'], ['ann@acme.test', 'x'.repeat(61)], 'givenName: First name is too long.'],
    [
      'a group without addresses in it that Google computes',
      ['communicationGroups'],
      ['ann@acme.test', 'everybody@acme.test'],
      'does not belong',
    ],
    ['a space that two are called', ['chatSpaces'], ['ann@acme.test', 'Lunch'], 'chatSpaces: 2 Chat spaces are called “Lunch”.'],
    ['a space that is not there', ['chatSpaces'], ['ann@acme.test', 'spaces/ZZ'], 'chatSpaces: There is no Chat space “spaces/ZZ”.'],
    ['a role that is gone', ['role/r9'], ['ann@acme.test', 'yes'], 'role/r9: This administrator role is not there any more.'],
  ])('fails %s', (_, mapped, cells, wanted) => expect(said(one(mapped, cells)).join('\n')).toContain(wanted));

  it('fails a row that has more values than there are columns', () => {
    const table = { width: 2, rows: [{ row: 2, cells: ['ann@acme.test', 'Head', 'of Sales'] }] };
    const [row] = planImport(table, rulesFor(['title']), index, factsIn());
    expect(said(row)).toEqual([': The row has more values than the header has columns (2).']);
  });

  it('takes a row that ends early where nothing would be cleared by it', () =>
    expect(said(one(['communicationGroups'], ['ann@acme.test']))).toEqual(['unchanged']));
});

describe('I16, I18: fields', () => {
  it('clears what is empty, sets what differs, and leaves alone what is not mapped', () =>
    expect(said(one(['title', 'workPhone', 'department'], ['ann@acme.test', '', '+41 44 555 01 01', 'Sales']))).toEqual([
      'Job title: “Buyer” → nothing',
      'Department: nothing → “Sales”',
    ]));

  it.each(['givenName', 'familyName'] as const)('never clears the %s', (field) =>
    expect(said(one([field], ['ann@acme.test', '']))[0]).toMatch(/cannot be empty/),
  );

  it('never leaves somebody without an organizational unit', () =>
    expect(said(one(['orgUnit'], ['ann@acme.test', '']))).toEqual(['orgUnit: Organizational unit cannot be empty.']));

  it('finds a unit however it is written', () =>
    expect(said(one(['orgUnit'], ['ann@acme.test', '/sales / EMEA/']))).toEqual(['Organizational unit: /Sales → /Sales/EMEA']));

  it('writes several values of one cell, and the manager by the primary address', () =>
    expect(
      said(one(['workPhone', skills, 'manager'], ['boss@acme.test', '+41 1 000, +41 2 000', 'Latin\nGreek', 'Annie@acme.test'])),
    ).toEqual([
      'Work phone: nothing → “+41 1 000; +41 2 000”',
      'HR.skills: nothing → “Latin; Greek”',
      'Manager: nothing → “ann@acme.test”',
    ]));

  it('takes nothing for a change but what differs: capitals of addresses do not', () => {
    const boss = { ...names.users[1], relations: [{ type: 'manager', value: 'Ann@Acme.test' }] };
    expect(
      said(plan(['manager'], [['boss@acme.test', 'ann@acme.test']], 'update', indexNames({ ...names, users: [names.users[0]!, boss] }))[0]),
    ).toEqual(['unchanged']);
  });

  it('refuses what all together is larger than Google allows', () => {
    const many = Array.from({ length: 30 }, (_, position) => `+41 44 555 ${1000 + position}, +41 44 556 ${1000 + position}`).join(', ');
    expect(said(one(['workPhone'], ['ann@acme.test', many]))).toEqual([
      'address: All phones of this user together would be larger than Google allows (1,024 bytes).',
    ]);
  });
});

describe('I17: Active and Visible in directory', () => {
  it('says with Active whether somebody is suspended', () => {
    expect(said(one(['active', 'visible'], ['ann@acme.test', 'false', 'True']))).toEqual(['Suspended: no → yes']);
    expect(said(one(['active'], ['ann@acme.test', 'TRUE']))).toEqual(['unchanged']);
  });

  it('never locks out a super administrator or an officer', () => {
    expect(said(one(['active'], ['boss@acme.test', 'false']))[0]).toMatch(/^active: A super administrator/);
    expect(said(one(['active', 'title'], ['officer@acme.test', 'false', 'Head']))[0]).toMatch(
      /^active: Roster’s own account and Security Officers/,
    );
  });
});

describe('I19–I21: direct permissions', () => {
  it('gives a role in the whole organization beside one in a unit, and takes away all of it', () => {
    expect(said(one(['role/r1'], ['ann@acme.test', 'Yes']))).toEqual(['Given the administrator role Groups Admin']);
    expect(said(one(['role/r1'], ['ann@acme.test', 'no']))).toEqual([
      'The administrator role Groups Admin in one organizational unit is taken away',
    ]);
    expect(said(one(['role/r1'], ['boss@acme.test', 'no']))).toEqual(['unchanged']);
  });

  it('makes members of access groups, or takes them out', () => {
    expect(said(one(['access/vpn'], ['boss@acme.test', 'yes']))).toEqual(['Added to vpn@acme.test']);
    expect(said(one(['access/vpn'], ['ann@acme.test', 'yes']))).toEqual(['unchanged']);
  });
});

describe('I22–I28: groups and spaces', () => {
  it('takes ids and addresses, however they are separated, each once', () =>
    expect(said(one(['communicationGroups'], ['ann@acme.test', 'team, HELPERS@acme.test,team@acme.test,']))).toEqual([
      'Added to team@acme.test',
      'Added to helpers@acme.test',
    ]));

  it('takes spaces by resource name, id or a name that only one has', () => {
    for (const cell of ['spaces/A1', 'A1', 'plans']) {
      expect(said(one(['chatSpaces'], ['ann@acme.test', cell]))).toContain('Added to the space “Plans”');
    }
  });

  it('overwriting takes away all others of that kind, and none of another', () => {
    const overwrite = true as const;
    expect(said(one([{ field: 'communicationGroups', overwrite }], ['ann@acme.test', 'team']))).toEqual([
      'Added to team@acme.test',
      'Removed from news@acme.test (owner there)',
    ]);
    expect(said(one([{ field: 'permissionGroups', overwrite }], ['ann@acme.test', 'vault']))).toEqual([
      'Added to vault@acme.test',
      'Removed from keys@acme.test',
    ]);
    expect(said(one([{ field: 'chatSpaces', overwrite }], ['ann@acme.test', 'spaces/C3']))).toEqual([
      'Added to chat@acme.test',
      'Added to the space “Lunch”',
      'Removed from the space “Lunch”',
    ]);
  });
});

describe('I29: Chat access', () => {
  it('comes with the first space, and is said', () => {
    const row = one(['chatSpaces'], ['ann@acme.test', 'A1']);
    expect(said(row)).toEqual(['Added to chat@acme.test', 'Added to the space “Plans”']);
    expect(noted(row)).toEqual(['The user could not use Chat, and is added to chat@acme.test.']);
  });

  it('is neither given nor spoken of where the user has it', () => {
    const table = { width: 2, rows: [{ row: 2, cells: ['boss@acme.test', 'A1'] }] };
    const [row] = planImport(table, rulesFor(['chatSpaces']), index, (userId) => ({ ...factsIn()(userId), roles: { chat: 'MEMBER' } }));
    expect([...said(row), ...noted(row)]).toEqual(['Added to the space “Plans”']);
  });

  it('does not come to who joins no space', () => expect(said(one(['chatSpaces'], ['ann@acme.test', 'B2']))).toEqual(['unchanged']));

  it('is given once when the row gives it too, and never against the row', () => {
    expect(said(one(['access/chat', 'chatSpaces'], ['ann@acme.test', 'yes', 'A1']))).toEqual([
      'Added to chat@acme.test',
      'Added to the space “Plans”',
    ]);
    expect(said(one(['access/chat', 'chatSpaces'], ['ann@acme.test', 'no', 'A1']))[0]).toMatch(/^access\/chat: The row names Chat spaces/);
  });
});

describe('I31, I8: whose row it is', () => {
  it('fails all rows of one user, also under another address of theirs', () => {
    const rows = plan(
      ['title'],
      [
        ['ann@acme.test', 'A'],
        ['boss@acme.test', 'B'],
        ['ANNIE@acme.test', 'C'],
      ],
    );
    expect(rows.map(said)).toEqual([
      ['address: The same address stands in A4, too.'],
      ['Job title: nothing → “B”'],
      ['address: The same address stands in A2, too.'],
    ]);
  });

  it('stays brief when every row has the same address, or a cell a long text', () => {
    const same = plan(
      ['title'],
      Array.from({ length: 3000 }, () => ['ann@acme.test', 'A']),
    );
    expect(said(same[2999])).toEqual(['address: The same address stands in A2, A3, A4, A5, A6, too.']);
    expect(said(same[0])).toEqual(['address: The same address stands in A3, A4, A5, A6, A7, too.']);
    const long = said(
      one(
        ['communicationGroups', 'visible', 'orgUnit'],
        ['ann@acme.test', 'no such group,'.repeat(3000), 'x'.repeat(40_000), `/${'x'.repeat(40_000)}`],
      ),
    );
    expect([long.length, long.join('').length < 1000]).toEqual([7, true]);
  });

  it('finds a user by another address, and says so', () => {
    const row = one(['title'], ['annie@acme.test', 'Head']);
    expect(said(row)).toEqual(['Job title: “Buyer” → “Head”']);
    expect(noted(row)).toEqual(['annie@acme.test is another address of ann@acme.test.']);
  });

  it.each<[ImportMethod, string, string]>([
    ['update', 'new@acme.test', 'address: There is no user new@acme.test.'],
    ['update', 'team@acme.test', 'address: team@acme.test is a group and no user.'],
    ['update', 'аnn@acme.test', 'address: аnn@acme.test looks like ann@acme.test, but some of its letters are of another alphabet.'],
    ['create', 'ann@acme.test', 'address: ann@acme.test is there already.'],
    ['create', 'annie@acme.test', 'address: annie@acme.test is taken. It is another address of ann@acme.test.'],
    ['createOrUpdate', 'team@acme.test', 'address: team@acme.test is taken. It is an address of the group team@acme.test.'],
    ['create', 'new@other.test', 'address: other.test is not a domain that users of your organization can have.'],
  ])('%s fails %s', (method, address, wanted) =>
    expect(said(one(['givenName', 'familyName'], [address, 'Ann', 'Lee'], method))).toEqual([wanted]),
  );

  it('creates who is not there, with all that the row says, and updates who is', () => {
    const mapped: Mapped[] = [
      'givenName',
      'familyName',
      'orgUnit',
      'manager',
      'active',
      'changePassword',
      'communicationGroups',
      'chatSpaces',
      'role/r1',
    ];
    const [created, updated] = plan(
      mapped,
      [
        ['new@acme.test', 'New', 'One', '', 'second@acme.test', 'true', 'false', 'team', 'A1', 'yes'],
        ['ann@acme.test', 'Anna', 'Lee', '/Sales', '', 'true', 'false', '', '', 'no'],
        ['second@acme.test', 'Sec', 'Ond', '/Sales', '', 'true', 'true', '', '', 'no'],
      ],
      'createOrUpdate',
    );
    expect(said(updated)).toEqual([
      'First name: “Ann” → “Anna”',
      'The administrator role Groups Admin in one organizational unit is taken away',
    ]);
    expect(noted(created)).toEqual([
      'The new user has to choose a password, though the row says false.',
      'The user could not use Chat, and is added to chat@acme.test.',
    ]);
    if (created?.kind !== 'create') throw new Error(JSON.stringify(created));
    expect(creationOf(created.wish, created.changes)).toEqual({
      plan: {
        email: 'new@acme.test',
        orgUnitPath: '/',
        fields: [
          { field: 'givenName', value: 'New' },
          { field: 'familyName', value: 'One' },
          { field: 'manager', value: 'second@acme.test' },
        ],
        groups: [
          { groupId: 'chat', email: 'chat@acme.test' },
          { groupId: 'team', email: 'team@acme.test' },
        ],
      },
      then: [
        { kind: 'addRole', roleId: 'r1', title: 'Groups Admin' },
        { kind: 'addToSpace', space: 'spaces/A1', title: 'Plans' },
      ],
    });
  });

  it('creates nobody without a name', () =>
    expect(said(one(['givenName', 'title'], ['new@acme.test', '', 'Head'], 'createOrUpdate'))).toEqual([
      'givenName: First name cannot be empty.',
      ': new@acme.test would be created without this name.',
    ]));
});

describe('I36: what officers always decide about', () => {
  const rights = {
    isHolder: (userId: string) => ['u-boss', 'u-officer'].includes(userId),
    givesRights: ({ groupId }: { readonly groupId: string }) => ['vault', 'helpers', 'chat'].includes(groupId),
  };
  const reasons = (mapped: readonly Mapped[], cells: readonly string[], method: ImportMethod = 'update') => {
    const rows = plan(mapped, [cells], method).map((one) => ({
      targetId: 'wish' in one ? one.wish.targetId : '',
      creates: one.kind === 'create',
      changes: 'changes' in one ? one.changes : [],
    }));
    return [...gateReasons(rows, rulesFor(mapped, method), rights)];
  };

  it.each<[string, Mapped[], string[], string[]]>([
    ['a role', ['role/r1'], ['ann@acme.test', 'yes'], ['roles']],
    ['a security group', ['permissionGroups'], ['ann@acme.test', 'vault'], ['rightsByGroup']],
    ['a group that holds a role', ['communicationGroups'], ['ann@acme.test', 'helpers'], ['rightsByGroup']],
    ['access to Chat', ['chatSpaces'], ['ann@acme.test', 'A1'], ['rightsByGroup']],
    ['a recovery phone', ['recoveryPhone'], ['ann@acme.test', '+41445550102'], ['recovery']],
    ['a secondary address', ['homeEmail'], ['ann@acme.test', 'ann@home.test'], ['secondaryAddresses']],
    ['a sign-in flag', ['changePassword'], ['ann@acme.test', 'true'], ['signIn']],
    ['a move', ['orgUnit'], ['ann@acme.test', '/'], ['orgUnit']],
    ['a suspension', ['active'], ['ann@acme.test', 'false'], ['suspension']],
    ['overwriting, even where nothing goes', [{ field: 'communicationGroups', overwrite: true }], ['ann@acme.test', 'news'], ['overwrite']],
    ['anything about an administrator', ['title'], ['boss@acme.test', 'Head'], ['holder']],
    ['anything about an officer', ['title'], ['officer@acme.test', 'Head'], ['holder']],
  ])('%s', (_, mapped, cells, wanted) => expect(reasons(mapped, cells)).toEqual(wanted));

  it('a creation', () => expect(reasons(['givenName', 'familyName'], ['new@acme.test', 'A', 'B'], 'create')).toEqual(['creation']));

  it('but no title, phone or ordinary group of an ordinary user', () =>
    expect(reasons(['title', 'workPhone', 'communicationGroups'], ['ann@acme.test', 'Head', '', 'team'])).toEqual([]));

  it('nor a row about an administrator that changes nothing', () => expect(reasons(['title'], ['boss@acme.test', ''])).toEqual([]));
});

it('B1: what somebody gained since the preview is not among the named changes, so that nothing is taken away unseen', () => {
  const row = one([{ field: 'communicationGroups', overwrite: true }], ['ann@acme.test', 'team']);
  if (row?.kind !== 'update') throw new Error(JSON.stringify(row));
  const now = factsIn()('u-ann');
  expect(areNamed(planWish(row.wish, now, index).changes, row.changes)).toBe(true);
  expect(areNamed(planWish(row.wish, { ...now, roles: { ...now.roles, team: 'MEMBER' } }, index).changes, row.changes)).toBe(true);
  expect(areNamed(planWish(row.wish, { ...now, roles: { ...now.roles, helpers: 'MEMBER' } }, index).changes, row.changes)).toBe(false);
});
