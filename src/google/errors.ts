import { problem, type Problem } from '../core/base/Problem';
import type { Answer } from './Call';
import type { OperationId } from './operations';

/** The problem behind an answer that is not a success. */
export const translate = (answer: Answer, operation: OperationId): Problem =>
  problem('google.unknownOutcome', { operation, kind: answer.kind });
