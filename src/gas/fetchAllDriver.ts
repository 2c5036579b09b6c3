import { ok } from '../core/base/Result';
import type { Answer, Call, Subject } from '../google/Call';
import { attempt } from './attempt';
import { parseBody } from './parseBody';
import { isMistake, textOfException, translateException } from './translateException';

/** Seconds one request may take. Documented as an option of fetch, missing in the typings: https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app */
const TIMEOUT_SECONDS = 60;

type FetchRequest = GoogleAppsScript.URL_Fetch.URLFetchRequest & { readonly timeoutSeconds: number };

/**
 * Sends one wave by UrlFetchApp.fetchAll, the only parallelism of Apps Script, and gives an answer for each call, in order.
 * `fetchAll` is all or nothing: when it throws, every answer of the wave is lost, so every call is of unknown outcome. Told
 * apart are a spent daily quota and a missing scope: then the wave is stopped, and so is whoever would send the next one.
 */
export const sendByFetchAll = (calls: readonly Call[]): Answer[] => {
  if (calls.length === 0) return [];
  const own = calls.some((call) => call.as.kind === 'self') ? attempt(() => ScriptApp.getOAuthToken()) : ok('');
  if (!own.ok) return calls.map(() => ({ kind: 'stopped', problem: own.problem }));
  const requests = calls.map((call) => fetchRequest(call, own.value));
  let responses: GoogleAppsScript.URL_Fetch.HTTPResponse[];
  try {
    responses = UrlFetchApp.fetchAll(requests);
  } catch (thrown) {
    const answer = answerOfThrown(thrown);
    return calls.map(() => answer);
  }
  return calls.map((_, index) => answerOf(responses[index]));
};

/** `own` is the execution's own token: it lives for minutes only, so it is asked for once a wave. */
const fetchRequest = (call: Call, own: string): FetchRequest => ({
  url: call.url,
  method: METHODS[call.method],
  headers: authorization(call.as, own),
  muteHttpExceptions: true,
  timeoutSeconds: TIMEOUT_SECONDS,
  ...content(call),
});

const METHODS = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const;

const authorization = (as: Subject, own: string): Record<string, string> => {
  if (as.kind === 'none') return {};
  return { Authorization: `Bearer ${as.kind === 'self' ? own : as.token}` };
};

const content = (call: Call): { contentType?: string; payload?: string } => {
  if (call.body === undefined) return {};
  if (call.encoding !== 'form') return { contentType: 'application/json; charset=utf-8', payload: JSON.stringify(call.body) };
  const fields = call.body as Readonly<Record<string, string>>;
  const payload = Object.keys(fields)
    .map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(fields[name] ?? '')}`)
    .join('&');
  return { contentType: 'application/x-www-form-urlencoded', payload };
};

const answerOf = (response: GoogleAppsScript.URL_Fetch.HTTPResponse | undefined): Answer => {
  if (response === undefined) return { kind: 'unknown', message: 'fetchAll gave no response for this request' };
  return { kind: 'answered', status: response.getResponseCode(), body: parseBody(response.getContentText('UTF-8')) };
};

const STOPPING = ['platform.quotaSpent', 'platform.scopeMissing', 'platform.authorizationRequired'];

const answerOfThrown = (thrown: unknown): Answer => {
  if (isMistake(thrown)) throw thrown;
  const known = translateException(thrown);
  if (known !== undefined && STOPPING.includes(known.code)) return { kind: 'stopped', problem: known };
  return { kind: 'unknown', message: textOfException(thrown) };
};
