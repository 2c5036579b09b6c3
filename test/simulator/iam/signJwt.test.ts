import { createVerify } from 'node:crypto';
import { signingKey } from '../../../simulator/iam/signingKey';
import { delegationSetup } from '../oauth/delegationSetup';

/** https://docs.cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/signJwt */
describe('signJwt', () => {
  it('signs the payload as it was given, with RS256 and the key it names', () => {
    const { sign, account } = delegationSetup();
    const payload = '{ "iss": "x",  "n": 1 }';
    const { json } = sign(payload);
    const [head, body, signature] = (json.signedJwt as string).split('.');
    expect(JSON.parse(Buffer.from(head ?? '', 'base64url').toString())).toEqual({ alg: 'RS256', kid: json.keyId, typ: 'JWT' });
    expect(Buffer.from(body ?? '', 'base64url').toString()).toBe(payload);
    const verified = createVerify('RSA-SHA256')
      .update(`${head}.${body}`)
      .verify(signingKey(account.email).publicKey, signature ?? '', 'base64url');
    expect(verified).toBe(true);
  });

  it('knows the account by its unique id too', () => {
    const { sign, account, adminToken } = delegationSetup();
    expect(sign('{}', adminToken, `projects/-/serviceAccounts/${account.clientId}`).status).toBe(200);
  });

  it('refuses who is no Token Creator on the account, administrators included', () => {
    const { sign, account, ada } = delegationSetup();
    account.tokenCreators.delete(ada.id);
    const { status, json } = sign('{}');
    expect([status, json.error.status]).toEqual([403, 'PERMISSION_DENIED']);
    expect(json.error.message).toBe("Permission 'iam.serviceAccounts.signJwt' denied on resource (or it may not exist).");
    expect(json.error.details[0]).toMatchObject({
      reason: 'IAM_PERMISSION_DENIED',
      metadata: { permission: 'iam.serviceAccounts.signJwt' },
    });
  });

  it('takes a grant made to an address', () => {
    const { sign, account, ben, tokenOf } = delegationSetup();
    account.tokenCreators.add('ben@acme.test');
    expect(sign('{}', tokenOf(ben.id)).status).toBe(200);
  });

  it('refuses a token without cloud-platform', () => {
    const { sign, tokenOf, ada } = delegationSetup();
    expect(sign('{}', tokenOf(ada.id, ['contacts'])).json.error.message).toBe('Request had insufficient authentication scopes.');
  });

  it('answers 404 for an account that does not exist', () => {
    const { sign, adminToken } = delegationSetup();
    const { status, json } = sign('{}', adminToken, 'projects/-/serviceAccounts/none@acme-roster.iam.gserviceaccount.com');
    expect([status, json.error.status]).toEqual([404, 'NOT_FOUND']);
  });

  it.each([
    ['a project instead of the dash', '{}', 'projects/acme-roster/serviceAccounts/x'],
    ['claims that are not an object', '[1]', undefined],
    ['claims that are not JSON', 'nonsense', undefined],
    ['claims that are not text', { sub: 'x' }, undefined],
    ['an exp more than 12 hours ahead', JSON.stringify({ exp: Date.UTC(2026, 2, 2, 20, 0, 1) / 1000 }), undefined],
    ['an exp in the past', JSON.stringify({ exp: Date.UTC(2026, 2, 2, 7) / 1000 }), undefined],
  ])('refuses %s', (_what, payload, name) => {
    const { sign, adminToken } = delegationSetup();
    const { status, json } = name === undefined ? sign(payload) : sign(payload, adminToken, name);
    expect([status, json.error.status]).toEqual([400, 'INVALID_ARGUMENT']);
  });

  it('counts as a token call and not as a read or write', () => {
    const { sign, world } = delegationSetup();
    sign('{}');
    expect([world.network.count({ effect: 'token' }), world.network.count({ effect: 'write' })]).toEqual([1, 0]);
  });

  it('takes JSON, not a form', () => {
    const { send, account, adminToken } = delegationSetup();
    const response = send('POST', `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${account.email}:signJwt`, {
      token: adminToken,
      body: new URLSearchParams({ payload: '{}' }).toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect(response.status).toBe(400);
  });

  it('signs so often in a minute for a project, and again in the next', () => {
    const { sign, world } = delegationSetup();
    expect(world.cloud.signings.perMinute).toBe(60_000);
    world.cloud.signings.perMinute = 2;
    expect([sign('{}').status, sign('{}').status, sign('{}').json.error.status]).toEqual([200, 200, 'RESOURCE_EXHAUSTED']);
    world.clock.advance(60_000);
    expect(sign('{}').status).toBe(200);
  });
});
