import { newEntry } from '../../core/approvals/newEntry';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { ok, type Result } from '../../core/base/Result';
import { sendParcel } from '../bridge/parcel';
import { findQuestion, queueQuestion } from '../bridge/Question';
import type { Environment, Tables } from '../Environment';
import { addRequest } from './requestStore';

type Asked = Omit<Parameters<typeof newEntry>[0], 'kind'>;

const queue = (env: Environment, entry: RequestEntry): Result<RequestEntry> => {
  const queued = queueQuestion(env, { kind: 'prepare', id: entry.id, askedBy: entry.requesterId, askedAt: env.now() });
  return queued.ok ? ok(entry) : queued;
};

/** A request that waits without its question was cut short between the two. */
export const queueAgain = (env: Environment, entry: RequestEntry): Result<RequestEntry> =>
  findQuestion(env, entry.id) === undefined ? queue(env, entry) : ok(entry);

/** Sends what is asked to the operator, makes its request, and queues its question. */
export const askForPreview = (env: Environment, workbook: Tables, asked: Asked, order: object): Result<RequestEntry> => {
  const sent = sendParcel(env, workbook, { id: asked.id, kind: 'order', authorId: asked.requesterId, text: JSON.stringify(order) });
  if (!sent.ok) return sent;
  const entry = addRequest(env, newEntry({ ...asked, kind: 'workflow' }, env.now()));
  return entry.ok ? queue(env, entry.value) : entry;
};
