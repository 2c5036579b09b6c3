/** A text as a JavaScript literal that cannot end the script element. */
const scriptText = (text: string): string =>
  JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * The end of a page's HTML, which starts its script. The id is all the data that the page holds; the script asks for the rest and writes
 * it as text, so that nothing that people wrote is ever read as HTML.
 */
export const startScript = (id: string): string => `<script>page.start(${scriptText(id)});</script>\n`;
