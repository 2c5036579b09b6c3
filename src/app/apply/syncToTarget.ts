import { problem, type Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { groupMarkEntry } from '../../core/contacts/ContactGroup';
import { deliveredPerson } from '../../core/contacts/deliveredPerson';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import type { Change } from '../../core/plan/Change';
import { writeChoices } from '../../core/plan/PlannedCalls';
import type { Quotas } from '../../core/plan/quotas';
import { remainingPlan, type RemainingPlan } from '../../core/plan/remainingPlan';
import type { TargetOutcome } from '../../core/runs/TargetOutcome';
import type { NamedSync } from '../../core/sync/packSync';
import { planLeaving } from '../../core/sync/planLeaving';
import { planSync, type SyncPlan, type SyncWork } from '../../core/sync/planSync';
import type { SyncIndex } from '../../core/sync/SyncIndex';
import type { SyncMemory } from '../../core/sync/SyncMemory';
import { noDeeds, planSyncUndo, type SyncDeeds } from '../../core/undo/planSyncUndo';
import type { Subject, Task } from '../../google/Call';
import { classOf } from '../../google/classOf';
import type { Delegation } from '../../google/delegation';
import { batchCreateContacts, createContact, deleteContactGroup } from '../../google/people';
import { modifyMembers, updateContactGroup } from '../../google/peopleUpdates';
import { joinedGroup, writeContacts } from './applyTargetPlan';
import { asTarget } from './asTarget';
import type { Resume } from './copyRemaining';
import { asUncertain, deleteContacts } from './deleteContacts';
import { healDoubles } from './healDoubles';
import { observeSynced } from './observeSynced';
import { untouched } from './untouched';
import { isUpdate, updateContacts } from './updateContacts';
import type { WriteProgress } from './WriteProgress';

export interface SyncRun {
  readonly delegation: Delegation;
  readonly work: SyncWork;
  /** Of an undo: what the run did that is taken back, by target id. */
  readonly deeds?: ReadonlyMap<string, SyncDeeds>;
  /** Destinations that lose what was delivered. */
  readonly leavers: ReadonlySet<string>;
  readonly memoryOf: (userId: string) => SyncMemory;
  /** How many targets the run has. */
  readonly targets: number;
  readonly quotas: Quotas;
}

const planOf = ({ work, deeds, leavers, memoryOf }: SyncRun, index: SyncIndex): SyncPlan => {
  if (deeds !== undefined) {
    return planSyncUndo(work.sync.id, work.snapshot.sourceUserId, index, deeds.get(index.targetId) ?? noDeeds);
  }
  return leavers.has(index.targetId) ? planLeaving(work, index) : planSync(work, index, memoryOf(index.targetId));
};

function* observe(as: Subject, { work }: SyncRun, targetId: string): Task<Result<SyncIndex>> {
  return yield* observeSynced(as, targetId, work.sync, work.snapshot);
}

/** What a destination holds, and what it needs. */
export interface PlannedDestination {
  readonly index: SyncIndex;
  readonly plan: SyncPlan;
}

/** Token, listings, plan: what the preview shows. Writes nothing. */
export function* planForSync(run: SyncRun, user: DirectoryUser): Task<Result<PlannedDestination>> {
  return yield* asTarget(run.delegation, user, function* (as): Task<Result<PlannedDestination>> {
    const index = yield* observe(as, run, user.id);
    if (!index.ok) return index;
    const plan = planOf(run, index.value);
    return plan.refusal === undefined ? ok({ index: index.value, plan }) : fail(plan.refusal);
  });
}

/** The destination's label, made, joined, marked or renamed; undefined where nothing goes under one. */
function* label(as: Subject, { plan }: RemainingPlan, all: SyncPlan, mayLag: boolean): Task<Result<string | undefined>> {
  if (plan.group.kind === 'create') return yield* joinedGroup(as, { ...all, group: plan.group }, mayLag);
  const known = plan.group.kind === 'join' ? plan.group.resourceName : undefined;
  for (const change of all.changes) {
    if (change.kind !== 'markContactGroup' && change.kind !== 'renameContactGroup') continue;
    const { resourceName, mark } = change;
    const replaces = (entry: { readonly value?: string }): boolean => (entry.value ?? '').split(':')[1] === mark.origin;
    const name = change.kind === 'renameContactGroup' ? { name: change.name } : {};
    const updated = yield* updateContactGroup(as, resourceName, { ...name, mark: groupMarkEntry(mark), replaces });
    if (!updated.ok) return fail(asUncertain(updated.problem));
  }
  return ok(known);
}

/** What was done at a destination, of all that is to be done. */
interface Done {
  readonly created: number;
  readonly changed: number;
  readonly deleted: number;
  readonly refusals: readonly string[];
}

const countOf = (changes: readonly Change[]): { readonly creates: number; readonly changes: number; readonly deletes: number } => ({
  creates: changes.filter(({ kind }) => kind === 'createContact').length,
  changes: changes.reduce(
    (sum, change) => sum + (isUpdate(change) ? 1 : change.kind === 'changeMembers' ? change.add.length + change.remove.length : 0),
    0,
  ),
  deletes: changes.filter(({ kind }) => kind === 'deleteContact').length,
});

/** Contacts that go, and at last a label; all of them or none: the caller made sure that nothing failed before. */
function* remove(as: Subject, changes: readonly Change[], told: (deleted: number) => void): Task<Problem | undefined> {
  const names = changes.flatMap((change) => (change.kind === 'deleteContact' ? [change.resourceName] : []));
  const deleted = yield* deleteContacts(as, names, told);
  if (!deleted.ok) return deleted.problem;
  for (const change of changes) {
    if (change.kind !== 'deleteContactGroup') continue;
    const gone = yield* deleteContactGroup(as, change.resourceName);
    if (!gone.ok) return gone.problem;
  }
  return undefined;
}

/** Everything a plan has left, in its order; what goes, goes last and only if nothing failed. */
function* carryOut(
  as: Subject,
  run: SyncRun,
  rest: RemainingPlan,
  all: SyncPlan,
  named: NamedSync,
  mayLag: boolean,
  tell: (done: Done, settled: number, group: string | undefined) => void,
): Task<Done & { readonly stopped?: Problem }> {
  let done: Done = { created: 0, changed: 0, deleted: 0, refusals: [] };
  const group = yield* label(as, rest, all, mayLag);
  if (!group.ok) return { ...done, stopped: group.problem };
  if (rest.plan.group.kind === 'create') tell(done, rest.settledAfter(0).settled, group.value);
  const updates = all.changes.filter(isUpdate);
  const counts = { creates: rest.creates.length, approved: named.creates, updates: updates.length };
  const choices = writeChoices(counts, run);
  const created = yield* writeContacts(
    rest.creates.map((change) => deliveredPerson(change, group.value)),
    {
      choice: choices.creates,
      inBatch: (batch) => batchCreateContacts(as, batch),
      singly: (person) => createContact(as, person),
      tell: (progress) => tell({ ...done, created: progress.written }, rest.settledAfter(progress.settled).settled, group.value),
    },
  );
  done = { ...done, created: created.written, refusals: created.refusals };
  if (created.stopped !== undefined) return { ...done, stopped: created.stopped };
  // Every contact of the source is settled now: what else is written says what shall be, and may be done again.
  const settled = Math.max(1, rest.settledAfter(rest.creates.length).settled);
  const heard = (): void => tell(done, settled, group.value);
  const updated = yield* updateContacts(as, updates, choices.updates, (progress: WriteProgress) => {
    done = { ...done, changed: progress.written };
    heard();
  });
  done = { ...done, refusals: [...done.refusals, ...updated.refusals] };
  if (updated.stopped !== undefined) return { ...done, stopped: asUncertain(updated.stopped) };
  for (const change of all.changes) {
    if (change.kind !== 'changeMembers') continue;
    const into = change.group ?? group.value;
    if (into === undefined) continue;
    const modified = yield* modifyMembers(as, into, change);
    if (!modified.ok) return { ...done, stopped: asUncertain(modified.problem) };
    done = { ...done, changed: done.changed + change.add.length + change.remove.length };
    heard();
  }
  if (done.refusals.length > 0) return done;
  const stopped = yield* remove(as, all.changes, (deleted) => {
    done = { ...done, deleted };
    heard();
  });
  return stopped === undefined ? done : { ...done, stopped };
}

/** What is left to do at one destination, with its token: looks again, plans again, writes what the preview named, or nothing. */
function* syncRemaining(
  as: Subject,
  run: SyncRun,
  targetId: string,
  named: NamedSync,
  { from, tell, verified }: Resume,
): Task<Result<TargetOutcome>> {
  const { snapshot, sync } = run.work;
  const read = yield* observe(as, run, targetId);
  if (!read.ok) return read;
  let index = read.value;
  if (from.rounds > 0 && run.deeds === undefined) {
    const healed = yield* healDoubles(as, index, snapshot.sourceUserId, sync.id);
    if (!healed.ok) return healed;
    index = { ...index, contacts: index.contacts.filter(({ resourceName }) => !healed.value.includes(resourceName)) };
  }
  const whole = planOf(run, index);
  const hasBegun = from.rounds > 0 || from.settled > 0 || from.group !== undefined;
  if (whole.refusal !== undefined && !hasBegun) return fail(whole.refusal);
  const ids = snapshot.contacts.map((contact) => contact.sourceContactId);
  const rest = remainingPlan(whole, ids, from.settled, from.group);
  const plan = { ...whole, changes: whole.changes.filter((change) => change.kind !== 'createContact' || rest.creates.includes(change)) };
  const left = countOf(plan.changes);
  // In a run that had begun here, what was named and is not left was done by it.
  const before = {
    created: hasBegun ? Math.max(from.created, named.creates - left.creates - from.failed) : 0,
    changed: hasBegun ? Math.max(0, named.changes - left.changes) : 0,
    deleted: hasBegun ? Math.max(0, named.deletes - left.deletes) : 0,
  };
  const skipped = plan.skips.filter(({ reason }) => reason !== 'alreadySo').length;
  const stays = run.deeds === undefined || skipped === 0 ? undefined : problem('undo.left', { count: skipped });
  const outcome = (status: TargetOutcome['status'], done: Done, reason = status === 'done' ? stays : undefined): Result<TargetOutcome> => ({
    ok: true,
    value: {
      targetId,
      status,
      created: before.created + done.created,
      changed: before.changed + done.changed,
      deleted: before.deleted + done.deleted,
      skipped,
      failed: from.failed + left.creates + left.changes + left.deletes - done.created - done.changed - done.deleted,
      putBack: plan.putBack,
      ...(reason === undefined ? {} : { reason }),
    },
  });
  const nothing: Done = { created: 0, changed: 0, deleted: 0, refusals: [] };
  const others = plan.changes.filter((change) => !named.has(change)).length;
  if (others > 0) return outcome('failed', nothing, problem('sync.overtaken', { others }));
  const done = yield* carryOut(as, run, rest, plan, named, from.rounds < 2, (now, settled, group) =>
    tell({ ...from, created: before.created + now.created, skipped, settled, ...(group === undefined ? {} : { group }) }),
  );
  const { stopped, refusals } = done;
  if (stopped !== undefined) {
    const isUnknown = classOf(stopped) === 'unknown';
    return outcome(isUnknown ? 'unknown' : 'failed', done, stopped);
  }
  const refused =
    refusals.length === 0 ? undefined : problem('copy.contactsRefused', { count: refusals.length, message: refusals[0] ?? '' });
  if (refused !== undefined) return outcome('failed', done, refused);
  if (plan.changes.length === 0) verified?.();
  if (verified === undefined || plan.changes.length === 0) return outcome('done', done);
  // Reads may lag behind writes: what does not show yet is looked at minutes later.
  const again = yield* observe(as, run, targetId);
  if (!again.ok) return outcome('unknown', done, again.problem);
  const missing = planOf(run, again.value).changes.length;
  if (missing === 0) verified();
  return missing === 0 ? outcome('done', done) : outcome('unknown', done, problem('sync.notShown', { missing }));
}

/** One destination from token to outcome. The outcome speaks of the whole run, earlier slices included. */
export function* syncToTarget(run: SyncRun, user: DirectoryUser, named: NamedSync, resumed: Resume): Task<TargetOutcome> {
  const synced = yield* asTarget(run.delegation, user, (as) => syncRemaining(as, run, user.id, named, resumed));
  return synced.ok ? synced.value : untouched(user.id, synced.problem, resumed.from);
}
