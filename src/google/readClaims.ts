const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Text of base64url without padding; one character for each byte. */
const decode = (text: string): string => {
  let [bits, held, decoded] = [0, 0, ''];
  for (const character of text) {
    bits = ((bits << 6) | alphabet.indexOf(character)) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    decoded += String.fromCharCode((bits >> held) & 0xff);
  }
  return decoded;
};

/** The claims of a JWT, unchecked: for what Google just answered. Empty when it is none. */
export const readClaims = (jwt: string): Readonly<Record<string, unknown>> => {
  try {
    return (JSON.parse(decode(jwt.split('.')[1] ?? '')) as Readonly<Record<string, unknown>> | null) ?? {};
  } catch {
    return {};
  }
};
