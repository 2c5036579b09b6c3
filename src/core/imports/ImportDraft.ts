import { parseRecord } from '../base/parseRecord';
import { problem } from '../base/Problem';
import { descriptionLimit, nameLimit, type Missing } from '../workflows/missing';
import type { ColumnMapping, ImportMethod } from './ImportRules';
import type { TableRef } from './SentImport';

/** Where a table was read. */
export type ImportOrigin =
  /** Of the Sheet: title and address. `range`: the part of the tab that was selected, and its first row. */
  | {
      readonly kind: 'tab';
      readonly tab: string;
      readonly title: string;
      readonly address: string;
      readonly range?: { readonly a1: string; readonly top: number };
    }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'text' };

/** A half-filled import. */
export interface ImportDraft {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly method: ImportMethod;
  /** Absent: nothing was read yet. */
  readonly data?: { readonly from: ImportOrigin; readonly table: TableRef };
  readonly columns: readonly ColumnMapping[];
  /** I10: what Roster takes columns for is shown. */
  readonly autoMapped?: true;
  /** Whose page may receive a file. */
  readonly uploadId?: string;
  /** The request that holds its last preview, and a digest of what was previewed. */
  readonly requestId?: string;
  readonly previewed?: string;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
}

export const emptyImport = (id: string): Omit<ImportDraft, 'savedAt'> => ({ id, name: '', description: '', method: 'update', columns: [] });

/** Undefined when the text is no draft. */
export const decodeImport = (text: string | undefined): ImportDraft | undefined => {
  const record = parseRecord(text);
  return typeof record?.['name'] === 'string' && Array.isArray(record['columns']) ? (record as unknown as ImportDraft) : undefined;
};

/** I5: an import has a name and data. */
export const missingInImport = ({ name, description, data }: ImportDraft): Missing[] => [
  ...(name === '' ? [{ field: 'name', problem: problem('importData.nameMissing') }] : []),
  ...(name.length > nameLimit ? [{ field: 'name', problem: problem('workflow.nameTooLong', { limit: nameLimit }) }] : []),
  ...(description.length > descriptionLimit
    ? [{ field: 'description', problem: problem('workflow.descriptionTooLong', { limit: descriptionLimit }) }]
    : []),
  ...(data === undefined ? [{ field: 'data', problem: problem('importData.missing') }] : []),
];
