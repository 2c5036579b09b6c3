/** How Google Contacts writes values into the cells of its CSV. */

/** Several values in one cell; empty ones are dropped. */
export function several(cell: string): string[] {
  return parallel(cell).filter(Boolean);
}

/** The same with empty ones kept, for cells whose values belong to those at the same place in other cells. */
export function parallel(cell: string): string[] {
  return cell.split(/\s*:::\s*/);
}

/** A label without the star that marks the primary entry (`* Home`, or only `*`). */
export function splitLabel(text: string): { readonly primary: boolean; readonly word: string } {
  return { primary: /^\*(\s|$)/.test(text), word: text.replace(/^\*(\s+|$)/, '') };
}

/** A member with this value, or nothing when it is empty. */
export function given(member: string, value: string | undefined): Record<string, unknown> {
  return value === undefined || value === '' ? {} : { [member]: value };
}
