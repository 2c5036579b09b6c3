/** Rows of a CSV text by RFC 4180; undefined when a quote is not closed or text follows one. A last line end makes no row. */
export const parseCsv = (csv: string, delimiter: string): string[][] | undefined => {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const end = () => {
    rows.push(row);
    row = [];
  };
  while (at < csv.length) {
    let value = '';
    if (csv[at] === '"') {
      at++;
      for (;;) {
        const quote = csv.indexOf('"', at);
        if (quote < 0) return undefined;
        value += csv.slice(at, quote);
        at = quote + 1;
        if (csv[at] !== '"') break;
        value += '"';
        at++;
      }
    } else {
      const from = at;
      while (at < csv.length && csv[at] !== delimiter && csv[at] !== '\n' && csv[at] !== '\r') at++;
      value = csv.slice(from, at);
    }
    row.push(value);
    if (csv[at] === delimiter) {
      at++;
      if (at === csv.length) row.push('');
      continue;
    }
    if (at < csv.length && csv[at] !== '\n' && csv[at] !== '\r') return undefined;
    if (csv[at] === '\r') at++;
    if (csv[at] === '\n') at++;
    end();
  }
  if (row.length > 0) end();
  return rows;
};
