import { batchedOf, chooseRest, writeCost, type WriteRun } from './chooseWrites';
import { unitCosts, type MinuteUnits, type QuotaCost } from './quotas';
import { describePlan, type TargetPlan } from './TargetPlan';

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
}

/** The calls that carry out a plan, from token to last write, when nothing goes wrong. */
export const plannedCalls = (plan: TargetPlan, run: WriteRun & { readonly withLabel: boolean }): PlannedCalls =>
  callsOf({ ...describePlan(plan), existing: plan.existing }, run);

export const callsOf = (work: PlannedWork, run: WriteRun & { readonly withLabel?: boolean }): PlannedCalls => {
  const { creates, approved = creates, createdGroups, existing } = work;
  const choice = chooseRest(creates, approved, run);
  const singles = creates - batchedOf(creates, choice);
  return {
    ...noCalls,
    token: TOKEN_CALLS,
    readContacts: contactPages(existing),
    readGroups: run.withLabel === true ? 1 : 0,
    writeGroup: createdGroups,
    writeContact: singles,
    writeBatch: writeCost(creates, choice).calls - singles,
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
