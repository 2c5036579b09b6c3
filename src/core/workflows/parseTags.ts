/** Our own limits: tags travel in a request's entry in script properties, which is small. */
export const tagLimit = 5;
export const tagLength = 20;

/** S50: words between commas, each once whatever its capitals, as they were typed first. */
export const parseTags = (text: string): string[] => {
  const tags = new Map<string, string>();
  for (const part of text.split(',')) {
    const tag = part.trim().replace(/\s+/g, ' ');
    if (tag !== '' && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
  }
  return [...tags.values()];
};

/** Whether one of the tags is this one, whatever its capitals. */
export const hasTag = (tags: readonly string[] | undefined, tag: string): boolean =>
  (tags ?? []).some((one) => one.toLowerCase() === tag.toLowerCase());
