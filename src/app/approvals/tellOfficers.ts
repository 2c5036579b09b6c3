import type { Officer } from '../../core/approvals/Policy';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { localDay, nextDayAt } from '../../core/base/localDay';
import { ok } from '../../core/base/Result';
import { describeHead, readHead } from '../audit/auditHead';
import { pageUrlOf } from '../bridge/pageUrl';
import type { Environment, MailMessage } from '../Environment';
import { changeRequest, getRequest, listEntries } from '../requests/requestStore';
import { addressOf } from '../runs/tellRequester';
import type { Installation } from '../setUp/Installation';
import { barredFrom } from './barredFrom';
import { hasDecided } from './claims';
import { dropLapsed } from './dropLapsed';
import { askingMail, reminderMail } from './officerMail';
import { noteOf } from './officerNotes';
import { refreshOfficers } from './refreshOfficers';
import { summarizeRequest } from './summarizeRequest';

/** Script property: the local date of the last daily mail. */
export const remindedKey = 'reminded';
/** Hour of day from which the daily mail goes out. */
const reminderHour = 8;

const waiting = (env: Environment, all?: Readonly<Record<string, string>>): RequestEntry[] =>
  listEntries(env, all).filter((entry) => entry.state === 'waiting' && entry.expiresAt > env.now());

const mail = (env: Environment, requestId: string, message: MailMessage): void => {
  const mailed = env.mail(message);
  if (!mailed.ok) env.log('mail.failed', { request: requestId, code: mailed.problem.code });
};

const linkOf = (installation: Installation, entry: RequestEntry): string =>
  pageUrlOf(installation.webAppUrl, entry.id) || installation.workbookUrl;

/**
 * S29: every officer but the requester gets one mail about each request that waits; each their own, so that addresses are not shown
 * around. The request is marked first: a kill can lose mails, which the daily one makes up for, but never repeat them.
 */
export const askOfficers = (env: Environment, installation: Installation): void => {
  const unasked = waiting(env).filter((entry) => !entry.asked);
  const officers = unasked.length === 0 ? [] : refreshOfficers(env);
  for (const { id } of unasked) {
    const ledger = env.ledger(installation.ledgerId);
    const found = getRequest(env, id);
    if (!ledger.ok || !found.ok) continue;
    const summary = summarizeRequest(ledger.value, found.value, addressOf(env, found.value.requesterId));
    const barred = barredFrom(ledger.value, found.value);
    const notDeciding = barred.ok ? officers.map(({ userId }) => userId).filter((one) => barred.value.includes(one)) : [];
    let mine = false;
    const marked = changeRequest(
      env,
      id,
      (entry) => {
        mine = entry.state === 'waiting' && !entry.asked;
        return ok({ ...entry, asked: true });
      },
      () => (mine ? noteOf(id, { ...summary, barred: notDeciding }) : {}),
    );
    if (!marked.ok || !mine) continue;
    const entry = marked.value;
    const deciding = officers.filter(({ userId }) => userId !== entry.requesterId && !notDeciding.includes(userId));
    for (const { email } of deciding) mail(env, id, askingMail(email, entry, summary, linkOf(installation, entry)));
    env.log('officers.asked', { request: id, officers: deciding.length });
  }
};

const lastReminded = (env: Environment): string => env.authority.get(remindedKey) ?? '';

const undecided = (env: Environment, entries: readonly RequestEntry[], officer: Officer): RequestEntry[] =>
  entries.filter(({ id, requesterId }) => requesterId !== officer.userId && !hasDecided(env, id, officer.userId));

/** S47: once a day each officer is told what has waited for them since an earlier day. The day is marked first. */
export const remindOfficers = (env: Environment, installation: Installation): void => {
  const { timeZone } = env.who;
  const today = localDay(env.now(), timeZone);
  const since = waiting(env).filter((entry) => entry.asked && localDay(entry.changedAt, timeZone).date < today.date);
  if (since.length === 0 || today.hour < reminderHour || lastReminded(env) >= today.date) return;
  if (!env.authority.set(remindedKey, today.date).ok) return;
  for (const { id } of since) dropLapsed(env, id);
  for (const officer of refreshOfficers(env)) {
    const entries = undecided(env, since, officer);
    if (entries.length === 0) continue;
    const lines = entries.map((entry) => ({ name: entry.name, link: linkOf(installation, entry) }));
    mail(env, '', reminderMail(officer.email, lines, auditLine(env)));
  }
  env.log('officers.reminded', { requests: since.length });
};

/** B11: a witness outside of what the audit held this day. */
const auditLine = (env: Environment): string =>
  `Audit: ${describeHead(readHead(env.authority.all()))}. Keep this mail: a row up to this one that is changed later has another hash.`;

/** When something is to be done about requests that wait: officers written to, the daily mail, the end of one. Undefined: none waits. */
export const nextOfWaiting = (env: Environment, all: Readonly<Record<string, string>>): number | undefined => {
  const entries = waiting(env, all);
  if (entries.length === 0) return undefined;
  if (entries.some((entry) => !entry.asked)) return env.now();
  const { timeZone } = env.who;
  const first = Math.min(...entries.map((entry) => entry.changedAt));
  const told = [lastReminded(env), localDay(first, timeZone).date].sort()[1] ?? '';
  return Math.min(nextDayAt(reminderHour, told, env.now(), timeZone), ...entries.map((entry) => entry.expiresAt));
};
