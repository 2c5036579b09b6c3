import type { WorkflowHead } from '../workflows/WorkflowDraft';
import type { ImportRules } from './ImportRules';

/** A table on its way to the operator: a parcel, bound by the digest of its head. */
export interface TableRef {
  readonly id: string;
  readonly digest: string;
  readonly rows: number;
}

/** An import as its author sends it: the table as a parcel, nothing of it looked up. */
export interface SentImport {
  /** Of type `modify`. */
  readonly workflow: WorkflowHead;
  readonly import: { readonly rules: ImportRules; readonly table: TableRef };
}
