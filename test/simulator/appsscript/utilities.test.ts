import { createVerify, generateKeyPairSync } from 'node:crypto';
import { scriptOf } from './scriptOf';

/** Evaluates one expression in a script. */
const evaluate = (expression: string, args: readonly unknown[] = []): unknown =>
  scriptOf(`function f(a, b) { return ${expression}; }`).value('f', args);
const refusal = (expression: string): string | undefined => scriptOf(`function f() { return ${expression}; }`).run('f').error?.message;
const hex = (bytes: unknown) => Buffer.from((bytes as number[]).map((byte) => byte & 255)).toString('hex');

describe('Utilities: bytes', () => {
  it('are signed', () => {
    expect(evaluate(`Utilities.newBlob('é').getBytes()`)).toEqual([-61, -87]);
    expect(evaluate(`Utilities.base64Decode('/w==')`)).toEqual([-1]);
  });

  it('are encoded with padding, also web safe', () => {
    expect(evaluate(`[Utilities.base64Encode([-5, -1]), Utilities.base64EncodeWebSafe([-5, -1]), Utilities.base64Encode('é')]`)).toEqual([
      '+/8=',
      '-_8=',
      'w6k=',
    ]);
  });

  it('are decoded with or without padding, in both alphabets', () => {
    expect(
      evaluate(`[Utilities.base64DecodeWebSafe('-_8='), Utilities.base64DecodeWebSafe('-_8'), Utilities.base64Decode('+/8=')]`),
    ).toEqual([
      [-5, -1],
      [-5, -1],
      [-5, -1],
    ]);
    expect(refusal(`Utilities.base64Decode('*')`)).toBe('Could not decode string.');
  });

  it('go through a blob, zipped and back', () => {
    expect(
      evaluate(
        `Utilities.ungzip(Utilities.gzip(Utilities.newBlob('text ' + 'x'.repeat(100), 'text/csv', 'a.csv'))).getDataAsString().length`,
      ),
    ).toBe(105);
    expect(
      evaluate(`[Utilities.newBlob([65], 'text/csv', 'a.csv')].map((b) => [b.getName(), b.getContentType(), b.getDataAsString()])`),
    ).toEqual([['a.csv', 'text/csv', 'A']]);
  });
});

describe('Utilities: digests and signatures', () => {
  it.each([
    ['MD5', '900150983cd24fb0d6963f7d28e17f72'],
    ['SHA_1', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['SHA_256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('%s of "abc"', (algorithm, expected) => {
    expect(hex(evaluate(`Utilities.computeDigest(Utilities.DigestAlgorithm.${algorithm}, 'abc')`))).toBe(expected);
    expect(hex(evaluate(`Utilities.computeDigest(Utilities.DigestAlgorithm.${algorithm}, [97, 98, 99], Utilities.Charset.UTF_8)`))).toBe(
      expected,
    );
  });

  it('HMAC takes value and key, both texts or both bytes (RFC 4231, case 2)', () => {
    const expected = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
    expect(hex(evaluate(`Utilities.computeHmacSha256Signature('what do ya want for nothing?', 'Jefe')`))).toBe(expected);
    expect(
      hex(evaluate(`Utilities.computeHmacSignature(Utilities.MacAlgorithm.HMAC_SHA_256, 'what do ya want for nothing?', 'Jefe')`)),
    ).toBe(expected);
    expect(refusal(`Utilities.computeHmacSha256Signature('value', [1, 2])`)).toBe(
      "The parameters (String,number[]) don't match the method signature for Utilities.computeHmacSha256Signature.",
    );
  });

  it('RSA signs with a PEM private key', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    const signature = evaluate(`Utilities.computeRsaSha256Signature(a, b)`, ['text', pem]) as number[];
    const bytes = Buffer.from(signature.map((byte) => byte & 255));
    expect(createVerify('RSA-SHA256').update('text').verify(publicKey, bytes)).toBe(true);
  });

  it('makes version 4 UUIDs that differ', () => {
    const [one, other] = evaluate(`[Utilities.getUuid(), Utilities.getUuid()]`) as string[];
    expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(one).not.toBe(other);
  });
});

describe('Utilities.formatDate', () => {
  const at = Date.UTC(2026, 2, 5, 23, 4, 9, 7);
  it.each([
    ['yyyy-MM-dd HH:mm:ss.SSS', 'GMT', '2026-03-05 23:04:09.007'],
    ["EEE, d MMM yyyy 'at' h:mm a", 'Europe/Berlin', 'Fri, 6 Mar 2026 at 12:04 AM'],
    ["yyyy-MM-dd'T'HH:mm:ssXXX", 'Asia/Kolkata', '2026-03-06T04:34:09+05:30'],
    ['EEEE MMMM yy Z', 'America/New_York', 'Thursday March 26 -0500'],
    ['u D k K X', 'GMT', '4 64 23 11 Z'],
  ])('%s in %s', (format, zone, expected) => {
    expect(evaluate(`Utilities.formatDate(new Date(${at}), a, b)`, [zone, format])).toBe(expected);
  });
});

describe('Utilities: texts and time', () => {
  it('formats with %', () => {
    expect(evaluate(`Utilities.formatString('%s is %d of %03d, %.2f %%', 'a', 5, 7, 1.005)`)).toBe('a is 5 of 007, 1.00 %');
  });

  it.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      '"x, ""y""",\r\n"line\nbreak",z',
      [
        ['x, "y"', ''],
        ['line\nbreak', 'z'],
      ],
    ],
    ['', []],
  ])('parses CSV %j', (csv, rows) => {
    expect(evaluate(`Utilities.parseCsv(a)`, [csv])).toEqual(rows);
  });

  it('parses CSV with another delimiter and refuses an open quote', () => {
    expect(evaluate(`Utilities.parseCsv('a;b', ';')`)).toEqual([['a', 'b']]);
    expect(refusal(`Utilities.parseCsv('"a')`)).toBe('Could not parse text.');
  });

  it('sleeps on the virtual clock', () => {
    const { value } = scriptOf(`function f() { const t = Date.now(); Utilities.sleep(1500); return Date.now() - t; }`);
    expect(value('f')).toBe(1500);
  });

  it('has enums whose values print as their names', () => {
    expect(
      evaluate(`[String(Utilities.Charset.UTF_8), JSON.stringify({ a: Utilities.Charset.UTF_8 }), Utilities.Charset.UTF_8.ordinal()]`),
    ).toEqual(['UTF_8', '{"a":"UTF_8"}', 1]);
    expect(refusal(`Utilities.Charset.LATIN`)).toBe('simulator: Charset.LATIN is not simulated');
  });
});
