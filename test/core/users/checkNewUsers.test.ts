import { explain } from '../../../src/core/base/explain';
import { checkNewUsers, type KnownNames } from '../../../src/core/users/checkNewUsers';
import type { NewUser } from '../../../src/core/users/NewUser';

const user = (email: string, more: Partial<NewUser> = {}): NewUser => ({
  email,
  orgUnitPath: '/',
  groups: [],
  fields: [
    { field: 'givenName', value: 'Ann' },
    { field: 'familyName', value: 'Lee' },
  ],
  ...more,
});

const known: KnownNames = {
  users: [
    {
      id: 'u1',
      primaryEmail: 'Sam@acme.test',
      aliases: ['samuel@acme.test'],
      fullName: 'Sam Test',
      orgUnitPath: '/',
      suspended: false,
      archived: false,
      isAdmin: false,
      isDelegatedAdmin: false,
    },
  ],
  groups: [{ id: 'g1', email: 'team@acme.test', aliases: ['crew@acme.test'], name: 'Team', directMembersCount: 1 }],
  orgUnits: [
    { orgUnitId: 'id:root', orgUnitPath: '/', name: 'acme' },
    { orgUnitId: 'id:sales', orgUnitPath: '/Sales', name: 'Sales' },
  ],
  domains: [{ domainName: 'acme.test', aliases: ['acme.example'], isPrimary: true, verified: true }],
};

const faultsOf = (one: NewUser, others: readonly NewUser[] = []): string[] =>
  checkNewUsers([one, ...others], known)[0]!.faults.map(({ content, problem }) => `${content}: ${explain(problem).what}`);

const managed = (manager: string): Partial<NewUser> => ({ fields: [...user('').fields, { field: 'manager', value: manager }] });

describe('what the Directory says against a new user', () => {
  it.each<[string, NewUser, string]>([
    ['a user has the address', user('sam@acme.test'), 'address: sam@acme.test is taken. It is the address of Sam Test.'],
    ['an alias', user('samuel@acme.test'), 'address: samuel@acme.test is taken. It is another address of Sam@acme.test.'],
    ['a group', user('team@acme.test'), 'address: team@acme.test is taken. It is an address of the group team@acme.test.'],
    ['an alias of a group', user('crew@acme.test'), 'address: crew@acme.test is taken. It is an address of the group team@acme.test.'],
    ['another domain', user('ann@elsewhere.test'), 'address: elsewhere.test is not a domain that users of your organization can have.'],
    ['an alias of a domain', user('ann@acme.example'), 'address: acme.example is not a domain that users of your organization can have.'],
    ['no such unit', user('ann@acme.test', { orgUnitPath: '/Slaes' }), 'orgUnit: There is no organizational unit /Slaes.'],
    ['no such group', user('ann@acme.test', { groups: ['nobody@acme.test'] }), 'groups: There is no group nobody@acme.test.'],
    [
      'no such manager',
      user('ann@acme.test', managed('boss@acme.test')),
      'manager: The manager boss@acme.test is neither a user of your organization nor in this tab.',
    ],
  ])('%s', (_, one, said) => {
    expect(faultsOf(one)).toEqual([said]);
  });

  it('nothing against a manager who is created, too, or who is known by an alias', () => {
    expect(faultsOf(user('ann@acme.test', managed('Bob@acme.test')), [user('bob@acme.test')])).toEqual([]);
    expect(faultsOf(user('ann@acme.test', managed('samuel@acme.test')))).toEqual([]);
  });

  it('says nothing of what was not read', () => {
    const named = user('sam@acme.test', { orgUnitPath: '/Nowhere', groups: ['x@acme.test'], ...managed('boss@acme.test') });
    expect(checkNewUsers([named], {})[0]!.faults).toEqual([]);
  });

  it('gives unit and groups as the Directory has them', () => {
    const [checked] = checkNewUsers([user('ann@acme.test', { orgUnitPath: '/sales', groups: ['crew@acme.test'] })], known);
    expect(checked!.plan).toMatchObject({ orgUnitPath: '/Sales', groups: [{ groupId: 'g1', email: 'team@acme.test' }] });
  });
});
