/** The part of papaparse that is used here (https://www.papaparse.com/docs). */
declare module 'papaparse' {
  interface ParseError {
    readonly type: string;
    readonly code: string;
    readonly message: string;
    /** Index of the record, from 0. */
    readonly row?: number;
  }
  interface ParseResult {
    readonly data: string[][];
    readonly errors: ParseError[];
  }
  export function parse(text: string, config: { delimiter?: string; header?: false; skipEmptyLines?: boolean }): ParseResult;
  export function unparse(rows: readonly (readonly unknown[])[] | readonly object[], config?: { newline?: string }): string;
}
