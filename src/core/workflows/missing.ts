import { problem, type Problem } from '../base/Problem';
import type { ActionDraft, WorkflowDraft } from './WorkflowDraft';

/** What keeps a step from being complete, and the field it is named at. */
export interface Missing {
  readonly field: string;
  readonly problem: Problem;
}

export const nameLimit = 200;
export const descriptionLimit = 2000;

/** S4–S9: step 1 needs a name and a type. */
export const missingInTypeStep = (draft: Pick<WorkflowDraft, 'name' | 'type' | 'description'>): Missing[] => {
  const missing: Missing[] = [];
  if (draft.name.trim() === '') missing.push({ field: 'name', problem: problem('workflow.nameMissing') });
  if (draft.name.length > nameLimit) missing.push({ field: 'name', problem: problem('workflow.nameTooLong', { limit: nameLimit }) });
  if (draft.type === undefined) missing.push({ field: 'type', problem: problem('workflow.typeMissing') });
  if (draft.description.length > descriptionLimit) {
    missing.push({ field: 'description', problem: problem('workflow.descriptionTooLong', { limit: descriptionLimit }) });
  }
  return missing;
};

/** S10: step 2 needs somebody or something chosen. */
export const missingInTargetsStep = (draft: Pick<WorkflowDraft, 'selection'>): Missing[] =>
  draft.selection.selectors.length === 0 ? [{ field: 'search', problem: problem('workflow.targetsMissing') }] : [];

/** S20–S23: exactly one source user; "create label" means nothing without a label. */
export const missingInAction = (action: ActionDraft): Missing[] =>
  action.source === undefined ? [{ field: 'source', problem: problem('workflow.sourceMissing') }] : [];

/** What keeps the whole workflow from being previewed. */
export const missingInWorkflow = (draft: WorkflowDraft): Missing[] => [
  ...missingInTypeStep(draft),
  ...missingInTargetsStep(draft),
  ...(draft.confirmed === undefined || draft.confirmed.targets === 0
    ? [{ field: 'confirm', problem: problem('workflow.targetsNotConfirmed') }]
    : []),
  ...(draft.actions.length === 0 ? [{ field: 'actions', problem: problem('workflow.actionsMissing') }] : []),
  ...draft.actions.flatMap(missingInAction),
];
