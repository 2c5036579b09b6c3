import { explain } from '../../core/base/explain';
import { mailBody } from '../../core/base/mailBody';
import type { Problem } from '../../core/base/Problem';
import { describePairs } from '../../core/audit/describeEntry';
import { ok } from '../../core/base/Result';
import type { SyncEntry } from '../../core/sync/SyncEntry';
import { refreshOfficers } from '../approvals/refreshOfficers';
import { eventOf } from '../audit/auditEvents';
import type { Environment } from '../Environment';
import { findAddress } from '../runs/tellRequester';
import type { Installation } from '../setUp/Installation';
import { changeSync } from './syncStore';

/** Owner and officers, each their own mail, once for each reason: it is marked before they leave. */
const tell = (env: Environment, installation: Installation, entry: SyncEntry, why: Problem): void => {
  const owner = findAddress(env, entry.ownerId);
  const to = new Set([...(owner.ok ? [owner.value] : []), ...refreshOfficers(env).map(({ email }) => email)]);
  const said = explain(why);
  const { text, html } = mailBody([said.what, ...(said.why === undefined ? [] : [said.why]), said.fix]);
  const message = {
    subject: `Contact sync held: ${entry.name.replace(/\s+/g, ' ')}`,
    text: `${text}\n\nRoster's workbook: ${installation.workbookUrl}`,
    html,
  };
  for (const address of to) {
    const mailed = address === '' ? ok(undefined) : env.mail({ to: [address], ...message });
    if (!mailed.ok) env.log('mail.failed', { sync: entry.id, code: mailed.problem.code });
  }
};

/** B5: the sync stands still and says why; nothing was written. The next night looks again. `night`: the local date that is over by it. */
export const holdSync = (env: Environment, installation: Installation, syncId: string, why: Problem, night: string): void => {
  let isNews = false;
  const held = changeSync(env, syncId, (entry) => {
    isNews = entry.told !== why.code;
    const last = { ...entry.last, ...(night === '' ? {} : { night }) };
    return ok({ ...entry, state: entry.state === 'paused' ? 'paused' : 'held', reason: why, told: why.code, last });
  });
  if (!held.ok) return;
  env.log('sync.held', { sync: syncId, code: why.code });
  if (!isNews) return;
  env.authority.setAll(eventOf(env, { what: 'sync.held', subject: syncId, details: describePairs({ reason: why.code }) }));
  tell(env, installation, held.value, why);
};
