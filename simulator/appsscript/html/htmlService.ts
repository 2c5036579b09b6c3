import { blob } from '../blob';
import { enumeration } from '../enumeration';
import type { Execution } from '../Execution';
import { strict } from '../strict';
import { type HtmlPage, rememberPage } from './HtmlPage';

const XFrameOptionsMode = enumeration('XFrameOptionsMode', ['ALLOWALL', 'DEFAULT']);
const SandboxMode = enumeration('SandboxMode', ['EMULATED', 'IFRAME', 'NATIVE']);

/** Meta tags a page may carry. https://developers.google.com/apps-script/reference/html/html-output */
const META_TAGS = ['apple-mobile-web-app-capable', 'google-site-verification', 'mobile-web-app-capable', 'viewport'];

/** `HtmlService` without templates (https://developers.google.com/apps-script/reference/html/html-service). */
export const htmlService = (execution: Execution): object =>
  strict('HtmlService', {
    XFrameOptionsMode,
    SandboxMode,
    createHtmlOutput: (content: unknown = '') => htmlOutput(execution, String(content)),
    createHtmlOutputFromFile: (name: unknown) => htmlOutput(execution, htmlFile(execution, String(name))),
    getUserAgent: () => null,
  });

/** The text of an HTML file of the project; upper and lower case differ. The wording of the error is reported, not documented. */
const htmlFile = (execution: Execution, name: string): string => {
  const { htmlFiles, settings } = execution.project;
  const text = htmlFiles.get(settings.htmlExtension === 'dropped' ? name.replace(/\.html$/, '') : name);
  if (text === undefined) throw execution.exception(`No HTML file named ${name} was found.`);
  return text;
};

/** `HtmlOutput` (https://developers.google.com/apps-script/reference/html/html-output). */
const htmlOutput = (execution: Execution, content: string): object => {
  const page: HtmlPage = { content, title: '', faviconUrl: '', width: null, height: null, xFrameOptions: 'DEFAULT', meta: [] };
  const change = (part: Partial<HtmlPage>): object => {
    Object.assign(page, part);
    return self;
  };
  const size = (value: unknown) => (value === null || value === undefined ? null : Number(value));
  const self: object = strict('HtmlOutput', {
    getContent: () => page.content,
    setContent: (text: unknown) => change({ content: String(text) }),
    append: (text: unknown) => change({ content: page.content + String(text) }),
    appendUntrusted: (text: unknown) => change({ content: page.content + escapeHtml(String(text)) }),
    clear: () => change({ content: '' }),
    getTitle: () => page.title,
    setTitle: (title: unknown) => change({ title: String(title) }),
    getFaviconUrl: () => page.faviconUrl,
    setFaviconUrl: (url: unknown) => change({ faviconUrl: String(url) }),
    getWidth: () => page.width,
    setWidth: (width: unknown) => change({ width: size(width) }),
    getHeight: () => page.height,
    setHeight: (height: unknown) => change({ height: size(height) }),
    /** Has no effect any more. */
    setSandboxMode: () => self,
    setXFrameOptionsMode: (mode: unknown) => change({ xFrameOptions: String(mode) }),
    addMetaTag: (name: unknown, value: unknown) => {
      if (!META_TAGS.includes(String(name)) && !String(name).startsWith('twitter:')) {
        throw execution.exception('The specified meta tag is not allowed in this context.');
      }
      page.meta.push({ name: String(name), content: String(value) });
      return self;
    },
    getMetaTags: () =>
      execution.realm.value(
        page.meta.map((tag) => strict('HtmlOutputMetaTag', { getName: () => tag.name, getContent: () => tag.content })),
      ),
    getBlob: () => blob(execution, Buffer.from(page.content), 'text/html'),
  });
  rememberPage(self, page);
  return self;
};

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' };

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
