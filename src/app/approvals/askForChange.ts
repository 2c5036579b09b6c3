import { nameOf } from '../../core/approvals/describeSettings';
import { newEntry } from '../../core/approvals/newEntry';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import type { SettingsOrder } from '../../core/approvals/SettingsChange';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { Actor } from '../actors/identify';
import { sendParcel } from '../bridge/parcel';
import { findQuestion, queueQuestion } from '../bridge/Question';
import type { Environment } from '../Environment';
import { addRequest, getRequest } from '../requests/requestStore';
import { openWorkbook } from '../setUp/openFiles';
import { loadChange } from './changeDraft';

const queue = (env: Environment, entry: RequestEntry): Result<RequestEntry> => {
  if (entry.state !== 'preparing' || findQuestion(env, entry.id) !== undefined) return ok(entry);
  const queued = queueQuestion(env, { kind: 'prepare', id: entry.id, askedBy: entry.requesterId, askedAt: env.now() });
  return queued.ok ? ok(entry) : queued;
};

/** S42: makes a settings request of the change that was confirmed. Pressed twice, it is one request. */
export const askForChange = (env: Environment, actor: Actor, draftId: string): Result<RequestEntry> => {
  const kept = getRequest(env, draftId);
  if (kept.ok) return kept.value.requesterId === actor.user.id ? queue(env, kept.value) : fail(problem('settings.notAsked'));
  const draft = loadChange(env);
  if (draft?.id !== draftId) return fail(problem('settings.notAsked'));
  const workbook = openWorkbook(env, actor.installation);
  if (!workbook.ok) return workbook;
  const order: SettingsOrder = { change: draft.change };
  const sent = sendParcel(env, workbook.value, { id: draftId, kind: 'order', authorId: actor.user.id, text: JSON.stringify(order) });
  if (!sent.ok) return sent;
  const asked = {
    id: draftId,
    kind: 'settings',
    name: nameOf(draft.change),
    type: 'modify',
    requesterId: actor.user.id,
    targets: 0,
  } as const;
  const added = addRequest(env, newEntry(asked, env.now()));
  return added.ok ? queue(env, added.value) : added;
};
