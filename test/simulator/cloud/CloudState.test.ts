import { SCOPE, sampleCompany } from '../network/sampleCompany';

describe('access tokens', () => {
  it('name their user, scopes and project for one hour', () => {
    const { world, ada, project } = sampleCompany();
    const token = world.cloud.issueToken({ userId: ada.id, scopes: [`${SCOPE}contacts`], via: 'user', project: project.number });
    const now = world.clock.now();
    expect(world.cloud.principalOf(token, now)).toEqual({
      userId: ada.id,
      scopes: new Set([`${SCOPE}contacts`]),
      via: 'user',
      project: '123456789012',
    });
    expect(world.cloud.principalOf(token, now + 3_599_999)).toBeDefined();
    expect(world.cloud.principalOf(token, now + 3_600_000)).toBeUndefined();
  });

  it('are void for suspended, archived and deleted users', () => {
    const { world, tokenOf } = sampleCompany();
    const { directory, cloud } = world;
    const ends = [
      (id: string) => directory.suspendUser(id),
      (id: string) => directory.archiveUser(id),
      (id: string) => directory.deleteUser(id),
    ];
    ends.forEach((end, i) => {
      const user = directory.addUser({ primaryEmail: `leaver${i}@acme.test` });
      const token = tokenOf(user.id);
      expect(cloud.principalOf(token, world.clock.now())).toBeDefined();
      end(user.id);
      expect(cloud.principalOf(token, world.clock.now())).toBeUndefined();
    });
  });
});

describe('delegation grants', () => {
  it('belong to one customer, replace each other and can be taken back', () => {
    const { world, customer } = sampleCompany();
    world.directory.addCustomer({ id: 'C0other', domains: ['other.test'] });
    world.cloud.grantDelegation(customer.id, '117', ['a', 'b']);
    world.cloud.grantDelegation(customer.id, '117', ['c']);
    expect(world.cloud.delegations(customer.id).map(({ clientId, scopes }) => [clientId, [...scopes]])).toEqual([['117', ['c']]]);
    expect(world.cloud.delegations('C0other')).toEqual([]);
    world.cloud.revokeDelegation(customer.id, '117');
    expect(world.cloud.delegations(customer.id)).toEqual([]);
  });
});

describe('service accounts', () => {
  it('have an address in their project and a numeric client id', () => {
    const { world, project } = sampleCompany();
    const account = world.cloud.addServiceAccount({ project: project.number, name: 'roster' });
    expect(account.email).toBe('roster@acme-roster.iam.gserviceaccount.com');
    expect(account.clientId).toMatch(/^\d{21}$/);
    expect(world.cloud.serviceAccount(account.clientId)).toBe(account);
  });
});
