import { problem, type Problem } from '../../core/base/Problem';
import { fail, type Result } from '../../core/base/Result';
import type { Environment, Tables } from '../Environment';
import type { Installation } from './Installation';

/** Whether a spreadsheet is gone for whoever asks; anything else that keeps it closed passes. */
export const isGone = ({ code }: Problem): boolean => code === 'platform.spreadsheetGone' || code === 'platform.spreadsheetNoAccess';

const named = (opened: Result<Tables>, code: string, data: Problem['data']): Result<Tables> =>
  !opened.ok && isGone(opened.problem) ? fail(problem(code, data)) : opened;

/** For the operator: contracts say that nobody else reads it. */
export const openLedger = (env: Environment, installation: Installation): Result<Tables> =>
  named(env.ledger(installation.ledgerId), 'setUp.ledgerGone', { operator: installation.operatorEmail });

/** A card's person may only lack a share of it; the operator's executions are its owner's. */
export const openWorkbook = (env: Environment, installation: Installation): Result<Tables> => {
  const { workbookId, workbookUrl: url, operatorEmail: operator } = installation;
  const code = env.who.kind === 'card' ? 'setUp.workbookClosed' : 'setUp.workbookGone';
  return named(env.workbook(workbookId), code, { url, operator });
};

/** What keeps every look for work from being of use. */
export const findClosed = (env: Environment, installation: Installation): Problem | undefined => {
  const [ledger, workbook] = [openLedger(env, installation), openWorkbook(env, installation)];
  return !ledger.ok ? ledger.problem : !workbook.ok ? workbook.problem : undefined;
};
