import { identitySubject } from '../../src/gas/identitySubject';

const global = globalThis as unknown as Record<string, unknown>;
const withToken = (token: unknown): string | undefined => {
  global['ScriptApp'] = { getIdentityToken: () => token };
  global['Utilities'] = {
    base64DecodeWebSafe: (text: string) => [...Buffer.from(text, 'base64url')],
    newBlob: (bytes: number[]) => ({ getDataAsString: () => Buffer.from(bytes).toString('utf8') }),
  };
  return identitySubject();
};
const payload = (value: unknown): string => `h.${Buffer.from(JSON.stringify(value)).toString('base64url')}.s`;

afterAll(() => {
  delete global['ScriptApp'];
  delete global['Utilities'];
});

describe('the person in a token', () => {
  it.each([
    [null, undefined],
    [payload({ sub: '117' }), '117'],
    [payload({ sub: '117', name: 'Zoë ÿ>?' }), '117'],
    [payload({ sub: 117 }), ''],
    [payload({}), ''],
    [payload(null), ''],
    ['', ''],
    ['a.b', ''],
    ['not a token', ''],
  ])('%j: %j', (token, subject) => {
    expect(withToken(token)).toBe(subject);
  });
});
