import { loadUsersCsv } from '../../../simulator/loaders/loadUsersCsv';
import { World } from '../../../simulator/World';

const DOWNLOAD =
  'First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Password Hash Function [UPLOAD ONLY],Org Unit Path [Required],' +
  'New Primary Email [UPLOAD ONLY],Status [READ ONLY],Last Sign In [READ ONLY],Recovery Email,Home Secondary Email,Work Secondary Email,' +
  'Recovery Phone [MUST BE IN THE E.164 FORMAT],Work Phone,Home Phone,Mobile Phone,Work Address,Home Address,Employee ID,Employee Type,Employee Title,' +
  'Manager Email,Department,Cost Center,Drive Usage [READ ONLY],New Status [UPLOAD ONLY]';

function load(text: string, options?: Parameters<typeof loadUsersCsv>[2]) {
  const world = new World();
  return { world, report: loadUsersCsv(world, text, options) };
}

describe('users CSV of the Admin console', () => {
  test('becomes users with all that the file says about them', () => {
    const { world, report } = load(
      `${DOWNLOAD}\r\nZoë,Άλφα,Zoe@Example.com,****,,/Sales/EMEA,,Active,2026/02/27 08:14:05,zoe@example.net,"z@example.org,z2@example.org",,+442079460001,` +
        `"+1 212-555-0101,+1 212-555-0102",,+1 212-555-0103,"1 High Street, London",,E7,Contractor,Lead,boss@example.com,Sales,CC-1,1.2GB,`,
    );
    expect(report).toMatchObject({ loaded: 1, skipped: [], ignored: [{ column: 'Drive Usage [READ ONLY]', values: 1 }] });
    expect(world.directory.userByEmail('zoe@example.com')).toMatchObject({
      name: { givenName: 'Zoë', familyName: 'Άλφα' },
      orgUnitPath: '/Sales/EMEA',
      suspended: false,
      lastLoginTime: Date.UTC(2026, 1, 27, 8, 14, 5),
      recoveryEmail: 'zoe@example.net',
      recoveryPhone: '+442079460001',
      emails: [
        { address: 'z@example.org', type: 'home' },
        { address: 'z2@example.org', type: 'home' },
      ],
      phones: [
        { value: '+1 212-555-0101', type: 'work' },
        { value: '+1 212-555-0102', type: 'work' },
        { value: '+1 212-555-0103', type: 'mobile' },
      ],
      addresses: [{ formatted: '1 High Street, London', type: 'work' }],
      externalIds: [{ value: 'E7', type: 'organization' }],
      relations: [{ value: 'boss@example.com', type: 'manager' }],
      organizations: [{ title: 'Lead', department: 'Sales', costCenter: 'CC-1', description: 'Contractor', primary: true }],
    });
    expect([...world.directory.customer(report.customerId).orgUnits.values()].map(({ orgUnitPath }) => orgUnitPath)).toEqual([
      '/',
      '/Sales',
      '/Sales/EMEA',
    ]);
  });

  test('is read from the upload template too: fewer columns, another order, new status and address', () => {
    const { world } = load(
      'Email Address [Required],New Primary Email [UPLOAD ONLY],Last Name [Required],First Name [Required],New Status [UPLOAD ONLY],Change Password at Next Sign-In\n' +
        'a@example.com,,A,Ann,SUSPENDED,True\nb@example.com,bea@example.com,B,Bea,ACTIVE,False\nc@example.com,,C,Cy,ARCHIVED,',
    );
    const { directory } = world;
    expect(directory.userByEmail('a@example.com')).toMatchObject({ suspended: true, changePasswordAtNextLogin: true, orgUnitPath: '/' });
    expect(directory.userByEmail('b@example.com')).toMatchObject({
      primaryEmail: 'bea@example.com',
      aliases: ['b@example.com'],
      suspended: false,
    });
    expect(directory.userByEmail('c@example.com')).toMatchObject({ archived: true });
  });

  test('makes one customer of all domains, the commonest first, and super administrators by name', () => {
    const header = 'First Name,Last Name,Email Address,Org Unit Path\n';
    const { world, report } = load(`${header}A,A,a@example.org,/\nB,B,b@example.com,/\nC,C,c@example.com,/`, {
      superAdmins: ['b@example.com'],
    });
    expect(world.directory.customer(report.customerId).domains.map(({ domainName }) => domainName)).toEqual(['example.com', 'example.org']);
    expect([...world.directory.users.values()].filter(({ isAdmin }) => isAdmin).map(({ primaryEmail }) => primaryEmail)).toEqual([
      'b@example.com',
    ]);
    expect(() => load(`${header}A,A,a@example.org,/`, { superAdmins: ['x@example.org'] })).toThrow('There is no user x@example.org');
  });

  test('skips what the Admin console would not take, each row with its reason', () => {
    const { report } = load(
      'First Name,Last Name,Email Address,Org Unit Path\nA,A,a@example.com,/\nB,B,A@example.com,/\nC,,c@example.com,/\nD,D,,/\nE,E,nobody,/\nF,F,f@example.com,Sales',
    );
    expect(report.loaded).toBe(1);
    expect(report.skipped).toEqual([
      { row: 3, reason: 'a@example.com stands in row 2 already' },
      { row: 4, reason: 'has no first or no last name' },
      { row: 5, reason: 'has no email address' },
      { row: 6, reason: '"nobody" is no email address' },
      { row: 7, reason: 'org unit path "Sales" does not start with a slash' },
    ]);
  });

  test('refuses a file that is something else', () => {
    expect(() => load('Name,Mail\nA,a@example.com')).toThrow('no users CSV of the Admin console');
  });
});
