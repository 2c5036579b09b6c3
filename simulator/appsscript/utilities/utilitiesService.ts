import { gunzipSync, gzipSync } from 'node:zlib';
import { badArguments } from '../badArguments';
import { blob, bytesOf, isBlob } from '../blob';
import { enumeration } from '../enumeration';
import type { Execution } from '../Execution';
import { signedBytes } from '../signedBytes';
import { strict } from '../strict';
import { cryptography, DigestAlgorithm, MacAlgorithm, RsaAlgorithm } from './cryptography';
import { formatDate } from './formatDate';
import { formatString } from './formatString';
import { SLEEP } from './limits';
import { parseCsv } from './parseCsv';
import { randomUuid } from './randomUuid';

const Charset = enumeration('Charset', ['US_ASCII', 'UTF_8']);

/** `Utilities` (https://developers.google.com/apps-script/reference/utilities/utilities). Texts become bytes as UTF-8. */
export const utilitiesService = (execution: Execution): object => {
  const { realm } = execution;
  const bytes = (member: string, args: readonly unknown[], index = 0): Buffer => {
    const found = isBlob(args[index]) ? undefined : bytesOf(args[index]);
    if (found === undefined) throw badArguments(execution, `Utilities.${member}`, args);
    return found;
  };
  const decode = (member: string, args: readonly unknown[]) => {
    const [text] = args;
    if (typeof text !== 'string') throw badArguments(execution, `Utilities.${member}`, args);
    if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(text.trim())) throw execution.exception('Could not decode string.');
    return realm.value(signedBytes(Buffer.from(text.trim().replace(/-/g, '+').replace(/_/g, '/'), 'base64')));
  };
  return strict('Utilities', {
    Charset,
    DigestAlgorithm,
    MacAlgorithm,
    RsaAlgorithm,
    ...cryptography(execution),
    base64Encode: (...args: unknown[]) => bytes('base64Encode', args).toString('base64'),
    /** Keeps the padding. */
    base64EncodeWebSafe: (...args: unknown[]) =>
      bytes('base64EncodeWebSafe', args).toString('base64').replace(/\+/g, '-').replace(/\//g, '_'),
    base64Decode: (...args: unknown[]) => decode('base64Decode', args),
    base64DecodeWebSafe: (...args: unknown[]) => decode('base64DecodeWebSafe', args),
    getUuid: () => randomUuid(execution.world.random),
    sleep: (...args: unknown[]) => {
      const [milliseconds] = args;
      if (typeof milliseconds !== 'number' || args.length !== 1) throw badArguments(execution, 'Utilities.sleep', args);
      if (milliseconds < 0 || milliseconds > SLEEP) throw execution.exception(`Invalid argument: ${milliseconds}`);
      execution.call('Utilities.sleep', { milliseconds }, () => undefined);
    },
    formatDate: (...args: unknown[]) => {
      const [date, timeZone, format] = args;
      const isDate = Object.prototype.toString.call(date) === '[object Date]';
      if (!isDate || typeof timeZone !== 'string' || typeof format !== 'string')
        throw badArguments(execution, 'Utilities.formatDate', args);
      return formatDate(Number(date), timeZone, format);
    },
    formatString: (template: unknown, ...values: unknown[]) => formatString(String(template), values),
    parseCsv: (...args: unknown[]) => {
      const [csv, delimiter = ','] = args;
      if (typeof csv !== 'string' || typeof delimiter !== 'string') throw badArguments(execution, 'Utilities.parseCsv', args);
      const rows = parseCsv(csv, delimiter);
      if (rows === undefined) throw execution.exception('Could not parse text.');
      return realm.value(rows);
    },
    newBlob: (...args: unknown[]) => {
      const [, contentType, name] = args;
      const type = typeof contentType === 'string' ? contentType : typeof args[0] === 'string' ? 'text/plain' : null;
      return blob(execution, bytes('newBlob', args), type, typeof name === 'string' ? name : null);
    },
    gzip: (...args: unknown[]) => {
      const [source, name] = args;
      if (!isBlob(source)) throw badArguments(execution, 'Utilities.gzip', args);
      const title = typeof name === 'string' ? name : `${source.getName() ?? 'archive'}.gz`;
      return blob(execution, gzipSync(bytesOf(source) ?? Buffer.alloc(0)), 'application/x-gzip', title);
    },
    ungzip: (...args: unknown[]) => {
      const [source] = args;
      if (!isBlob(source)) throw badArguments(execution, 'Utilities.ungzip', args);
      return blob(execution, gunzipSync(bytesOf(source) ?? Buffer.alloc(0)), null, source.getName()?.replace(/\.gz$/, '') ?? null);
    },
  });
};
