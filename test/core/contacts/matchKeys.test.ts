import { contradict, matchKeys, namesAgree, type MatchKeys } from '../../../src/core/contacts/matchKeys';

const phones = (...values: readonly (string | { value: string; canonicalForm: string })[]): readonly string[] =>
  matchKeys({ phoneNumbers: values.map((value) => (typeof value === 'string' ? { value } : value)) }).phones;

test.each<[string, string, string]>([
  ['a number with its country', '+41 (0)44 555-01-02', '+41445550102'],
  ['the international prefix', '0041 44 555 01 02', '+41445550102'],
  ['a number as dialled at home', '044 555 01 02', '0445550102'],
  ['full-width digits', '＋４１ ４４ ５５５ ０１ ０２', '+41445550102'],
  ['an extension', '+41 44 555 01 02 ext. 15', '+41445550102x15'],
  ['another way to write it', '+41 44 555 01 02x15', '+41445550102x15'],
])('reads %s: %s as %s (B7)', (_, typed, key) => {
  expect(phones(typed)).toEqual([key]);
});

test('takes Google’s E.164 form where there is one, and keeps the extension (B7)', () => {
  expect(phones({ value: '044 555 01 02', canonicalForm: '+41445550102' })).toEqual(['+41445550102']);
  expect(phones({ value: '044 555 01 02 #7', canonicalForm: '+41445550102' })).toEqual(['+41445550102x7']);
});

test.each(['', '117', '1234', 'Reception', 'ext. 12'])('makes no key of “%s”: it says too little (B7)', (typed) => {
  expect(phones(typed)).toEqual([]);
});

test('compares addresses and names without regard to case, composition and spaces (B7)', () => {
  const keys = (givenName: string, familyName: string, value: string): MatchKeys =>
    matchKeys({ names: [{ givenName, familyName, honorificPrefix: 'Dr.' }], emailAddresses: [{ value }, { value: value.trim() }] });
  expect(keys('Zoe\u0308 ', ' Łęcka', ' Zoe@Example.com')).toEqual(keys('ZOË', 'łęcka', 'zoe@example.com'));
  expect(keys('Zoë', 'Łęcka', 'zoe@example.com')).toEqual({ emails: ['zoe@example.com'], phones: [], name: 'zoë łęcka' });
});

test('joins the parts of a name, and takes it whole when it has none', () => {
  expect(matchKeys({ names: [{ givenName: 'Ada Byron' }] }).name).toBe(
    matchKeys({ names: [{ givenName: 'Ada', familyName: 'Byron' }] }).name,
  );
  expect(matchKeys({ names: [{ unstructuredName: 'Ada  Byron' }] }).name).toBe('ada byron');
  expect(matchKeys({ organizations: [{ name: 'Acme' }] }).name).toBe('');
});

test('is made of what the account’s owner entered, not of what a profile adds', () => {
  const profile = { metadata: { source: { type: 'PROFILE' } } };
  expect(matchKeys({ names: [{ givenName: 'Ann', ...profile }], emailAddresses: [{ value: 'a@x.test', ...profile }] })).toEqual({
    emails: [],
    phones: [],
    name: '',
  });
});

test.each([
  ['ann lee', 'ann lee', true],
  ['', 'ann lee', true],
  ['lee', 'ann lee', true],
  ['ann maria lee', 'ann lee', true],
  ['ann lee', 'bob lee', false],
  ['ann', 'anna', false],
])('the names “%s” and “%s” may be one person’s: %s (B7)', (one, other, agree) => {
  expect([namesAgree(one, other), namesAgree(other, one)]).toEqual([agree, agree]);
});

test.each<[string, Partial<MatchKeys>, Partial<MatchKeys>, boolean]>([
  ['other addresses', { emails: ['a@x'] }, { emails: ['b@x'] }, true],
  ['an address in common', { emails: ['a@x', 'b@x'] }, { emails: ['b@x'] }, false],
  ['no address on one side', { emails: ['a@x'] }, {}, false],
  ['other numbers', { phones: ['+41445550102'] }, { phones: ['+41445550103'] }, true],
  ['one number with and without its country', { phones: ['+41445550102'] }, { phones: ['0445550102'] }, false],
  ['one number with and without extension', { phones: ['+41445550102x7'] }, { phones: ['+41445550102'] }, false],
])('with %s two of one name contradict each other: %#', (_, one, other, expected) => {
  const none: MatchKeys = { emails: [], phones: [], name: 'ann' };
  expect(contradict({ ...none, ...one }, { ...none, ...other })).toBe(expected);
});
