/**
 * The operator's web page as HTML. It holds no data but the request's id; a script in it asks `showPage` and writes the answer
 * as text, so that nothing that people wrote is ever read as HTML.
 */
export const requestPage = (requestId: string): string => `<!doctype html>
<html lang="en">
<head>
<base target="_top">
<style>
body { font: 16px/1.5 system-ui, sans-serif; color: #1f1f1f; background: #fff; max-width: 42rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.5rem; font-weight: 600; }
ul { padding-left: 1.25rem; }
button { font: inherit; padding: 0.5rem 1.25rem; border: 1px solid #0b57d0; border-radius: 1.25rem; background: #0b57d0; color: #fff; cursor: pointer; }
button:disabled { background: #e3e3e3; border-color: #e3e3e3; color: #5e5e5e; cursor: default; }
button:focus-visible { outline: 3px solid #1f1f1f; outline-offset: 2px; }
@media (prefers-color-scheme: dark) { body { color: #e3e3e3; background: #131314; } button { background: #a8c7fa; border-color: #a8c7fa; color: #062e6f; } }
</style>
</head>
<body>
<main id="view" aria-live="polite" aria-busy="true">
<h1 id="title">Roster</h1>
<ul id="lines"><li>One moment, Roster is looking this up.</li></ul>
</main>
<p><button id="again" type="button" disabled>Refresh</button></p>
<noscript>This page needs JavaScript.</noscript>
<script>
(function () {
  var requestId = ${scriptText(requestId)};
  var view = document.getElementById('view');
  var button = document.getElementById('again');
  function show(title, lines) {
    document.getElementById('title').textContent = title;
    var list = document.getElementById('lines');
    list.textContent = '';
    lines.forEach(function (line) {
      list.appendChild(document.createElement('li')).textContent = line;
    });
    view.setAttribute('aria-busy', 'false');
    button.disabled = false;
  }
  function ask() {
    button.disabled = true;
    view.setAttribute('aria-busy', 'true');
    google.script.run
      .withSuccessHandler(function (answer) { show(answer.title, answer.lines); })
      .withFailureHandler(function () { show('Roster did not answer.', ['Press Refresh in a minute.']); })
      .showPage(requestId);
  }
  button.addEventListener('click', ask);
  ask();
})();
</script>
</body>
</html>
`;

/** A text as a JavaScript literal that cannot end the script element. */
const scriptText = (text: string): string =>
  JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
