import { fail, ok, type Result } from '../../core/base/Result';
import { problem, type Problem } from '../../core/base/Problem';
import type { Missing } from '../../core/workflows/missing';
import { ensureParcelTable } from '../bridge/parcel';
import { loseParcels } from '../bridge/Waybill';
import { describePairs } from '../../core/audit/describeEntry';
import { eventOf } from '../audit/auditEvents';
import type { Environment } from '../Environment';
import { ensureRequestsTab } from '../requests/requestsView';
import { identify } from '../actors/identify';
import { noteHeld } from '../runs/held';
import { decodeInstallation, installationKey, type Installation } from './Installation';
import { isGone, openLedger, openWorkbook } from './openFiles';

export interface SetUpFields {
  readonly serviceAccount: string;
  readonly webAppUrl: string;
  /** Addresses of the administrators who share the workbook, separated by commas, spaces or lines. */
  readonly administrators: string;
}

/** The name of the global function that the operator's trigger calls. */
export const sweepHandler = 'onSweep';

/** `name@project.iam.gserviceaccount.com` (https://docs.cloud.google.com/iam/docs/service-account-overview). */
const serviceAccountForm = /^[a-z0-9-]+@[a-z0-9.-]+\.gserviceaccount\.com$/;
/** A deployed web app, with or without the domain in its path; never the `/dev` address of an editor. */
const webAppForm =
  /^https:\/\/script\.google\.com\/(a\/macros\/[^/\s]{1,253}\/s|a\/[^/\s]{1,253}\/macros\/s|macros\/s)\/[\w-]{1,200}\/exec$/;
const addressForm = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export const splitAddresses = (text: string): string[] => [...new Set(text.split(/[\s,;]+/).filter((part) => part !== ''))];

/** What keeps set-up from starting, by field. */
export const missingInSetUp = (fields: SetUpFields): Missing[] => {
  const missing: Missing[] = [];
  if (fields.serviceAccount.trim() === '') missing.push({ field: 'serviceAccount', problem: problem('setUp.serviceAccountMissing') });
  else if (!serviceAccountForm.test(fields.serviceAccount.trim())) {
    missing.push({ field: 'serviceAccount', problem: problem('setUp.serviceAccountForm') });
  }
  if (fields.webAppUrl.trim() !== '' && !webAppForm.test(fields.webAppUrl.trim())) {
    missing.push({ field: 'webAppUrl', problem: problem('setUp.webAppForm') });
  }
  const wrong = splitAddresses(fields.administrators).filter((address) => !addressForm.test(address));
  if (wrong.length > 0) missing.push({ field: 'administrators', problem: problem('setUp.administratorsForm', { addresses: wrong }) });
  return missing;
};

/** Whoever sets Roster up becomes the operator: a super administrator, and afterwards only that same account again. */
export const maySetUp = (
  env: Environment,
): Result<{ readonly operatorId: string; readonly operatorEmail: string; readonly before: Installation | undefined }> => {
  const user = identify(env);
  if (!user.ok) return user.problem.code === 'google.notAuthorized' ? fail(problem('who.notSuperAdministrator')) : user;
  const before = decodeInstallation(env.authority.get(installationKey));
  if (before !== undefined && before.operatorId !== user.value.id)
    return fail(problem('who.notOperator', { operator: before.operatorEmail }));
  if (before === undefined && !user.value.isAdmin) return fail(problem('who.notSuperAdministrator'));
  return ok({ operatorId: user.value.id, operatorEmail: user.value.primaryEmail, before });
};

interface File {
  readonly id: string;
  readonly url: string;
}

/** The file that is there; another one only when it is gone, since the ledger is the truth. */
const keepOrCreate = (env: Environment, before: File | undefined, title: string): Result<File> => {
  const opened = before && env.ledger(before.id);
  if (before !== undefined && opened?.ok === true) return ok(before);
  return opened === undefined || opened.ok || isGone(opened.problem) ? env.spreadsheets.create(title) : opened;
};

const ensureSheets = (
  env: Environment,
  before: Installation | undefined,
): Result<Pick<Installation, 'ledgerId' | 'workbookId' | 'workbookUrl'>> => {
  const ledger = keepOrCreate(env, before && { id: before.ledgerId, url: '' }, 'Roster ledger');
  if (!ledger.ok) return ledger;
  const workbook = keepOrCreate(env, before && { id: before.workbookId, url: before.workbookUrl }, 'Roster workbook');
  if (!workbook.ok) return workbook;
  return ok({ ledgerId: ledger.value.id, workbookId: workbook.value.id, workbookUrl: workbook.value.url });
};

/** What set-up would make anew; the person is told before they press it. */
export const missingFiles = (env: Environment, before: Installation | undefined): Problem[] =>
  before === undefined
    ? []
    : [openLedger(env, before), openWorkbook(env, before)].flatMap((opened) =>
        opened.ok
          ? []
          : [problem(opened.problem.code === 'setUp.workbookClosed' ? 'setUp.workbookGone' : opened.problem.code, opened.problem.data)],
      );

/**
 * Makes the operator's ledger and the shared workbook, the recurring trigger, and records the version. Repeating it keeps what is
 * there and puts back what is missing.
 */
export const setUp = (env: Environment, fields: SetUpFields): Result<Installation> => {
  const allowed = maySetUp(env);
  if (!allowed.ok) return allowed;
  const [missing] = missingInSetUp(fields);
  if (missing !== undefined) return fail(missing.problem);
  const { operatorId, operatorEmail, before } = allowed.value;
  const sheets = ensureSheets(env, before);
  if (!sheets.ok) return sheets;
  const workbook = env.workbook(sheets.value.workbookId);
  if (!workbook.ok) return workbook;
  // Made here, because the first card that sends a parcel has no seconds to spare for it; the visible tab takes the place of the blank one.
  ensureRequestsTab(workbook.value);
  ensureParcelTable(workbook.value);
  const others = splitAddresses(fields.administrators).filter((address) => address.toLowerCase() !== operatorEmail.toLowerCase());
  if (others.length > 0) {
    const shared = env.spreadsheets.addEditors(sheets.value.workbookId, others);
    if (!shared.ok) return shared;
  }
  const sweep = env.triggers.createSweep(sweepHandler);
  if (!sweep.ok) return sweep;
  const installation: Installation = {
    operatorId,
    operatorEmail,
    ledgerId: sheets.value.ledgerId,
    workbookId: sheets.value.workbookId,
    workbookUrl: sheets.value.workbookUrl,
    serviceAccount: fields.serviceAccount.trim(),
    webAppUrl: fields.webAppUrl.trim(),
    version: env.version,
    sweepUid: sweep.value.uid,
    sweepMinutes: sweep.value.minutes,
  };
  const { ledgerId: ledger, workbookId, serviceAccount, version } = installation;
  const details = describePairs({ operator: operatorId, version, ledger, workbook: workbookId, serviceAccount });
  const stored = env.locked(() =>
    env.authority.setAll({
      [installationKey]: JSON.stringify(installation),
      ...eventOf(env, { what: 'setUp', subject: '', details }),
    }),
  );
  if (!stored.ok) return stored;
  if (before !== undefined && before.workbookId !== installation.workbookId) loseParcels(env);
  noteHeld(env, undefined);
  env.log('setUp', { version: env.version, sweepMinutes: installation.sweepMinutes, administrators: others.length });
  return ok(installation);
};
