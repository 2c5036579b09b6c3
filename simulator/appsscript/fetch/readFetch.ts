import { notSimulated } from '../notSimulated';
import type { HttpRequest } from '../../network/HttpRequest';
import { bytesOf, isBlob } from '../blob';
import type { Execution } from '../Execution';
import { DEFAULT_TIMEOUT_SECONDS, HEADERS, HEADERS_SIZE, PAYLOAD_SIZE, URL_LENGTH } from './limits';

export interface Fetch {
  readonly request: HttpRequest;
  readonly contentType: string | undefined;
  readonly muteHttpExceptions: boolean;
  readonly timeoutSeconds: number;
}

const METHODS = ['get', 'delete', 'patch', 'post', 'put'];
const FORM = 'application/x-www-form-urlencoded';
const OPTIONS = [
  ...['method', 'contentType', 'headers', 'payload', 'muteHttpExceptions', 'timeoutSeconds'],
  ...['followRedirects', 'validateHttpsCertificates', 'escaping'],
];

/** Reads the URL and the parameters of one fetch; throws what Google throws before anything is sent. */
export const readFetch = (execution: Execution, url: unknown, parameters: Readonly<Record<string, unknown>> = {}): Fetch => {
  const bad = (name: string) => execution.exception(`Attribute provided with invalid value: ${name}`);
  for (const name of Object.keys(parameters)) {
    if (!OPTIONS.includes(name)) throw notSimulated(`the fetch option ${name} is not simulated`);
  }
  for (const name of ['followRedirects', 'validateHttpsCertificates', 'escaping']) {
    if (parameters[name] === false) throw notSimulated(`${name}: false is not simulated`);
  }
  const address = checkUrl(execution, String(url ?? null));
  const method = String(parameters.method ?? 'get').toLowerCase();
  if (!METHODS.includes(method)) throw bad('method');
  const { payload } = parameters;
  if (payload !== undefined && payload !== null && method === 'get') throw notSimulated('a payload with the method get is not simulated');
  const timeoutSeconds = parameters.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS;
  if (typeof timeoutSeconds !== 'number' || !(timeoutSeconds > 0)) throw bad('timeoutSeconds');

  const headers = readHeaders(execution, parameters.headers);
  const sent = payload === undefined || payload === null ? undefined : readPayload(payload);
  if (payload !== undefined && payload !== null && sent === undefined) throw bad('payload');
  if (sent !== undefined && Buffer.byteLength(sent.body) > PAYLOAD_SIZE) throw execution.exception('Limit Exceeded: URLFetch POST Size.');
  const contentType = sent === undefined ? undefined : String(parameters.contentType ?? sent.contentType);
  return {
    request: {
      method: method.toUpperCase(),
      url: address,
      headers: contentType === undefined ? headers : { 'Content-Type': contentType, ...headers },
      body: sent?.body ?? '',
    },
    contentType,
    muteHttpExceptions: Boolean(parameters.muteHttpExceptions),
    timeoutSeconds,
  };
};

/** `escaping` (on): characters that no URL may hold are percent-encoded; what is encoded stays. */
const checkUrl = (execution: Execution, url: string): string => {
  if (url.length > URL_LENGTH) throw execution.exception('Limit Exceeded: URLFetch URL Length.');
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `http://${url}`;
  if (!/^https?:\/\/[^/?#\s]+/i.test(address) || !URL.canParse(address)) throw execution.exception(`Invalid argument: ${url}`);
  return address.replace(/[\s"<>\\^`{|}]|[^\0-\x7f]+/g, (part) => encodeURIComponent(part));
};

const readHeaders = (execution: Execution, given: unknown): Record<string, string> => {
  if (given === undefined || given === null) return {};
  if (typeof given !== 'object') throw execution.exception('Attribute provided with invalid value: headers');
  const headers = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
  const names = Object.keys(headers);
  const size = names.reduce((sum, name) => sum + Buffer.byteLength(name) + Buffer.byteLength(headers[name] ?? ''), 0);
  if (names.length > HEADERS || size > HEADERS_SIZE) throw execution.exception('Limit Exceeded: URLFetch Header Size.');
  return headers;
};

const readPayload = (payload: unknown): { body: string; contentType: string } | undefined => {
  const bytes = bytesOf(payload);
  if (bytes !== undefined) return { body: bytes.toString('utf8'), contentType: (isBlob(payload) && payload.getContentType()) || FORM };
  if (typeof payload !== 'object' || payload === null) return undefined;
  const fields = Object.entries(payload);
  if (fields.some(([, value]) => isBlob(value))) throw notSimulated('a multipart payload is not simulated');
  return {
    body: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, String(value)])).toString(),
    contentType: FORM,
  };
};
