import type { Answer } from './Call';

/** What an error answer says, whichever of Google's shapes it has. */
export interface ErrorFacts {
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** google.rpc.Code name, or blank. */
  readonly canonicalStatus: string;
  /** Google's text, shortened; for the token endpoint its description. */
  readonly message: string;
  /** `error` of the token endpoint, or blank. */
  readonly oauth: string;
  /** True when one of these stands as a reason in `errors[]`, ErrorInfo or QuotaFailure. */
  readonly has: (...reasons: string[]) => boolean;
  /** Batch errors by position (create) or resource name (update): Google's text for each. */
  readonly items: ReadonlyMap<string, string>;
}

const MESSAGE_LENGTH = 300;

/** Reads google.rpc.Status bodies, legacy `errors[]` bodies, OAuth bodies, and pages that are no JSON at all. Never throws. */
export const readError = (answer: Exclude<Answer, { kind: 'stopped' }>): ErrorFacts => {
  if (answer.kind === 'unknown') return { ...NOTHING, message: shorten(answer.message) };
  const { status, body } = answer;
  const error = record(record(body)['error']);
  const oauth = text(record(body)['error']);
  if (oauth !== '') return { ...NOTHING, status, oauth, message: shorten(`${oauth}: ${text(record(body)['error_description'])}`) };
  const details = list(error['details']).map(record);
  const reasons = new Set([...list(error['errors']), ...details].map((entry) => text(record(entry)['reason'])));
  for (const violation of details.flatMap((detail) => list(detail['violations']))) reasons.add(text(record(violation)['subject']));
  return {
    status,
    canonicalStatus: text(error['status']),
    message: shorten(text(error['message'])),
    oauth: '',
    has: (...wanted) => wanted.some((reason) => reasons.has(reason)),
    items: readItems(details),
  };
};

const NOTHING: ErrorFacts = { status: 0, canonicalStatus: '', message: '', oauth: '', has: () => false, items: new Map() };

/** https://developers.google.com/people/api/rest/v1/BatchCreateContactsErrorDetails: a map from zero-based index to google.rpc.Status. */
const readItems = (details: readonly Readonly<Record<string, unknown>>[]): Map<string, string> =>
  new Map(
    details
      .filter((detail) => /Batch(Create|Update)ContactsErrorDetails$/.test(text(detail['@type'])))
      .flatMap((detail) => Object.entries(record(detail['contactErrors'])))
      .map(([key, status]) => [key, shorten(text(record(status)['message']))]),
  );

const shorten = (message: string): string => (message.length > MESSAGE_LENGTH ? `${message.slice(0, MESSAGE_LENGTH)}…` : message);

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {};

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
