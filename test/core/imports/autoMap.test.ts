import { autoMap, type ColumnProposal, type LastMapping } from '../../../src/core/imports/autoMap';
import { importFields } from '../../../src/core/imports/importFields';
import { readImportTable } from '../../../src/core/imports/readImportTable';
import { fields, ownFields, startDate } from '../../support/importCase';

const map = (header: readonly string[], rows: readonly (readonly string[])[], last: LastMapping = {}): readonly ColumnProposal[] => {
  const table = readImportTable([header, ...rows], fields);
  if (!table.ok) throw new Error(table.problem.code);
  return autoMap(table.value.columns, table.value.rows.length, fields, last);
};

/** `decision field confidence` of each column. */
const words = (proposals: readonly ColumnProposal[]): string[] =>
  proposals.map((one) => ('field' in one ? `${one.decision} ${one.field} ${one.confidence}` : one.decision));

/** One column beside the address. */
const single = (header: string, values: readonly string[], last: LastMapping = {}): string =>
  words(
    map(
      ['Email', header],
      values.map((value, row) => [`u${row}@acme.test`, value]),
      last,
    ),
  )[1] ?? '';

const phone = '+41 44 555 01 02';

describe('I10–I12: what is mapped at once', () => {
  it.each<[string, string, string[], string]>([
    ['a known header whose values fit', 'Mobile Phone', [phone], 'mapped mobilePhone certain'],
    ['in any spelling', 'mobile_phone', [phone], 'mapped mobilePhone certain'],
    ['with a remark in brackets', 'First Name [Required]', ['Ann'], 'mapped givenName certain'],
    ['a custom field by its name', 'Start date', ['2026-02-27'], `mapped ${startDate} certain`],
    ['true and false', 'Visible in directory', ['TRUE', 'false'], 'mapped visible certain'],
  ])('%s', (_, header, values, wanted) => expect(single(header, values)).toBe(wanted));
});

describe('I11: what waits for a tick', () => {
  it.each<[string, string, string[], string]>([
    ['a header that may mean several things', 'Title', ['Buyer'], 'ask title likely'],
    ['a header that holds a known name', 'Employee’s mobile phone no.', [phone], 'ask mobilePhone likely'],
    ['values that do not fit', 'Mobile Phone', ['ask Ann'], 'ask mobilePhone likely'],
    ['values of which some do not fit', 'Mobile Phone', [phone, 'ask Ann'], 'ask mobilePhone likely'],
    ['a column without values, which would clear the field', 'Home Address', ['', ''], 'ask homeAddress likely'],
    ['who may sign in', 'Active', ['true'], 'ask active certain'],
    ['a recovery address', 'Recovery Email', ['ann@home.test'], 'ask recoveryEmail certain'],
    ['a move', 'Org Unit Path', ['/Sales'], 'ask orgUnit certain'],
    ['paths under a header that says nothing', 'Wohin', ['/Sales'], 'ask orgUnit guess'],
  ])('%s', (_, header, values, wanted) => expect(single(header, values)).toBe(wanted));

  it('two columns that look alike, and the second best', () => {
    expect(words(map(['Email', 'Phone', 'Phone'], [['a@acme.test', phone, phone]])).slice(1)).toEqual([
      'ask workPhone likely',
      'ask workPhone likely',
    ]);
    expect(words(map(['Email', 'Mobile phone', 'Cell'], [['a@acme.test', phone, phone]])).slice(1)).toEqual([
      'ask mobilePhone certain',
      'ask mobilePhone certain',
    ]);
    const [, first, second] = map(['Email', 'Mobile phone', 'Cell'], [['a@acme.test', phone, 'none']]);
    expect([first, second]).toMatchObject([
      { decision: 'mapped', evidence: { isSecond: false } },
      { decision: 'ask', evidence: { isSecond: true } },
    ]);
  });

  it('addresses under a header that says nothing, when no other column is the address', () => {
    expect(words(map(['Wer', 'Abteilung'], [['a@acme.test', 'IT']]))).toEqual(['ask address guess', 'mapped department certain']);
    expect(words(map(['Email', 'Kontakt'], [['a@acme.test', 'b@acme.test']]))).toEqual(['mapped address certain', 'leftOut']);
  });
});

describe('I12: what only a hand maps', () => {
  it.each(['Groups', 'Security groups', 'Chat channels', 'Groups Admin', 'vpn@acme.test'])('%s', (header) =>
    expect(single(header, ['yes'])).toMatch(/^byHand /),
  );

  it('also when it was mapped so last time', () =>
    expect(single('Mailing', ['team'], { mailing: 'communicationGroups' })).toBe('byHand communicationGroups certain'));
});

describe('what was mapped last time', () => {
  it('counts as much as a known header', () => {
    expect(single('Funktion im Haus', ['Koch'], { funktionimhaus: 'title' })).toBe('mapped title certain');
    expect(single('Title', ['Dr.'], { title: 'displayName' })).toBe('mapped displayName certain');
    expect(single('Department', ['IT'], { department: 'leftOut' })).toBe('leftOut');
  });

  it('is asked about when the values do not fit any more, or somebody could be locked out', () => {
    expect(single('Nr', ['keine'], { nr: 'workPhone' })).toBe('ask workPhone likely');
    expect(single('Aktiv', ['true'], { aktiv: 'active' })).toBe('ask active certain');
  });
});

it('shows what it goes by', () =>
  expect(
    map(
      ['Email', 'Mobile'],
      [
        ['a@acme.test', phone],
        ['b@acme.test', ''],
        ['c@acme.test', 'none'],
      ],
      { mobile: 'mobilePhone' },
    )[1],
  ).toEqual({
    column: 1,
    decision: 'ask',
    field: 'mobilePhone',
    confidence: 'likely',
    evidence: { header: 'name', lastTime: true, fitting: 1, samples: [phone, 'none'], empty: 1, isSecond: false },
  }));

describe('files that people have', () => {
  const files: Readonly<Record<string, Readonly<Record<string, readonly [sample: string, wanted: string]>>>> = {
    'Admin console': {
      'First Name [Required]': ['Ann', 'mapped givenName'],
      'Last Name [Required]': ['Lee', 'mapped familyName'],
      'Email Address [Required]': ['ann@acme.test', 'mapped address'],
      'Password [Required]': ['****', 'ignored'],
      'Password Hash Function [UPLOAD ONLY]': ['', 'ignored'],
      'Org Unit Path [Required]': ['/', 'ask orgUnit'],
      'New Primary Email [UPLOAD ONLY]': ['', 'ignored'],
      'Status [READ ONLY]': ['Active', 'ignored'],
      'Last Sign In [READ ONLY]': ['2026/02/27 08:14:05', 'ignored'],
      'Recovery Email': ['ann@home.test', 'ask recoveryEmail'],
      'Home Secondary Email': ['ann@home.test', 'ask homeEmail'],
      'Work Secondary Email': ['lee@acme.test', 'ask workEmail'],
      'Recovery Phone [MUST BE IN THE E.164 FORMAT]': ['+41445550102', 'ask recoveryPhone'],
      'Work Phone': [phone, 'mapped workPhone'],
      'Home Phone': [phone, 'mapped homePhone'],
      'Mobile Phone': [phone, 'mapped mobilePhone'],
      'Work Address': ['Main Street 1, Zurich', 'mapped workAddress'],
      'Home Address': ['Side Street 1, Zurich', 'mapped homeAddress'],
      'Employee ID': ['0042', 'mapped employeeId'],
      'Employee Type': ['Staff', 'mapped employeeType'],
      'Employee Title': ['Buyer', 'mapped title'],
      'Manager Email': ['boss@acme.test', 'mapped manager'],
      Department: ['Sales', 'mapped department'],
      'Cost Center': ['42', 'mapped costCenter'],
      '2sv Enrolled [READ ONLY]': ['True', 'ignored'],
      '2sv Enforced [READ ONLY]': ['False', 'ignored'],
      'Building ID': ['B1', 'mapped building'],
      'Floor Name': ['3', 'mapped floor'],
      'Floor Section': ['A', 'mapped floorSection'],
      'Email Usage [READ ONLY]': ['1.2GB', 'ignored'],
      'Drive Usage [READ ONLY]': ['2.0GB', 'ignored'],
      'Total Storage [READ ONLY]': ['3.2GB', 'ignored'],
      'Change Password at Next Sign-In': ['False', 'ask changePassword'],
      'New Status [UPLOAD ONLY]': ['', 'ignored'],
      'Advanced Protection Program enrollment': ['False', 'ignored'],
    },
    'Active Directory': {
      sAMAccountName: ['alee', 'ignored'],
      givenName: ['Ann', 'mapped givenName'],
      sn: ['Lee', 'mapped familyName'],
      mail: ['ann@acme.test', 'mapped address'],
      title: ['Buyer', 'ask title'],
      department: ['Sales', 'mapped department'],
      mobile: [phone, 'mapped mobilePhone'],
      telephoneNumber: [phone, 'mapped workPhone'],
      manager: ['CN=Bo Ss,OU=Staff,DC=acme,DC=test', 'ask manager'],
      userAccountControl: ['512', 'ignored'],
    },
    'Microsoft 365': {
      UserPrincipalName: ['ann@acme.test', 'mapped address'],
      DisplayName: ['Ann Lee', 'mapped displayName'],
      GivenName: ['Ann', 'mapped givenName'],
      Surname: ['Lee', 'mapped familyName'],
      JobTitle: ['Buyer', 'mapped title'],
      Department: ['Sales', 'mapped department'],
      MobilePhone: [phone, 'mapped mobilePhone'],
      UsageLocation: ['CH', 'leftOut'],
      AccountEnabled: ['True', 'ask active'],
    },
    'human resources': {
      'Employee ID': ['0042', 'mapped employeeId'],
      'Preferred Name': ['Annie', 'ask givenName'],
      'Legal First Name': ['Ann', 'mapped givenName'],
      'Work Email': ['ann@acme.test', 'mapped address'],
      'Manager’s Email': ['boss@acme.test', 'mapped manager'],
      'Start Date': ['2026-02-27', `mapped ${startDate}`],
      'Cost Centre': ['42', 'mapped costCenter'],
    },
    German: {
      Vorname: ['Ann', 'mapped givenName'],
      Nachname: ['Lee', 'mapped familyName'],
      'E-Mail': ['ann@acme.test', 'mapped address'],
      Telefon: [phone, 'ask workPhone'],
      Abteilung: ['Verkauf', 'mapped department'],
      Kostenstelle: ['42', 'mapped costCenter'],
    },
    French: {
      Prénom: ['Ann', 'mapped givenName'],
      Nom: ['Lee', 'mapped familyName'],
      Courriel: ['ann@acme.test', 'mapped address'],
      'Téléphone portable': [phone, 'mapped mobilePhone'],
    },
    'French without accents': {
      Prenom: ['Ann', 'mapped givenName'],
      Departement: ['Ventes', 'mapped department'],
      Courriel: ['a@acme.test', 'mapped address'],
    },
    Spanish: {
      Nombre: ['Ann', 'mapped givenName'],
      Apellido: ['Lee', 'mapped familyName'],
      Correo: ['ann@acme.test', 'mapped address'],
      Cargo: ['Compradora', 'mapped title'],
    },
  };

  it.each(Object.entries(files))('%s', (_, columns) => {
    const proposals = map(Object.keys(columns), [Object.values(columns).map(([sample]) => sample)]);
    const found = proposals.map((one) => ('field' in one ? `${one.decision} ${one.field}` : one.decision));
    expect(Object.fromEntries(Object.keys(columns).map((header, column) => [header, found[column]]))).toEqual(
      Object.fromEntries(Object.entries(columns).map(([header, [, wanted]]) => [header, wanted])),
    );
  });
});

it('no header means two fields for certain', () => {
  const names = importFields({ ...ownFields, customFields: [] }).flatMap((field) => field.names);
  expect(names.filter((name, position) => names.indexOf(name) !== position)).toEqual([]);
  expect(names.filter((name) => name === '')).toEqual([]);
});
