import { type EnumValue, enumeration } from '../enumeration';
import type { Execution } from '../Execution';
import { strict } from '../strict';
import { rememberText } from './TextPage';

const MimeType = enumeration('MimeType', ['ATOM', 'CSV', 'ICAL', 'JAVASCRIPT', 'JSON', 'RSS', 'TEXT', 'VCARD', 'XML']);

/** https://developers.google.com/apps-script/reference/content/mime-type */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ATOM: 'application/atom+xml',
  CSV: 'text/csv',
  ICAL: 'text/calendar',
  JAVASCRIPT: 'application/javascript',
  JSON: 'application/json',
  RSS: 'application/rss+xml',
  TEXT: 'text/plain',
  VCARD: 'text/x-vcard',
  XML: 'application/xml',
};

/** `ContentService` (https://developers.google.com/apps-script/reference/content/content-service). */
export const contentService = (_execution: Execution): object =>
  strict('ContentService', {
    MimeType,
    createTextOutput: (content: unknown = '') => textOutput(String(content)),
  });

const textOutput = (content: string): object => {
  let text = content;
  let mimeType: EnumValue = MimeType.TEXT;
  let fileName: string | null = null;
  const self: object = strict('TextOutput', {
    getContent: () => text,
    setContent: (value: unknown) => {
      text = String(value);
      return self;
    },
    append: (value: unknown) => {
      text += String(value);
      return self;
    },
    clear: () => {
      text = '';
      return self;
    },
    getMimeType: () => mimeType,
    setMimeType: (value: EnumValue) => {
      mimeType = value;
      return self;
    },
    getFileName: () => fileName,
    downloadAsFile: (name: unknown) => {
      fileName = String(name);
      return self;
    },
  });
  rememberText(self, () => ({ content: text, contentType: CONTENT_TYPES[mimeType.name()] ?? 'text/plain' }));
  return self;
};
