import type { CardEvent } from '../cards/CardSpec';
import type { MessageHandle } from './openMail';
import { ACTION_PARAMETER } from './renderAction';

export interface AddOnEvent {
  readonly card: CardEvent;
  /** Id of the open spreadsheet; Google sends it only after the person granted the file. */
  readonly spreadsheetId: string | undefined;
  /** The message that is open, in Gmail. */
  readonly message: MessageHandle | undefined;
}

/**
 * Reads the event object of an add-on callback (https://developers.google.com/workspace/add-ons/concepts/event-objects).
 * Undefined when it is none: somebody called the function from elsewhere. A field that is missing, empty or holds one empty
 * text is the same to Roster: it is not there. Dates and times become texts: milliseconds since the epoch, `HH:MM`.
 * `fallback` gives the locale where the event has none.
 */
export const readEvent = (raw: unknown, fallback: { readonly locale: string }): AddOnEvent | undefined => {
  const event = record(raw);
  const common = record(event?.commonEventObject);
  if (event === undefined || common === undefined || typeof common.hostApp !== 'string') return undefined;
  const { [ACTION_PARAMETER]: action = '', ...parameters } = texts(common.parameters);
  const locale = text(common.userLocale);
  const spreadsheetId = text(record(event.sheets)?.id);
  const gmail = record(event.gmail);
  const message = { id: text(gmail?.messageId), accessToken: text(gmail?.accessToken) };
  return {
    card: {
      action,
      parameters,
      fields: fieldsOf(common.formInputs),
      locale: locale === '' ? fallback.locale : locale,
      timeZone: text(record(common.timeZone)?.id) || undefined,
      host: common.hostApp,
    },
    spreadsheetId: spreadsheetId === '' ? undefined : spreadsheetId,
    message: message.id === '' || message.accessToken === '' ? undefined : message,
  };
};

type Loose = { readonly [name: string]: unknown };

const record = (value: unknown): Loose | undefined => (typeof value === 'object' && value !== null ? (value as Loose) : undefined);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const texts = (value: unknown): Record<string, string> => {
  const from = record(value) ?? {};
  const to: Record<string, string> = {};
  for (const name of Object.keys(from)) to[name] = String(from[name] ?? '');
  return to;
};

const fieldsOf = (value: unknown): Record<string, readonly string[]> => {
  const inputs = record(value) ?? {};
  const fields: Record<string, readonly string[]> = {};
  for (const name of Object.keys(inputs)) {
    const values = valuesOf(record(inputs[name]) ?? {}).filter((entry) => entry !== '');
    if (values.length > 0) fields[name] = values;
  }
  return fields;
};

const valuesOf = (input: Loose): string[] => {
  const strings = record(input.stringInputs)?.value;
  if (Array.isArray(strings)) return strings.map((entry) => String(entry ?? ''));
  const moment = record(input.dateTimeInput) ?? record(input.dateInput);
  if (moment !== undefined) return [String(moment.msSinceEpoch ?? '')];
  const time = record(input.timeInput);
  return time === undefined ? [] : [`${twoDigits(time.hours)}:${twoDigits(time.minutes)}`];
};

const twoDigits = (value: unknown): string => String(Number(value ?? 0)).padStart(2, '0');
