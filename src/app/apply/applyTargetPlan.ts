import { problem, type Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { deliveredPerson } from '../../core/contacts/deliveredPerson';
import { groupMarkEntry } from '../../core/contacts/ContactGroup';
import { sameName } from '../../core/copy/planLabel';
import type { CreateContact } from '../../core/plan/Change';
import { chooseWrites, type WriteRun } from '../../core/plan/chooseWrites';
import type { TargetPlan } from '../../core/plan/TargetPlan';
import type { Subject, Task } from '../../google/Call';
import { classOf } from '../../google/classOf';
import { createContactGroup, listContactGroups } from '../../google/people';
import { createInBatches } from './createInBatches';
import { createSingly } from './createSingly';
import { untouched, type Outcome } from './Outcome';

/** Writes a plan into the target's account. `run` decides between batches and single calls. */
export function* applyTargetPlan(as: Subject, plan: TargetPlan, run: WriteRun): Task<Outcome> {
  const creates = plan.changes.filter((change): change is CreateContact => change.kind === 'createContact');
  const group = yield* joinedGroup(as, plan);
  if (!group.ok) return { ...untouched(plan.targetId, group.problem, creates.length), skipped: plan.skips.length };
  const persons = creates.map((change) => deliveredPerson(change, group.value));
  const create = chooseWrites(creates.length, run) === 'single' ? createSingly : createInBatches;
  const progress = yield* create(as, persons);
  const counts = { created: progress.created, skipped: plan.skips.length, failed: creates.length - progress.created };
  if (progress.stopped !== undefined) {
    const isUnknown = classOf(progress.stopped) === 'unknown';
    const reason: Problem = isUnknown ? problem('copy.outcomeUnknown', { created: progress.created }) : progress.stopped;
    return { targetId: plan.targetId, status: isUnknown ? 'unknown' : 'failed', ...counts, reason };
  }
  if (counts.failed === 0) return { targetId: plan.targetId, status: 'done', ...counts };
  const reason = problem('copy.contactsRefused', { count: counts.failed, message: progress.refusals[0] ?? '' });
  return { targetId: plan.targetId, status: 'failed', ...counts, reason };
}

/** Resource name of the label that new contacts join; undefined for none. A label somebody made meanwhile is joined. */
function* joinedGroup(as: Subject, plan: TargetPlan): Task<Result<string | undefined>> {
  if (plan.group.kind === 'none') return ok(undefined);
  if (plan.group.kind === 'join') return ok(plan.group.resourceName);
  const change = plan.changes.find((candidate) => candidate.kind === 'createContactGroup');
  if (change?.kind !== 'createContactGroup') throw new Error('A plan that creates a label has no change for it');
  const created = yield* createContactGroup(as, change.name, [groupMarkEntry(change.mark)]);
  if (created.ok) return ok(created.value.resourceName);
  if (created.problem.code !== 'google.exists') return created;
  const groups = yield* listContactGroups(as);
  if (!groups.ok) return groups;
  const found = groups.value.find((group) => group.groupType === 'USER_CONTACT_GROUP' && sameName(group.name, change.name));
  // Taken, and yet nobody has it: Google keeps the name for a group of its own.
  return found === undefined ? fail(problem('copy.labelNameReserved', { label: change.name })) : ok(found.resourceName);
}
