/** The operator's page about a request or question, which answers it at once; empty when no web app address is stored. */
export const pageUrlOf = (webAppUrl: string, id: string): string =>
  webAppUrl === '' ? '' : `${webAppUrl}?request=${encodeURIComponent(id)}`;
