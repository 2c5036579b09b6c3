import type { Row, Tables } from '../../src/app/Environment';

/** Tables of a spreadsheet, in memory. */
export const memoryTables = (): Tables => {
  const tables = new Map<string, Row[]>();
  const rowsOf = (table: string): Row[] => tables.get(table) ?? [];
  const has = (key: string, values: readonly unknown[]) => (row: Row) => values.includes(row[key]);
  return {
    ensure: (table) => (tables.has(table) ? false : (tables.set(table, []), true)),
    rows: rowsOf,
    find: (table, key, values) => rowsOf(table).filter(has(key, values)),
    append: (table, rows) => void tables.set(table, [...rowsOf(table), ...rows]),
    upsert: (table, key, rows) => {
      const kept = rowsOf(table).filter(
        (row) =>
          !has(
            key,
            rows.map((one) => one[key]),
          )(row),
      );
      tables.set(table, [...kept, ...rows]);
    },
    remove: (table, key, values) =>
      void tables.set(
        table,
        rowsOf(table).filter((row) => !has(key, values)(row)),
      ),
  };
};
