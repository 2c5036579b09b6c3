import { SCOPE, scriptOf } from './scriptOf';

const CODE = `
  function token() { return ScriptApp.getOAuthToken(); }
  function identity() { return ScriptApp.getIdentityToken(); }
  function info(scopes) {
    const i = scopes ? ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL, scopes) : ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
    return [String(i.getAuthorizationStatus()), i.getAuthorizationUrl() === null, i.getAuthorizedScopes()];
  }
  function url() { return [ScriptApp.getService().getUrl(), ScriptApp.getService().isEnabled(), ScriptApp.getScriptId()]; }
  function who() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail(), Session.getScriptTimeZone(), Session.getActiveUserLocale()]; }
  function key() { return Session.getTemporaryActiveUserKey(); }
  function forget() { ScriptApp.invalidateAuth(); }`;

describe('ScriptApp', () => {
  it('gives a token that carries what the user allowed, charged to the project of the script', () => {
    const { world, project, value, ada } = scriptOf(CODE);
    project.withdraw(ada.id, [SCOPE.mail]);
    const principal = world.cloud.principalOf(String(value('token')), world.clock.now());
    expect(principal).toMatchObject({ userId: ada.id, via: 'user', project: '4242' });
    expect([...(principal?.scopes ?? [])].sort()).toEqual([SCOPE.email, SCOPE.fetch, SCOPE.triggers].sort());
  });

  it('gives a token that may end sooner than in an hour: how much sooner is a setting', () => {
    const { world, project, value } = scriptOf(CODE);
    project.settings.tokenSeconds = 180;
    const token = String(value('token'));
    world.clock.advance(179_000);
    expect(world.cloud.principalOf(token, world.clock.now())).toBeDefined();
    world.clock.advance(1_000);
    expect(world.cloud.principalOf(token, world.clock.now())).toBeUndefined();
  });

  it('gives an identity token only with openid, and the address only with its scope', () => {
    expect(scriptOf(CODE).value('identity')).toBeNull();
    const { value, ada } = scriptOf(CODE, { oauthScopes: ['openid', SCOPE.email] });
    const claims = JSON.parse(Buffer.from(String(value('identity')).split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ sub: ada.id, email: 'ada@acme.example', hd: 'acme.example', iss: 'https://accounts.google.com' });
    expect(claims.exp - claims.iat).toBe(3600);
  });

  it('tells which scopes are allowed', () => {
    const { project, value, run, ada } = scriptOf(CODE);
    expect(value('info')).toEqual(['NOT_REQUIRED', true, Object.values(SCOPE)]);
    project.withdraw(ada.id, [SCOPE.mail]);
    expect(value('info', [[SCOPE.mail, SCOPE.fetch]])).toEqual(['REQUIRED', false, [SCOPE.fetch]]);
    expect(run('info', [['https://www.googleapis.com/auth/drive']]).outcome).toBe('failed');
  });

  it('forgets what the user allowed', () => {
    const { run } = scriptOf(CODE);
    expect(run('forget').outcome).toBe('completed');
    expect(run('forget').outcome).toBe('failed');
  });

  it('knows the address of the web app, the /exec one only from the page itself', () => {
    const { project, value, ada } = scriptOf(CODE, { webapp: { access: 'DOMAIN', executeAs: 'USER_DEPLOYING' } });
    expect(value('url')).toEqual([null, false, 'script-1']);
    const url = project.deployWebApp({ by: ada.id });
    expect(url).toMatch(/^https:\/\/script\.google\.com\/macros\/s\/[\w-]+\/exec$/);
    expect(value('url', [], 'page')).toEqual([url, true, 'script-1']);
    expect(value('url', [], 'trigger')).toEqual([url.replace(/exec$/, 'dev'), true, 'script-1']);
  });
});

describe('Session', () => {
  it.each([
    ['addon', 'ben@acme.example'],
    ['editor', 'ben@acme.example'],
    ['trigger', ''],
    ['webapp', ''],
  ] as const)('in %s by default names as active user %j', (kind, active) => {
    const { value, ben } = scriptOf(CODE);
    expect(value('who', [], kind, ben.id)).toEqual([active, 'ben@acme.example', 'Europe/Berlin', 'en']);
  });

  it('names the address a user has now', () => {
    const { world, value, ben } = scriptOf(CODE);
    world.directory.renameUser(ben.id, 'benedict@acme.example');
    expect(value('who', [], 'addon', ben.id)).toContain('benedict@acme.example');
  });

  it('gives each user a key that changes after 30 days', () => {
    const { world, value, ada, ben } = scriptOf(CODE);
    const first = value('key', [], 'addon', ada.id);
    expect(value('key', [], 'addon', ben.id)).not.toBe(first);
    expect(value('key', [], 'addon', ada.id)).toBe(first);
    world.clock.advance(30 * 24 * 60 * 60_000);
    expect(value('key', [], 'addon', ada.id)).not.toBe(first);
  });
});
