import type { Problem } from '../core/base/Problem';
import { problem } from '../core/base/Problem';

/** Text of whatever was thrown. Apps Script throws Errors of its own realm, so `instanceof` says nothing. */
export const textOfException = (thrown: unknown): string => {
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown) return String((thrown as { message: unknown }).message);
  return String(thrown);
};

/** JavaScript's own errors are mistakes in our code; everything else that a service call throws comes from the platform. */
export const isMistake = (thrown: unknown): boolean =>
  ['TypeError', 'ReferenceError', 'RangeError', 'SyntaxError'].includes(String((thrown as { name?: unknown } | null)?.name));

type Rule = readonly [pattern: RegExp, problem: (match: RegExpExecArray) => Problem];

/**
 * Exceptions of Apps Script's services that are expected: quotas, scopes, documents and stores.
 * Quota texts: https://developers.google.com/apps-script/guides/services/quotas. The others are what scripts report in public;
 * Google does not document them, so every rule matches a fragment and not the whole text.
 */
const RULES: readonly Rule[] = [
  [
    /Service invoked too many times for one day: ?([\w ]+)?/i,
    (match) => problem('platform.quotaSpent', { service: (match[1] ?? '').trim() }),
  ],
  [/Service using too much computer time for one day/i, () => problem('platform.quotaSpent', { service: 'computer time' })],
  [
    /(?:Specified permissions are not sufficient to call|You do not have permission to call) ([\w.]+?)\.? *Required permissions: *\(?([^\s)]+)/i,
    (match) => problem('platform.scopeMissing', { member: match[1] ?? '', scope: match[2] ?? '' }),
  ],
  [/Authorization is required to perform that action/i, () => problem('platform.authorizationRequired')],
  [/exceeded the property storage quota/i, () => problem('platform.storeFull')],
  [/Argument too large: (\w+)/i, (match) => problem('platform.argumentTooLarge', { argument: match[1] ?? '' })],
  [/Document (\S+) is missing/i, (match) => problem('platform.spreadsheetGone', { spreadsheetId: match[1] ?? '' })],
  // What openById says about an id that no document can have.
  [/method or property openById/i, () => problem('platform.spreadsheetGone')],
  [/do not have permission to access the requested document/i, () => problem('platform.spreadsheetNoAccess')],
  [/trying to edit a protected (?:cell|range)|^Action not allowed/i, () => problem('platform.spreadsheetProtected')],
  [/increase the number of cells in the workbook above the limit/i, () => problem('platform.spreadsheetFull')],
  [/too many triggers|created too many time-based triggers/i, () => problem('platform.triggersTooMany')],
  [/Unable to talk to trigger service/i, () => problem('platform.busy', { service: 'triggers' })],
  [/Failed to send email|Invalid email/i, () => problem('platform.mailAddressRefused')],
  [/Limit exceeded: Email (\w+)/i, (match) => problem('platform.mailTooLarge', { part: (match[1] ?? '').toLowerCase() })],
  [/Mail service not enabled/i, () => problem('platform.mailOff')],
  [
    /Service invoked too many times in a short time: ?([\w ]+)?|too many scripts running simultaneously|Script invoked too many times per second/i,
    (match) => problem('platform.busy', { service: (match[1] ?? '').trim() }),
  ],
  [/another process was holding the lock|too many LockService operations/i, () => problem('platform.busy', { service: 'lock' })],
  [/Service (\w+) (?:timed out|failed) while accessing document/i, (match) => problem('platform.busy', { service: match[1] ?? '' })],
  [
    /a server error occurred|^Service unavailable|^Service error|Unexpected error while getting the method or property/i,
    () => problem('platform.busy', { service: '' }),
  ],
];

/** What an exception of an Apps Script service means, or undefined when it is none that Roster knows: then it is a bug. */
export const translateException = (thrown: unknown): Problem | undefined => {
  const text = textOfException(thrown);
  for (const [pattern, build] of RULES) {
    const match = pattern.exec(text);
    if (match) return build(match);
  }
  return undefined;
};
