import { problem, type Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { deliveredPerson } from '../../core/contacts/deliveredPerson';
import { groupMarkEntry } from '../../core/contacts/ContactGroup';
import { sameName } from '../../core/copy/planLabel';
import { batchedOf, type WriteChoice } from '../../core/plan/chooseWrites';
import type { RemainingPlan } from '../../core/plan/remainingPlan';
import type { TargetPlan } from '../../core/plan/TargetPlan';
import type { Subject, Task } from '../../google/Call';
import { batchCreateContacts, createContact, createContactGroup, listContactGroups, type BatchOutcome } from '../../google/people';
import { writeInBatches } from './writeInBatches';
import type { WriteProgress } from './WriteProgress';
import { writeSingly } from './writeSingly';

/** How so many contacts are written, and who hears what is confirmed. */
export interface Writing<T> {
  readonly choice: WriteChoice;
  readonly inBatch: (batch: readonly T[]) => Task<BatchOutcome>;
  readonly singly: (one: T) => Task<Result<void>>;
  readonly tell: (progress: WriteProgress) => void;
  /** Done before contacts go singly; may say why none is to go. */
  readonly beforeSingles?: (progress: WriteProgress) => Task<Problem | undefined>;
}

/** Contacts in batches and singly, as chosen, in the order of the list. */
export function* writeContacts<T>(all: readonly T[], { choice, inBatch, singly, tell, beforeSingles }: Writing<T>): Task<WriteProgress> {
  const batched = batchedOf(all.length, choice);
  const inBatches = yield* writeInBatches(all.slice(0, batched), inBatch, tell);
  if (inBatches.stopped !== undefined) return inBatches;
  const added = (more: WriteProgress): WriteProgress => ({
    ...more,
    written: inBatches.written + more.written,
    settled: batched + more.settled,
    refusals: [...inBatches.refusals, ...more.refusals],
  });
  const objection = batched < all.length && beforeSingles !== undefined ? yield* beforeSingles(inBatches) : undefined;
  if (objection !== undefined) return { ...inBatches, stopped: objection };
  return added(yield* writeSingly(all.slice(batched), singly, (progress) => tell(added(progress))));
}

/**
 * Writes a plan into the target's account. `tell` hears what is confirmed as it comes, and in which label. `mayLag`: a label made a
 * moment ago may not show in a listing yet. `beforeSingles` is done before contacts go in singly, and may say why none
 * is to go.
 */
export function* applyTargetPlan(
  as: Subject,
  { plan, creates }: RemainingPlan,
  choice: WriteChoice,
  mayLag: boolean,
  tell: (progress: WriteProgress, group: string | undefined) => void,
  beforeSingles?: (progress: WriteProgress) => Task<Problem | undefined>,
): Task<WriteProgress> {
  const nothing: WriteProgress = { written: 0, settled: 0, refusals: [] };
  const group = creates.length === 0 ? ok(undefined) : yield* joinedGroup(as, plan, mayLag);
  if (!group.ok) return { ...nothing, stopped: group.problem };
  if (plan.group.kind === 'create' && creates.length > 0) tell(nothing, group.value);
  const persons = creates.map((change) => deliveredPerson(change, group.value));
  return yield* writeContacts(persons, {
    choice,
    inBatch: (batch) => batchCreateContacts(as, batch),
    singly: (person) => createContact(as, person),
    tell: (progress) => tell(progress, group.value),
    ...(beforeSingles === undefined ? {} : { beforeSingles }),
  });
}

/** Resource name of the label that new contacts join; undefined for none. A label somebody made meanwhile is joined. */
export function* joinedGroup(as: Subject, plan: TargetPlan, mayLag: boolean): Task<Result<string | undefined>> {
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
  if (found !== undefined) return ok(found.resourceName);
  // Taken, and yet not there: made a moment ago, perhaps by a call of ours whose answer was lost, or Google keeps the name for itself.
  const isReserved = !mayLag || plan.warning !== undefined;
  return fail(isReserved ? problem('copy.labelNameReserved', { label: change.name }) : problem('google.unknownOutcome'));
}
