import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ScriptProject } from '../appsscript/ScriptProject';
import { readWebAddress } from '../appsscript/webAddress';
import { WebVisitor, type VisitStatus } from '../appsscript/WebVisitor';
import { framedPage, outerPage, sentencePage } from './pageFrame';

export interface WebPages {
  /** Where a browser opens the web app's address `url` as this user. */
  addressFor(url: string, visitorUserId: string): string;
  close(): Promise<void>;
}

/** What stands where the page would, in our words. */
const sentences: Readonly<Record<Exclude<VisitStatus, 'shown'>, string>> = {
  signInRequired: 'Sign in to go on.',
  accessDenied: 'You need access.',
  authorizationRequired: 'Authorization is required.',
  error: 'The script did not return a page.',
};

/**
 * Serves the project's web app to a browser on 127.0.0.1, as who the address names: `/as/<user>/exec…`. As at Google, the script's HTML runs in a sandboxed frame of
 * another origin (here: another port), and its `google.script.run` goes to the script as the same visitor.
 */
export async function serveWebPages(project: ScriptProject): Promise<WebPages> {
  const visits = new Map<string, WebVisitor>();
  const frames = await listen((request, response) => answerFrame(visits, request, response));
  const outer = await listen((request, response) => {
    const visitor = request.method === 'GET' ? openedBy(project, request.url ?? '') : undefined;
    if (visitor?.status !== 'shown')
      return sendHtml(response, visitor ? 200 : 404, sentencePage(visitor ? sentences[visitor.status] : 'There is no page.'));
    const visit = randomUUID();
    visits.set(visit, visitor);
    sendHtml(response, 200, outerPage(visitor, `${originOf(frames)}/${visit}`));
  });
  return {
    addressFor(url, visitorUserId) {
      const { webApp } = project;
      if (webApp === undefined || readWebAddress(webApp.url, url) === undefined)
        throw new Error(`simulator: ${url} is not the address of the web app`);
      return `${originOf(outer)}/as/${encodeURIComponent(visitorUserId)}/exec${url.slice(url.indexOf('/exec') + '/exec'.length)}`;
    },
    async close() {
      await Promise.all([shut(outer), shut(frames)]);
    },
  };
}

const openedBy = (project: ScriptProject, path: string): WebVisitor | undefined => {
  const [, visitorUserId, rest] = /^\/as\/([^/]+)\/exec(.*)$/.exec(path) ?? [];
  if (visitorUserId === undefined || project.webApp === undefined) return undefined;
  return WebVisitor.follow(project, project.webApp.url + rest, decodeURIComponent(visitorUserId));
};

/** `GET /<visit>`: the script's HTML. `POST /<visit>`: a call of `google.script.run`. */
const answerFrame = (visits: ReadonlyMap<string, WebVisitor>, request: IncomingMessage, response: ServerResponse): void => {
  const visitor = visits.get((request.url ?? '').slice(1));
  if (visitor === undefined) return sendHtml(response, 404, sentencePage('There is no page.'));
  if (request.method === 'GET') return sendHtml(response, 200, framedPage(visitor.html, request.url ?? ''));
  // Pages of other origins may not send JSON without being allowed to.
  if (request.method !== 'POST' || request.headers['content-type'] !== 'application/json') {
    response.writeHead(400).end();
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { name, args } = JSON.parse(Buffer.concat(chunks).toString()) as { name: string; args: unknown[] };
    const { outcome, value, error } = visitor.run(name, ...args);
    response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify({ outcome, value, error }));
  });
};

const sendHtml = (response: ServerResponse, status: number, html: string): void => {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(html);
};

const originOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const listen = (answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer(answer);
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });

const shut = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
