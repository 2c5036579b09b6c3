import { snippetProject } from '../support/snippetProject';

const source = `
  import { openMail } from './src/gas/openMail';
  import { identitySubject } from './src/gas/identitySubject';
  export const read = (handle?: { id: string; accessToken: string }) => {
    const mail = openMail(handle);
    return mail.ok ? { from: mail.value.from, subject: mail.value.subject, authentication: mail.value.authentication() } : mail.problem.code + ' ' + String(mail.problem.data.scope ?? '');
  };
  export const subject = () => identitySubject() ?? 'none';
`;
const METADATA = 'https://www.googleapis.com/auth/gmail.addons.current.message.metadata';

const ready = () => {
  const project = snippetProject(source);
  const { world, plain } = project;
  world.mail.deliver({ from: 'roster@acme.test', name: 'Roster', to: ['plain@acme.test'], subject: 'Ünï 日本' });
  const [{ id, threadId }] = world.mail.inbox(plain) as unknown as [{ id: string; threadId: string }];
  const accessToken = world.mail.tokens.issue({
    scriptId: project.project.scriptId,
    userId: plain,
    messageId: id,
    threadId,
    clicked: false,
  });
  const run = (handle?: object, name = 'read') =>
    project.run(name, handle === undefined ? [] : [handle], { kind: 'addon', effectiveUserId: plain });
  return { ...project, id, accessToken, run };
};

describe('the open message', () => {
  it('is read by the token of its event: sender, subject, what its server found', () => {
    const { run, id, accessToken } = ready();
    expect(run({ id, accessToken })).toEqual({
      from: 'Roster <roster@acme.test>',
      subject: 'Ünï 日本',
      authentication: expect.stringContaining('dmarc=fail'),
    });
  });

  it('has no header where Google does not give one', () => {
    const { run, id, accessToken, project } = ready();
    project.settings.metadataScopeHeaders = 'refused';
    expect(run({ id, accessToken })).toMatchObject({ subject: 'Ünï 日本', authentication: '' });
  });

  it.each(['exception', 'null'] as const)('that is gone is a problem, where Google answers with %s', (missingMessage) => {
    const { run, accessToken, project } = ready();
    project.settings.missingMessage = missingMessage;
    expect(run({ id: '1234', accessToken })).toBe('gmail.noMessage ');
  });

  it('is a problem without an event of Gmail, with another token, and with an old one', () => {
    const { run, id, accessToken, world } = ready();
    expect(run()).toBe('gmail.noMessage ');
    expect(run({ id, accessToken: 'x' })).toBe('gmail.noMessage ');
    world.clock.advance(3_601_000);
    expect(run({ id, accessToken })).toBe('gmail.noMessage ');
  });

  it('names the narrowest permission where none was given', () => {
    const { run, id, accessToken, project, plain } = ready();
    project.withdraw(plain, [METADATA]);
    expect(run({ id, accessToken })).toBe(`platform.scopeMissing ${METADATA}`);
  });
});

describe('the token of who is at the keyboard', () => {
  it('names their Directory id; without the permission there is none', () => {
    const { run, plain, project } = ready();
    expect(run(undefined, 'subject')).toBe(plain);
    project.withdraw(plain, ['openid']);
    expect(run(undefined, 'subject')).toBe('none');
  });
});
