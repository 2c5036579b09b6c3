import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { packTargetList } from '../../core/directory/TargetList';
import { resolveTargets } from '../../core/directory/resolveTargets';
import type { TargetSelection } from '../../core/directory/TargetSelection';
import type { Environment } from '../Environment';
import type { Installation } from '../setUp/Installation';
import { openLedger, openWorkbook } from '../setUp/openFiles';
import { observeSelection } from '../targets/observeSelection';
import { observeInSlices } from './observeInSlices';
import { dropParcel, findParcel, openParcel, sendParcel } from './parcel';
import type { Question } from './Question';
import { parcelLifetime } from './Waybill';

/** What a person asks for: the users behind a selection. Source users are never targets. */
export interface AskedSelection extends TargetSelection {
  readonly sourceUserIds: readonly string[];
}

type TargetsQuestion = Extract<Question, { kind: 'targets' }>;

/** The parcel that carries the selection of a question when it does not fit into its property. */
export const selectionParcelOf = (questionId: string): string => `ask-${questionId}`;

/** The operator's answer: the list as a parcel of the question's id. A problem that passes leaves the rest to the next slice. */
export const answerTargets = (env: Environment, installation: Installation, question: TargetsQuestion): Result<void> => {
  // An execution that was cut short right after sending it.
  if (findParcel(env, question.id).ok) return ok(undefined);
  if (question.askedAt + parcelLifetime < env.now()) return fail(problem('bridge.tooOld'));
  const [ledger, workbook] = [openLedger(env, installation), openWorkbook(env, installation)];
  if (!ledger.ok) return ledger;
  if (!workbook.ok) return workbook;
  const parcel = selectionParcelOf(question.id);
  const text = question.asked === '' ? openParcel(env, workbook.value, { id: parcel, authorIds: [question.askedBy] }) : ok(question.asked);
  if (!text.ok) return text;
  const asked = JSON.parse(text.value) as AskedSelection;
  const listings = observeInSlices(env, ledger.value, `listing.${question.id}`, () => observeSelection(asked));
  if (!listings.ok) return listings;
  const resolution = resolveTargets({ selectors: asked.selectors, excludedUserIds: asked.sourceUserIds }, listings.value);
  const { head, parts } = packTargetList(resolution, asked.excludedUserIds);
  const sent = sendParcel(env, workbook.value, { id: question.id, kind: 'list', authorId: installation.operatorId, text: head, parts });
  if (!sent.ok) return sent;
  if (question.asked === '') dropParcel(env, workbook.value, parcel);
  env.log('targets.listed', { question: question.id, targets: resolution.targets.length, parts: parts.length });
  return ok(undefined);
};
