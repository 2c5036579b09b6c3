import { scriptOf } from './scriptOf';

const AUTH = 'https://www.googleapis.com/auth/';
const ADDON = `${AUTH}gmail.addons.current.message`;
const FULL = 'https://mail.google.com/';

const CODE = `
  function open(token, id) { if (token) GmailApp.setCurrentMessageAccessToken(token); return GmailApp.getMessageById(id); }
  function read(token, id, member, ...args) { const value = open(token, id)[member](...args); return typeof value === 'object' ? value.getId() : value; }
  function exists(token, id) { return open(token, id) !== null; }
  function when(token, id) { const date = open(token, id).getDate(); return [date instanceof Date, date.getTime()]; }
  function others(token, id) { return open(token, id).getThread().getMessages().map((message) => message.getSubject()); }
  function star(token, id) { return open(token, id).star(); }
  function search() { return GmailApp.search('from:me'); }
  function bad() { return GmailApp.getMessageById(7); }`;

/** Ada's script, a mail of Roster's in Ben's mailbox, and tokens as Gmail issues them. */
const mailbox = (scopes: readonly string[], { clicked = false } = {}) => {
  const script = scriptOf(CODE, { oauthScopes: scopes });
  const { world, ada, ben, project } = script;
  const mail = {
    senderId: ada.id,
    from: 'ada@acme.example',
    name: 'Roster, Ltd',
    to: ['ben@acme.example', 'eve@else.example'],
    cc: ['ada@acme.example'],
    bcc: ['cleo@else.example'],
    subject: 'Request 7',
    body: 'one\ntwo',
    htmlBody: '<p>one</p>\n<p>two &amp; three</p>',
  };
  world.mail.send(mail);
  const message = world.mail.inbox(ben.id)[0]!;
  const issue = (opened = message, userId = ben.id) =>
    world.mail.tokens.issue({ scriptId: project.scriptId, userId, messageId: opened.id, threadId: opened.threadId, clicked });
  const token = issue();
  /** What Ben's execution gives, or the text of its exception. */
  const call = (name: string, ...args: readonly unknown[]): unknown => {
    try {
      return script.value(name, args, 'addon', ben.id);
    } catch (thrown) {
      return (thrown as Error).message;
    }
  };
  const read = (member: string, ...args: readonly unknown[]) => call('read', token, message.id, member, ...args);
  return { ...script, mail, message, token, issue, call, read };
};

const NOT_SUFFICIENT = /^Specified permissions are not sufficient to call Gmail/;
const NO_TOKEN = 'Access denied: : Missing access token for authorization.';

describe('reading the open message', () => {
  it.each([
    ['getId', /^[0-9a-f]{16}$/],
    ['getThread', /^[0-9a-f]{16}$/],
    ['getSubject', /^Request 7$/],
    ['getFrom', /^"Roster, Ltd" <ada@acme\.example>$/],
    ['getReplyTo', /^"Roster, Ltd" <ada@acme\.example>$/],
    ['getTo', /^ben@acme\.example, eve@else\.example$/],
    ['getCc', /^ada@acme\.example$/],
    ['getBcc', /^$/],
    ['getPlainBody', /^one\r\ntwo$/],
    ['getBody', /^<p>one<\/p>\r\n<p>two &amp; three<\/p>$/],
  ])('%s', (member, expected) => {
    expect(mailbox([`${ADDON}.readonly`]).read(member)).toMatch(expected);
  });

  it('dates are dates of the script', () => {
    const { call, token, message } = mailbox([`${ADDON}.metadata`]);
    expect(call('when', token, message.id)).toEqual([true, message.sentAt]);
  });

  it('gives a header by its exact name, and nothing for one that is not there', () => {
    const { read, message } = mailbox([`${ADDON}.readonly`]);
    expect(read('getHeader', 'Message-ID')).toBe(message.messageIdHeader);
    expect(read('getHeader', 'Authentication-Results')).toMatch(/^mx\.google\.com; dkim=pass/);
    expect(read('getHeader', 'message-id')).toBe('');
    expect(read('getHeader', 'X-Other')).toBe('');
  });

  it.each([
    ['first', 'fail'],
    ['last', 'pass'],
  ] as const)('gives the %s of two headers of one name, as repeatedHeader says', (repeatedHeader, result) => {
    const { world, ben, call, issue, project } = mailbox([`${ADDON}.readonly`]);
    project.settings.repeatedHeader = repeatedHeader;
    world.mail.deliver({
      from: 'ada@acme.example',
      to: ['ben@acme.example'],
      subject: 'Forged',
      headers: [['Authentication-Results', 'mx.google.com; dmarc=pass header.from=acme.example']],
    });
    const forged = world.mail.inbox(ben.id).at(-1)!;
    expect(call('read', issue(forged), forged.id, 'getHeader', 'Authentication-Results')).toContain(`dmarc=${result}`);
  });

  it('makes a plain text of a mail that has only HTML', () => {
    const { world, ben, call, issue } = mailbox([`${ADDON}.readonly`]);
    world.mail.deliver({
      from: 'eve@else.example',
      to: ['ben@acme.example'],
      subject: 'S',
      htmlBody: '<style>p{}</style><p>a &lt;b&gt;</p>c',
    });
    const message = world.mail.inbox(ben.id).at(-1)!;
    expect(call('read', issue(message), message.id, 'getPlainBody')).toBe('a <b>\r\nc');
  });

  it('takes the id as the event object writes it, too', () => {
    const { call, token, message } = mailbox([`${ADDON}.readonly`]);
    expect(call('read', token, `msg-f:${BigInt(`0x${message.id}`)}`, 'getId')).toBe(message.id);
  });
});

describe('which scope allows what', () => {
  it.each([
    ['nothing', [], false, [false, false]],
    ['metadata', [`${ADDON}.metadata`], false, [true, false]],
    ['readonly', [`${ADDON}.readonly`], false, [true, true]],
    ['action, when the message was only opened', [`${ADDON}.action`], false, [false, false]],
    ['action, after a click', [`${ADDON}.action`], true, [true, true]],
    ['action and metadata, when the message was only opened', [`${ADDON}.action`, `${ADDON}.metadata`], false, [true, false]],
    ['gmail.readonly', [`${AUTH}gmail.readonly`], false, [true, true]],
    ['the whole mailbox', [FULL], false, [true, true]],
    ['execute alone', [`${AUTH}gmail.addons.execute`], true, [false, false]],
  ])('%s', (_name, scopes, clicked, [metadata, content]) => {
    const { read } = mailbox(scopes, { clicked });
    expect(['getSubject', 'getFrom'].map((member) => !NOT_SUFFICIENT.test(String(read(member))))).toEqual([metadata, metadata]);
    expect(['getPlainBody', 'getBody'].map((member) => !NOT_SUFFICIENT.test(String(read(member))))).toEqual([content, content]);
  });

  it.each([
    ['given', '<'],
    ['refused', 'Specified permissions'],
  ] as const)('headers under the scope of metadata are %s, as metadataScopeHeaders says', (metadataScopeHeaders, begins) => {
    const { read, project } = mailbox([`${ADDON}.metadata`]);
    project.settings.metadataScopeHeaders = metadataScopeHeaders;
    expect(String(read('getHeader', 'Message-ID')).startsWith(begins)).toBe(true);
  });

  it('the person may have declined the scope', () => {
    const { read, project, ben } = mailbox([`${ADDON}.metadata`, `${ADDON}.readonly`]);
    project.withdraw(ben.id, [`${ADDON}.readonly`]);
    expect(read('getSubject')).toBe('Request 7');
    expect(read('getPlainBody')).toMatch(NOT_SUFFICIENT);
  });

  it('other messages of the thread need readonly', () => {
    for (const [scope, expected] of [
      ['readonly', ['Request 7', 'Re: Request 7']],
      ['metadata', expect.stringMatching(NOT_SUFFICIENT)],
      ['action', NO_TOKEN],
    ] as const) {
      const { world, call, token, message } = mailbox([`${ADDON}.${scope}`], { clicked: true });
      const headers = [['In-Reply-To', message.messageIdHeader]] as const;
      world.mail.deliver({ from: 'eve@else.example', to: ['ben@acme.example'], subject: 'Re: Request 7', headers });
      expect(call('others', token, message.id)).toEqual(expected);
    }
  });
});

describe('the token of the event', () => {
  it('is needed under the scopes of add-ons, and not for the whole mailbox', () => {
    for (const scope of ['metadata', 'readonly']) {
      const { call, message } = mailbox([`${ADDON}.${scope}`]);
      expect(call('read', '', message.id, 'getSubject')).toBe(NO_TOKEN);
      expect(call('read', 'gmail-message-token-guessed', message.id, 'getSubject')).toBe(NO_TOKEN);
    }
    const { call, message } = mailbox([FULL]);
    expect(call('read', '', message.id, 'getSubject')).toBe('Request 7');
  });

  it('opens one message', () => {
    const { world, ben, call, token } = mailbox([`${ADDON}.readonly`]);
    world.mail.deliver({ from: 'eve@else.example', to: ['ben@acme.example'], subject: 'Another' });
    expect(call('read', token, world.mail.inbox(ben.id).at(-1)!.id, 'getSubject')).toBe(NO_TOKEN);
  });

  it('opens it for one person', () => {
    const { ada, call, issue, message } = mailbox([`${ADDON}.readonly`]);
    expect(call('read', issue(message, ada.id), message.id, 'getSubject')).toBe(NO_TOKEN);
  });

  it('opens it for a while, messageTokenSeconds', () => {
    const { world, project, read } = mailbox([`${ADDON}.readonly`]);
    project.settings.messageTokenSeconds = 60;
    expect(read('getSubject')).toBe('Request 7');
    world.clock.advance(61_000);
    expect(read('getSubject')).toBe('Access denied: : Expired access token.');
  });
});

describe('GmailApp otherwise', () => {
  it('knows only messages of the own mailbox; missingMessage says how it tells', () => {
    const { world, ada, call, project } = mailbox([FULL]);
    const others = world.mail.inbox(ada.id)[0]!;
    expect(call('exists', '', others.id)).toBe(`Invalid argument: ${others.id}`);
    project.settings.missingMessage = 'null';
    expect(call('exists', '', others.id)).toBe(false);
  });

  it('counts what is read against the day', () => {
    const { world, ben, project, read } = mailbox([`${ADDON}.readonly`]);
    project.settings.messageTokenSeconds = Infinity;
    read('getSubject');
    expect(world.mail.readQuota.used(ben.id)).toBe(1);
    read('getPlainBody');
    expect(world.mail.readQuota.used(ben.id)).toBe(3);
    world.mail.readQuota.limit = 4;
    expect(read('getPlainBody')).toBe('Service invoked too many times for one day: gmail.');
    world.clock.advance(24 * 60 * 60_000);
    expect(read('getPlainBody')).not.toContain('Service invoked');
  });

  it('takes time once for the message and again for its body', () => {
    const { world, read } = mailbox([`${ADDON}.readonly`]);
    const cost = (member: string) => {
      const before = world.clock.now();
      read(member);
      return world.clock.now() - before;
    };
    expect(cost('getSubject')).toBeLessThan(cost('getPlainBody'));
  });

  it('refuses wrong arguments, and what is not simulated by name', () => {
    const { call, token, message } = mailbox([FULL]);
    expect(call('bad')).toBe("The parameters (number) don't match the method signature for GmailApp.getMessageById.");
    expect(call('star', token, message.id)).toBe('simulator: GmailMessage.star is not simulated');
    expect(call('search')).toBe('simulator: GmailApp.search is not simulated');
  });
});
