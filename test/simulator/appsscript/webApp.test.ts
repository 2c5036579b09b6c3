import type { WebAppAccess } from '../../../simulator/appsscript/Manifest';
import { WebVisitor } from '../../../simulator/appsscript/WebVisitor';
import { SCOPE, scriptOf } from './scriptOf';

const CODE = `
  var secret = () => 'arrow';
  function who() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()]; }
  function doGet(e) {
    return HtmlService.createHtmlOutput('<h1>' + who().join(' / ') + ' ' + JSON.stringify(e.parameter) + '</h1>').setTitle('Page ' + e.queryString)
      .addMetaTag('viewport', 'width=device-width').append('!');
  }
  function doPost(e) { return ContentService.createTextOutput(e.postData.type + ' ' + e.postData.contents + ' ' + e.postData.length).setMimeType(ContentService.MimeType.TEXT); }
  function echo(...args) { return args; }
  function hidden_() { PropertiesService.getScriptProperties().setProperty('hidden', 'ran'); }
  function fail() { throw new RangeError('too far'); }
  function today() { return { when: [new Date()] }; }
  function nothing() { }
  var menu = { item: () => 'item' };`;

const site = (executeAs: 'USER_DEPLOYING' | 'USER_ACCESSING' = 'USER_DEPLOYING', access: WebAppAccess = 'DOMAIN', code = CODE) => {
  const script = scriptOf(code, { webapp: { access, executeAs } });
  script.world.directory.addCustomer({ domains: ['else.example'] });
  const eve = script.world.directory.addUser({ primaryEmail: 'eve@else.example', name: { givenName: 'Eve', familyName: 'Ott' } });
  script.project.deployWebApp({ by: script.ada.id });
  return {
    ...script,
    eve,
    open: (visitorUserId?: string) => WebVisitor.open(script.project, { visitorUserId, query: { a: ['1', '2'], b: 'ü' } }),
  };
};

describe('visiting a web app', () => {
  it('shows the page that doGet made of the parameters', () => {
    const { open, ben } = site();
    const visitor = open(ben.id);
    expect(visitor).toMatchObject({ status: 'shown', title: 'Page a=1&a=2&b=%C3%BC' });
    expect(visitor.html).toBe('<h1>ben@acme.example / ada@acme.example {"a":"1","b":"ü"}</h1>!');
  });

  it('sends data to doPost', () => {
    const { project, ben } = site();
    const visitor = WebVisitor.post(project, { visitorUserId: ben.id }, { contents: 'é', type: 'text/plain' });
    expect(visitor).toMatchObject({ status: 'shown', html: 'text/plain é 2' });
  });

  it('runs as its visitor where the manifest says so, after consent', () => {
    const { open, project, ben } = site('USER_ACCESSING');
    project.withdraw(ben.id);
    const visitor = open(ben.id);
    expect(visitor.status).toBe('authorizationRequired');
    visitor.consent();
    expect(visitor.html).toContain('ben@acme.example / ben@acme.example');
  });

  it('shows an error when doGet throws, is missing or returns anything else', () => {
    for (const code of [`function doGet() { throw new Error('x'); }`, '', `function doGet() { return 'text'; }`]) {
      const { open, ben } = site('USER_DEPLOYING', 'DOMAIN', code);
      expect(open(ben.id)).toMatchObject({ status: 'error', html: '' });
    }
  });

  it.each([
    ['MYSELF', { ada: 'shown', ben: 'accessDenied', eve: 'accessDenied', nobody: 'signInRequired' }],
    ['DOMAIN', { ada: 'shown', ben: 'shown', eve: 'accessDenied', nobody: 'signInRequired' }],
    ['ANYONE', { ada: 'shown', ben: 'shown', eve: 'shown', nobody: 'signInRequired' }],
    ['ANYONE_ANONYMOUS', { ada: 'shown', ben: 'shown', eve: 'shown', nobody: 'shown' }],
  ] as const)('access %s', (access, expected) => {
    const { open, ada, ben, eve } = site('USER_DEPLOYING', access);
    expect({ ada: open(ada.id).status, ben: open(ben.id).status, eve: open(eve.id).status, nobody: open().status }).toEqual(expected);
  });

  it('leaves the address of a visitor from elsewhere blank', () => {
    const { open, eve } = site('USER_DEPLOYING', 'ANYONE');
    expect(open(eve.id).html).toContain('<h1> / ada@acme.example');
    expect(open(eve.id).run('who').value).toEqual(['', 'ada@acme.example']);
  });

  it.each([
    ['customer', 'ben@acme.example', 'dora@acme-labs.example'],
    ['domain', 'ben@acme.example', ''],
    ['blank', '', ''],
  ] as const)('knows visitors as visitorAddress %s says', (visitorAddress, ofDomain, ofCustomer) => {
    const { world, open, ben, project } = site();
    world.directory
      .customerOf(ben.id)!
      .domains.push({ domainName: 'acme-labs.example', isPrimary: false, verified: true, aliases: [], creationTime: 0 });
    const dora = world.directory.addUser({ primaryEmail: 'dora@acme-labs.example' });
    project.settings.visitorAddress = visitorAddress;
    expect([open(ben.id), open(dora.id)].map((visitor) => [visitor.status, (visitor.run('who').value as string[])[0]])).toEqual([
      ['shown', ofDomain],
      ['shown', ofCustomer],
    ]);
  });

  it.each([
    ['/exec?a=1&a=2&b=%C3%BC', 'https://script.google.com/macros/s/'],
    ['/exec?a=1&a=2&b=%C3%BC#top', 'https://script.google.com/a/macros/acme.example/s/'],
    ['/exec?a=1&a=2&b=%C3%BC', 'https://script.google.com/a/acme.example/macros/s/'],
  ])('follows a link in a mail to …%s at %s', (rest, start) => {
    const { project, ben, eve } = site();
    const url = project.webApp!.url.replace('https://script.google.com/macros/s/', start).replace('/exec', rest);
    expect(WebVisitor.follow(project, url, ben.id).title).toBe('Page a=1&a=2&b=%C3%BC');
    expect(WebVisitor.follow(project, url, eve.id).status).toBe('accessDenied');
    expect(WebVisitor.follow(project, url, undefined).status).toBe('signInRequired');
  });

  it('follows no link to anything else', () => {
    const { project, ben } = site();
    for (const url of ['https://script.google.com/macros/s/other/exec', 'https://evil.example/', `${project.webApp!.url}ute`]) {
      expect(() => WebVisitor.follow(project, url, ben.id)).toThrow('is not the address of the web app');
    }
  });

  it('is over when the deployer is suspended', () => {
    const { open, ada, ben } = site();
    ada.suspended = true;
    expect(open(ben.id).status).not.toBe('shown');
  });
});

describe('google.script.run', () => {
  it('runs functions as the deployer, with the visitor as active user, and passes plain data both ways', () => {
    const { open, ben } = site();
    const visitor = open(ben.id);
    expect(visitor.run('who').value).toEqual(['ben@acme.example', 'ada@acme.example']);
    const data = [1, 'x', true, null, { list: [{ deep: 'y' }] }];
    expect(visitor.run('echo', ...data)).toMatchObject({ outcome: 'success', value: data });
    expect(visitor.run('nothing').value).toBeNull();
    expect(visitor.run('secret').value).toBe('arrow');
  });

  it.each(['hidden_', 'menu.item', 'eval', 'parseInt', 'PropertiesService', 'absent'])('does not run %s', (name) => {
    const { open, project, ben } = site();
    expect(open(ben.id).run(name)).toMatchObject({ outcome: 'failure', error: { message: `Script function not found: ${name}` } });
    expect(project.scriptProperties.keys()).toEqual([]);
  });

  it.each([
    [[new Date(0)], '0'],
    [['ok', { a: [() => 1] }], 'a.0'],
    [[new Map()], '0'],
  ])('refuses to send %j and calls nothing', (args, path) => {
    const { open, ben } = site();
    const visitor = open(ben.id);
    const before = visitor.executions.length;
    expect(visitor.run('echo', ...args)).toMatchObject({
      outcome: 'failure',
      error: { message: `Failed due to illegal value in property: ${path}` },
    });
    expect(visitor.executions).toHaveLength(before);
  });

  it('fails when the function returns a Date', () => {
    const { open, ben } = site();
    expect(open(ben.id).run('today')).toMatchObject({ outcome: 'failure', execution: { outcome: 'completed' } });
  });

  it('passes what the function threw to the failure handler', () => {
    const { open, ben } = site();
    expect(open(ben.id).run('fail')).toMatchObject({ outcome: 'failure', error: { name: 'RangeError', message: 'too far' } });
  });

  it('fails for a scope the deployer has not allowed', () => {
    const { open, project, ada, ben } = site();
    const visitor = open(ben.id);
    project.withdraw(ada.id, [SCOPE.email]);
    expect(visitor.run('who').error?.message).toContain(`Required permissions: ${SCOPE.email}`);
  });
});

describe('HtmlService', () => {
  it('escapes what is appended untrusted and refuses foreign meta tags', () => {
    const { value, run } = scriptOf(`
      function page() { return HtmlService.createHtmlOutput().appendUntrusted('<b title="x">&').getContent(); }
      function meta() { HtmlService.createHtmlOutput().addMetaTag('referrer', 'none'); }`);
    expect(value('page')).toBe('&lt;b title=&#34;x&#34;&gt;&amp;');
    expect(run('meta').error?.message).toBe('The specified meta tag is not allowed in this context.');
  });

  const FROM_FILE = 'function page(name) { return HtmlService.createHtmlOutputFromFile(name).append("<hr>").getContent(); }';
  const fromFile = (name: string) => {
    const { project, run } = scriptOf(FROM_FILE);
    project.update(FROM_FILE, project.manifest, { Page: '<p id="a"><?= 1 ?></p>' });
    return { project, read: () => run('page', [name]) };
  };

  it('gives the text of an HTML file as it stands: only templates evaluate scriptlets', () => {
    expect(fromFile('Page').read().value).toBe('<p id="a"><?= 1 ?></p><hr>');
  });

  it.each(['page', 'Missing', 'Code', ''])('refuses %p, a name that no HTML file has', (name) => {
    expect(fromFile(name).read().error?.message).toBe(`No HTML file named ${name} was found.`);
  });

  it('takes a name with its extension where extensions are dropped', () => {
    const { project, read } = fromFile('Page.html');
    expect(read().error?.message).toBe('No HTML file named Page.html was found.');
    project.settings.htmlExtension = 'dropped';
    expect(read().value).toBe('<p id="a"><?= 1 ?></p><hr>');
  });

  it('reads the files of the latest push', () => {
    const { project, read } = fromFile('Page');
    project.update(FROM_FILE, project.manifest);
    expect(read().error?.message).toBe('No HTML file named Page was found.');
  });
});

describe('the web app reached by UrlFetchApp', () => {
  const DRIVE = 'https://www.googleapis.com/auth/drive.readonly';
  const CALLER = `${CODE}
    function visit(signedIn) {
      const headers = signedIn ? { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() } : {};
      const r = UrlFetchApp.fetch(PropertiesService.getScriptProperties().getProperty('url') + '?b=x%20y', { headers, muteHttpExceptions: true });
      return [r.getResponseCode(), r.getContentText()];
    }`;
  const reach = (access: WebAppAccess, scopes: readonly string[], signedIn: boolean, webAppTokens: 'accepted' | 'refused') => {
    const { project, value, ada, ben } = scriptOf(CALLER, {
      webapp: { access, executeAs: 'USER_DEPLOYING' },
      oauthScopes: [SCOPE.email, SCOPE.fetch, ...scopes],
    });
    project.scriptProperties.set({ url: project.deployWebApp({ by: ada.id }) });
    project.settings.webAppTokens = webAppTokens;
    return value('visit', [signedIn], 'addon', ben.id) as [number, string];
  };

  it('takes a token with a Drive scope where tokens are accepted: the visitor is its user', () => {
    expect(reach('DOMAIN', [DRIVE], true, 'accepted')).toEqual([200, '<h1>ben@acme.example / ada@acme.example {"b":"x y"}</h1>!']);
  });

  it('refuses other tokens, and all where tokens are refused', () => {
    expect(reach('DOMAIN', [], true, 'accepted')[0]).toBe(401);
    expect(reach('DOMAIN', [DRIVE], true, 'refused')[0]).toBe(401);
  });

  it('shows the sign-in page to a request without a token, unless anonymous visitors are let in', () => {
    expect(reach('DOMAIN', [], false, 'accepted')[1]).toContain('Sign in');
    expect(reach('ANYONE_ANONYMOUS', [], false, 'accepted')[1]).toContain('<h1> / ada@acme.example');
  });
});
