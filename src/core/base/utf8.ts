/** UTF-8 bytes of a text; an unpaired surrogate becomes U+FFFD. Apps Script has no TextEncoder. Texts of many megabytes are common: no list of numbers. */
export const utf8 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(3 * text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    let point = text.charCodeAt(at);
    if (point < 0x80) {
      bytes[length++] = point;
      continue;
    }
    if (point >= 0xd800 && point <= 0xdfff) {
      point = text.codePointAt(at) ?? 0;
      if (point > 0xffff) at += 1;
      else point = 0xfffd;
    }
    if (point < 0x800) bytes[length++] = 0xc0 | (point >> 6);
    else {
      if (point < 0x10000) bytes[length++] = 0xe0 | (point >> 12);
      else {
        bytes[length++] = 0xf0 | (point >> 18);
        bytes[length++] = tail(point >> 12);
      }
      bytes[length++] = tail(point >> 6);
    }
    bytes[length++] = tail(point);
  }
  return bytes.slice(0, length);
};

const tail = (bits: number): number => 0x80 | (bits & 0x3f);
