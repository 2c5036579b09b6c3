import { createSign } from 'node:crypto';
import { signingKey } from './signingKey';

/** A JWT with these claims, as JSON text, under a service account's Google-managed key. */
export function signedJwt(email: string, payload: string): { readonly keyId: string; readonly signedJwt: string } {
  const key = signingKey(email);
  const signed = `${base64url(JSON.stringify({ alg: 'RS256', kid: key.keyId, typ: 'JWT' }))}.${base64url(payload)}`;
  const signature = createSign('RSA-SHA256').update(signed).sign(key.privateKey, 'base64url');
  return { keyId: key.keyId, signedJwt: `${signed}.${signature}` };
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}
