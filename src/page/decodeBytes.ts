/** The text of a file by its encoding, which its bytes tell: byte order mark, zeros, UTF-8 if they are that, else Windows-1252. */
export const decodeBytes = (bytes: Uint8Array): string => {
  const decodeAs = (encoding: string, options?: TextDecoderOptions): string => new TextDecoder(encoding, options).decode(bytes);
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le');
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be');
  const looked = Math.min(bytes.length, 4000);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < looked; at += 1) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > looked / 4 && even < odd / 4) return decodeAs('utf-16le');
  if (even > looked / 4 && odd < even / 4) return decodeAs('utf-16be');
  try {
    return decodeAs('utf-8', { fatal: true });
  } catch {
    return decodeAs('windows-1252');
  }
};
