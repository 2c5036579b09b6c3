/** What stands between the values of a field that holds several, wherever such a field is one text: of texts with semicolons a blank line. */
export type Separator = '; ' | '\n\n';

export const joinValues = (values: readonly string[], separator: Separator = '; '): string =>
  [...new Set(values.filter((value) => value !== ''))].join(separator);

/** The values of a text that `joinValues` made. */
export const splitValues = (text: string, separator: Separator = '; '): readonly string[] => (text === '' ? [] : text.split(separator));

/** What people and exports put between values: new lines or semicolons, and where there is none of these, commas. */
export const cellValues = (cell: string): readonly string[] =>
  cell
    .split(/[;\n]/.test(cell) ? /[;\n]/ : ',')
    .map((value) => value.trim())
    .filter((value) => value !== '');
