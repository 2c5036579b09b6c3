import { snippetProject } from '../support/snippetProject';

const source = `
  import { sendMail } from './src/gas/mail';
  export const send = (message: any) => sendMail({ to: ['ana@acme.test'], subject: 'Done', text: 'Plain', html: '<p>Rich</p>', ...message });
`;

describe('mail', () => {
  it('is sent once to each address', () => {
    const { run, world } = snippetProject(source);
    expect(run('send', [{ to: ['ana@acme.test', ' bo@acme.test ', 'ana@acme.test', ''] }])).toEqual({ ok: true });
    expect(world.mail.sent).toMatchObject([
      {
        from: 'admin@acme.test',
        name: 'Roster',
        to: ['ana@acme.test', 'bo@acme.test'],
        cc: [],
        bcc: [],
        subject: 'Done',
        body: 'Plain',
        htmlBody: '<p>Rich</p>',
      },
    ]);
  });

  it.each([
    ['eve@evil.test,bo@acme.test'],
    ['a b@acme.test'],
    ['Bo <bo@acme.test>'],
    ['bo@acme.test\r\nBcc: eve@evil.test'],
    ['bo'],
    ['bo@acme.test;eve@evil.test'],
  ])('refuses %j, which is not one address', (address) => {
    const { run, world } = snippetProject(source);
    expect(run('send', [{ to: ['ana@acme.test', address] }])).toEqual({
      ok: false,
      problem: { code: 'platform.mailAddressRefused', data: { count: 1 } },
    });
    expect(world.mail.sent).toEqual([]);
  });

  it('refuses a message to nobody and to more than fifty', () => {
    const { run, world } = snippetProject(source);
    expect(run('send', [{ to: [] }])).toMatchObject({ ok: false, problem: { code: 'platform.mailAddressRefused' } });
    const to = Array.from({ length: 51 }, (_, index) => `u${index}@acme.test`);
    expect(run('send', [{ to }])).toEqual({
      ok: false,
      problem: { code: 'platform.mailTooManyAddressees', data: { count: 51, limit: 50 } },
    });
    expect(run('send', [{ to: to.slice(1) }])).toEqual({ ok: true });
    expect(world.mail.sent.length).toBe(1);
  });

  it('keeps line breaks out of the subject, and cuts a long one', () => {
    const { run, world } = snippetProject(source);
    run('send', [{ subject: 'Done\r\nBcc: eve@evil.test\u2028now' }]);
    run('send', [{ subject: 'x'.repeat(1000) }]);
    expect(world.mail.sent.map(({ subject }) => subject)).toEqual(['Done Bcc: eve@evil.test now', `${'x'.repeat(249)}…`]);
  });

  it('refuses a body that is too long, and a message beyond the day’s quota', () => {
    const { run, world, admin } = snippetProject(source);
    expect(run('send', [{ text: 'é'.repeat(204_801) }])).toMatchObject({ ok: false, problem: { code: 'platform.mailTooLarge' } });
    world.mail.recipientQuota.take(admin, world.mail.recipientQuota.left(admin) - 1);
    expect(run('send', [{ to: ['ana@acme.test', 'bo@acme.test'] }])).toEqual({
      ok: false,
      problem: { code: 'platform.quotaSpent', data: { service: 'email' } },
    });
    expect(run('send', [{}])).toEqual({ ok: true });
  });

  it('names the scope that is missing', () => {
    const { run, project, admin } = snippetProject(source);
    project.withdraw(admin, ['https://www.googleapis.com/auth/script.send_mail']);
    expect(run('send', [{}])).toMatchObject({
      ok: false,
      problem: { code: 'platform.scopeMissing', data: { scope: 'https://www.googleapis.com/auth/script.send_mail' } },
    });
  });
});
