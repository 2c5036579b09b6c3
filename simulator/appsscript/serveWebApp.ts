import type { HttpRequest, HttpResponse } from '../network/HttpRequest';
import { headerOf } from '../network/HttpRequest';
import type { ScriptProject } from './ScriptProject';
import { readWebAddress } from './webAddress';
import { WebVisitor } from './WebVisitor';

const DRIVE_SCOPES = ['https://www.googleapis.com/auth/drive', 'https://www.googleapis.com/auth/drive.readonly'];

/**
 * Answers HTTP requests to the `/exec` address, as from `UrlFetchApp`. The visitor is the user of the access token; whether Google accepts one
 * is not documented, people report that it does for tokens with a Drive scope, so it is a setting of the project. Time passes while the page runs.
 */
export const serveWebApp = (project: ScriptProject): void =>
  project.world.network.registerHost('script.google.com', (request) => ({ response: answer(project, request), milliseconds: 0 }));

const answer = (project: ScriptProject, request: HttpRequest): HttpResponse => {
  const { webApp, manifest, world } = project;
  const address = webApp && readWebAddress(webApp.url, request.url);
  if (address === undefined) return html(404, 'Sorry, unable to open the file at this time.');
  const token = /^Bearer (.+)$/.exec(headerOf(request.headers, 'Authorization') ?? '')?.[1];
  const principal = token === undefined ? undefined : world.cloud.principalOf(token, world.clock.now());
  const accepted =
    project.settings.webAppTokens === 'accepted' && principal !== undefined && DRIVE_SCOPES.some((scope) => principal.scopes.has(scope));
  if (token !== undefined && !accepted) return html(401, 'Unauthorized');
  if (token === undefined && manifest.webapp?.access !== 'ANYONE_ANONYMOUS') return html(200, 'Sign in - Google Accounts');
  const visit = { visitorUserId: principal?.userId, ...address };
  const type = headerOf(request.headers, 'Content-Type') ?? '';
  const visitor =
    request.method === 'POST' ? WebVisitor.post(project, visit, { contents: request.body, type }) : WebVisitor.open(project, visit);
  if (visitor.status === 'accessDenied') return html(403, 'You need access');
  if (visitor.status !== 'shown') return html(200, 'Error');
  return { status: 200, headers: { 'Content-Type': `${visitor.contentType}; charset=utf-8` }, body: visitor.html };
};

const html = (status: number, text: string): HttpResponse => ({
  status,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: `<!DOCTYPE html><html><body>${text}</body></html>`,
});
