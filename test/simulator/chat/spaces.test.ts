import { chatCompany, refused } from './chatCompany';

const BASE = 'customer = "customers/my_customer" AND space_type = "SPACE"';

/** https://developers.google.com/workspace/chat/api/reference/rest/v1/spaces */
function company() {
  const base = chatCompany();
  const { world, chat, customer, call } = base;
  world.clock.advance(1000);
  chat.addSpace({ customerId: customer.id, displayName: 'The evening was fun', externalUserAllowed: true });
  world.clock.advance(1000);
  chat.addSpace({ customerId: customer.id, displayName: 'notFun event' });
  chat.addSpace({ customerId: customer.id, displayName: '', spaceType: 'DIRECT_MESSAGE' });
  chat.addSpace({ customerId: 'C0other', displayName: 'Fun elsewhere' });
  const search = (query: string, more = '') => call('GET', `spaces:search?useAdminAccess=true&query=${encodeURIComponent(query)}${more}`);
  const names = (query: string, more = '') =>
    (search(query, more).json.spaces ?? []).map(({ displayName }: { displayName: string }) => displayName);
  return { ...base, search, names };
}

describe('chat.spaces.search', () => {
  it('finds the account’s named spaces, whoever is in them', () => {
    const { search, names } = company();
    expect(names(BASE)).toEqual(['Fun event', 'The evening was fun', 'notFun event']);
    expect(search(BASE).json.totalSize).toBe(3);
    expect(search(`${BASE} AND display_name:"none"`).json).toEqual({});
  });

  it.each<[string, string[]]>([
    ['display_name:"Fun Eve"', ['Fun event', 'The evening was fun']],
    ['(display_name:"notfun" OR display_name:"evening")', ['The evening was fun', 'notFun event']],
    ['external_user_allowed = "true"', ['The evening was fun']],
    ['(create_time > "2026-03-02T08:00:00.500Z" AND create_time < "2026-03-02T08:00:01.500Z")', ['The evening was fun']],
    ['create_time <= "2026-03-02T08:00:00Z"', ['Fun event']],
    ['space_history_state = "HISTORY_OFF"', []],
  ])('finds by %s', (more, expected) => {
    expect(company().names(`${BASE} AND ${more}`)).toEqual(expected);
  });

  it.each([
    '',
    'space_type = "SPACE"',
    'customer = "customers/C01acme" AND space_type = "SPACE"',
    'customer = "customers/my_customer" AND space_type = "GROUP_CHAT"',
    `${BASE} OR display_name:"Fun"`,
    `${BASE} AND display_name = "Fun"`,
    `${BASE} AND display_name:"a" AND display_name:"b"`,
    `${BASE} AND (display_name:"a" OR external_user_allowed = "true")`,
    `${BASE} AND create_time > "yesterday"`,
    `${BASE} AND colour = "red"`,
    `(${BASE}`,
  ])('refuses %s', (query) => {
    expect(company().search(query)).toEqual(refused(400, 'INVALID_ARGUMENT'));
  });

  it('orders and pages', () => {
    const { names, search } = company();
    expect(names(BASE, `&orderBy=${encodeURIComponent('create_time DESC')}`)[0]).toBe('notFun event');
    expect(names(BASE, `&orderBy=${encodeURIComponent('membership_count.joined_direct_human_user_count DESC')}`)[0]).toBe('Fun event');
    expect(search(BASE, '&orderBy=name').status).toBe(400);
    const first = search(BASE, '&pageSize=2').json;
    expect([first.spaces.length, first.totalSize]).toEqual([2, 3]);
    expect(names(BASE, `&pageSize=2&pageToken=${first.nextPageToken}`)).toEqual(['notFun event']);
  });

  it('works with administrator access only', () => {
    const { call, search, tokens } = company();
    expect(call('GET', `spaces:search?query=${encodeURIComponent(BASE)}`)).toEqual(refused(400, 'INVALID_ARGUMENT'));
    expect(search(BASE).status).toBe(200);
    expect(call('GET', `spaces:search?useAdminAccess=true&query=${encodeURIComponent(BASE)}`, undefined, tokens.ben)).toEqual(
      refused(403, 'PERMISSION_DENIED'),
    );
  });
});

describe('chat.spaces.get and list', () => {
  it('show a space to its members, and to administrators of its account', () => {
    const { call, team, tokens, chat, customer } = company();
    const shown = { name: team.name, displayName: 'Fun event', spaceType: 'SPACE', customer: `customers/${customer.id}` };
    expect(call('GET', team.name, undefined, tokens.ben).json).toMatchObject({
      ...shown,
      membershipCount: { joinedDirectHumanUserCount: 1 },
    });
    expect(call('GET', team.name)).toEqual(refused(403, 'PERMISSION_DENIED'));
    expect(call('GET', `${team.name}?useAdminAccess=true`).json).toMatchObject(shown);
    const other = [...chat.spaces.values()].find(({ customerId }) => customerId === 'C0other')?.name ?? '';
    expect(call('GET', `${other}?useAdminAccess=true`)).toEqual(refused(403, 'PERMISSION_DENIED'));
    expect(call('GET', 'spaces/none?useAdminAccess=true')).toEqual(refused(404, 'NOT_FOUND'));
  });

  it('list the caller’s own spaces, by type', () => {
    const { call, tokens } = company();
    const list = (filter = '') => call('GET', `spaces?filter=${encodeURIComponent(filter)}`, undefined, tokens.ben);
    expect(list().json.spaces).toHaveLength(1);
    expect(list('space_type = "SPACE" OR spaceType = "GROUP_CHAT"').json.spaces).toHaveLength(1);
    expect(list('space_type = "DIRECT_MESSAGE"').json).toEqual({});
    expect(list('space_type = "ROOM"').status).toBe(400);
    expect(call('GET', 'spaces').json).toEqual({});
  });
});
