/** A page of the web app. Frames of other sites may not show it: that is HtmlService's default. */
export const htmlPage = (title: string, html: string): GoogleAppsScript.HTML.HtmlOutput =>
  HtmlService.createHtmlOutput(html).setTitle(title).addMetaTag('viewport', 'width=device-width, initial-scale=1');
