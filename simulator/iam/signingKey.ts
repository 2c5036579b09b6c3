import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';

export interface SigningKey {
  readonly keyId: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const keys = new Map<string, SigningKey>();

/** The RSA key that Google manages for a service account. Made once per process: making one is slow. */
export function signingKey(serviceAccount: string): SigningKey {
  const known = keys.get(serviceAccount);
  if (known !== undefined) return known;
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keyId = createHash('sha1')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  const made = { keyId, privateKey, publicKey };
  keys.set(serviceAccount, made);
  return made;
}
