import { problem } from '../../core/base/Problem';
import type { Result } from '../../core/base/Result';
import { verifyAudit } from '../audit/verifyAudit';
import type { Environment } from '../Environment';
import { isPassing } from '../requests/observeSources';
import { prepareRequest } from '../requests/prepareRequest';
import { readRequester } from '../requests/readRequester';
import { pauseFor } from '../runs/pause';
import { settleSync } from '../sync/settleSync';
import { forgetTrouble, noteTrouble } from '../runs/trouble';
import type { Installation } from '../setUp/Installation';
import { answerCells } from './askCells';
import { answerSearch } from './askSearch';
import { answerTargets } from './answerTargets';
import { answerSpaces } from './findSpaces';
import { answerLabels } from './listSourceLabels';
import { dropQuestion, type Question } from './Question';
import { refuseQuestion } from './refusal';

type LookUp = Exclude<Question, { kind: 'prepare' }>;

const lookUp = (env: Environment, installation: Installation, question: LookUp): Result<void> => {
  // Whoever asked: it tells nothing but whether the chain holds.
  if (question.kind === 'audit') return verifyAudit(env, installation, question);
  const asker = readRequester(env, { requesterId: question.askedBy });
  if (!asker.ok) return isPassing(asker.problem) ? asker : refuseQuestion(env, question.id, problem('request.requesterNotAllowed'));
  if (question.kind === 'search') return answerSearch(env, question);
  if (question.kind === 'cells') return answerCells(env, installation, question);
  if (question.kind === 'spaces') return answerSpaces(env, question);
  return question.kind === 'targets' ? answerTargets(env, installation, question) : answerLabels(env, installation, question);
};

/** Answers one question as the operator. False: not finished in this execution; it stays. */
export const answerQuestion = (env: Environment, installation: Installation, question: Question): boolean => {
  if (question.kind === 'prepare') {
    if (prepareRequest(env, installation, question.id) === 'unfinished') return false;
    settleSync(env, installation, question.id);
    forgetTrouble(env, question.id);
    dropQuestion(env, question.id);
    return true;
  }
  const answered = lookUp(env, installation, question);
  let why = answered.ok ? undefined : answered.problem;
  if (why !== undefined && isPassing(why)) {
    pauseFor(env, why);
    // A long list that takes several executions gets on with each of them, and is too old after a day.
    if (question.kind === 'targets' && why.code === 'run.outOfTime') return false;
    why = noteTrouble(env, question.id, why);
    if (why === undefined) return false;
  }
  if (why !== undefined) refuseQuestion(env, question.id, why);
  forgetTrouble(env, question.id);
  dropQuestion(env, question.id);
  return true;
};
