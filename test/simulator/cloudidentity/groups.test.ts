import { type Json, SCOPE, sampleCompany } from '../network/sampleCompany';

const FORUM = 'cloudidentity.googleapis.com/groups.discussion_forum';
const SECURITY = 'cloudidentity.googleapis.com/groups.security';
const OURS = "parent == 'customers/C01acme'";

/** https://docs.cloud.google.com/identity/docs/reference/rest/v1/groups */
function company() {
  const base = sampleCompany();
  const { world, project, ada, send } = base;
  project.enabledApis.add('cloudidentity.googleapis.com');
  const { directory } = world;
  const [sales, keys] = [
    directory.addGroup({ email: 'sales@acme.test', name: 'Sales' }),
    directory.addGroup({ email: 'keys@acme-labs.test', name: 'Keys', security: true, aliases: ['locks@acme.test'] }),
    directory.addGroup({ email: 'everybody@acme.test', name: 'Everybody', dynamic: true, locked: true }),
  ];
  const tokenOf = (userId: string) =>
    world.cloud.issueToken({ userId, scopes: [`${SCOPE}cloud-identity.groups.readonly`], via: 'user', project: project.number });
  const get = (path: string, token = tokenOf(ada.id)): { status: number; json: Json } => {
    const response = send('GET', `https://cloudidentity.googleapis.com/v1/${path}`, { token });
    return { status: response.status, json: JSON.parse(response.body) };
  };
  const search = (query: string, more = '') => get(`groups:search?query=${encodeURIComponent(query)}${more}`);
  const found = (query: string) => (search(query).json.groups ?? []).map(({ displayName }: { displayName: string }) => displayName);
  return { ...base, directory, sales, keys, tokenOf, get, search, found };
}

describe('cloudidentity.groups', () => {
  it('are looked up by address or alias and named by the Directory’s id', () => {
    const { get, keys } = company();
    for (const address of ['keys@acme-labs.test', 'locks@acme.test'])
      expect(get(`groups:lookup?groupKey.id=${address}`).json).toEqual({ name: `groups/${keys.id}` });
    expect(get(`groups/${keys.id}`).json).toMatchObject({
      groupKey: { id: 'keys@acme-labs.test' },
      parent: 'customers/C01acme',
      labels: { [FORUM]: '', [SECURITY]: '' },
    });
  });

  it('say the same of what is unknown and of what is not visible', () => {
    const { get, tokenOf, ben, sales } = company();
    const denied = (name: string) => ({
      code: 403,
      status: 'PERMISSION_DENIED',
      message: expect.stringContaining(`resource ${name} (or it may`),
    });
    expect(get('groups:lookup?groupKey.id=none@acme.test').json.error).toMatchObject(denied('groups/none@acme.test'));
    expect(get(`groups/${sales.id}`, tokenOf(ben.id)).json.error).toMatchObject(denied(`groups/${sales.id}`));
  });

  it.each<[string, string[]]>([
    [OURS, ['Sales', 'Keys', 'Everybody']],
    [`${OURS} && '${SECURITY}' in labels`, ['Keys']],
    [`${OURS} && 'cloudidentity.googleapis.com/groups.dynamic' in labels`, ['Everybody']],
    [`${OURS} && domain_name == 'acme.test'`, ['Sales', 'Everybody']],
    [`${OURS} && group_key.startsWith("sal")`, ['Sales']],
    [`${OURS} && display_name.contains('ey') && '${FORUM}' in labels`, ['Keys']],
    [`${OURS} && display_name == 'sales'`, ['Sales']],
  ])('are found by %s', (query, expected) => {
    expect(company().found(query)).toEqual(expected);
  });

  it.each(['', `'${SECURITY}' in labels`, "parent == 'identitysources/1'", `${OURS} || display_name == 'x'`, `${OURS} && colour == 'red'`])(
    'refuse the query %s',
    (query) => {
      expect(company().search(query).json.error).toMatchObject({ code: 400, status: 'INVALID_ARGUMENT' });
    },
  );

  it('are those of one’s own account', () => {
    const { directory, search, get } = company();
    directory.addCustomer({ id: 'C0other', domains: ['other.test'] });
    expect(search("parent == 'customers/C0other'").status).toBe(403);
    expect(get('groups?parent=customers/C01acme').json.groups).toHaveLength(3);
    expect(get('groups').status).toBe(400);
  });

  it.each([false, true])('name labels in the BASIC view: %s, as set; always in the FULL one', (labelsInBasicView) => {
    const { directory, search } = company();
    directory.settings.labelsInBasicView = labelsInBasicView;
    expect('labels' in search(OURS).json.groups[0]).toBe(labelsInBasicView);
    expect(search(OURS, '&view=FULL').json.groups[1].labels).toEqual({ [FORUM]: '', [SECURITY]: '' });
  });

  it('come by pages: 200 by default, at most 1,000, or 50 and 500 with everything', () => {
    const { directory, search } = company();
    for (let i = 0; i < 250; i++) directory.addGroup({ email: `g${i}@acme.test` });
    const first = search(OURS).json;
    expect(first.groups).toHaveLength(200);
    expect(search(OURS, `&pageToken=${first.nextPageToken}`).json.groups).toHaveLength(53);
    expect(search(OURS, '&view=FULL').json.groups).toHaveLength(50);
    expect([search(OURS, '&pageSize=1001').status, search(OURS, '&view=FULL&pageSize=501').status]).toEqual([400, 400]);
  });
});
