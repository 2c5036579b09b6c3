import type { Execution } from './Execution';
import { fromSignedBytes, signedBytes } from './signedBytes';
import { strict } from './strict';

/** `Blob` (https://developers.google.com/apps-script/reference/base/blob): bytes with a content type and a name. */
export const blob = (execution: Execution, content: Buffer, contentType: string | null = null, name: string | null = null): object => {
  let bytes = content;
  let type = contentType;
  let title = name;
  const self: object = strict('Blob', {
    getBytes: () => execution.realm.value(signedBytes(bytes)),
    getDataAsString: () => bytes.toString('utf8'),
    getContentType: () => type,
    getName: () => title,
    isGoogleType: () => false,
    copyBlob: () => blob(execution, bytes, type, title),
    getBlob: () => self,
    setBytes: (data: readonly number[]) => {
      bytes = fromSignedBytes(data);
      return self;
    },
    setDataFromString: (text: string) => {
      bytes = Buffer.from(String(text), 'utf8');
      return self;
    },
    setContentType: (value: string | null) => {
      type = value;
      return self;
    },
    setName: (value: string) => {
      title = value;
      return self;
    },
  });
  return self;
};

/** The bytes behind a blob, a byte array or a text; undefined for anything else. */
export const bytesOf = (value: unknown): Buffer | undefined => {
  if (typeof value === 'string') return Buffer.from(value, 'utf8');
  if (Array.isArray(value) && value.every((byte) => typeof byte === 'number')) return fromSignedBytes(value as number[]);
  if (isBlob(value)) return fromSignedBytes(value.getBytes());
  return undefined;
};

export const isBlob = (value: unknown): value is { getBytes(): number[]; getContentType(): string | null; getName(): string | null } =>
  typeof value === 'object' && value !== null && Object.prototype.toString.call(value) === '[object Blob]';
