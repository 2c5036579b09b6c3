import { requestPageScript } from './requestPageScript';
import { requestPageStyle } from './requestPageStyle';

/**
 * The operator's web page as HTML. It holds no data but the request's id; a script in it asks `showPage` and writes the answer
 * as text, so that nothing that people wrote is ever read as HTML.
 */
export const requestPage = (requestId: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<base target="_top">
<title>Roster</title>
<style>${requestPageStyle}</style>
</head>
<body>
<header><p>Roster</p></header>
<main id="main" aria-busy="true" aria-labelledby="heading">
<h1 id="heading" tabindex="-1">Request</h1>
<p id="said" role="status" aria-live="polite">One moment, Roster is looking this up.</p>
<div id="view"></div>
</main>
<noscript><p>This page needs JavaScript.</p></noscript>
<script>
(function () {
'use strict';
var REQUEST = ${scriptText(requestId)};
${requestPageScript}
})();
</script>
</body>
</html>
`;

/** A text as a JavaScript literal that cannot end the script element. */
const scriptText = (text: string): string =>
  JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
