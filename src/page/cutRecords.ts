/** Rows of users that an import takes are 50,000; what more the file may have are blank ones. */
const MOST_ROWS = 51_000;
/** Characters that are sent at once, and what a record has at most. */
const PIECE = 400_000;
const LONGEST = 1_000_000;

/** Pieces in order, or why there are none. */
export type CutRecords = { readonly pieces: readonly string[] } | { readonly fault: string };

const grouped = (number: number): string => number.toLocaleString('en');

/** Cuts CSV between records: a quoted cell may hold line breaks. Where the end of a record cannot be told, it refuses. */
export const cutRecords = (text: string): CutRecords => {
  const pieces: string[] = [];
  let rows = 1;
  let from = 0;
  let quoted = false;
  /** A cell begins here: only there a quote opens one. */
  let fresh = true;
  let opened = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string;
    if (quoted) {
      if (at - from > LONGEST) return { fault: `A quote that begins in row ${grouped(opened)} seems never to end.` };
      if (sign === '"') {
        if (text[at + 1] === '"') at += 1;
        else quoted = false;
      }
      continue;
    }
    if (sign === '"' && fresh) {
      quoted = true;
      opened = rows;
    } else if (sign === '\n' || (sign === '\r' && text[at + 1] !== '\n')) {
      if (at + 1 < text.length) rows += 1;
      if (at + 1 - from >= PIECE) {
        pieces.push(text.slice(from, at + 1));
        from = at + 1;
      }
    } else if (at - from > LONGEST) return { fault: `Row ${grouped(rows)} has no end.` };
    fresh = '\n\r,;\t|'.includes(sign) || (fresh && sign === '\ufeff');
  }
  if (from < text.length || pieces.length === 0) pieces.push(text.slice(from));
  return rows > MOST_ROWS ? { fault: `The file has ${grouped(rows)} rows; an import takes 50,000. Split it into several.` } : { pieces };
};
