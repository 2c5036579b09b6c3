/** Addresses of a web app as it is for one organization; both forms are in use. */
const OF_DOMAIN = /^https:\/\/script\.google\.com\/a\/(?:macros\/[^/]+|[^/]+\/macros)\//;

/** What an address tells the web app at `webAppUrl`; undefined when it is the address of something else. */
export const readWebAddress = (
  webAppUrl: string,
  url: string,
): { readonly query: Readonly<Record<string, readonly string[]>>; readonly pathInfo?: string } | undefined => {
  const [whole = ''] = url.split('#');
  const [address = '', queryString = ''] = whole.replace(OF_DOMAIN, 'https://script.google.com/macros/').split('?');
  if (address !== webAppUrl && !address.startsWith(`${webAppUrl}/`)) return undefined;
  const query: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(queryString)) (query[name] ??= []).push(value);
  const pathInfo = address.slice(webAppUrl.length + 1);
  return { query, ...(pathInfo === '' ? {} : { pathInfo }) };
};
