import type { WorkflowDraft } from '../../core/workflows/WorkflowDraft';
import { selectionParcelOf } from '../bridge/answerTargets';
import { dropQuestion } from '../bridge/Question';
import { forgetParcel } from '../bridge/Waybill';
import type { Environment } from '../Environment';
import { getRequest } from '../requests/requestStore';

/** The list of an earlier look-up is let go, but not under a preview that is being made of it. */
export const forgetList = (env: Environment, draft: WorkflowDraft): void => {
  const { list, requestId } = draft;
  if (list === undefined || list.kept === 'card') return;
  if (list.kept === 'question') dropQuestion(env, list.id);
  const request = requestId === undefined ? undefined : getRequest(env, requestId);
  if (request?.ok === true && request.value.state === 'preparing') return;
  forgetParcel(env, list.id);
  forgetParcel(env, selectionParcelOf(list.id));
};
