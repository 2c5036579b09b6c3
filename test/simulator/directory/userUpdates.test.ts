import { refusal, writingCompany } from './writingCompany';

const NOT_AUTHORIZED = refusal(403, 'Not Authorized to access this resource/api', 'forbidden');

/** https://developers.google.com/workspace/admin/directory/reference/rest/v1/users/update */
describe('directory.users.update', () => {
  it('keeps what is absent, clears what is null, replaces lists whole', () => {
    const { change, ben } = writingCompany();
    Object.assign(ben, {
      phones: [
        { value: '+1 555 0100', type: 'work' },
        { value: '+1 555 0101', type: 'home' },
      ],
      organizations: [{ title: 'Clerk', primary: true }],
      recoveryEmail: 'ben@home.example',
    });
    const { status, json } = change(ben.id, {
      name: { familyName: 'Okri-Stone' },
      phones: [{ value: '+1 555 0102', type: 'mobile' }],
      organizations: null,
      recoveryEmail: '',
    });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      name: { givenName: 'Ben', familyName: 'Okri-Stone' },
      phones: [{ value: '+1 555 0102', type: 'mobile' }],
    });
    expect(ben).not.toHaveProperty('organizations');
    expect(ben).not.toHaveProperty('recoveryEmail');
    change(ben.id, { phones: [] });
    expect(ben).not.toHaveProperty('phones');
  });

  it('answers the whole user, and reads show the same', () => {
    const { call, change, ben } = writingCompany();
    const { json } = change(ben.id, { externalIds: [{ value: 'E-7', type: 'organization' }] });
    expect(call('GET', `users/${ben.id}?projection=full`).json).toEqual(json);
  });

  it('keeps the old primary address as an alias, and takes the user’s own alias back', () => {
    const { change, ben } = writingCompany();
    expect(change('ben@acme.test', { primaryEmail: 'benjamin@acme.test' }).json).toMatchObject({
      id: ben.id,
      primaryEmail: 'benjamin@acme.test',
      aliases: ['ben@acme.test'],
    });
    expect(change(ben.id, { primaryEmail: 'ben@acme.test' }).json).toMatchObject({
      primaryEmail: 'ben@acme.test',
      aliases: ['benjamin@acme.test'],
    });
  });

  it('moves to a unit that exists, whatever the case', () => {
    const { change, ben } = writingCompany();
    expect(change(ben.id, { orgUnitPath: '/office' }).json.orgUnitPath).toBe('/Office');
    expect(change(ben.id, { orgUnitPath: '/Nowhere' })).toEqual(refusal(400, 'Invalid Input: INVALID_OU_ID', 'invalid'));
    expect(ben.orgUnitPath).toBe('/Office');
  });

  it('suspends and restores, with a reason only meanwhile', () => {
    const { change, ben } = writingCompany();
    expect(change(ben.id, { suspended: true }).json).toMatchObject({ suspended: true, suspensionReason: 'ADMIN' });
    expect(change(ben.id, { suspended: false }).json).not.toHaveProperty('suspensionReason');
  });

  it('does not restore whom Google suspended', () => {
    const { change, directory, ben } = writingCompany();
    directory.suspendUser(ben.id, 'ABUSE');
    expect(change(ben.id, { suspended: false })).toMatchObject({
      status: 412,
      json: { error: { errors: [{ reason: 'adminCannotUnsuspend' }] } },
    });
    expect(ben.suspended).toBe(true);
  });

  it('archives only while there are licenses', () => {
    const { change, customer, ben, directory } = writingCompany();
    customer.archivedUserLicenses = 1;
    directory.archiveUser(directory.addUser({ primaryEmail: 'old@acme.test' }).id);
    expect(change(ben.id, { archived: true })).toMatchObject({
      status: 412,
      json: { error: { errors: [{ reason: 'insufficientArchivedUserLicenses' }] } },
    });
    customer.archivedUserLicenses = 2;
    expect(change(ben.id, { archived: true }).json.archived).toBe(true);
  });

  it('sets custom fields one by one; null clears a field or a schema', () => {
    const { call, change, customer, directory, ben } = writingCompany();
    directory.addSchema(customer.id, 'employment', [
      { fieldName: 'level', fieldType: 'INT64' },
      { fieldName: 'projects', multiValued: true },
      { fieldName: 'since', fieldType: 'DATE' },
    ]);
    const set = (employment: object | null) => change(ben.id, { customSchemas: { employment } });
    set({ level: 3, projects: [{ value: 'Apollo' }, { value: 'Secret', type: 'custom', customType: 'night' }] });
    set({ since: '2024-02-29', projects: [{ value: 'Gemini' }] });
    expect(call('GET', `users/${ben.id}?projection=custom&customFieldMask=employment`).json.customSchemas).toEqual({
      employment: { level: 3, projects: [{ value: 'Gemini' }], since: '2024-02-29' },
    });
    set({ level: null });
    expect(ben.customSchemas).toEqual({ employment: { projects: [{ value: 'Gemini' }], since: '2024-02-29' } });
    set(null);
    expect(ben).not.toHaveProperty('customSchemas');
  });

  it.each([
    ['number', 7, '9007199254740993'],
    ['text', '7', '9007199254740993'],
  ] as const)(
    'keeps numbers of custom fields as such, however they are written; whole ones come back as a %s, as set',
    (customIntegers, small, large) => {
      const { change, customer, directory, ben } = writingCompany();
      directory.settings.customIntegers = customIntegers;
      directory.addSchema(customer.id, 'employment', [
        { fieldName: 'level', fieldType: 'INT64' },
        { fieldName: 'share', fieldType: 'DOUBLE' },
        { fieldName: 'badges', fieldType: 'INT64', multiValued: true },
      ]);
      const employment = { level: '007', share: '0.50', badges: [{ value: '9007199254740993', type: 'work' }] };
      expect(change(ben.id, { customSchemas: { employment } }).json.customSchemas).toEqual({
        employment: { level: small, share: 0.5, badges: [{ value: large, type: 'work' }] },
      });
    },
  );

  it('shows everybody only the custom fields that are for everybody', () => {
    const { call, change, customer, directory, ben, tokenOf } = writingCompany();
    directory.addSchema(customer.id, 'employment', [{ fieldName: 'team' }, { fieldName: 'pay', readAccessType: 'ADMINS_AND_SELF' }]);
    const cleo = directory.addUser({ primaryEmail: 'cleo@acme.test' });
    change(ben.id, { customSchemas: { employment: { team: 'A', pay: 'much' } } });
    const read = (projection: string) =>
      call('GET', `users/${ben.id}?viewType=domain_public&projection=${projection}`, undefined, tokenOf(cleo.id)).json;
    expect(read('full').customSchemas).toEqual({ employment: { team: 'A' } });
    expect(read('basic')).not.toHaveProperty('customSchemas');
    change(ben.id, { customSchemas: { employment: { team: null } } });
    expect(read('full')).not.toHaveProperty('customSchemas');
  });

  it.each([
    ['a text of 501 characters', { employment: { note: 'x'.repeat(501) } }],
    ['151 values', { employment: { projects: Array.from({ length: 151 }, (_, n) => ({ value: String(n) })) } }],
    ['an unknown schema', { badge: { number: '7' } }],
    ['an unknown field', { employment: { grade: 3 } }],
    ['a value of another type', { employment: { level: 'three' } }],
    ['one value for a list', { employment: { projects: 'Apollo' } }],
    ['a date that is none', { employment: { since: '29.2.2024' } }],
  ])('refuses custom fields with %s', (_what, customSchemas) => {
    const { change, customer, directory, ben } = writingCompany();
    directory.addSchema(customer.id, 'employment', [
      { fieldName: 'level', fieldType: 'INT64' },
      { fieldName: 'projects', multiValued: true },
      { fieldName: 'since', fieldType: 'DATE' },
      { fieldName: 'note' },
    ]);
    expect(change(ben.id, { customSchemas })).toEqual(refusal(400, 'Invalid Input: custom_schema', 'invalid'));
    expect(ben).not.toHaveProperty('customSchemas');
  });

  it.each<[string, object, string]>([
    ['a given name of 61 characters', { name: { givenName: 'x'.repeat(61) } }, 'Invalid Given/Family Name: GivenName'],
    ['an empty family name', { name: { familyName: '' } }, 'Invalid Given/Family Name: FamilyName'],
    ['a display name of 257 characters', { name: { displayName: 'x'.repeat(257) } }, 'Invalid Input: display_name'],
    ['a short password', { password: '1234567' }, 'Invalid Password'],
    ['a password of 101 characters', { password: 'x'.repeat(101) }, 'Invalid Password'],
    ['a password outside ASCII', { password: 'pässword1' }, 'Invalid Password'],
    ['a hash that is none', { password: 'password', hashFunction: 'SHA-1' }, 'Invalid Password'],
    ['an address that is none', { primaryEmail: 'ben' }, 'Invalid Input: primary_user_email'],
    ['two dots in an address', { primaryEmail: 'b..n@acme.test' }, 'Invalid Input: primary_user_email'],
    ['a recovery phone without a plus', { recoveryPhone: '4912345678' }, 'Invalid recovery phone.'],
    ['a recovery address that is none', { recoveryEmail: 'home' }, 'Invalid recovery email.'],
    ['a list that is none', { phones: { value: '1' } }, 'Invalid Input: phones'],
    ['an unknown type', { phones: [{ value: '1', type: 'satellite' }] }, 'Invalid Input: phones'],
    ['a custom type without a name', { phones: [{ value: '1', type: 'custom' }] }, 'Invalid Input: phones'],
    ['a key that phones do not have', { phones: [{ value: '1', number: '1' }] }, 'Invalid Input: phones'],
    ['two primary organizations', { organizations: [{ primary: true }, { primary: true }] }, 'Invalid Input: organizations'],
    ['a location without an area', { locations: [{ type: 'desk' }] }, 'Invalid Input: locations'],
    [
      'more than 1 KB of phones',
      { phones: Array.from({ length: 30 }, () => ({ value: '+49 30 1234567', type: 'work' })) },
      'Invalid Input: phones',
    ],
  ])('refuses %s and changes nothing', (_what, body, message) => {
    const { change, ben } = writingCompany();
    const before = JSON.stringify(ben);
    expect(change(ben.id, { ...body, includeInGlobalAddressList: false })).toEqual(refusal(400, message, 'invalid'));
    expect(JSON.stringify(ben)).toBe(before);
  });

  it('refuses unknown fields and values of another kind, ignores what cannot be written', () => {
    const { change, ben } = writingCompany();
    expect(change(ben.id, { shoeSize: 43 }).json.error.message).toContain('Unknown name "shoeSize": Cannot find field.');
    expect(change(ben.id, { suspended: 'yes' }).json.error.message).toBe(`Invalid value at 'suspended' (TYPE_BOOL), "yes"`);
    expect(change(ben.id, { isAdmin: true, aliases: ['x@acme.test'], id: '1' })).toMatchObject({
      status: 200,
      json: { id: ben.id, isAdmin: false },
    });
  });

  it.each([
    ['taken by a user', 'ada@acme.test', 409, 'Entity already exists.'],
    ['taken by a group', 'team@acme.test', 409, 'Entity already exists.'],
    ['of a domain that is not ours', 'ben@elsewhere.test', 404, 'Domain not found.'],
  ])('refuses an address %s', (_what, primaryEmail, code, message) => {
    const { change, directory, ben } = writingCompany();
    directory.addGroup({ email: 'team@acme.test' });
    expect(change(ben.id, { primaryEmail })).toMatchObject({ status: code, json: { error: { message } } });
    expect(ben.primaryEmail).toBe('ben@acme.test');
  });

  it('accepts hashes and never shows a password', () => {
    const { change, ben } = writingCompany();
    const password = 'da39a3ee5e6b4b0d3255bfef95601890afd80709';
    expect(JSON.stringify(change(ben.id, { password, hashFunction: 'SHA-1' }).json)).not.toContain('da39');
    expect(ben.password).toBe(password);
  });

  it('shows the user as before in listings for as long as it is set', () => {
    const { call, change, world, ben } = writingCompany();
    world.directory.settings.listingStaleMs = 60_000;
    change(ben.id, { name: { givenName: 'Benjamin' } });
    const listed = () => call('GET', 'users?customer=my_customer&query=email:ben*').json.users[0].name.givenName;
    expect([listed(), call('GET', `users/${ben.id}`).json.name.givenName]).toEqual(['Ben', 'Benjamin']);
    world.clock.advance(60_000);
    expect(listed()).toBe('Benjamin');
  });
});

describe('directory.users.patch', () => {
  it('cannot clear lists, but replaces them', () => {
    const { change, adminToken, ben } = writingCompany();
    Object.assign(ben, { phones: [{ value: '1' }], recoveryPhone: '+4930123456' });
    const patch = (body: object) => change(ben.id, body, adminToken, 'PATCH');
    expect(patch({ phones: [], recoveryPhone: null }).status).toBe(200);
    expect(patch({ phones: null }).json.phones).toEqual([{ value: '1' }]);
    expect(ben).not.toHaveProperty('recoveryPhone');
    expect(patch({ phones: [{ value: '2' }] }).json.phones).toEqual([{ value: '2' }]);
  });
});

describe('who may change users', () => {
  it('refuses plain users', () => {
    const { change, tokenOf, ben } = writingCompany();
    expect(change(ben.id, { name: { givenName: 'B' } }, tokenOf(ben.id))).toEqual(NOT_AUTHORIZED);
  });

  it.each<[string, object]>([
    ['USERS_UPDATE', { phones: null }],
    ['USERS_SUSPEND', { suspended: true }],
    ['USERS_MOVE', { orgUnitPath: '/Office' }],
    ['USERS_ALIAS', { primaryEmail: 'benny@acme.test' }],
    ['USERS_RESET_PASSWORD', { password: 'password1' }],
    ['USERS_FORCE_PASSWORD_CHANGE', { changePasswordAtNextLogin: true }],
  ])('asks a delegated administrator for %s', (privilege, body) => {
    const { change, delegate, ben } = writingCompany();
    const { user, token } = delegate('USERS_RETRIEVE');
    expect(change(ben.id, body, token)).toEqual(NOT_AUTHORIZED);
    user.adminPrivileges.add(privilege);
    expect(change(ben.id, body, token).status).toBe(200);
  });

  it('lets the privilege above stand for those below', () => {
    const { change, delegate, ben } = writingCompany();
    expect(change(ben.id, { suspended: true, name: { givenName: 'B' } }, delegate('USERS_ALL').token).status).toBe(200);
  });

  it('keeps super administrators from delegated ones', () => {
    const { change, call, delegate, ada } = writingCompany();
    const { token } = delegate('USERS_ALL');
    expect(change(ada.id, { suspended: true }, token)).toEqual(NOT_AUTHORIZED);
    expect(call('DELETE', `users/${ada.id}`, undefined, token)).toEqual(NOT_AUTHORIZED);
  });

  it('holds an administrator of one unit to the users below it', () => {
    const { change, call, directory, customer, tokenOf, ada, ben } = writingCompany();
    const chief = directory.addUser({ primaryEmail: 'chief@acme.test' });
    directory.assignRole(chief.id, customer.admins.roleNamed('_USER_MANAGEMENT_ADMIN_ROLE').roleId, '/Sales');
    directory.moveUser(ada.id, '/');
    const other = directory.addUser({ primaryEmail: 'other@acme.test', orgUnitPath: '/Office' });
    const token = tokenOf(chief.id);
    expect(change(ben.id, { suspended: true }, token).status).toBe(200);
    expect(change(other.id, { suspended: true }, token)).toEqual(NOT_AUTHORIZED);
    expect(call('GET', `users/${ben.id}`, undefined, token).status).toBe(200);
    expect(call('GET', 'users?customer=my_customer', undefined, token).status).toBe(403);
  });
});

describe('an account’s limits', () => {
  it('counts writes as queries of the user', () => {
    const { change, directory, ben } = writingCompany();
    directory.queries.perMinute = 1;
    change(ben.id, {});
    expect(change(ben.id, {}).json.error.errors[0].reason).toBe('userRateLimitExceeded');
  });

  it('answers 429 to more writes under way than are set, whoever sends them', () => {
    const { change, world, directory, tokenOf, ben } = writingCompany();
    directory.settings.concurrentWrites = 2;
    const other = directory.addUser({ primaryEmail: 'other@acme.test', isAdmin: true });
    change(ben.id, {});
    change(ben.id, {}, tokenOf(other.id));
    expect(change(ben.id, {})).toMatchObject({ status: 429, json: { error: { errors: [{ reason: 'rateLimitExceeded' }] } } });
    world.clock.advance(1000);
    expect(change(ben.id, {}).status).toBe(200);
  });
});
