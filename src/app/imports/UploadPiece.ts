/** Whole records of a file, as the page cut them. */
export interface UploadPiece {
  /** From 0. */
  readonly number: number;
  readonly isLast: boolean;
  readonly text: string;
  /** Of the file. */
  readonly name: string;
}

/** What the page sends at once, at most: it cuts at the end of a record, and refuses one that is longer. */
const pieceLimit = 1_500_000;
/** A file of 35 MB has fewer. */
const pieces = 1_000;
const nameLimit = 200;

/** What somebody passed from a browser; undefined when it is not exactly a piece. */
export const readPiece = (passed: unknown): UploadPiece | undefined => {
  if (typeof passed !== 'object' || passed === null || Object.keys(passed).sort().join() !== 'isLast,name,number,text') return undefined;
  const { number, isLast, text, name } = passed as Readonly<Record<string, unknown>>;
  const isNumber = typeof number === 'number' && Number.isInteger(number) && number >= 0 && number < pieces;
  if (!isNumber || typeof isLast !== 'boolean' || typeof text !== 'string' || typeof name !== 'string') return undefined;
  return text.length > pieceLimit ? undefined : { number, isLast, text, name: name.slice(0, nameLimit) };
};
