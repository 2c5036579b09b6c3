import { admin, auth as adminAuth } from '@googleapis/admin';
import { auth as peopleAuth, people } from '@googleapis/people';
import { type LoopbackServer, serveLoopback } from '../../simulator/network/serveLoopback';
import { sampleCompany } from '../simulator/network/sampleCompany';
import { recordRequests } from './recordRequests';

/** Google's own client libraries, pointed at the simulated network over loopback HTTP. */
describe('Google’s clients against the simulator', () => {
  const company = sampleCompany();
  const { world, ada, adminToken } = company;
  let server: LoopbackServer;
  const sent = recordRequests(world.network);

  const directory = () => {
    const client = new adminAuth.OAuth2();
    client.setCredentials({ access_token: adminToken });
    return admin({
      version: 'directory_v1',
      auth: client,
      rootUrl: `${server.originOf('admin.googleapis.com')}/`,
      fetchImplementation: fetch,
    });
  };
  const contacts = () => {
    const client = new peopleAuth.OAuth2();
    client.setCredentials({ access_token: adminToken });
    return people({ version: 'v1', auth: client, rootUrl: `${server.originOf('people.googleapis.com')}/`, fetchImplementation: fetch });
  };

  beforeAll(async () => {
    server = await serveLoopback(world);
    world.directory.addGroup({ email: 'sales@acme.test', name: 'Sales' });
    world.directory.addMember('sales@acme.test', { email: 'ben@acme.test', role: 'OWNER' });
  });
  afterAll(() => server.close());

  it('list users page by page', async () => {
    const first = await directory().users.list({ customer: 'my_customer', maxResults: 1, orderBy: 'email' });
    expect(first.data.users?.map((user) => user.primaryEmail)).toEqual(['ada@acme.test']);
    const second = await directory().users.list({
      customer: 'my_customer',
      maxResults: 1,
      orderBy: 'email',
      pageToken: first.data.nextPageToken ?? '',
    });
    expect(second.data.users?.map((user) => user.primaryEmail)).toEqual(['ben@acme.test']);
  });

  it('get a user by id', async () => {
    const { data } = await directory().users.get({ userKey: ada.id, projection: 'full' });
    expect(data.primaryEmail).toBe('ada@acme.test');
  });

  it('list groups, members, org units and domains', async () => {
    const groups = await directory().groups.list({ customer: 'my_customer', maxResults: 200 });
    const members = await directory().members.list({
      groupKey: groups.data.groups?.[0]?.id ?? '',
      includeDerivedMembership: true,
      roles: 'OWNER',
    });
    const units = await directory().orgunits.list({ customerId: 'my_customer', type: 'all' });
    const unit = await directory().orgunits.get({ customerId: 'my_customer', orgUnitPath: 'Sales/North' });
    const domains = await directory().domains.list({ customer: 'my_customer' });
    expect(members.data.members?.map(({ email, role }) => [email, role])).toEqual([['ben@acme.test', 'OWNER']]);
    expect(units.data.organizationUnits?.map(({ orgUnitPath }) => orgUnitPath)).toEqual(['/Office', '/Sales', '/Sales/North']);
    expect(unit.data.name).toBe('North');
    expect(domains.data.domains?.map(({ domainName }) => domainName)).toEqual(['acme.test', 'acme-labs.test']);
  });

  it('create a user, change them and their groups, and delete them', async () => {
    const { users, members } = directory();
    const requestBody = { primaryEmail: 'liz@acme.test', name: { givenName: 'Liz', familyName: 'Smith' }, password: 'correct horse' };
    const { data } = await users.insert({ requestBody });
    const userKey = data.id ?? '';
    world.clock.advance(world.directory.settings.creationDelayMs);
    const changed = await users.update({ userKey, requestBody: { phones: [{ value: '+1 555 0100', type: 'work' }] } });
    expect(changed.data.phones).toEqual([{ value: '+1 555 0100', type: 'work' }]);
    const member = await members.insert({ groupKey: 'sales@acme.test', requestBody: { email: 'liz@acme.test' } });
    expect(member.data.role).toBe('MEMBER');
    expect((await members.delete({ groupKey: 'sales@acme.test', memberKey: userKey })).status).toBe(204);
    expect((await users.delete({ userKey })).status).toBe(204);
    expect(world.directory.userById(userKey)).toBeUndefined();
  });

  it('create a contact group and contacts in it, and list both', async () => {
    const group = await contacts().contactGroups.create({ requestBody: { contactGroup: { name: 'Vendors' }, readGroupFields: 'name' } });
    const contactGroupResourceName = group.data.resourceName ?? '';
    const created = await contacts().people.batchCreateContacts({
      requestBody: {
        readMask: 'names,memberships',
        contacts: ['Mia', 'Noor'].map((givenName) => ({
          contactPerson: {
            names: [{ givenName }],
            memberships: [
              { contactGroupMembership: { contactGroupResourceName } },
              { contactGroupMembership: { contactGroupResourceName: 'contactGroups/myContacts' } },
            ],
          },
        })),
      },
    });
    expect(created.data.createdPeople?.map(({ person }) => person?.names?.[0]?.givenName)).toEqual(['Mia', 'Noor']);
    const groups = await contacts().contactGroups.list({ pageSize: 1000, groupFields: 'name,groupType,clientData' });
    expect(groups.data.contactGroups?.map(({ name }) => name)).toContain('Vendors');
    const listed = await contacts().people.connections.list({
      resourceName: 'people/me',
      personFields: 'names,memberships',
      pageSize: 1000,
      sources: ['READ_SOURCE_TYPE_CONTACT'],
    });
    expect(listed.data.connections?.map(({ names }) => names?.[0]?.givenName).sort()).toEqual(['Mia', 'Noor']);
  });

  it('throw what the simulator refuses, with Google’s body', async () => {
    const refused = directory().users.get({ userKey: 'nobody@acme.test' });
    await expect(refused).rejects.toMatchObject({ status: 404, message: 'Resource Not Found: userKey' });
  });

  it('move the virtual clock by what each call takes', async () => {
    const before = world.clock.now();
    await directory().users.get({ userKey: ada.id });
    expect(world.clock.now() - before).toBe(world.latency.ofOperation('directory.users.get'));
  });

  it('send requests that can be compared: method, path, sorted query, body', () => {
    expect(sent.map(({ operation }) => operation)).toEqual(
      expect.arrayContaining(['directory.members.list', 'people.people.batchCreateContacts']),
    );
    expect(sent.find(({ operation }) => operation === 'directory.members.list')).toMatchObject({
      method: 'GET',
      query: [
        ['includeDerivedMembership', 'true'],
        ['roles', 'OWNER'],
      ],
      body: undefined,
    });
  });
});
