/** Between the values of a field that holds several, wherever such a field is one text. */
const SEPARATOR = '; ';

export const joinValues = (values: readonly string[]): string => [...new Set(values.filter((value) => value !== ''))].join(SEPARATOR);

/** The values of a text that `joinValues` made. */
export const splitValues = (text: string): readonly string[] => (text === '' ? [] : text.split(SEPARATOR));

/** What people and exports put between values: new lines or semicolons, and where there is none of these, commas. */
export const cellValues = (cell: string): readonly string[] =>
  cell
    .split(/[;\n]/.test(cell) ? /[;\n]/ : ',')
    .map((value) => value.trim())
    .filter((value) => value !== '');
