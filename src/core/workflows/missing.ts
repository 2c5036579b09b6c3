import { requestLifetimeMilliseconds } from '../approvals/RequestEntry';
import { problem, type Problem } from '../base/Problem';
import { tagLength, tagLimit } from './parseTags';
import { checkUserField } from '../users/userFields';
import { firstConflict, isCopy, isRemoval } from './Action';
import type { ActionDraft, WorkflowDraft } from './WorkflowDraft';
import { toAction } from './WorkflowOrder';

/** What keeps a step from being complete, and the field it is named at. */
export interface Missing {
  readonly field: string;
  readonly problem: Problem;
}

export const nameLimit = 200;
export const descriptionLimit = 2000;

const day = 24 * 60 * 60 * 1000;
/** A run may be put off for this long; a day less than a request lives, so that there is time to approve and to begin. */
export const startLaterDays = requestLifetimeMilliseconds / day - 1;

/** S8: a run that does not start at once needs a time that is to come and before the request expires. */
const missingInStart = ({ startLater, startAt }: Pick<WorkflowDraft, 'startLater' | 'startAt'>, now: number): Missing[] => {
  if (startLater !== true) return [];
  const at = (found: Problem): Missing[] => [{ field: 'startAt', problem: found }];
  if (startAt === undefined) return at(problem('workflow.startMissing'));
  if (startAt <= now) return at(problem('workflow.startPast'));
  return startAt > now + startLaterDays * day ? at(problem('workflow.startTooLate', { days: startLaterDays })) : [];
};

const missingInTags = ({ tags = [] }: Pick<WorkflowDraft, 'tags'>): Missing[] => [
  ...(tags.length > tagLimit ? [{ field: 'tags', problem: problem('workflow.tooManyTags', { limit: tagLimit }) }] : []),
  ...tags
    .filter((tag) => tag.length > tagLength)
    .slice(0, 1)
    .map((tag) => ({ field: 'tags', problem: problem('workflow.tagTooLong', { tag: tag.slice(0, tagLength), limit: tagLength }) })),
];

/** S4–S9, S50–S51: step 1 needs a name and a type, and a time when the run shall not start at once. */
export const missingInTypeStep = (
  draft: Pick<WorkflowDraft, 'name' | 'type' | 'description' | 'tags' | 'startLater' | 'startAt'>,
  now: number,
): Missing[] => {
  const missing: Missing[] = [];
  if (draft.name.trim() === '') missing.push({ field: 'name', problem: problem('workflow.nameMissing') });
  if (draft.name.length > nameLimit) missing.push({ field: 'name', problem: problem('workflow.nameTooLong', { limit: nameLimit }) });
  if (draft.type === undefined) missing.push({ field: 'type', problem: problem('workflow.typeMissing') });
  if (draft.description.length > descriptionLimit) {
    missing.push({ field: 'description', problem: problem('workflow.descriptionTooLong', { limit: descriptionLimit }) });
  }
  missing.push(...missingInTags(draft), ...missingInStart(draft, now));
  return missing;
};

/** S10, S58: step 2 needs somebody or something chosen, or a Sheet of new users that was read. */
export const missingInTargetsStep = (draft: Pick<WorkflowDraft, 'selection' | 'type' | 'list'>): Missing[] => {
  if (draft.type === 'onboard') return draft.list === undefined ? [{ field: 'tab', problem: problem('users.sheetMissing') }] : [];
  return draft.selection.selectors.length === 0 ? [{ field: 'search', problem: problem('workflow.targetsMissing') }] : [];
};

/** S20–S23: exactly one source user; "create label" means nothing without a label. S61: what a directory action cannot do without. */
export const missingInAction = (action: ActionDraft): Missing[] => {
  const at = (field: string, found: Problem): Missing[] => [{ field, problem: found }];
  if (isCopy(action)) return action.source === undefined ? at('source', problem('workflow.sourceMissing')) : [];
  if (isRemoval(action)) {
    const { chooses, delivery } = action;
    if (delivery?.kind === chooses) return [];
    return chooses === 'source' ? at('source', problem('workflow.originMissing')) : at('request', problem('workflow.deliveryMissing'));
  }
  if (action.kind === 'setUserFields') {
    if (action.fields.length === 0) return at('field', problem('workflow.fieldsMissing'));
    return action.fields.flatMap(({ field, value }) => {
      const found = checkUserField(field, value);
      return found === undefined ? [] : at('field', found);
    });
  }
  if ('groups' in action) return action.groups.length === 0 ? at('group', problem('workflow.groupsMissing')) : [];
  if ('spaces' in action) return action.spaces.length === 0 ? at('space', problem('workflow.spacesMissing')) : [];
  return action.kind === 'moveToOrgUnit' && action.orgUnitId === '' ? at('orgUnit', problem('workflow.orgUnitMissing')) : [];
};

/** An action that would find other than its preview saw. */
const missingInOrder = (actions: readonly ActionDraft[]): Missing[] => {
  const position = firstConflict(actions.flatMap(toAction));
  return position === undefined ? [] : [{ field: 'actions', problem: problem('workflow.actionsConflict', { position: position + 1 }) }];
};

/** What keeps the whole workflow from being previewed. */
export const missingInWorkflow = (draft: WorkflowDraft, now: number): Missing[] => [
  ...missingInTypeStep(draft, now),
  ...missingInTargetsStep(draft),
  ...(draft.confirmed === undefined || draft.confirmed.targets === 0
    ? [{ field: 'confirm', problem: problem('workflow.targetsNotConfirmed') }]
    : []),
  ...(draft.actions.length === 0 && draft.type !== 'onboard' ? [{ field: 'actions', problem: problem('workflow.actionsMissing') }] : []),
  ...draft.actions.flatMap(missingInAction),
  ...missingInOrder(draft.actions),
];
