/** The part of papaparse that the loaders use (https://www.papaparse.com/docs). */
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
  function parse(text: string, config: { delimiter?: string; header?: false; skipEmptyLines?: boolean }): ParseResult;
  export default { parse };
}
