import { digest } from '../base/digest';
import type { Skip, SkipReason } from './Change';

/** A letter for what becomes of a source contact; `c`: it is created. */
const letters: Readonly<Record<SkipReason, string>> = {
  alreadyCopied: 'm',
  sameEmail: 'e',
  samePhone: 'p',
  sameName: 'n',
  sameContent: 's',
  nothingToCopy: 'x',
  alreadySo: 'a',
  editedThere: 'o',
  deletedThere: 'd',
  merged: 'g',
  adopted: 'k',
  notConverging: 'v',
  editedSince: 't',
  overwritten: 'w',
};
const created = 'c';
const reasons = new Map(Object.entries(letters).map(([reason, letter]) => [letter, reason as SkipReason]));

/**
 * What becomes of each source contact at one target, in the order of `sourceIds`: a letter, and how many in a row share it when they
 * are several (`c120e3c77`). Never longer than there are contacts, so that 25,000 fit into a cell.
 */
export const packSkips = (sourceIds: readonly string[], skips: readonly Skip[]): string => {
  const skipped = new Map(skips.map(({ sourceContactId, reason }) => [sourceContactId, letters[reason]]));
  let packed = '';
  let [letter, count] = ['', 0];
  const close = (): void => void (packed += count > 1 ? `${letter}${count}` : letter);
  for (const id of sourceIds) {
    const next = skipped.get(id) ?? created;
    if (next === letter) count += 1;
    else {
      close();
      [letter, count] = [next, 1];
    }
  }
  close();
  return packed;
};

/** By position in the source: why the contact is skipped, or `created`. Empty when the text is none that `packSkips` made. */
export const unpackSkips = (packed: string): readonly (SkipReason | 'created')[] => {
  if (!/^(?:[a-z]\d{0,5})*$/.test(packed)) return [];
  const all: (SkipReason | 'created')[] = [];
  for (const [, letter = '', count = ''] of packed.matchAll(/([a-z])(\d*)/g)) {
    const one = letter === created ? 'created' : reasons.get(letter);
    if (one === undefined) return [];
    for (let left = count === '' ? 1 : Number(count); left > 0; left -= 1) all.push(one);
  }
  return all;
};

/** What a decision binds of it: the targets with what becomes of each contact there, in any order. */
export const skipsDigest = (targets: readonly { readonly targetId: string; readonly contacts: string }[]): string =>
  digest(Object.fromEntries(targets.map(({ targetId, contacts }) => [targetId, contacts])));
