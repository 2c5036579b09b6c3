import { requestPageStyle } from './requestPageStyle';

export interface WebPage {
  readonly heading: string;
  /** Until the script knows better. */
  readonly says: string;
  /** What the script finds under these names. */
  readonly texts: Readonly<Record<string, string>>;
  readonly script: string;
}

/** A text as a JavaScript literal that cannot end the script element. */
const scriptText = (text: string): string =>
  JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A page of the operator's web app as HTML, without any content: its script puts everything in as text. */
export const webPage = ({ heading, says, texts, script }: WebPage): string => `<!doctype html>
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
<h1 id="heading" tabindex="-1">${heading}</h1>
<p id="said" role="status" aria-live="polite">${says}</p>
<div id="view"></div>
</main>
<noscript><p>This page needs JavaScript.</p></noscript>
<script>
(function () {
'use strict';
${Object.entries(texts)
  .map(([name, text]) => `var ${name} = ${scriptText(text)};\n`)
  .join('')}${script}
})();
</script>
</body>
</html>
`;
