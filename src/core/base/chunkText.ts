/** Cuts a text into pieces of at most `size` UTF-16 units (at least 2); no piece ends within a surrogate pair. Joined they are the text again. */
export const chunkText = (text: string, size: number): string[] => {
  const chunks: string[] = [];
  for (let start = 0; start < text.length;) {
    const end = Math.min(start + size, text.length);
    const cutsPair = end < text.length && isHigh(text.charCodeAt(end - 1)) && isLow(text.charCodeAt(end)) && end - start > 1;
    const stop = cutsPair ? end - 1 : end;
    chunks.push(text.slice(start, stop));
    start = stop;
  }
  return chunks;
};

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
