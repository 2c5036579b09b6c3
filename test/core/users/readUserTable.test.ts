import { explain } from '../../../src/core/base/explain';
import { newUserLimit, readUserTable, type TextTable } from '../../../src/core/users/readUserTable';
import { userColumns } from '../../../src/core/users/userColumns';

const header = [
  'Primary address (required)',
  'First name (required)',
  'Last name (required)',
  'Organizational unit',
  'Groups',
  'Job title',
  'Work phone',
];
const tableOf = (...rows: readonly (readonly string[])[]): TextTable => ({
  header,
  rows: rows.map((cells, index) => ({ row: index + 2, cells })),
});
const read = (table: TextTable) => {
  const result = readUserTable(table);
  if (!result.ok) throw new Error(explain(result.problem).what);
  return result.value;
};
const refusal = (table: TextTable): string => {
  const result = readUserTable(table);
  return result.ok ? 'read' : explain(result.problem).what;
};
const ann = ['ann@acme.test', 'Ann', 'Lee'];

describe('a table of users (S58, I1–I4)', () => {
  it('is read by its headers: a row is a user, what is empty is left out', () => {
    const { users, faults } = read(
      tableOf(['Ann.Lee@Acme.test', 'Ann', 'Lee', '/Sales/ EMEA/', 'team@acme.test, Nested@acme.test', 'Engineer', '']),
    );
    expect(faults).toEqual([]);
    expect(users).toEqual([
      {
        row: 2,
        user: {
          email: 'ann.lee@acme.test',
          orgUnitPath: '/Sales/EMEA',
          groups: ['team@acme.test', 'nested@acme.test'],
          fields: [
            { field: 'givenName', value: 'Ann' },
            { field: 'familyName', value: 'Lee' },
            { field: 'title', value: 'Engineer' },
          ],
        },
      },
    ]);
  });

  it('takes the headers of the Admin console’s file in any order, and names the columns that it does not know', () => {
    const { users, ignored } = read({
      header: [
        'Password [Required]',
        'Last Name [Required]',
        'First Name [Required]',
        'Email Address [Required]',
        'Org Unit Path [Required]',
      ],
      rows: [{ row: 2, cells: ['secret-word', 'Lee', 'Ann', 'ann@acme.test', '/'] }],
    });
    expect(ignored).toEqual(['Password [Required]']);
    expect(JSON.stringify(users)).not.toContain('secret-word');
    expect(users[0]?.user).toMatchObject({ email: 'ann@acme.test', orgUnitPath: '/' });
  });

  it('leaves empty rows and the example of a template out', () => {
    expect(read(tableOf(['Example: ann.lee@acme.test', 'Ann', 'Lee'], ['', '', ''], ann)).users.map(({ row }) => row)).toEqual([4]);
  });

  it.each([
    ['a mandatory column is missing', { header: ['Primary address', 'First name'], rows: [] }, 'The header row does not name: Last name.'],
    [
      'a column is there twice',
      { header: [...header, 'Last name'], rows: [] },
      'The column “Last name” is there twice, the second time in H1.',
    ],
    ['there is no row', tableOf(), 'There is no row with a user below the header.'],
    [
      'there are too many rows',
      tableOf(...Array.from({ length: newUserLimit + 1 }, (_, index) => [`u${index}@acme.test`, 'Ann', 'Lee'])),
      'The tab has 501 rows; one workflow creates at most 500 users.',
    ],
  ])('is refused whole when %s', (_, table, what) => {
    expect(refusal(table)).toBe(what);
  });
});

const long = 'x'.repeat(61);

describe('each faulty cell is named with its address, and nothing of its row is used (I15)', () => {
  it.each<[string, readonly string[], string, RegExp]>([
    ['no address', ['', 'Ann', 'Lee'], 'A2', /Primary address is empty/],
    ['no first name', ['ann@acme.test', ' ', 'Lee'], 'B2', /First name is empty/],
    ['no last name', ['ann@acme.test', 'Ann'], 'C2', /Last name is empty/],
    ['a name that is too long', ['ann@acme.test', long, 'Lee'], 'B2', /too long/],
    ['an address without a domain', ['ann', 'Ann', 'Lee'], 'A2', /cannot be the address/],
    ['two addresses', ['ann@acme.test bob@acme.test', 'Ann', 'Lee'], 'A2', /cannot be the address/],
    ['two periods', ['ann..lee@acme.test', 'Ann', 'Lee'], 'A2', /cannot be the address/],
    ['a plus sign', ['ann+1@acme.test', 'Ann', 'Lee'], 'A2', /cannot be the address/],
    ['letters of another alphabet', ['аnn@acme.test', 'Ann', 'Lee'], 'A2', /another alphabet/],
    ['an invisible character in the address', ['ann\u200b@acme.test', 'Ann', 'Lee'], 'A2', /nobody sees/],
    ['a name that turns text around', ['ann@acme.test', 'Ann\u202e', 'Lee'], 'B2', /nobody sees/],
    ['a header in a name', ['ann@acme.test', 'Ann\r\nBcc: eve@elsewhere.test', 'Lee'], 'B2', /line break/],
    ['a formula', ['ann@acme.test', '=HYPERLINK("https://elsewhere.test")', 'Lee'], 'B2', /formula/],
    ['a formula that begins with a sign', ['ann@acme.test', 'Ann', '@SUM(A1)'], 'C2', /formula/],
    ['an error of a formula', ['#N/A', 'Ann', 'Lee'], 'A2', /#N\/A/],
    ['a path without a slash', [...ann, 'Sales'], 'D2', /not the path/],
    ['a group that is no address', [...ann, '', 'Team'], 'E2', /cannot be the address/],
    ['too many groups', [...ann, '', Array.from({ length: 21 }, (_, index) => `g${index}@acme.test`).join(',')], 'E2', /names 21 groups/],
    ['a phone in words', [...ann, '', '', '', 'ask me'], 'G2', /not a phone number/],
  ])('%s', (_, cells, address, what) => {
    const { users, faults } = read(tableOf(cells, ['bob@acme.test', 'Bob', 'Ray']));
    expect(users.map(({ user }) => user.email)).toEqual(['bob@acme.test']);
    expect(faults.map((fault) => fault.address)).toEqual([address]);
    expect(explain(faults[0]!.problem).what).toMatch(what);
  });

  it('names every fault of a row', () => {
    expect(read(tableOf(['ann', '', '=1', 'Sales'])).faults.map(({ address }) => address)).toEqual(['A2', 'B2', 'C2', 'D2']);
  });

  it('I31: the same address twice: neither row is used, and each names the other', () => {
    const { users, faults } = read(tableOf(ann, ['bob@acme.test', 'Bob', 'Ray'], ['ANN@acme.test', 'Anna', 'Leigh']));
    expect(users.map(({ user }) => user.email)).toEqual(['bob@acme.test']);
    expect(faults.map(({ address, problem }) => [address, problem.data['others']])).toEqual([
      ['A2', ['A4']],
      ['A4', ['A2']],
    ]);
  });
});

test('a phone may begin with a plus sign', () => {
  expect(read(tableOf([...ann, '', '', '', '+41 44 555 01 02'])).users).toHaveLength(1);
});

test('every column is found by the title that a template writes', () => {
  for (const { title, content } of userColumns) {
    const columns = userColumns.filter(({ mandatory }) => mandatory).map((one) => one.title);
    const { places } = read({
      header: [...new Set([...columns, `${title} (optional)`])].filter(
        (one, index, all) => all.findIndex((other) => one.startsWith(other)) === index,
      ),
      rows: [{ row: 2, cells: ann }],
    });
    expect(places.has(content)).toBe(true);
  }
});
