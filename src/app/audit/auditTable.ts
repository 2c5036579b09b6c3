import type { AuditEvent, AuditRow } from '../../core/audit/AuditRow';
import type { Row, Tables } from '../Environment';

const columns = ['number', 'at', 'by', 'what', 'subject', 'details', 'id', 'previous', 'hash'];

/** The ledger's tab of a year's events. */
export const auditTable = (year: number): string => `Audit ${year}`;

/** In UTC: the same wherever it is read. */
export const yearOf = ({ at }: Pick<AuditEvent, 'at'>): number => new Date(at).getUTCFullYear();

const toRow = ({ at, ...row }: AuditRow): Row => ({ ...row, at: new Date(at).toISOString() });

/** -1 for what Roster did not write so: such a row is altered. */
const timeOf = (text: string): number => {
  const at = Date.parse(text);
  return Number.isNaN(at) || new Date(at).toISOString() !== text ? -1 : at;
};

const fromRow = (row: Row): AuditRow => {
  const text = (column: string): string => String(row[column] ?? '');
  return {
    // 0 for what is no number: such a row is added.
    number: Number(row['number']) || 0,
    at: timeOf(text('at')),
    by: text('by'),
    what: text('what'),
    subject: text('subject'),
    details: text('details'),
    id: text('id'),
    previous: text('previous'),
    hash: text('hash'),
  };
};

export const appendRows = (ledger: Tables, rows: readonly AuditRow[]): void => {
  for (const year of new Set(rows.map(yearOf))) {
    ledger.ensure(auditTable(year), columns);
    ledger.append(auditTable(year), rows.filter((row) => yearOf(row) === year).map(toRow));
  }
};

export const readRows = (ledger: Tables, year: number): AuditRow[] => ledger.rows(auditTable(year)).map(fromRow);

const asTexts = (numbers: readonly number[]): string[] => numbers.map(String);

export const findRows = (ledger: Tables, years: readonly number[], numbers: readonly number[]): AuditRow[] =>
  years.flatMap((year) => ledger.find(auditTable(year), 'number', asTexts(numbers)).map(fromRow));

export const removeRows = (ledger: Tables, years: readonly number[], numbers: readonly number[]): void => {
  for (const year of years) ledger.remove(auditTable(year), 'number', asTexts(numbers));
};
