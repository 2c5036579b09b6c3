import { delegationSetup } from '../oauth/delegationSetup';

/** https://docs.cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/generateIdToken */
describe('generateIdToken', () => {
  const setUp = () => {
    const { world, account, ada, adminToken } = delegationSetup();
    const ask = (body: object) => {
      const { response } = world.network.send({
        method: 'POST',
        url: `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${account.email}:generateIdToken`,
        headers: { Authorization: `Bearer ${adminToken}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      return { status: response.status, json: JSON.parse(response.body) };
    };
    return { world, account, ada, ask };
  };
  const claimsOf = (token: string): object => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

  it('names the account by its numeric id, and by its address when asked', () => {
    const { account, ask } = setUp();
    const { status, json } = ask({ audience: 'https://x.test' });
    expect(status).toBe(200);
    expect(claimsOf(json.token)).toMatchObject({
      sub: account.clientId,
      azp: account.clientId,
      aud: 'https://x.test',
      iss: 'https://accounts.google.com',
    });
    expect(claimsOf(json.token)).not.toHaveProperty('email');
    expect(claimsOf(ask({ audience: 'https://x.test', includeEmail: true }).json.token)).toMatchObject({ email: account.email });
  });

  it('needs an audience, and the role on an account that is not disabled', () => {
    const { account, ada, ask } = setUp();
    expect(ask({}).status).toBe(400);
    expect(ask({ audience: 'x', scope: 'y' }).status).toBe(400);
    account.disabled = true;
    expect(ask({ audience: 'x' }).json.error.status).toBe('FAILED_PRECONDITION');
    account.disabled = false;
    account.tokenCreators.delete(ada.id);
    expect(ask({ audience: 'x' }).json.error.message).toContain("'iam.serviceAccounts.getOpenIdToken' denied");
  });
});
