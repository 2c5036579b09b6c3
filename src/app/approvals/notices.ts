import { isActive } from '../../core/directory/isActive';
import { noticeMilliseconds } from '../../core/approvals/checkSettings';
import { advance, type RequestEntry } from '../../core/approvals/RequestEntry';
import { describeNotice } from '../../core/approvals/describeNotice';
import type { SettingsIntent } from '../../core/approvals/SettingsIntent';
import { ok, type Result } from '../../core/base/Result';
import { listAdministrators } from '../../google/directory';
import { describePairs } from '../../core/audit/describeEntry';
import { eventOf } from '../audit/auditEvents';
import type { Environment } from '../Environment';
import { pageUrlOf } from '../bridge/pageUrl';
import { changeRequest, getRequest } from '../requests/requestStore';
import { readSettingsIntent } from '../requests/settingsRecords';
import { doTask } from '../runs/doTask';
import type { Installation } from '../setUp/Installation';
import { observeOfficers } from './observeSettings';
import { readPolicy } from './policyStore';

/** Script property of a request by notice: the ids of those who were written to, as JSON. */
const prefix = 'notice.';
export const noticeKey = (requestId: string): string => prefix + requestId;

const noticesIn = (all: Readonly<Record<string, string>>): string[] =>
  Object.keys(all)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));

/** Who is told: officers may deny it, and every super administrator sees what one of them does. By id, the address. */
const audience = (env: Environment): Result<ReadonlyMap<string, string>> => {
  const administrators = doTask(env, () => listAdministrators({ kind: 'self' }));
  if (!administrators.ok) return administrators;
  const officers = doTask(env, () => observeOfficers(readPolicy(env)));
  if (!officers.ok) return officers;
  const active = [...officers.value, ...administrators.value.filter(isActive)];
  return ok(new Map(active.map(({ id, primaryEmail }) => [id, primaryEmail])));
};

/** Writes to whoever was not written to yet. The notice runs only from when all of them were: a mail that is lost is no notice. */
const tell = (env: Environment, installation: Installation, entry: RequestEntry, intent: SettingsIntent): boolean => {
  const people = audience(env);
  if (!people.ok) return false;
  const told = new Set(JSON.parse(env.authority.get(noticeKey(entry.id)) ?? '[]') as string[]);
  const link = pageUrlOf(installation.webAppUrl, entry.id) || installation.workbookUrl;
  for (const [id, address] of people.value) {
    if (told.has(id)) continue;
    const mailed = env.mail({ to: [address], ...describeNotice(intent, link) });
    if (!mailed.ok) {
      env.log('notice.mailFailed', { request: entry.id, code: mailed.problem.code });
      return false;
    }
    told.add(id);
    env.authority.set(noticeKey(entry.id), JSON.stringify([...told]));
  }
  const until = env.now() + noticeMilliseconds;
  const details = describePairs({ told: told.size, until: new Date(until).toISOString() });
  return changeRequest(
    env,
    entry.id,
    (current) => (current.state === 'waiting' ? ok({ ...current, startAt: until }) : ok(current)),
    ({ state }) => (state === 'waiting' ? eventOf(env, { what: 'notice.given', subject: entry.id, details }) : {}),
  ).ok;
};

/** Break-glass: tells everybody, and lets an appointment through that nobody denied in time. */
export const tendNotices = (env: Environment, installation: Installation): void => {
  for (const requestId of noticesIn(env.authority.all())) {
    const entry = getRequest(env, requestId);
    if (entry.ok && (entry.value.state === 'preparing' || entry.value.state === 'prepared')) continue;
    if (!entry.ok || entry.value.state !== 'waiting') {
      env.authority.delete(noticeKey(requestId));
      continue;
    }
    const ledger = env.ledger(installation.ledgerId);
    const intent = ledger.ok ? readSettingsIntent(ledger.value, entry.value) : ledger;
    if (!intent.ok) continue;
    const { startAt } = entry.value;
    if (startAt === undefined) tell(env, installation, entry.value, intent.value);
    else if (startAt <= env.now() && changeRequest(env, requestId, (current) => advance(current, 'approved', env.now())).ok) {
      env.authority.delete(noticeKey(requestId));
    }
  }
};

/** When notices want to be looked at again: now, for those that nobody was told of; undefined when there is none. */
export const nextNotice = (env: Environment, all: Readonly<Record<string, string>>): number | undefined => {
  const times = noticesIn(all).flatMap((id) => {
    const entry = getRequest(env, id);
    return entry.ok && entry.value.state === 'waiting' ? [entry.value.startAt ?? env.now()] : [];
  });
  return times.length === 0 ? undefined : Math.min(...times);
};
