import type { ListPlace, TargetListHead } from './TargetList';

/** The part that holds the user at a place, and where that part begins. Undefined beyond the end. */
export const partAt = (head: TargetListHead, at: number): { readonly part: number; readonly start: number } | undefined => {
  let start = 0;
  for (const [part, { count }] of head.parts.entries()) {
    if (at < start + count) return { part, start };
    start += count;
  }
  return undefined;
};

/** Where a part begins. */
export const startOf = (head: TargetListHead, part: number): number => head.parts.slice(0, part).reduce((sum, one) => sum + one.count, 0);

/** Places of a page of the list without the ones left out: `number` counted from 0, the last page when there are fewer. */
export const keptPage = (
  total: number,
  left: readonly ListPlace[],
  number: number,
  size: number,
): { readonly places: readonly number[]; readonly number: number; readonly total: number } => {
  const skipped = [...new Set(left.map((one) => one.at))].filter((at) => at < total).sort((a, b) => a - b);
  const kept = total - skipped.length;
  const shown = Math.min(Math.max(0, Math.floor(number) || 0), Math.max(0, Math.ceil(kept / size) - 1));
  const places: number[] = [];
  let next = 0;
  // The nth that is kept stands behind every one left out before it.
  let at = shown * size;
  while (next < skipped.length && (skipped[next] ?? total) <= at) {
    at += 1;
    next += 1;
  }
  for (; places.length < size && at < total; at += 1) {
    if (skipped[next] === at) next += 1;
    else places.push(at);
  }
  return { places, number: shown, total: kept };
};

/** Parts that may hold users whose address begins so; the list is in the order of addresses. */
export const partsOfAddress = (head: TargetListHead, beginning: string): number[] => {
  const text = beginning.toLowerCase();
  let from = 0;
  while (from + 1 < head.parts.length && (head.parts[from + 1]?.first ?? '') <= text) from += 1;
  const parts: number[] = [];
  for (let part = from; part < head.parts.length; part += 1) {
    if (part > from && !head.parts[part]?.first.startsWith(text)) break;
    parts.push(part);
  }
  return parts;
};
