/** B1: what becomes of a row of an import; `warned` beside one of the others. */
const words = {
  changed: 'Changed',
  created: 'Created',
  unchanged: 'Unchanged',
  failed: 'Left out whole',
  warned: 'With a warning',
} as const;

export type RowKind = keyof typeof words;

const all = Object.keys(words) as RowKind[];

export const isRowKind = (value: unknown): value is RowKind => all.includes(value as RowKind);

/** A kind of which a list has some: its name, the words for it, how many. */
export type Counted = readonly [kind: string, text: string, count: number];

/** What a list of rows can be narrowed down to. `kinds`: of each row. */
export const countRowKinds = (kinds: readonly (readonly RowKind[])[]): readonly Counted[] =>
  all.map((kind): Counted => [kind, words[kind], kinds.filter((some) => some.includes(kind)).length]).filter(([, , count]) => count > 0);
