import { checkSettings } from '../../core/approvals/checkSettings';
import { describeSettings, nameOf } from '../../core/approvals/describeSettings';
import { advance, type RequestEntry } from '../../core/approvals/RequestEntry';
import { neededFor, type SettingsOrder } from '../../core/approvals/SettingsChange';
import { settingsDigest, type SettingsIntent } from '../../core/approvals/SettingsIntent';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { plannerVersion } from '../../core/workflows/Intent';
import { noticeKey } from '../approvals/notices';
import { observeSettings } from '../approvals/observeSettings';
import { readPolicy } from '../approvals/policyStore';
import { dropParcel, openParcel } from '../bridge/parcel';
import type { Environment, Tables } from '../Environment';
import { doTask } from '../runs/doTask';
import { listPreApprovals } from './preApprovals';
import { readRequester } from './readRequester';
import { changeRequest } from './requestStore';
import { digestOfView, writeRequestView, type Asked } from './requestsView';
import { putSettingsIntent } from './settingsRecords';

/** A day in the records: the same for every reader. */
export const writeDay = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

/** The operator's part of a settings request: looks up whom it names, checks it, and binds it to the policy as it is now. */
export const prepareSettings = (env: Environment, ledger: Tables, workbook: Tables, entry: RequestEntry): Result<RequestEntry> => {
  const requester = readRequester(env, entry);
  if (!requester.ok) return requester;
  if (!requester.value.isAdmin) return fail(problem('request.requesterNotAllowed'));
  const text = openParcel(env, workbook, { id: entry.id, authorIds: [entry.requesterId] });
  if (!text.ok) return text;
  const policy = readPolicy(env);
  const observed = doTask(env, () => observeSettings((JSON.parse(text.value) as SettingsOrder).change, policy));
  if (!observed.ok) return observed;
  const { change, users, activeOfficers } = observed.value;
  const preApprovals = listPreApprovals(env);
  const facts = { now: env.now(), requesterId: entry.requesterId, users, preApprovals, activeOfficers };
  const [impossible] = checkSettings(change, policy, facts);
  if (impossible !== undefined) return fail(impossible.problem);
  const ending = change.kind === 'endPreApproval' ? preApprovals.find(({ id }) => id === change.id) : undefined;
  const intent: SettingsIntent = {
    kind: 'settings',
    plannerVersion,
    requestId: entry.id,
    requesterId: entry.requesterId,
    name: nameOf(change),
    change,
    lines: describeSettings(change, policy, writeDay, ending),
    basedOn: policy.version,
    needed: neededFor(change, policy, entry.requesterId),
    expiresAt: entry.expiresAt,
  };
  putSettingsIntent(ledger, intent);
  if (change.kind === 'appointOfficer' && change.byNotice === true) {
    const noted = env.authority.set(noticeKey(entry.id), '[]');
    if (!noted.ok) return noted;
  }
  const asked: Asked = { requester: requester.value.primaryEmail, description: '', actions: intent.lines };
  const prepared = changeRequest(env, entry.id, (current) => {
    const next = advance(current, 'prepared', env.now());
    if (!next.ok) return next;
    const { name, needed } = intent;
    return ok({ ...next.value, name, needed, digest: settingsDigest(intent), viewDigest: digestOfView(asked, []) });
  });
  if (prepared.ok) {
    writeRequestView(workbook, prepared.value, asked);
    dropParcel(env, workbook, entry.id);
  }
  return prepared;
};
