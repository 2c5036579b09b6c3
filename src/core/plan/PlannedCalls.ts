import { batchedOf, chooseRest, writeCost, type WriteChoice, type WriteRun } from './chooseWrites';
import { unitCosts, type MinuteUnits, type QuotaCost } from './quotas';
import { countChanges, type TargetPlan } from './TargetPlan';

/** Kinds of calls that copies and removals are made of, in the order that one target sees them. */
export const callKinds = ['token', 'readContacts', 'readGroups', 'deleteBatch', 'writeGroup', 'writeContact', 'writeBatch'] as const;
export type CallKind = (typeof callKinds)[number];

/** How many of each. */
export type PlannedCalls = Readonly<Record<CallKind, number>>;

export const noCalls = Object.fromEntries(callKinds.map((kind) => [kind, 0])) as PlannedCalls;

/** Contacts of one page (https://developers.google.com/people/api/rest/v1/people.connections/list). */
export const CONNECTIONS_PAGE = 1000;

/** Contacts of one batchDeleteContacts (https://developers.google.com/people/api/rest/v1/people/batchDeleteContacts). */
export const DELETE_BATCH_SIZE = 500;

/** IAM signs, the token endpoint exchanges. */
export const TOKEN_CALLS = 2;

/** Calls that list so many contacts: one tells that an account is empty. */
export const contactPages = (contacts: number): number => Math.max(1, Math.ceil(contacts / CONNECTIONS_PAGE));

/** What the calls for one target depend on. */
export interface PlannedWork {
  readonly creates: number;
  /** With those that an earlier slice created. */
  readonly approved?: number;
  readonly createdGroups: number;
  /** Contacts that are there before. */
  readonly existing: number;
  /** Contacts that are changed, and that are deleted; absent: none. */
  readonly updates?: number;
  readonly deletes?: number;
  /** Calls that mark, rename or delete a label, or change what is in it; and reads of labels just before. */
  readonly groupWrites?: number;
  readonly groupReads?: number;
}

/** What carrying out a plan depends on. A label is read again before it is marked or renamed, since what is on it goes back whole. */
export const workOfPlan = (plan: TargetPlan): PlannedWork => {
  const { creates, updates, adopts, deletes } = countChanges(plan);
  const count = (...kinds: readonly TargetPlan['changes'][number]['kind'][]): number =>
    plan.changes.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    creates,
    createdGroups: count('createContactGroup'),
    existing: plan.existing,
    updates: updates + adopts,
    deletes,
    groupWrites: count('markContactGroup', 'renameContactGroup', 'changeMembers', 'deleteContactGroup'),
    groupReads: count('markContactGroup', 'renameContactGroup'),
  };
};

/** How creates and updates are written: where there are both, each has half of the day. */
export const writeChoices = (
  { creates, approved = creates, updates = 0 }: Pick<PlannedWork, 'creates' | 'approved' | 'updates'>,
  run: WriteRun,
): { readonly creates: WriteChoice; readonly updates: WriteChoice } => {
  const shared = creates > 0 && updates > 0 ? { ...run, targets: run.targets * 2 } : run;
  return { creates: chooseRest(creates, approved, shared), updates: chooseRest(updates, updates, shared) };
};

/** The calls that carry out a plan, from token to last write, when nothing goes wrong. */
export const callsOf = (work: PlannedWork, run: WriteRun & { readonly withLabel?: boolean }): PlannedCalls => {
  const { creates, createdGroups, existing, updates = 0, deletes = 0, groupWrites = 0, groupReads = 0 } = work;
  const choices = writeChoices(work, run);
  const singlesOf = (count: number, choice: WriteChoice): number => count - batchedOf(count, choice);
  const singles = singlesOf(creates, choices.creates) + singlesOf(updates, choices.updates);
  return {
    ...noCalls,
    token: TOKEN_CALLS,
    readContacts: contactPages(existing),
    readGroups: (run.withLabel === true ? 1 : 0) + groupReads,
    deleteBatch: Math.ceil(deletes / DELETE_BATCH_SIZE),
    writeGroup: createdGroups + groupWrites,
    writeContact: singles,
    writeBatch: writeCost(creates, choices.creates).calls + writeCost(updates, choices.updates).calls - singles,
  };
};

/** The calls of a removal, from token to last label, when nothing goes wrong. */
export const removalCalls = (work: {
  readonly contacts: number;
  readonly labels: number;
  /** Contacts that are there before, and those of them that are read one by one. */
  readonly existing: number;
  readonly readSingly: number;
}): PlannedCalls => ({
  ...noCalls,
  token: TOKEN_CALLS,
  readContacts: contactPages(work.existing) + work.readSingly,
  readGroups: 1,
  deleteBatch: Math.ceil(work.contacts / DELETE_BATCH_SIZE),
  writeGroup: work.labels,
});

/** What Google charges for one call of a kind. */
export const costOfKind = (kind: CallKind): QuotaCost => (kind === 'token' ? {} : unitCosts[kind]);

/** What Google charges for all of them. */
export const unitsOf = (calls: PlannedCalls): MinuteUnits & { readonly dailyContactWrites: number } => {
  const total = (metric: keyof QuotaCost): number =>
    callKinds.reduce((sum, kind) => sum + calls[kind] * (costOfKind(kind)[metric] ?? 0), 0);
  return {
    criticalRead: total('criticalRead'),
    criticalWrite: total('criticalWrite'),
    groupRead: total('groupRead'),
    groupWrite: total('groupWrite'),
    dailyContactWrites: total('dailyContactWrites'),
  };
};
