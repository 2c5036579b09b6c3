import { serveWebPages, type WebPages } from '../../../simulator/host/serveWebPages';
import { scriptOf } from '../appsscript/scriptOf';

const CODE = `
  function doGet(e) {
    return HtmlService.createHtmlOutput('<!doctype html><p>' + e.parameter.a + '</p>').setTitle('A "page"').addMetaTag('viewport', 'width=device-width');
  }
  function who(greeting) { return [greeting, Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()]; }
  function fail() { throw new RangeError('too far'); }`;

const site = () => {
  const script = scriptOf(CODE, { webapp: { access: 'DOMAIN', executeAs: 'USER_DEPLOYING' } });
  const url = script.project.deployWebApp({ by: script.ada.id });
  return { ...script, url };
};
const { project, ben, url } = site();
const get = async (address: string): Promise<string> => (await fetch(address)).text();
const frameOf = (outer: string): string => /<iframe [^>]*src="([^"]+)"/.exec(outer)![1]!;
const call = (frame: string, name: string, type = 'application/json') =>
  fetch(frame, { method: 'POST', headers: { 'Content-Type': type }, body: JSON.stringify({ name, args: ['hello'] }) });

describe('a web app in a browser', () => {
  let pages: WebPages;
  beforeAll(async () => {
    pages = await serveWebPages(project);
  });
  afterAll(() => pages.close());

  it('stands in a sandboxed frame of another origin, with its title and meta tags around it', async () => {
    const address = pages.addressFor(`${url}?a=1`, ben.id);
    const outer = await get(address);
    expect(outer).toContain('<title>A &#34;page&#34;</title>');
    expect(outer).toContain('<meta name="viewport" content="width=device-width">');
    const sandbox = /sandbox="([^"]*)"/.exec(outer)![1]!;
    expect(sandbox).toContain('allow-scripts');
    expect(sandbox.split(' ')).not.toContain('allow-top-navigation');
    expect(new URL(frameOf(outer)).origin).not.toBe(new URL(address).origin);
    const framed = await get(frameOf(outer));
    expect(framed).toMatch(/^<!doctype html><script>/);
    expect(framed).toContain('<p>1</p>');
  });

  it('calls the script as its visitor, and tells success from failure', async () => {
    const frame = frameOf(await get(pages.addressFor(url, ben.id)));
    expect(await (await call(frame, 'who')).json()).toEqual({
      outcome: 'success',
      value: ['hello', 'ben@acme.example', 'ada@acme.example'],
    });
    expect(await (await call(frame, 'fail')).json()).toMatchObject({ outcome: 'failure', error: { name: 'RangeError' } });
  });

  it('takes no call that a page of another origin could send unasked, and none for a visit that never was', async () => {
    const frame = frameOf(await get(pages.addressFor(url, ben.id)));
    const before = project.executions.length;
    expect((await call(frame, 'who', 'text/plain')).status).toBe(400);
    expect((await call(`${new URL(frame).origin}/never`, 'who')).status).toBe(404);
    expect(project.executions).toHaveLength(before);
  });

  it('opens nothing for who is nobody, and knows no other address', async () => {
    expect(await get(pages.addressFor(url, 'nobody'))).toContain('Sign in to go on.');
    expect((await fetch(new URL('/elsewhere', pages.addressFor(url, ben.id)))).status).toBe(404);
    expect(() => pages.addressFor('https://elsewhere.example/exec', ben.id)).toThrow('is not the address of the web app');
  });
});
