import type { Environment } from '../app/Environment';
import { readPiece } from '../app/imports/UploadPiece';
import { readPageOptions } from '../app/requests/PageOptions';
import { problemText } from '../app/requests/showPage';
import type { Problem } from '../core/base/Problem';
import { problem } from '../core/base/Problem';
import { startScript } from '../cards/startScript';
import { htmlPage } from '../gas/htmlPage';
import type { PageView } from './actions';
import { decide, page, receive } from './actions';
import { environment } from './environment';
import { problemOfThrown } from './failure';
import { runsAsOperator } from './runsAsOperator';

/** What may be the id of a request, question or upload in an address: anything else is shown as "no such request". */
const REQUEST_ID = /^[0-9A-Za-z_-]{1,64}$/;
/** SHA-256, lower-case hex. */
const DIGEST = /^[0-9a-f]{64}$/;
/** Longer than any text that the page sends; a reason that is too long by less is refused with its own words. */
const REASON_LENGTH = 5000;

/** The page itself. A GET changes nothing and reads nothing: mail scanners open links. The page asks for its contents. */
export const runDoGet = (raw: unknown): GoogleAppsScript.HTML.HtmlOutput => {
  const { request, import: upload } = (raw as { parameter?: { request?: unknown; import?: unknown } } | undefined)?.parameter ?? {};
  return isId(upload)
    ? htmlPage('Roster', 'importPage', startScript(upload))
    : htmlPage('Roster', 'requestPage', startScript(isId(request) ? request : ''));
};

const isId = (value: unknown): value is string => typeof value === 'string' && REQUEST_ID.test(value);

/** Called by the page with google.script.run; runs as the operator, for a visitor whose address Google tells. */
export const runShowPage = (requestId: unknown, passed: unknown): PageView =>
  forVisitor('showPage', requestId, (env, id) => {
    const options = readPageOptions(passed);
    return options === undefined ? shown(problem('page.unknownOption')) : page(env, { requestId: id, options });
  });

/** Called by the page after the visitor confirmed. What is sent is checked here; who decides is told by Google. */
export const runDecide = (requestId: unknown, digest: unknown, decision: unknown, reason: unknown): PageView =>
  forVisitor('decide', requestId, (env, id) => {
    const isDecision = decision === 'approve' || decision === 'deny';
    const isReason = typeof reason === 'string' && reason.length <= REASON_LENGTH;
    if (!isDecision || !isReason || typeof digest !== 'string' || !DIGEST.test(digest)) return shown(problem('page.notFound'));
    return decide(env, { requestId: id, digest, decision, reason });
  });

/** Called by the page with a piece of a file; kept for the visitor alone, whose card asked for it. */
export const runReceive = (uploadId: unknown, passed: unknown): PageView =>
  forVisitor('receive', uploadId, (env, id) => {
    const piece = readPiece(passed);
    return piece === undefined ? shown(problem('page.unknownOption')) : receive(env, { uploadId: id, piece });
  });

const forVisitor = (entry: string, requestId: unknown, answer: (env: Environment, id: string) => PageView): PageView => {
  const env = environment({ kind: 'page', at: Date.now() });
  try {
    if (env.who.activeEmail === '') return shown(problem('who.noAddress'));
    if (!isId(requestId)) return shown(problem('page.notFound'));
    // The page runs as whoever deployed it, and only the operator may answer there.
    const operator = runsAsOperator(env);
    if (!operator.ok) return shown(operator.problem);
    if (!operator.value) return shown(problem('platform.pageNotOperators'));
    return plainData(answer(env, requestId));
  } catch (thrown) {
    return shown(problemOfThrown(env, entry, thrown));
  }
};

/** google.script.run carries no more than JSON does (https://developers.google.com/apps-script/guides/html/reference/run). */
const plainData = (view: PageView): PageView => JSON.parse(JSON.stringify(view)) as PageView;

const shown = (failed: Problem): PageView => ({ ...problemText(failed), refused: true });
