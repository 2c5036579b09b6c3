import { isAllowedUrl } from '../../../simulator/appsscript/fetch/allowedUrl';
import type { HttpRequest, HttpResponse } from '../../../simulator/network/HttpRequest';
import { SCOPE, scriptOf } from './scriptOf';

const CODE = `
  function get(url, params) { const r = params ? UrlFetchApp.fetch(url, params) : UrlFetchApp.fetch(url); return [r.getResponseCode(), r.getContentText(), r.getHeaders()]; }
  function all(requests) { const t = Date.now(); const r = UrlFetchApp.fetchAll(requests).map((one) => one.getContentText()); return [r, Date.now() - t]; }
  function caught(requests) { try { UrlFetchApp.fetchAll(requests); return 'no'; } catch (e) { return e.message; } }
  function shown(url, params) { return UrlFetchApp.getRequest(url, params); }
  function bytes(url) { return UrlFetchApp.fetch(url).getContent(); }
  function blob(url) { return UrlFetchApp.fetch(url, { method: 'post', payload: Utilities.newBlob('<a/>', 'application/xml') }).getResponseCode(); }`;

/** A script beside a server that echoes: `/<status>/<milliseconds>` answers with that status after that time. */
const withServer = (manifest = {}, options = {}) => {
  const script = scriptOf(CODE, manifest, options);
  const received: HttpRequest[] = [];
  script.world.network.registerHost('echo.example', (request) => {
    received.push(request);
    const [, status = '200', milliseconds = '100'] = new URL(request.url).pathname.split('/');
    const response: HttpResponse = {
      status: Number(status) || 200,
      headers: { 'Content-Type': 'text/plain' },
      body: `${request.method} ${request.url}`,
    };
    return { response, milliseconds: Number(milliseconds) };
  });
  return { ...script, received };
};

describe('UrlFetchApp.fetch', () => {
  it('sends the request and waits for the answer on the virtual clock', () => {
    const { value, world } = withServer();
    const before = world.clock.now();
    expect(value('get', ['https://echo.example/200/700'])).toEqual([
      200,
      'GET https://echo.example/200/700',
      { 'Content-Type': 'text/plain' },
    ]);
    expect(world.clock.now() - before).toBe(700);
  });

  it.each([
    ['a text as a form by default', { method: 'post', payload: 'a=1' }, 'application/x-www-form-urlencoded', 'a=1'],
    ['a text with its content type', { method: 'PUT', payload: '{}', contentType: 'application/json' }, 'application/json', '{}'],
    ['an object as a form', { method: 'post', payload: { a: 'x y', b: '&' } }, 'application/x-www-form-urlencoded', 'a=x+y&b=%26'],
    ['bytes', { method: 'post', payload: [-61, -87], contentType: 'text/plain' }, 'text/plain', 'é'],
  ])('sends %s', (_title, params, type, body) => {
    const { value, received } = withServer();
    value('get', ['https://echo.example/', params]);
    expect(received).toMatchObject([{ method: params.method.toUpperCase(), body, headers: { 'Content-Type': type } }]);
  });

  it('sends a blob with its own content type', () => {
    const { value, received } = withServer();
    value('blob', ['https://echo.example/']);
    expect(received).toMatchObject([{ body: '<a/>', headers: { 'Content-Type': 'application/xml' } }]);
  });

  it('throws for a status of 400 and above, naming only the host, unless exceptions are muted', () => {
    const { run, value } = withServer();
    expect(run('get', ['https://echo.example/404/0?secret=1']).error?.message).toBe(
      'Request failed for https://echo.example returned code 404. Truncated server response: ' +
        'GET https://echo.example/404/0?secret=1 (use muteHttpExceptions option to examine full response)',
    );
    expect(value('get', ['https://echo.example/404/0', { muteHttpExceptions: true }])).toEqual([
      404,
      expect.any(String),
      expect.anything(),
    ]);
  });

  it.each([
    ['https://nobody.example/', 'DNS error: https://nobody.example/'],
    ['https://', 'Invalid argument: https://'],
    [`https://echo.example/${'x'.repeat(2082)}`, 'Limit Exceeded: URLFetch URL Length.'],
  ])('throws for %.30s', (url, message) => {
    expect(withServer().run('get', [url, { muteHttpExceptions: true }]).error?.message).toBe(message);
  });

  it.each([
    [{ method: 'head' }, 'Attribute provided with invalid value: method'],
    [{ headers: Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`x-${i}`, '1'])) }, 'Limit Exceeded: URLFetch Header Size.'],
    [{ headers: { 'x-long': 'x'.repeat(8192) } }, 'Limit Exceeded: URLFetch Header Size.'],
    [{ cache: true }, 'simulator: the fetch option cache is not simulated'],
  ])('refuses the parameters (case %#) before sending', (params, message) => {
    const { run, received } = withServer();
    expect(run('get', ['https://echo.example/', params]).error?.message).toBe(message);
    expect(received).toEqual([]);
  });

  it('gives up after timeoutSeconds, or waits on where that is ignored', () => {
    const { run, world, project } = withServer();
    const before = world.clock.now();
    expect(run('get', ['https://echo.example/200/9000', { timeoutSeconds: 5 }]).error?.message).toBe(
      'Timeout: https://echo.example/200/9000',
    );
    expect(world.clock.now() - before).toBe(5000);
    project.settings.fetchTimeout = 'ignored';
    expect(run('get', ['https://echo.example/200/9000', { timeoutSeconds: 5 }]).outcome).toBe('completed');
  });

  it('has sent the request when the execution runs out of time waiting', () => {
    const { run, received } = withServer();
    expect(run('get', ['https://echo.example/200/31000'], 'addon').outcome).toBe('timedOut');
    expect(received).toHaveLength(1);
  });

  it('gives signed bytes', () => {
    const { value } = withServer();
    expect((value('bytes', ['https://echo.example/']) as number[]).slice(0, 4)).toEqual([71, 69, 84, 32]);
  });

  it.each([
    ['a method', 'https://admin.googleapis.com/admin/directory/v1/customer/my_customer/resources/buildings'],
    ['an API', 'https://drive.googleapis.com/drive/v3/files'],
  ])('fails the execution at %s of Google that is not simulated, also when the script catches what it gets', (_what, url) => {
    const { run } = scriptOf(`function f(url) { try { UrlFetchApp.fetch(url, { muteHttpExceptions: true }); } catch (e) {} }`);
    expect(run('f', [url])).toMatchObject({ outcome: 'failed', error: { message: `simulator: GET ${url} is not simulated` } });
  });

  it('counts calls of a day', () => {
    const { run, project, received } = withServer();
    project.fetches.limit = 3;
    expect(run('all', [['https://echo.example/', 'https://echo.example/']]).outcome).toBe('completed');
    expect(run('all', [['https://echo.example/', 'https://echo.example/']]).error?.message).toBe(
      'Service invoked too many times for one day: urlfetch.',
    );
    expect(run('get', ['https://echo.example/']).outcome).toBe('completed');
    expect(received).toHaveLength(3);
  });

  it('needs the scope of external requests', () => {
    const { run, project, ada } = withServer();
    project.withdraw(ada.id, [SCOPE.fetch]);
    expect(run('get', ['https://echo.example/']).error?.message).toContain(`Required permissions: ${SCOPE.fetch}`);
  });

  it('reaches Google as the user of its token', () => {
    const { run, world } = scriptOf(
      `function f() { return UrlFetchApp.fetch('https://people.googleapis.com/v1/people/me?personFields=names', { headers: { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() }, muteHttpExceptions: true }).getResponseCode(); }`,
      { oauthScopes: [SCOPE.fetch, 'https://www.googleapis.com/auth/contacts.readonly'] },
    );
    const record = run('f');
    expect(record.error).toBeUndefined();
    expect(world.network.log.select({ executionIds: [record.id] })).toMatchObject([
      { operation: 'people.people.get', as: 'ada@acme.example', via: 'user', status: record.value },
    ]);
  });
});

describe('UrlFetchApp.fetchAll', () => {
  const slow = 'https://echo.example/200/900';
  const fast = 'https://echo.example/200/100';

  it('answers in the order of the requests and takes as long as the slowest plus a little for each', () => {
    const { value, world } = withServer();
    const [answers, milliseconds] = value('all', [[fast, { url: slow, method: 'delete' }, fast]]) as [string[], number];
    expect(answers).toEqual([`GET ${fast}`, `DELETE ${slow}`, `GET ${fast}`]);
    expect(milliseconds).toBe(900 + 2 * world.latency.fanOut);
  });

  it.each([
    ['a host that does not exist', 'https://nobody.example/', 'DNS error: https://nobody.example/', 2],
    ['an error that is not muted', 'https://echo.example/500/0', /^Request failed for https:\/\/echo\.example returned code 500/, 3],
    ['a malformed address', 'https://', 'Invalid argument: https://', 0],
  ])('loses every answer for %s', (_title, url, message, sent) => {
    const { value, received } = withServer();
    expect(value('caught', [[fast, url, slow]])).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
    expect(received).toHaveLength(sent);
  });
});

describe('UrlFetchApp.getRequest', () => {
  it('shows what would be sent and sends nothing', () => {
    const { value, received } = withServer();
    const params = { method: 'post', payload: { a: '1' }, headers: { 'X-A': 'b' } };
    expect(value('shown', ['https://echo.example/', params])).toEqual({
      url: 'https://echo.example/',
      method: 'post',
      contentType: 'application/x-www-form-urlencoded',
      payload: 'a=1',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'X-A': 'b' },
    });
    expect(received).toEqual([]);
  });
});

describe('the urlFetchWhitelist', () => {
  it.each([
    ['https://a.example/foo', 'https://a.example/foo', true],
    ['https://a.example/foo', 'https://a.example/foo/bar', true],
    ['https://a.example/foo', 'https://a.example/foo?x=1', true],
    ['https://a.example/foo', 'https://a.example/foobar', false],
    ['https://a.example/foo', 'https://a.example/Foo', false],
    ['https://a.example/foo/', 'https://a.example/foo/bar', true],
    ['https://a.example/', 'http://a.example/', false],
    ['https://a.example/', 'https://b.a.example/', false],
    ['https://*.a.example/', 'https://b.a.example/x', true],
    ['https://*.a.example/', 'https://c.b.a.example/x', true],
    ['https://*.a.example/', 'https://a.example/x', false],
    ['https://*.a.example/', 'https://evila.example/x', false],
  ])('%s: %s: %s', (prefix, url, allowed) => {
    expect(isAllowedUrl([prefix], url)).toBe(allowed);
  });

  it('stops a fetch to any other address', () => {
    const { run, received } = withServer({ urlFetchWhitelist: ['https://echo.example/200'] });
    expect(run('get', ['https://echo.example/200/0']).outcome).toBe('completed');
    expect(run('get', ['https://echo.example/500/0']).error?.message).toContain('urlFetchWhitelist');
    expect(received).toHaveLength(1);
  });

  it('is needed by the cards of a published add-on', () => {
    const { run } = withServer({ addOns: { common: { name: 'Test' } } });
    expect(run('get', ['https://echo.example/200/0'], 'addon').outcome).toBe('failed');
    expect(
      withServer({ addOns: { common: { name: 'Test' } } }, { publishedAddOn: false }).run('get', ['https://echo.example/200/0'], 'addon')
        .outcome,
    ).toBe('completed');
  });
});
