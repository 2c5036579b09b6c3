import type { HtmlPage } from '../appsscript/html/HtmlPage';

/** What HtmlService's frame may do (https://developers.google.com/apps-script/guides/html/restrictions). */
const SANDBOX = [
  'allow-downloads',
  'allow-forms',
  'allow-modals',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-same-origin',
  'allow-scripts',
  'allow-top-navigation-by-user-activation',
].join(' ');

/** The page at `/exec`: Google's own, with the script's title and meta tags, around a frame with what the script returned. */
export const outerPage = ({ title, meta }: Pick<HtmlPage, 'title' | 'meta'>, frameAddress: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${meta.map(({ name, content }) => `<meta name="${escaped(name)}" content="${escaped(content)}">`).join('\n')}
<title>${escaped(title)}</title>
<style>html, body, iframe { margin: 0; border: 0; width: 100%; height: 100%; display: block; } body { overflow: hidden; }</style>
</head>
<body><iframe id="sandboxFrame" title="${escaped(title)}" sandbox="${SANDBOX}" src="${escaped(frameAddress)}"></iframe></body>
</html>
`;

/** What stands there instead of the script's page: a sentence of Google's kind. */
export const sentencePage = (sentence: string): string =>
  `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Error</title></head><body><p>${escaped(sentence)}</p></body></html>\n`;

/**
 * The script's own HTML with `google.script.run` before all of its scripts. The doctype stays first: without it browsers fall back to
 * the layout of old pages.
 */
export const framedPage = (html: string, runAddress: string): string => {
  const begin = /^\s*<!doctype[^>]*>/i.exec(html)?.[0] ?? '<!doctype html>';
  const rest = html.replace(/^\s*<!doctype[^>]*>/i, '');
  return `${begin}<script>(${runInBrowser})(${JSON.stringify(runAddress)});</script>${rest}`;
};

/**
 * `google.script.run` (https://developers.google.com/apps-script/guides/html/reference/run): each call returns at once, one of the handlers
 * is called later, and what may not cross is refused before it is sent. Text, because it runs in the browser.
 */
const runInBrowser = `function (address) {
  'use strict';
  function isCarried(value) {
    if (value === null || value === undefined) return true;
    if (typeof value !== 'object') return typeof value !== 'function' && typeof value !== 'symbol' && typeof value !== 'bigint';
    if (Array.isArray(value)) return value.every(isCarried);
    return Object.prototype.toString.call(value) === '[object Object]' && Object.keys(value).every(function (key) { return isCarried(value[key]); });
  }
  function send(name, args, handlers) {
    args.forEach(function (arg, index) {
      if (!isCarried(arg)) throw new TypeError('Failed due to illegal value in property: ' + index);
    });
    fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ name: name, args: args }) })
      .then(function (response) { return response.json(); })
      .catch(function () { return { outcome: 'failure', error: { name: 'NetworkError', message: 'Connection failure' } }; })
      .then(function (answer) {
        if (answer.outcome === 'success') {
          if (handlers.success) handlers.success(answer.value, handlers.user);
          return;
        }
        var error = Object.assign(new Error(answer.error.message), { name: answer.error.name });
        if (handlers.failure) handlers.failure(error, handlers.user);
        else console.error(error);
      });
  }
  function runner(handlers) {
    return new Proxy({}, {
      get: function (_target, name) {
        if (name === 'withSuccessHandler') return function (success) { return runner(Object.assign({}, handlers, { success: success })); };
        if (name === 'withFailureHandler') return function (failure) { return runner(Object.assign({}, handlers, { failure: failure })); };
        if (name === 'withUserObject') return function (user) { return runner(Object.assign({}, handlers, { user: user })); };
        return function () { send(String(name), Array.prototype.slice.call(arguments), handlers); };
      },
    });
  }
  window.google = { script: { run: runner({}) } };
}`;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
