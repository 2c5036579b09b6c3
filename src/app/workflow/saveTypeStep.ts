import type { Result } from '../../core/base/Result';
import { ok } from '../../core/base/Result';
import { missingInTypeStep, type Missing } from '../../core/workflows/missing';
import type { WorkflowDraft, WorkflowType } from '../../core/workflows/WorkflowDraft';
import type { Environment } from '../Environment';
import { editDraft } from './drafts';

export interface TypeStepFields {
  readonly name: string;
  readonly type: string;
  readonly description: string;
}

const asType = (text: string): WorkflowType | undefined => (text === 'onboard' || text === 'modify' ? text : undefined);

/** S4–S9: keeps what was typed, and says what is missing; the wizard goes on when nothing is. */
export const saveTypeStep = (
  env: Environment,
  fields: TypeStepFields,
): Result<{ readonly draft: WorkflowDraft; readonly missing: readonly Missing[] }> => {
  const draft = editDraft(env, () => ({ name: fields.name.trim(), type: asType(fields.type), description: fields.description.trim() }));
  return draft.ok ? ok({ draft: draft.value, missing: missingInTypeStep(draft.value) }) : draft;
};
