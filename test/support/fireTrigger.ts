import type { ExecutionRecord } from '../../simulator/appsscript/ExecutionRecord';
import type { TriggerRecord } from '../../simulator/appsscript/script/TriggerRecord';
import type { CopyCompany } from './copyCompany';

/** A trigger of the operator fires out of turn: while another runs, or a second time. */
export const fireTrigger = (
  { project, operator }: Pick<CopyCompany, 'project' | 'operator'>,
  { uid, handler }: Pick<TriggerRecord, 'uid' | 'handler'>,
): ExecutionRecord => project.run({ functionName: handler, kind: 'trigger', effectiveUserId: operator.id, args: [{ triggerUid: uid }] });
