import { notSimulated } from '../notSimulated';
import { createHash, createHmac, createSign } from 'node:crypto';
import { badArguments } from '../badArguments';
import { bytesOf, isBlob } from '../blob';
import { type EnumValue, enumeration } from '../enumeration';
import type { Execution } from '../Execution';
import { signedBytes } from '../signedBytes';

export const DigestAlgorithm = enumeration('DigestAlgorithm', ['MD2', 'MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512']);
export const MacAlgorithm = enumeration('MacAlgorithm', ['HMAC_MD5', 'HMAC_SHA_1', 'HMAC_SHA_256', 'HMAC_SHA_384', 'HMAC_SHA_512']);
export const RsaAlgorithm = enumeration('RsaAlgorithm', ['RSA_SHA_1', 'RSA_SHA_256']);

/** Digests, MACs and signatures of Utilities: signed bytes (https://developers.google.com/apps-script/reference/utilities/utilities). */
export const cryptography = (execution: Execution) => {
  const answer = (bytes: Buffer) => execution.realm.value(signedBytes(bytes));
  const bytes = (member: string, args: readonly unknown[], index: number): Buffer => {
    const found = isBlob(args[index]) ? undefined : bytesOf(args[index]);
    if (found === undefined) throw badArguments(execution, `Utilities.${member}`, args);
    return found;
  };
  const hash = (algorithm: unknown, values: Readonly<Record<string, EnumValue>>, member: string, args: readonly unknown[]): string => {
    if (!Object.values(values).includes(algorithm as EnumValue)) throw badArguments(execution, `Utilities.${member}`, args);
    const name = (algorithm as EnumValue).name();
    if (name === 'MD2') throw notSimulated('MD2 is not simulated');
    return name.replace(/^(HMAC|RSA)_/, '').replace('_', '');
  };
  /** Value and key are two texts or two byte arrays, never one of each. */
  const mac = (member: string, algorithm: string, args: readonly unknown[], index: number) => {
    if (typeof args[index] !== typeof args[index + 1]) throw badArguments(execution, `Utilities.${member}`, args);
    return answer(
      createHmac(algorithm, bytes(member, args, index + 1))
        .update(bytes(member, args, index))
        .digest(),
    );
  };
  const sign = (member: string, algorithm: string, args: readonly unknown[], index: number) => {
    const key = args[index + 1];
    if (typeof args[index] !== 'string' || typeof key !== 'string') throw badArguments(execution, `Utilities.${member}`, args);
    try {
      return answer(createSign(`RSA-${algorithm}`).update(args[index], 'utf8').sign(key));
    } catch {
      throw execution.exception('Invalid argument: key');
    }
  };
  return {
    computeDigest: (...args: unknown[]) =>
      answer(
        createHash(hash(args[0], DigestAlgorithm, 'computeDigest', args))
          .update(bytes('computeDigest', args, 1))
          .digest(),
      ),
    computeHmacSha256Signature: (...args: unknown[]) => mac('computeHmacSha256Signature', 'SHA256', args, 0),
    computeHmacSignature: (...args: unknown[]) =>
      mac('computeHmacSignature', hash(args[0], MacAlgorithm, 'computeHmacSignature', args), args, 1),
    computeRsaSha1Signature: (...args: unknown[]) => sign('computeRsaSha1Signature', 'SHA1', args, 0),
    computeRsaSha256Signature: (...args: unknown[]) => sign('computeRsaSha256Signature', 'SHA256', args, 0),
    computeRsaSignature: (...args: unknown[]) =>
      sign('computeRsaSignature', hash(args[0], RsaAlgorithm, 'computeRsaSignature', args), args, 1),
  };
};
