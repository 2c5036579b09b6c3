import { SCOPE, scriptOf } from '../appsscript/scriptOf';

const CODE = `function send(...args) { MailApp.sendEmail(...args); } function left() { return MailApp.getRemainingDailyQuota(); }`;

describe('MailApp.sendEmail', () => {
  it('delivers to the mailboxes of users, by any of their addresses, and keeps mail to outsiders', () => {
    const { world, run, ada, ben } = scriptOf(CODE);
    world.directory.addAlias(ben.id, 'benjamin@acme.example');
    const message = {
      to: 'Benjamin@acme.example, Eve <eve@else.example>',
      cc: 'ada@acme.example',
      subject: 'Hello',
      body: 'text',
      htmlBody: '<b>text</b>',
    };
    expect(run('send', [message]).outcome).toBe('completed');
    const [mail] = world.mail.inbox(ben.id);
    expect(mail).toMatchObject({
      from: 'ada@acme.example',
      senderId: ada.id,
      to: ['benjamin@acme.example', 'eve@else.example'],
      cc: ['ada@acme.example'],
      subject: 'Hello',
      body: 'text',
      htmlBody: '<b>text</b>',
    });
    expect(world.mail.inbox(ada.id)).toMatchObject([{ subject: 'Hello' }]);
    expect(world.mail.external).toEqual(world.mail.sent);
  });

  it.each([
    [['ben@acme.example', 'S', 'B'], { to: ['ben@acme.example'], subject: 'S', body: 'B', replyTo: '' }],
    [
      ['ben@acme.example', 'S', 'B', { cc: 'ada@acme.example', name: 'Roster' }],
      { cc: ['ada@acme.example'], subject: 'S', name: 'Roster' },
    ],
    [['ben@acme.example', 'reply@acme.example', 'S', 'B'], { replyTo: 'reply@acme.example', subject: 'S', body: 'B' }],
    [[{ to: 'ben@acme.example', subject: 'S', body: 'B', noReply: true }], { from: 'noreply@acme.example' }],
  ])('takes the form %j', (args, expected) => {
    const { world, run } = scriptOf(CODE);
    expect(run('send', args).error).toBeUndefined();
    expect(world.mail.sent).toMatchObject([expected]);
  });

  it('is from the user by name, unless another is given', () => {
    const { world, run } = scriptOf(CODE);
    run('send', ['ben@acme.example', 'S', 'B']);
    run('send', ['ben@acme.example', 'S', 'B', { name: 'Roster' }]);
    expect(world.mail.sent.map(({ name }) => name)).toEqual(['Ada Park', 'Roster']);
  });

  it.each(['subject', 'name', 'replyTo'])('never lets a line break in %s begin a header', (option) => {
    const { world, project, run } = scriptOf(CODE);
    const message = { to: 'ben@acme.example', subject: 'S', body: 'B', [option]: 'Done\r\nBcc: eve@else.example' };
    expect(run('send', [message]).outcome).toBe('completed');
    expect(world.mail.sent).toMatchObject([{ [option]: 'Done Bcc: eve@else.example', bcc: [] }]);
    project.settings.mailLineBreaks = 'refused';
    expect(run('send', [message]).error?.message).toBe(`Invalid argument: ${option}`);
    expect(world.mail.sent).toHaveLength(1);
  });

  it('sends as the effective user', () => {
    const { world, run, ben } = scriptOf(CODE);
    run('send', ['ada@acme.example', 'S', 'B'], 'trigger', ben.id);
    expect(world.mail.sent.map(({ from }) => from)).toEqual(['ben@acme.example']);
  });

  it('reaches the members of a group, nested ones too, each once', () => {
    const { world, run, ada, ben } = scriptOf(CODE);
    world.directory.addGroup({ email: 'inner@acme.example', name: 'Inner' });
    world.directory.addGroup({ email: 'outer@acme.example', name: 'Outer' });
    world.directory.addMember('inner@acme.example', { email: 'ben@acme.example' });
    world.directory.addMember('outer@acme.example', { email: 'inner@acme.example' });
    world.directory.addMember('outer@acme.example', { email: 'ben@acme.example' });
    run('send', ['outer@acme.example', 'S', 'B']);
    expect([world.mail.inbox(ben.id).length, world.mail.inbox(ada.id).length]).toEqual([1, 0]);
  });

  const many = Array.from({ length: 51 }, (_, i) => `u${i}@acme.example`);
  it.each([
    [[{ subject: 'S', body: 'B' }], 'Failed to send email: no recipient'],
    [['not an address', 'S', 'B'], 'Invalid email: not an address'],
    [[many.join(','), 'S', 'B'], 'Limit Exceeded: Email Recipients Per Message.'],
    [['ben@acme.example', 'S'.repeat(251), 'B'], 'Argument too large: subject'],
    [['ben@acme.example', 'S', 'B'.repeat(400 * 1024 + 1)], 'Limit Exceeded: Email Body Size.'],
    [['ben@acme.example'], "The parameters (String) don't match the method signature for MailApp.sendEmail."],
  ])('refuses (case %#) and sends nothing', (args, message) => {
    const { world, run } = scriptOf(CODE);
    expect(run('send', args).error?.message).toBe(message);
    expect(world.mail.sent).toEqual([]);
  });

  it('counts recipients of a day, by user; the window starts with the first mail', () => {
    const { world, run, value, ben } = scriptOf(CODE);
    expect(value('left')).toBe(1500);
    for (let i = 0; i < 30; i++) run('send', [many.slice(0, 50).join(','), 'S', 'B']);
    expect(value('left')).toBe(0);
    expect(run('send', ['ben@acme.example', 'S', 'B']).error?.message).toBe('Service invoked too many times for one day: email.');
    expect(run('send', ['ada@acme.example', 'S', 'B'], 'editor', ben.id).outcome).toBe('completed');
    world.clock.advance(24 * 60 * 60_000);
    expect(value('left')).toBe(1500);
  });

  it('needs the scope of mail', () => {
    const { world, project, run, ada } = scriptOf(CODE);
    project.withdraw(ada.id, [SCOPE.mail]);
    expect(run('send', ['ben@acme.example', 'S', 'B']).error?.message).toBe(
      `Specified permissions are not sufficient to call MailApp.sendEmail. Required permissions: ${SCOPE.mail}`,
    );
    expect(world.mail.sent).toEqual([]);
  });
});
