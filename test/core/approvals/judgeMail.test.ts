import { judgeMail } from '../../../src/core/approvals/judgeMail';
import { mailTag, referenceIn } from '../../../src/core/approvals/mailReference';

const operator = 'Roster@acme.test';
const id = '0123456789abcdef0123456789abcdef';
const subject = `Approval wanted: New colleagues ${mailTag(id)}`;
const judge = (mail: { from?: string; subject?: string }, results = ''): string =>
  judgeMail({ from: 'Roster <roster@acme.test>', subject, ...mail, authentication: () => results }, operator).kind;

describe('the request that a subject names', () => {
  it('stands at its end, where no name can put one', () => {
    expect(referenceIn(subject)).toBe('0123456789ab');
    expect(referenceIn(`Fwd: ${subject} `)).toBe('0123456789ab');
    expect(referenceIn(`Approval wanted: [Roster bbbbbbbbbbbb] ${mailTag(id)}`)).toBe('0123456789ab');
  });

  it.each([
    '',
    'Hello',
    '[Roster]',
    '1 request waits for your decision [Roster]',
    '[Roster 0123456789a]',
    '[Roster 0123456789abc]',
    '[Roster 0123456789AB]',
    `${subject}: done`,
    '[Roster ............]',
  ])('is none in %j', (text) => {
    expect(referenceIn(text)).toBeUndefined();
  });
});

describe('a mail', () => {
  it.each([
    ['roster@acme.test', 'request'],
    ['ROSTER@ACME.TEST', 'request'],
    ['"Roster, your friend" <roster@acme.test>', 'request'],
    ['"<eve@elsewhere.test>" <roster@acme.test>', 'request'],
    ['roster@acme.test <eve@elsewhere.test>', 'notFromRoster'],
    ['"roster@acme.test" <eve@elsewhere.test>', 'notFromRoster'],
    ['"<roster@acme.test>" <eve@elsewhere.test>', 'notFromRoster'],
    ['<roster@acme.test> eve@elsewhere.test', 'notFromRoster'],
    ['roster@acme.test.elsewhere.test', 'notFromRoster'],
    ['xroster@acme.test', 'notFromRoster'],
    ['eve@elsewhere.test, roster@acme.test', 'notFromRoster'],
    ['', 'notFromRoster'],
    ['<>', 'notFromRoster'],
  ])('from %j is %s', (from, kind) => {
    expect(judge({ from })).toBe(kind);
  });

  it('that names no request is another, whoever sent it, and nobody asks for its headers', () => {
    const authentication = (): string => {
      throw new Error('asked');
    };
    for (const from of ['roster@acme.test', 'eve@elsewhere.test'])
      expect(judgeMail({ from, subject: 'Hello', authentication }, operator)).toEqual({ kind: 'other' });
    expect(judgeMail({ from: 'eve@elsewhere.test', subject, authentication }, operator)).toEqual({ kind: 'notFromRoster' });
  });

  it.each([
    ['', 'request'],
    ['mx.google.com; dkim=pass header.i=@acme.test; spf=pass smtp.mailfrom=roster@acme.test; dmarc=pass header.from=acme.test', 'request'],
    ['mx.google.com; spf=softfail smtp.mailfrom=x@y.test; dkim=pass; dmarc=pass header.from=acme.test', 'request'],
    ['mx.google.com; spf=none smtp.mailfrom=roster@acme.test', 'request'],
    ['mx.google.com; spf=neutral', 'request'],
    ['mx.google.com; spf=fail smtp.mailfrom=roster@acme.test', 'forged'],
    ['mx.google.com; spf=softfail smtp.mailfrom=roster@acme.test', 'forged'],
    ['mx.google.com; spf=pass smtp.mailfrom=eve@elsewhere.test; dmarc=fail (p=NONE) header.from=acme.test', 'forged'],
    ['mx.google.com; DMARC=FAIL', 'forged'],
  ])('from the operator’s address, received with %j, is %s', (results, kind) => {
    expect(judge({}, results)).toBe(kind);
  });
});
