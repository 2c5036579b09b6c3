import type { Result } from '../../core/base/Result';
import { ok } from '../../core/base/Result';
import { missingInTypeStep, type Missing } from '../../core/workflows/missing';
import { parseTags } from '../../core/workflows/parseTags';
import type { WorkflowDraft, WorkflowType } from '../../core/workflows/WorkflowDraft';
import type { Environment } from '../Environment';
import { forgetList } from '../targets/forgetList';
import { editDraft } from './drafts';

export interface TypeStepFields {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly tags: string;
  readonly immediately: boolean;
  /** Milliseconds since the epoch, as a picker sends them; empty: none chosen. */
  readonly startAt: string;
}

const asType = (text: string): WorkflowType | undefined => (text === 'onboard' || text === 'modify' ? text : undefined);

/** The picker is on the card only while the switch is off: what was chosen stays when the switch goes on and off again. */
const startOf = ({ immediately, startAt }: TypeStepFields, before: WorkflowDraft): Pick<WorkflowDraft, 'startLater' | 'startAt'> => {
  if (immediately || before.startLater !== true) return { startLater: !immediately, startAt: before.startAt };
  return { startLater: true, startAt: /^\d+$/.test(startAt) ? Number(startAt) : undefined };
};

/** S4–S9, S50–S51: keeps what was typed, and says what is missing; the wizard goes on when nothing is. */
export const saveTypeStep = (
  env: Environment,
  fields: TypeStepFields,
): Result<{ readonly draft: WorkflowDraft; readonly missing: readonly Missing[] }> => {
  const type = asType(fields.type);
  // Users to create and users who are there are never in one list.
  const forget = (before: WorkflowDraft): Partial<WorkflowDraft> => {
    if (before.type === undefined || type === undefined || before.type === type) return {};
    forgetList(env, before);
    return { list: undefined, selection: { ...before.selection, excludedUserIds: [] } };
  };
  const draft = editDraft(env, (before) => ({
    name: fields.name.trim(),
    type,
    description: fields.description.trim(),
    tags: parseTags(fields.tags),
    ...startOf(fields, before),
    ...forget(before),
  }));
  return draft.ok ? ok({ draft: draft.value, missing: missingInTypeStep(draft.value, env.now()) }) : draft;
};
