import { SCOPE } from '../network/sampleCompany';
import { delegationSetup } from './delegationSetup';

const THROUGH_CLIENT =
  'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.';
const SHORT_LIVED =
  'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.';

/** https://developers.google.com/identity/protocols/oauth2/service-account */
describe('the token endpoint', () => {
  it('gives a token that acts as the user with the scopes asked for', () => {
    const { act, world, ben } = delegationSetup();
    const { status, json } = act();
    expect([status, json.token_type]).toEqual([200, 'Bearer']);
    expect(json.expires_in).toBeLessThanOrEqual(3600);
    expect(json).not.toHaveProperty('refresh_token');
    expect(world.cloud.principalOf(json.access_token, world.clock.now())).toMatchObject({
      userId: ben.id,
      via: 'delegation',
      scopes: new Set([`${SCOPE}contacts`]),
    });
  });

  it('gives the token no more rights than the user has', () => {
    const { act, read } = delegationSetup();
    const { json } = act({ scope: `${SCOPE}admin.directory.user.readonly` });
    expect(read('users?customer=my_customer', json.access_token).status).toBe(403);
  });

  it.each<[string, Record<string, unknown>, number, string, string | undefined]>([
    [
      'one scope of two is not granted',
      { scope: `${SCOPE}contacts ${SCOPE}gmail.send` },
      403,
      'access_denied',
      'Requested client not authorized.',
    ],
    ['no scope is granted', { scope: `${SCOPE}gmail.send` }, 401, 'unauthorized_client', THROUGH_CLIENT],
    ['a scope does not exist', { scope: 'contacts' }, 400, 'invalid_scope', 'Some requested scopes were invalid. {invalid=[contacts]}'],
    ['no scope is asked for', { scope: '' }, 400, 'invalid_scope', 'Invalid OAuth scope or ID token audience provided.'],
    ['nobody has the address', { sub: 'nobody@acme.test' }, 400, 'invalid_grant', 'Invalid email or User ID'],
    ['the subject is an id', { sub: '112233445566778899001' }, 400, 'invalid_grant', 'Not a valid email.'],
    ['the assertion lives longer than an hour', { exp: Date.UTC(2026, 2, 2, 9, 0, 1) / 1000 }, 400, 'invalid_grant', SHORT_LIVED],
    [
      'the assertion is from tomorrow',
      { iat: Date.UTC(2026, 2, 2, 9) / 1000, exp: Date.UTC(2026, 2, 2, 9, 30) / 1000 },
      400,
      'invalid_grant',
      SHORT_LIVED,
    ],
    ['the issuer is unknown', { iss: 'x@y.iam.gserviceaccount.com' }, 400, 'invalid_grant', 'Invalid grant: account not found'],
  ])('refuses when %s', (_what, changes, status, error, description) => {
    const { act } = delegationSetup();
    expect(act(changes)).toEqual({ status, json: { error, error_description: description } });
  });

  it('refuses another audience', () => {
    const { json } = delegationSetup().act({ aud: 'https://people.googleapis.com/' });
    expect(json.error).toBe('invalid_grant');
  });

  it('refuses an assertion that was changed after signing', () => {
    const { sign, claims, exchange } = delegationSetup();
    const [head, , signature] = (sign(JSON.stringify(claims())).json.signedJwt as string).split('.');
    const forged = Buffer.from(JSON.stringify(claims({ sub: 'ada@acme.test' }))).toString('base64url');
    expect(exchange(`${head}.${forged}.${signature}`).json).toEqual({
      error: 'invalid_grant',
      error_description: 'Invalid JWT Signature.',
    });
    expect(exchange('nonsense').json.error).toBe('invalid_grant');
  });

  it('refuses an old assertion', () => {
    const { sign, claims, exchange, world } = delegationSetup();
    const assertion = sign(JSON.stringify(claims())).json.signedJwt as string;
    world.clock.advance(2 * 3_600_000);
    expect(exchange(assertion).json.error_description).toBe(SHORT_LIVED);
  });

  it('knows a client only in the customer that granted it', () => {
    const { act, world } = delegationSetup();
    world.directory.addCustomer({ id: 'C0other', domains: ['other.test'] });
    world.directory.addUser({ primaryEmail: 'eve@other.test' });
    expect(act({ sub: 'eve@other.test' })).toEqual({
      status: 401,
      json: { error: 'unauthorized_client', error_description: 'Unauthorized client or scope in request.' },
    });
  });

  it('knows a new grant only after it has spread', () => {
    const { act, world, customer, account } = delegationSetup();
    world.cloud.delegationDelay = 600_000;
    world.cloud.grantDelegation(customer.id, account.clientId, [`${SCOPE}contacts`]);
    expect(act().json.error).toBe('unauthorized_client');
    world.clock.advance(600_000);
    const { cloud, clock } = world;
    expect(cloud.delegations(customer.id)[0]?.effectiveAt).toBe(clock.now());
    expect(act().status).toBe(200);
  });

  it('refuses suspended and deleted users', () => {
    const { act, world, ben } = delegationSetup();
    world.directory.suspendUser(ben.id);
    expect(act().json).toEqual({ error: 'invalid_grant', error_description: 'Invalid email or User ID' });
    world.directory.unsuspendUser(ben.id);
    expect(act().status).toBe(200);
    world.directory.deleteUser(ben.id);
    expect(act().json).toEqual({ error: 'invalid_grant', error_description: 'The account has been deleted' });
  });

  it('takes an alias as subject only where configured: Google promises neither', () => {
    const { act, world, ben } = delegationSetup();
    world.directory.renameUser(ben.id, 'benjamin@acme.test');
    expect(act().json.error).toBe('invalid_grant');
    expect(act({ sub: 'benjamin@acme.test' }).status).toBe(200);
    world.cloud.acceptsAliasAsSubject = true;
    expect(act().status).toBe(200);
  });

  it('refuses a disabled service account', () => {
    const { sign, claims, exchange, account } = delegationSetup();
    const assertion = sign(JSON.stringify(claims())).json.signedJwt as string;
    account.disabled = true;
    expect(exchange(assertion).json.error).toBe('disabled_client');
  });

  it('refuses other grant types and missing parameters', () => {
    const { send } = delegationSetup();
    const post = (body: string) => {
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      return JSON.parse(send('POST', 'https://oauth2.googleapis.com/token', { body, headers }).body).error;
    };
    expect(post('grant_type=password')).toBe('unsupported_grant_type');
    expect(post('assertion=x')).toBe('invalid_request');
    expect(post('grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer')).toBe('invalid_request');
  });
});
