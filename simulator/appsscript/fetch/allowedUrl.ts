/**
 * Whether a prefix of `urlFetchWhitelist` covers the URL: https, same host (a leading `*.` stands for one or more subdomains), and the path
 * equal or continued by `/`, `?` or `#` (https://developers.google.com/apps-script/manifest/allowlist-url).
 */
export const isAllowedUrl = (prefixes: readonly string[], url: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { protocol, host, pathname, search, hash } = new URL(url);
  if (protocol !== 'https:') return false;
  const rest = `${pathname}${search}${hash}`;
  return prefixes.some((prefix) => {
    const [, pattern = '', path = '/'] = /^https:\/\/([^/]+)(\/.*)$/.exec(prefix) ?? [];
    const hostFits = pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) && host.length >= pattern.length : host === pattern;
    if (!hostFits || !rest.startsWith(path)) return false;
    return path.endsWith('/') || rest.length === path.length || ['/', '?', '#'].includes(rest[path.length] ?? '');
  });
};
