import { asUser, delegatedSubject } from '../../src/google/delegation';
import { CONTACTS_SCOPE } from '../../src/google/operations';
import { readClaims } from '../../src/google/readClaims';
import { feedTask, inOrder, refusal, success } from '../support/feedTask';
import { call } from '../../src/google/request';

const serviceAccount = 'roster@project.iam.gserviceaccount.com';
const now = Date.UTC(2026, 2, 2, 8);
const ask = () => delegatedSubject({ serviceAccount, now: () => now }, { id: 'u1', primaryEmail: 'ann@example.com' }, CONTACTS_SCOPE);

test('has IAM sign for the user and exchanges it for a token of one scope, without a key anywhere (B10)', () => {
  const { value, calls } = feedTask(
    ask(),
    inOrder(success({ keyId: 'k', signedJwt: 'header.payload.signature' }), success({ access_token: 'ya29.x', expires_in: 3599 })),
  );
  expect(value).toEqual({ ok: true, value: { kind: 'user', userId: 'u1', token: 'ya29.x' } });
  const [sign, exchange] = calls;
  expect(sign?.url).toBe(
    'https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/roster%40project.iam.gserviceaccount.com:signJwt',
  );
  expect(sign?.as).toEqual({ kind: 'self' });
  const claims = JSON.parse((sign?.body as { payload: string }).payload) as Record<string, unknown>;
  expect(claims).toMatchObject({
    iss: serviceAccount,
    sub: 'ann@example.com',
    scope: 'https://www.googleapis.com/auth/contacts',
    aud: 'https://oauth2.googleapis.com/token',
  });
  expect(Number(claims['exp']) - Number(claims['iat'])).toBe(3600);
  expect(Number(claims['iat'])).toBeLessThanOrEqual(now / 1000);
  expect(exchange).toMatchObject({ url: 'https://oauth2.googleapis.com/token', as: { kind: 'none' }, encoding: 'form' });
  expect(exchange?.body).toEqual({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: 'header.payload.signature' });
});

test('says which service account needs which scope when the grant is missing', () => {
  const refused = {
    kind: 'answered',
    status: 401,
    body: { error: 'unauthorized_client', error_description: 'Client is unauthorized' },
  } as const;
  const idToken = ['{}', '{"aud":"x","sub":"117423"}', 'signature'].map((part) => Buffer.from(part).toString('base64url')).join('.');
  const { value, calls } = feedTask(ask(), inOrder(success({ signedJwt: 'j' }), refused, success({ token: idToken })));
  const message = 'unauthorized_client: Client is unauthorized';
  expect(value).toEqual({
    ok: false,
    problem: { code: 'google.delegationNotGranted', data: { clientId: '117423', scope: CONTACTS_SCOPE, message } },
  });
  expect(calls.at(-1)).toMatchObject({ operation: 'iamcredentials.projects.serviceAccounts.generateIdToken', as: { kind: 'self' } });
  for (const silent of [
    success({}),
    success({ token: 'none' }),
    refusal(403, { status: 'PERMISSION_DENIED', message: 'getOpenIdToken' }),
  ]) {
    expect(feedTask(ask(), inOrder(success({ signedJwt: 'j' }), refused, silent)).value).toEqual({
      ok: false,
      problem: { code: 'google.delegationNotGranted', data: { serviceAccount, scope: CONTACTS_SCOPE, message } },
    });
  }
});

test.each(['', 'a', 'Zürich', '117423', 'x'.repeat(100)])('reads the claims of a token that holds %j', (text) => {
  const payload = Buffer.from(JSON.stringify({ sub: encodeURIComponent(text), more: [1, 2] })).toString('base64url');
  expect(readClaims(`h.${payload}.s`)).toEqual({ sub: encodeURIComponent(text), more: [1, 2] });
});

test.each(['', 'x', 'a.b.c', 'a.bnVsbA.c', '..'])('finds no claims in %j', (text) => {
  expect(readClaims(text)).toEqual({});
});

test('stops at the first refusal: without a signature nothing is exchanged', () => {
  const { value, calls } = feedTask(ask(), inOrder(refusal(403, { status: 'PERMISSION_DENIED', message: 'iam.serviceAccounts.signJwt' })));
  expect(value).toMatchObject({ ok: false, problem: { code: 'google.signJwtRoleMissing' } });
  expect(calls).toHaveLength(1);
});

test('a success without a token is none', () => {
  expect(feedTask(ask(), inOrder(success({ signedJwt: 'j' }), success({}))).value).toMatchObject({
    ok: false,
    problem: { code: 'google.unexpected' },
  });
});

describe('a token that Google refuses in mid-run', () => {
  const user = { id: 'u1', primaryEmail: 'ann@example.com' };
  const work = () =>
    asUser({ serviceAccount, now: () => now }, user, CONTACTS_SCOPE, (as) =>
      call<{ readonly done?: boolean }>('people.people.createContact', as, { body: {} }),
    );
  const signed = success({ signedJwt: 'j' });
  const unauthorized = refusal(401, { status: 'UNAUTHENTICATED', message: 'Invalid Credentials' });

  test('is replaced once, and the refused call is sent again with the new one', () => {
    const answers = inOrder(
      signed,
      success({ access_token: 'old' }),
      unauthorized,
      signed,
      success({ access_token: 'new' }),
      success({ done: true }),
    );
    const { value, calls } = feedTask(work(), answers);
    expect(value).toEqual({ ok: true, value: { done: true } });
    expect(calls.flatMap(({ as }) => (as.kind === 'user' ? [as.token] : []))).toEqual(['old', 'new']);
  });

  test('refused again, or not replaced, is the problem of the work', () => {
    const again = inOrder(signed, success({ access_token: 'old' }), unauthorized, signed, success({ access_token: 'new' }), unauthorized);
    expect(feedTask(work(), again).value).toMatchObject({ ok: false, problem: { code: 'google.unauthorized' } });
    const never = inOrder(signed, success({ access_token: 'old' }), unauthorized, refusal(403, { message: 'no' }));
    expect(feedTask(work(), never).value).toMatchObject({ ok: false, problem: { code: 'google.unauthorized' } });
  });
});
