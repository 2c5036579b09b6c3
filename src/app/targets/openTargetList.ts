import { sha256Hex } from '../../core/base/digest';
import { ok, type Result } from '../../core/base/Result';
import { partsOfAddress, startOf } from '../../core/directory/listPlaces';
import {
  readListHead,
  readListPart,
  type ListedTarget,
  type ListPlace,
  type PackedTargetList,
  type TargetListHead,
} from '../../core/directory/TargetList';
import type { TargetListRef } from '../../core/workflows/WorkflowDraft';
import { openParcel, openParts } from '../bridge/parcel';
import type { Environment, Tables } from '../Environment';
import { cacheSeconds, getCached, putCached } from '../records/cacheText';
import type { Installation } from '../setUp/Installation';
import { openWorkbook } from '../setUp/openFiles';

/** A list whose head is at hand; its parts are read when somebody looks at them. */
export interface OpenTargetList {
  readonly head: TargetListHead;
  readonly digest: string;
  /** In the order asked for. */
  readonly parts: (numbers: readonly number[]) => Result<ListedTarget[][]>;
}

const verified = (text: string | undefined, digest: string): string | undefined =>
  text !== undefined && sha256Hex(text) === digest ? text : undefined;

/** Text that is known by its digest. The cache may forget it. A part fits into one cached value, a head may not. */
const cachedHead = (env: Environment, digest: string): string | undefined => verified(getCached(env, `list.${digest}`), digest);
const keepHead = (env: Environment, digest: string, text: string): void => putCached(env, `list.${digest}`, text);
const cachedPart = (env: Environment, digest: string): string | undefined => verified(env.cache.get(`part.${digest}`), digest);
const keepPart = (env: Environment, digest: string, text: string): void => env.cache.put(`part.${digest}`, text, cacheSeconds);

/** Keeps a list that the card looked up itself. */
export const keepTargetList = (env: Environment, list: PackedTargetList): string => {
  const digest = sha256Hex(list.head);
  keepHead(env, digest, list.head);
  const { parts } = readListHead(list.head);
  parts.forEach((part, index) => keepPart(env, part.digest, list.parts[index] ?? ''));
  return digest;
};

/** The list that the card looked up itself, whole; undefined when the cache forgot any of it. */
export const keptTargetList = (env: Environment, digest: string): PackedTargetList | undefined => {
  const head = cachedHead(env, digest);
  if (head === undefined) return undefined;
  const parts = readListHead(head).parts.map((part) => cachedPart(env, part.digest));
  return parts.every((part): part is string => part !== undefined) ? { head, parts } : undefined;
};

export const openKeptList = ({ head, parts }: PackedTargetList): OpenTargetList => ({
  head: readListHead(head),
  digest: sha256Hex(head),
  parts: (numbers) => ok(numbers.map((number) => readListPart(parts[number] ?? '[]'))),
});

/**
 * The list of a parcel, written by the person themself or by the operator. What the person's cache still holds is not read from the
 * workbook again; either way every text has the digest it was listed under, or it is refused.
 */
export const openParcelList = (
  env: Environment,
  installation: Installation,
  list: Pick<TargetListRef, 'id'> & { readonly digest?: string },
  personId: string,
): Result<OpenTargetList> => {
  let opened: Result<Tables> | undefined;
  const workbook = (): Result<Tables> => (opened ??= openWorkbook(env, installation));
  const { id } = list;
  const readHead = (): Result<string> => {
    const known = list.digest === undefined ? undefined : cachedHead(env, list.digest);
    if (known !== undefined) return ok(known);
    const tables = workbook();
    if (!tables.ok) return tables;
    const text = openParcel(env, tables.value, { id, authorIds: [personId, installation.operatorId], digest: list.digest });
    if (text.ok) keepHead(env, sha256Hex(text.value), text.value);
    return text;
  };
  const text = readHead();
  if (!text.ok) return text;
  const head = readListHead(text.value);
  return ok({
    head,
    digest: list.digest ?? sha256Hex(text.value),
    parts: (numbers) => {
      const texts = new Map(numbers.map((part) => [part, cachedPart(env, head.parts[part]?.digest ?? '')]));
      const missing = numbers
        .filter((part) => texts.get(part) === undefined)
        .map((part) => ({ part, digest: head.parts[part]?.digest ?? '' }));
      if (missing.length > 0) {
        const tables = workbook();
        if (!tables.ok) return tables;
        const read = openParts(env, tables.value, id, missing);
        if (!read.ok) return read;
        missing.forEach(({ part, digest }, index) => {
          keepPart(env, digest, read.value[index] ?? '');
          texts.set(part, read.value[index]);
        });
      }
      return ok(numbers.map((part) => readListPart(texts.get(part) ?? '[]')));
    },
  });
};

/** Where a user stands who is known by id and address; undefined when they are not in the list under that address. */
export const placeOf = (list: OpenTargetList, user: { readonly userId: string; readonly email: string }): Result<ListPlace | undefined> => {
  const numbers = partsOfAddress(list.head, user.email).slice(0, 1);
  const parts = list.parts(numbers);
  if (!parts.ok) return parts;
  const [part = 0] = numbers;
  const index = (parts.value[0] ?? []).findIndex((one) => one.userId === user.userId);
  const found = parts.value[0]?.[index];
  return ok(
    found === undefined
      ? undefined
      : {
          userId: found.userId,
          at: startOf(list.head, part) + index,
          suspended: found.suspended,
          lookAlike: found.lookAlike !== undefined,
        },
  );
};
