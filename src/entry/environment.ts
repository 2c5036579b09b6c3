import type { Environment, Tables } from '../app/Environment';
import { ofOperator } from '../core/base/ofOperator';
import type { Problem } from '../core/base/Problem';
import { fail, type Result } from '../core/base/Result';
import { runByAdvancedServices } from '../gas/advancedDriver';
import { sendByFetchAll } from '../gas/fetchAllDriver';
import { sendMail } from '../gas/mail';
import { newId } from '../gas/newId';
import { identitySubject } from '../gas/identitySubject';
import { openMail, type MessageHandle } from '../gas/openMail';
import { openSpreadsheet } from '../gas/openSpreadsheet';
import { scriptLock } from '../gas/scriptLock';
import { scriptStore } from '../gas/scriptStore';
import { session } from '../gas/session';
import { addSpreadsheetEditors, createSpreadsheet, removeSpreadsheetEditor } from '../gas/spreadsheets';
import { openTables } from '../gas/spreadsheetTables';
import { triggerBook } from '../gas/triggers';
import { userCache } from '../gas/userCache';
import { userStore } from '../gas/userStore';
import { writeLog } from '../gas/writeLog';
import { VERSION } from './version';

/** How an execution began. */
export interface Start {
  readonly kind: 'card' | 'trigger' | 'page';
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** What the event object of a card says. */
  readonly locale?: string;
  readonly timeZone?: string;
  readonly spreadsheetId?: string;
  readonly message?: MessageHandle;
  /** Told of each permission of the operator that turned out to be missing. */
  readonly onScopeMissing?: (found: Problem) => void;
}

/** How long an execution may take: add-on callbacks 30 s, others 6 minutes (https://developers.google.com/apps-script/guides/services/quotas). */
const LIMITS = { card: 30_000, trigger: 360_000, page: 360_000 } as const;

/** The platform for one execution. No service is touched before something asks for it. */
export const environment = (start: Start): Environment => {
  let unflushed = false;
  const flush = (): void => {
    if (unflushed) SpreadsheetApp.flush();
    unflushed = false;
  };
  /** Other executions than cards work as the operator, and may be told of to somebody else. */
  const toldAs = (found: Problem): Problem => {
    if (start.kind === 'card') return found;
    const told = ofOperator(found);
    if (told.data['operator'] === true) start.onScopeMissing?.(told);
    return told;
  };
  const whose = <T>(result: Result<T>): Result<T> => (result.ok ? result : fail(toldAs(result.problem)));
  const opened = new Map<string, Result<Tables>>();
  const tables = (spreadsheetId: string): Result<Tables> => {
    const known = opened.get(spreadsheetId);
    if (known) return known;
    const result = whose(openTables(spreadsheetId, () => (unflushed = true)));
    if (result.ok) opened.set(spreadsheetId, result);
    return result;
  };
  const authority = scriptStore();
  const facts = session({ locale: start.locale, timeZone: start.timeZone });
  return {
    version: VERSION,
    now: () => Date.now(),
    newId,
    who: {
      kind: start.kind,
      get activeEmail() {
        return facts.activeEmail;
      },
      get effectiveEmail() {
        return facts.effectiveEmail;
      },
      get subject() {
        // On the page the token would be the operator's.
        return start.kind === 'card' ? identitySubject() : undefined;
      },
      get locale() {
        return facts.locale;
      },
      get timeZone() {
        return facts.timeZone;
      },
    },
    authority,
    drafts: userStore(),
    cache: userCache(),
    locked: scriptLock(flush),
    ledger: tables,
    workbook: tables,
    spreadsheets: {
      create: createSpreadsheet,
      addEditors: addSpreadsheetEditors,
      removeEditor: removeSpreadsheetEditor,
      open: (address) => openSpreadsheet(start.spreadsheetId, address),
    },
    asSelf: (task, limit) => whose(runByAdvancedServices(task, limit)),
    send: (calls) =>
      sendByFetchAll(calls).map((answer) => (answer.kind === 'stopped' ? { ...answer, problem: toldAs(answer.problem) } : answer)),
    sleep: (milliseconds) => Utilities.sleep(milliseconds),
    timeLeft: () => LIMITS[start.kind] - (Date.now() - start.at),
    mail: sendMail,
    openMail: () => openMail(start.message),
    triggers: triggerBook(authority),
    log: writeLog,
  };
};
