import type { Box } from './a1';

/** A protected sheet or range (https://developers.google.com/apps-script/reference/spreadsheet/protection). */
export interface Protection {
  readonly id: number;
  readonly sheetId: number;
  /** The protected cells; undefined = the whole sheet. A protected range does not move when rows or columns do. */
  readonly box: Box | undefined;
  /** Cells of a protected sheet that stay open. */
  unprotected: readonly Box[];
  description: string;
  /** Asks people, and never stops a script. */
  warningOnly: boolean;
  /** User ids; the owner may always edit. Undefined until someone changes the list: it mirrors the file's own editors. */
  editors: Set<string> | undefined;
}

/** True when the protection stands in the way of this person's edit of these cells. */
export function blocks(protection: Protection, userId: string, ownerId: string, sheetId: number, box: Box): boolean {
  if (protection.sheetId !== sheetId || protection.warningOnly || userId === ownerId) return false;
  if (protection.editors?.has(userId) ?? true) return false;
  if (protection.box) return overlap(protection.box, box);
  return !protection.unprotected.some((open) => covers(open, box));
}

export function overlap(a: Box, b: Box): boolean {
  return a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;
}

export function covers(outer: Box, inner: Box): boolean {
  return (
    outer.row <= inner.row &&
    outer.column <= inner.column &&
    outer.row + outer.rows >= inner.row + inner.rows &&
    outer.column + outer.columns >= inner.column + inner.columns
  );
}
