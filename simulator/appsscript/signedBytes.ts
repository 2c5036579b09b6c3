/** Apps Script's bytes are signed, −128 to 127 (https://developers.google.com/apps-script/reference/utilities/utilities). */
export const signedBytes = (bytes: Uint8Array): number[] => Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));

export const fromSignedBytes = (bytes: readonly number[]): Buffer => Buffer.from(Array.from(bytes, (byte) => byte & 255));
