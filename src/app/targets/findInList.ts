import { ok, type Result } from '../../core/base/Result';
import { partsOfAddress, startOf } from '../../core/directory/listPlaces';
import type { ListedTarget } from '../../core/directory/TargetList';
import { searchUsers } from '../../google/directory';
import type { Environment } from '../Environment';
import type { OpenTargetList } from './openTargetList';

export interface FoundInList {
  readonly text: string;
  /** By address. */
  readonly found: readonly (ListedTarget & { readonly at: number })[];
  /** There may be more than are shown. */
  readonly more: boolean;
}

/** Matches shown. */
const limit = 20;
/** A list of up to this many parts (some thousand users) is read whole. */
const readWhole = 10;

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');

/** The address begins so, or each word begins a word of the name. */
const matches = (target: ListedTarget, text: string): boolean => {
  const names = words(target.fullName);
  return target.email.toLowerCase().startsWith(text) || words(text).every((word) => names.some((name) => name.startsWith(word)));
};

/**
 * Which parts to read: of a long list those where addresses begin so, and those of the users whose name the Directory finds to
 * begin so. Names are not in the order of the list.
 */
const partsToRead = (
  env: Environment,
  list: OpenTargetList,
  text: string,
  isUnlisted: boolean,
): Result<{ readonly parts: number[]; readonly more: boolean }> => {
  if (isUnlisted || list.head.parts.length <= readWhole) return ok({ parts: list.head.parts.map((_, part) => part), more: false });
  const byAddress = partsOfAddress(list.head, text);
  const named = env.asSelf(searchUsers({ kind: 'self' }, text, limit), { calls: 3 });
  if (!named.ok) return named;
  const byName = named.value.flatMap((user) => partsOfAddress(list.head, user.primaryEmail).slice(0, 1));
  const parts = [...new Set([...byAddress.slice(0, 2), ...byName])];
  return ok({
    parts: parts.slice(0, readWhole).sort((a, b) => a - b),
    more: byAddress.length > 2 || parts.length > readWhole || named.value.length >= limit,
  });
};

/** The users of a list whose address or name begins with what was typed. `isUnlisted`: the Directory does not know them yet. */
export const findInList = (env: Environment, list: OpenTargetList, typed: string, isUnlisted: boolean): Result<FoundInList> => {
  const text = typed.trim().toLowerCase();
  const wanted = partsToRead(env, list, text, isUnlisted);
  if (!wanted.ok) return wanted;
  const parts = list.parts(wanted.value.parts);
  if (!parts.ok) return parts;
  const found = wanted.value.parts.flatMap((part, index) => {
    const start = startOf(list.head, part);
    return (parts.value[index] ?? [])
      .map((target, offset) => ({ ...target, at: start + offset }))
      .filter((target) => matches(target, text));
  });
  return ok({ text: typed.trim(), found: found.slice(0, limit), more: wanted.value.more || found.length > limit });
};
