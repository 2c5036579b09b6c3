/**
 * A page of the web app: the HTML file `file` of the project (https://developers.google.com/apps-script/reference/html/html-service#createhtmloutputfromfilefilename),
 * and `ending` after it. Frames of other sites may not show it: that is HtmlService's default.
 */
export const htmlPage = (title: string, file: 'requestPage' | 'importPage', ending: string): GoogleAppsScript.HTML.HtmlOutput =>
  HtmlService.createHtmlOutputFromFile(file).append(ending).setTitle(title).addMetaTag('viewport', 'width=device-width, initial-scale=1');
