import { problem } from '../../core/base/Problem';
import type { Environment } from '../Environment';
import { isPassing } from '../requests/observeSources';
import { prepareRequest } from '../requests/prepareRequest';
import { readRequester } from '../requests/readRequester';
import type { Installation } from '../setUp/Installation';
import { answerLabels, refuseLabels } from './listSourceLabels';
import { dropQuestion, type Question } from './Question';

/** Answers one question as the operator. False: not finished in this execution; it stays. */
export const answerQuestion = (env: Environment, installation: Installation, question: Question): boolean => {
  if (question.kind === 'prepare') {
    if (prepareRequest(env, installation, question.id) === 'unfinished') return false;
    dropQuestion(env, question.id);
    return true;
  }
  const asker = readRequester(env, { requesterId: question.askedBy });
  if (!asker.ok && isPassing(asker.problem)) return false;
  const answered = asker.ok
    ? answerLabels(env, installation, question)
    : refuseLabels(env, question.id, problem('request.requesterNotAllowed'));
  if (!answered.ok && isPassing(answered.problem)) return false;
  if (!answered.ok) refuseLabels(env, question.id, answered.problem);
  dropQuestion(env, question.id);
  return true;
};
