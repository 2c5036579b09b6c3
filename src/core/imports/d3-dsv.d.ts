/** The part of d3-dsv that is used here (https://d3js.org/d3-dsv). */
declare module 'd3-dsv' {
  export function dsvFormat(delimiter: string): { parseRows(text: string): string[][] };
}
