import { digest } from '../../core/base/digest';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { TargetCell } from '../../core/directory/parseTargetCell';
import type { TargetSelector } from '../../core/directory/TargetSelection';
import type { Actor } from '../actors/identify';
import type { Environment } from '../Environment';
import type { Installation } from '../setUp/Installation';
import { openWorkbook } from '../setUp/openFiles';
import { lookUpCells, type LookUpCell } from '../targets/lookUpCells';
import { pageUrlOf } from './pageUrl';
import { dropParcel, findParcel, openParcel, sendParcel } from './parcel';
import { findQuestion, queueQuestion, type Question } from './Question';
import { answerKey, findRefusal } from './refusal';
import { forgetParcel } from './Waybill';

/** `asked`: the operator looks them up; `pageUrl` is the page that does it at once, empty when there is none. */
export type CellsState =
  { readonly kind: 'found'; readonly lookUp: LookUpCell } | { readonly kind: 'asked'; readonly askedAt: number; readonly pageUrl: string };

/** An answer is as new as this when the same cells are read again. */
const freshMilliseconds = 60 * 60 * 1000;

/** The parcel that carries the cells of a question. */
const cellsParcelOf = (questionId: string): string => `ask-${questionId}`;
const keyOf = (cell: TargetCell): string => JSON.stringify(cell);

/** S43: the cells of a delegate's Sheet, each once, looked up by the operator. Asked again, it has the answer. */
export const askCells = (env: Environment, actor: Actor, cells: readonly TargetCell[]): Result<CellsState> => {
  const asked = new Map(cells.map((cell) => [keyOf(cell), cell]));
  const text = JSON.stringify([...asked.values()]);
  const id = digest(['cells', actor.user.id, text]).slice(0, 32);
  const workbook = openWorkbook(env, actor.installation);
  if (!workbook.ok) return workbook;
  const refused = findRefusal(env, id);
  if (refused !== undefined) {
    // It is said once; whoever reads the cells again asks again.
    env.authority.delete(answerKey(id));
    return fail(refused);
  }
  const answer = findParcel(env, id);
  if (answer.ok && answer.value.at + freshMilliseconds > env.now()) {
    const opened = openParcel(env, workbook.value, { id, authorIds: [actor.installation.operatorId] });
    if (!opened.ok) {
      forgetParcel(env, id);
      return opened;
    }
    const meanings = JSON.parse(opened.value) as Result<TargetSelector>[];
    const found = new Map([...asked.keys()].map((key, index) => [key, meanings[index]]));
    return ok({ kind: 'found', lookUp: (cell) => found.get(keyOf(cell)) ?? fail(problem('target.unreadable', { text: '' })) });
  }
  const pageUrl = pageUrlOf(actor.installation.webAppUrl, id);
  const waiting = findQuestion(env, id);
  if (waiting !== undefined) return ok({ kind: 'asked', askedAt: waiting.askedAt, pageUrl });
  const sent = sendParcel(env, workbook.value, { id: cellsParcelOf(id), kind: 'cells', authorId: actor.user.id, text });
  if (!sent.ok) return sent;
  const askedAt = env.now();
  const queued = queueQuestion(env, { kind: 'cells', id, askedBy: actor.user.id, askedAt });
  return queued.ok ? ok({ kind: 'asked', askedAt, pageUrl }) : queued;
};

/** The operator's answer: what each of the cells means, in their order. */
export const answerCells = (
  env: Environment,
  installation: Installation,
  { id, askedBy, askedAt }: Extract<Question, { kind: 'cells' }>,
): Result<void> => {
  const before = findParcel(env, id);
  // An execution that was cut short right after sending it.
  if (before.ok && before.value.at >= askedAt) return ok(undefined);
  const workbook = openWorkbook(env, installation);
  if (!workbook.ok) return workbook;
  const parcel = cellsParcelOf(id);
  const text = openParcel(env, workbook.value, { id: parcel, authorIds: [askedBy] });
  if (!text.ok) return text;
  const cells = JSON.parse(text.value) as TargetCell[];
  const lookUp = lookUpCells(env, cells);
  if (!lookUp.ok) return lookUp;
  const meanings = JSON.stringify(cells.map(lookUp.value));
  const sent = sendParcel(env, workbook.value, { id, kind: 'cells', authorId: installation.operatorId, text: meanings });
  if (!sent.ok) return sent;
  dropParcel(env, workbook.value, parcel);
  env.log('cells.lookedUp', { question: id, cells: cells.length });
  return ok(undefined);
};
