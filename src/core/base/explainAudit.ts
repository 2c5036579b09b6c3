import type { Wordings } from './explain';

const restore =
  'The operator opens the ledger, File > Version history, sees there who changed the tab, and restores what stood in it. Then verify again.';

const row = (number: unknown, table: unknown): string => `Row ${String(number)} of the audit (tab “${String(table)}” of the ledger)`;

/** Wording of what is wrong with the first bad row of the audit. */
export const explainAudit = {
  'audit.altered': ({ number, table }) => ({ what: `${row(number, table)} is not as Roster wrote it.`, fix: restore }),
  'audit.missing': ({ number, table }) => ({
    what: `Row ${number} of the audit is missing. It belongs behind row ${Number(number) - 1}, in or after the tab “${table}” of the ledger.`,
    fix: restore,
  }),
  'audit.repeated': ({ number, table }) => ({
    what: `${row(number, table)} stands there twice.`,
    fix: `Look which of both follows on the row before. ${restore}`,
  }),
  'audit.unchained': ({ number, table }) => ({
    what: `${row(number, table)} does not follow on the row before: one of the two was written anew or put in another’s place.`,
    fix: restore,
  }),
  'audit.added': ({ number, table }) => ({
    what: `${row(number, table)} was not written by Roster.`,
    fix: restore,
  }),
} satisfies Wordings;
