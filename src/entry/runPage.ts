import { explain } from '../core/base/explain';
import type { Problem } from '../core/base/Problem';
import { problem } from '../core/base/Problem';
import { requestPage } from '../cards/requestPage';
import { htmlPage } from '../gas/htmlPage';
import type { PageView } from './actions';
import { page } from './actions';
import { environment } from './environment';
import { problemOfThrown } from './failure';
import { runsAsOperator } from './runsAsOperator';

/** What may be a request's id in an address: anything else is shown as "no such request". */
const REQUEST_ID = /^[0-9A-Za-z_-]{1,64}$/;

/** The page itself. A GET changes nothing and reads nothing: mail scanners open links. The page asks for its contents. */
export const runDoGet = (raw: unknown): GoogleAppsScript.HTML.HtmlOutput => {
  const parameter = (raw as { parameter?: { request?: unknown } } | undefined)?.parameter;
  const asked = parameter?.request;
  return htmlPage('Roster', requestPage(typeof asked === 'string' && REQUEST_ID.test(asked) ? asked : ''));
};

/** Called by the page with google.script.run; runs as the operator, for a visitor whose address Google tells. */
export const runShowPage = (requestId: unknown): PageView => {
  const env = environment({ kind: 'page', at: Date.now() });
  try {
    if (env.who.activeEmail === '') return shown(problem('who.noAddress'));
    if (typeof requestId !== 'string' || !REQUEST_ID.test(requestId)) return shown(problem('request.notFound', { request: '' }));
    // The page runs as whoever deployed it, and only the operator may answer there.
    const operator = runsAsOperator(env);
    if (!operator.ok) return shown(operator.problem);
    if (!operator.value) return shown(problem('platform.pageNotOperators'));
    const { title, lines } = page(env, { requestId });
    return { title, lines: [...lines] };
  } catch (thrown) {
    return shown(problemOfThrown(env, 'showPage', thrown));
  }
};

const shown = (failed: Problem): PageView => {
  const { what, why, fix } = explain(failed);
  return { title: what, lines: [...(why === undefined ? [] : [why]), fix] };
};
