import { type Json, SCOPE, sampleCompany } from '../network/sampleCompany';

/** The company with a service account that Ada may sign for and that may act for everybody's contacts. */
export function delegationSetup() {
  const company = sampleCompany();
  const { world, customer, project, ada, send, adminToken } = company;
  const account = world.cloud.addServiceAccount({ project: project.number, name: 'roster' });
  account.tokenCreators.add(ada.id);
  world.cloud.grantDelegation(customer.id, account.clientId, [`${SCOPE}contacts`, `${SCOPE}admin.directory.user.readonly`]);

  const sign = (payload: unknown, token = adminToken, name = `projects/-/serviceAccounts/${account.email}`) => {
    const response = send('POST', `https://iamcredentials.googleapis.com/v1/${name}:signJwt`, {
      token,
      body: JSON.stringify({ payload }),
      headers: { 'Content-Type': 'application/json' },
    });
    return { status: response.status, json: JSON.parse(response.body) as Json };
  };
  const claims = (changes: Record<string, unknown> = {}) => {
    const iat = Math.floor(world.clock.now() / 1000);
    return {
      iss: account.email,
      sub: 'ben@acme.test',
      scope: `${SCOPE}contacts`,
      aud: 'https://oauth2.googleapis.com/token',
      iat,
      exp: iat + 3600,
      ...changes,
    };
  };
  const exchange = (assertion: string) => {
    const response = send('POST', 'https://oauth2.googleapis.com/token', {
      body: new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }).toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    return { status: response.status, json: JSON.parse(response.body) as Json };
  };
  /** Signs these claims and exchanges them. */
  const act = (changes: Record<string, unknown> = {}) => exchange(sign(JSON.stringify(claims(changes))).json.signedJwt as string);

  return { ...company, account, sign, claims, exchange, act };
}
