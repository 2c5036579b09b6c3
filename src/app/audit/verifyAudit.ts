import { verifyChain, type ChainVerdict } from '../../core/audit/verifyChain';
import { describePairs } from '../../core/audit/describeEntry';
import { problem, type Problem } from '../../core/base/Problem';
import type { Result } from '../../core/base/Result';
import { answerKey } from '../bridge/refusal';
import type { Environment, Tables } from '../Environment';
import { openLedger } from '../setUp/openFiles';
import type { Installation } from '../setUp/Installation';
import { eventOf } from './auditEvents';
import { readHead, type AuditHead } from './auditHead';
import { auditTable, readRows } from './auditTable';

/** What the operator found when the chain was verified last. */
export interface AuditCheck {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Rows up to the end of the chain, when it holds. */
  readonly rows: number;
  /** What is wrong with the first bad row; absent when the whole chain holds. */
  readonly problem?: Problem;
}

/** Script property. */
const key = 'auditChecked';

export const readCheck = (all: Readonly<Record<string, string>>): AuditCheck | undefined => {
  const text = all[key];
  return text === undefined ? undefined : (JSON.parse(text) as AuditCheck);
};

interface Found {
  readonly verdict: ChainVerdict;
  /** Of the bad row; of the one before when it is missing. */
  readonly table: string;
}

const verify = (ledger: Tables, head: AuditHead): Found => {
  const years = head.years.map((year) => ({ year, rows: readRows(ledger, year) }));
  const verdict = verifyChain(
    years.flatMap(({ rows }) => rows),
    head,
  );
  const bad = verdict.ok ? 0 : verdict.number;
  const holding = (number: number) => years.find(({ rows }) => rows.some((row) => row.number === number));
  const year = holding(bad)?.year ?? holding(bad - 1)?.year ?? years[0]?.year;
  return { verdict, table: year === undefined ? '' : auditTable(year) };
};

/** B11: reads the whole chain and says whether it holds, or which row is the first that does not. Only the one writer asks. */
export const verifyAudit = (
  env: Environment,
  installation: Installation,
  question: { readonly askedBy: string; readonly id?: string },
): Result<void> => {
  const ledger = openLedger(env, installation);
  if (!ledger.ok) return ledger;
  const { verdict, table } = verify(ledger.value, readHead(env.authority.all()));
  const check: AuditCheck = verdict.ok
    ? { at: env.now(), rows: verdict.rows }
    : { at: env.now(), rows: 0, problem: problem(`audit.${verdict.fault}`, { number: verdict.number, table }) };
  const details = describePairs({
    asked: question.askedBy,
    ...(verdict.ok ? { rows: verdict.rows } : { row: verdict.number, fault: verdict.fault }),
  });
  env.log('audit.verified', { ok: verdict.ok, row: verdict.ok ? verdict.rows : verdict.number });
  return env.authority.setAll({
    [key]: JSON.stringify(check),
    // Whoever opened the page for it sees that it is answered.
    ...(question.id === undefined ? {} : { [answerKey(question.id)]: JSON.stringify({ at: env.now() }) }),
    ...eventOf(env, { what: 'audit.verified', subject: '', details }),
  });
};
