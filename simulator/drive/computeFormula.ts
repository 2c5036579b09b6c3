import type { CellValue } from './Cell';
import { isCellErrorText } from './Cell';

/**
 * Computes the few formulas that need no engine: a literal, `HYPERLINK` with literal arguments, `NA()`, a division of two
 * numbers, and a reference to one cell (through `cellAt`). Anything else reads `#ERROR!`, or `#NAME?` for a bare word; a
 * loader or a test that knows the result of a formula stores it with the formula instead.
 */
export function computeFormula(formula: string, cellAt: (a1: string) => CellValue | undefined): CellValue {
  const body = formula.slice(1).trim();
  const literal = literalValue(body);
  if (literal !== undefined) return literal;
  if (/^na\(\s*\)$/i.test(body)) return { error: '#N/A' };
  if (isCellErrorText(body.toUpperCase())) return { error: body.toUpperCase() as never };
  const division = /^(-?[\d.]+)\s*\/\s*(-?[\d.]+)$/.exec(body);
  if (division) return Number(division[2]) === 0 ? { error: '#DIV/0!' } : Number(division[1]) / Number(division[2]);
  const link = /^hyperlink\(\s*("(?:[^"]|"")*")\s*(?:[,;]\s*("(?:[^"]|"")*"|-?[\d.]+)\s*)?\)$/i.exec(body);
  if (link) return literalValue(link[2] ?? link[1]!) ?? { error: '#ERROR!' };
  if (/^\+?\$?[A-Za-z]{1,3}\$?[1-9]\d*$/.test(body)) {
    const value = cellAt(body.replace(/[+$]/g, ''));
    return value === undefined ? { error: '#REF!' } : value;
  }
  return { error: /^[+-]?[\p{L}_][\p{L}\d_]*$/u.test(body) ? '#NAME?' : '#ERROR!' };
}

function literalValue(text: string): CellValue | undefined {
  if (/^"(?:[^"]|"")*"$/.test(text)) return text.slice(1, -1).replace(/""/g, '"');
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text)) return Number(text);
  return /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : undefined;
}
