const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&nbsp;': ' ', '&amp;': '&' };

/** Tags a card understands (https://developers.google.com/workspace/add-ons/concepts/widgets#text_formatting). */
const TAGS = /<\/?(b|i|u|s|strike|font|a|time)(\s[^<>]*)?>/gi;

/** What a person reads of a text with basic HTML. Tags that cards do not know stay as they are. */
export function plainText(markup: string): string {
  return markup
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(TAGS, '')
    .replace(/&(lt|gt|quot|#39|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** Tags a card does not know, e.g. `<script>` or an address in angle brackets: usually somebody's unescaped text. */
export function unknownTags(markup: string): string[] {
  return (
    markup
      .replace(/<br\s*\/?>/gi, '')
      .replace(TAGS, '')
      .match(/<\/?[a-z][^<>]*>/gi) ?? []
  );
}

/** Addresses of the links in a text. */
export function linksOf(markup: string): string[] {
  return [...markup.matchAll(/<a\s[^<>]*href\s*=\s*["']([^"']*)["']/gi)].map(([, url]) => url ?? '');
}
