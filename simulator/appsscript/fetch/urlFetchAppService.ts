import type { HttpResponse, Sent } from '../../network/HttpRequest';
import { badArguments } from '../badArguments';
import type { Execution } from '../Execution';
import { notSimulated } from '../notSimulated';
import { strict } from '../strict';
import { isAllowedUrl } from './allowedUrl';
import { httpResponse } from './httpResponse';
import { RESPONSE_SIZE, SHOWN_BODY } from './limits';
import { type Fetch, readFetch } from './readFetch';

const SCOPE = 'https://www.googleapis.com/auth/script.external_request';

/** `UrlFetchApp` (https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app) over the world's network. */
export const urlFetchAppService = (execution: Execution): object => {
  const call = <T>(member: string, work: () => T): T => execution.call(`UrlFetchApp.${member}`, { scopes: [SCOPE], milliseconds: 0 }, work);
  return strict('UrlFetchApp', {
    fetch: (...args: unknown[]) =>
      call('fetch', () => {
        if (args.length < 1 || args.length > 2) throw badArguments(execution, 'UrlFetchApp.fetch', args);
        const [response] = sendWave(execution, [readFetch(execution, args[0], options(args[1]))]);
        return response;
      }),
    fetchAll: (...args: unknown[]) =>
      call('fetchAll', () => {
        const [requests] = args;
        if (!Array.isArray(requests) || args.length !== 1) throw badArguments(execution, 'UrlFetchApp.fetchAll', args);
        const wave = requests.map((request: unknown) => {
          if (typeof request === 'string') return readFetch(execution, request);
          const { url, ...parameters } = options(request);
          return readFetch(execution, url, parameters);
        });
        return execution.realm.value(sendWave(execution, wave));
      }),
    getRequest: (...args: unknown[]) =>
      call('getRequest', () => {
        const { request, contentType } = readFetch(execution, args[0], options(args[1]));
        const { method, url, headers, body } = request;
        return execution.realm.value({
          url,
          method: method.toLowerCase(),
          ...(contentType === undefined ? {} : { contentType, payload: body }),
          headers,
        });
      }),
  });
};

const options = (given: unknown): Record<string, unknown> =>
  typeof given === 'object' && given !== null ? Object.fromEntries(Object.entries(given)) : {};

/**
 * Sends requests at the same time: the wave takes as long as its slowest, plus a little for each. All or nothing: one that finds no host,
 * breaks off, or is refused without `muteHttpExceptions` throws, and the other answers are lost although they were sent. A method of
 * Google's that is not simulated fails the execution.
 */
const sendWave = (execution: Execution, wave: readonly Fetch[]): object[] => {
  const { world, project } = execution;
  for (const { request } of wave) checkAllowed(execution, request.url);
  if (!project.fetches.take(execution.effectiveUser.id, wave.length)) {
    throw execution.exception('Service invoked too many times for one day: urlfetch.');
  }
  const answers: { readonly fetch: Fetch; readonly sent: Sent }[] = [];
  let milliseconds = world.latency.fanOut * Math.max(0, wave.length - 1);
  let slowest = 0;
  let killed = false;
  for (const fetch of wave) {
    const sent = world.network.send(fetch.request, { executionId: execution.id });
    if (sent.notSimulated) notSimulated(`${fetch.request.method} ${fetch.request.url} is not simulated`);
    answers.push({ fetch, sent });
    slowest = Math.max(slowest, patience(execution, fetch, sent));
    killed ||= sent.killed === true;
  }
  milliseconds += slowest;
  execution.spend(milliseconds);
  if (killed) execution.kill('killed');
  return answers.map(({ fetch, sent }) => httpResponse(execution, checked(execution, fetch, sent)));
};

/** How long the script waits for this answer. */
const patience = (execution: Execution, fetch: Fetch, sent: Sent): number =>
  execution.project.settings.fetchTimeout === 'obeyed' ? Math.min(sent.milliseconds, fetch.timeoutSeconds * 1000) : sent.milliseconds;

const checked = (execution: Execution, { request, muteHttpExceptions, timeoutSeconds }: Fetch, sent: Sent): HttpResponse => {
  if (sent.thrown !== undefined) throw execution.exception(sent.thrown);
  const { response, milliseconds } = sent;
  if (execution.project.settings.fetchTimeout === 'obeyed' && milliseconds > timeoutSeconds * 1000) {
    throw execution.exception(`Timeout: ${request.url}`);
  }
  if (Buffer.byteLength(response.body) > RESPONSE_SIZE) throw execution.exception('Limit Exceeded: URLFetch Response Size.');
  if (muteHttpExceptions || response.status < 400) return response;
  const { protocol, host } = new URL(request.url);
  throw execution.exception(
    `Request failed for ${protocol}//${host} returned code ${response.status}. Truncated server response: ` +
      `${response.body.slice(0, SHOWN_BODY)}${response.body.length > SHOWN_BODY ? '...' : ''} (use muteHttpExceptions option to examine full response)`,
  );
};

/** A published add-on reaches only what its manifest lists; without a list every fetch of a card is refused. */
const checkAllowed = (execution: Execution, url: string): void => {
  const { manifest, publishedAddOn } = execution.project;
  const prefixes = manifest.urlFetchWhitelist;
  if (prefixes === undefined ? !(publishedAddOn && execution.kind === 'addon') : isAllowedUrl(prefixes, url)) return;
  throw execution.exception(`UrlFetch calls to ${url} are not permitted by the urlFetchWhitelist of the manifest.`);
};
