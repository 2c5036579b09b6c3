import fc from 'fast-check';
import type { CopyCompany } from './copyCompany';

/** How Google answers where its pages leave more than one answer, what it allows, and how triggers fire. */
export interface Conditions {
  readonly readLagMs: number;
  readonly people: Readonly<Record<string, unknown>>;
  readonly platform: Readonly<Record<string, unknown>>;
  readonly budget: keyof typeof budgets;
  /** One-shot triggers that earlier requests made today. */
  readonly oneShots: number;
  /** Contacts that the fullest target still has room for. */
  readonly room: number;
  /** Minutes that each trigger comes late, in turn. */
  readonly late: readonly number[];
  /** Which triggers fire twice, in turn. */
  readonly doubled: readonly boolean[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A day holds one contact with all its retries: what a target learns from an answer, such as that its label is gone, it forgets with the slice. */
const WRITES_OF_ONE = 6;
/** A sweep that finds nothing it may do. */
const SWEEP = 5000;

/**
 * What the project's console grants, and Roster was told. Of a day: fetches and trigger time beyond those that set-up and preview took;
 * Roster keeps a part of the trigger time, for sweeps that find nothing.
 */
export const budgets = {
  lowest: {},
  // A batch alone takes all of a minute's.
  minute: { perMinute: { criticalRead: 6, criticalWrite: 6, groupRead: 1, groupWrite: 10 } },
  writes: { daysOfWrites: 2 },
  fetches: { fetchesPerTarget: 6 },
  triggerTime: { triggerTime: 20_000 },
} as const satisfies Readonly<Record<string, Budget>>;

export interface Budget {
  readonly perMinute?: Readonly<Record<'criticalRead' | 'criticalWrite' | 'groupRead' | 'groupWrite', number>>;
  /** Contact writes for so many days, singly. */
  readonly daysOfWrites?: number;
  readonly fetchesPerTarget?: number;
  /** Milliseconds. */
  readonly triggerTime?: number;
}

/** Room for every contact. */
const AMPLE = 25_000;

export const conditions: fc.Arbitrary<Conditions> = fc.record({
  // Roster waits five minutes; what lags longer it has to heal.
  readLagMs: fc.constantFrom(0, 5000, 60_000, 240_000, 240_000, 420_000),
  people: fc.record(
    {
      mergeProfiles: fc.boolean(),
      concurrentWrites: fc.constantFrom('abort', 'exhaust', 'wait', 'allow'),
      trashCounts: fc.boolean(),
      batchDeleteMissing: fc.constantFrom('fail', 'ignore'),
      createdOrder: fc.constantFrom('request', 'reversed'),
      newGroupDelayMs: fc.constantFrom(0, 2000),
      labelAddsMyContacts: fc.boolean(),
      systemGroupNamesTaken: fc.boolean(),
      overflowStatus: fc.constantFrom(400, 403, 429),
    },
    { requiredKeys: [] },
  ),
  platform: fc.record(
    {
      activeUserInTriggers: fc.constantFrom('blank', 'creator'),
      fetchTimeout: fc.constantFrom('obeyed', 'ignored'),
      oneClockTrigger: fc.boolean(),
      oneShotDelay: fc.constantFrom(0, 60_000, 15 * 60_000),
      tokenSeconds: fc.constantFrom(300, 3600),
    },
    { requiredKeys: [] },
  ),
  budget: fc.oneof(
    { weight: 4, arbitrary: fc.constant('lowest' as const) },
    { weight: 1, arbitrary: fc.constantFrom('minute' as const, 'writes' as const, 'fetches' as const, 'triggerTime' as const) },
  ),
  oneShots: fc.constantFrom(0, 0, 13, 15),
  room: fc.oneof({ weight: 11, arbitrary: fc.constant(AMPLE) }, { weight: 1, arbitrary: fc.constantFrom(0, 2, 5, 203) }),
  late: fc.array(fc.constantFrom(0, 0, 1, 7, 90), { maxLength: 4 }),
  doubled: fc.array(fc.boolean(), { maxLength: 4 }),
});

export const setConditions = (company: CopyCompany, given: Conditions): void => {
  const { world, project, operator, targets } = company;
  const { settings } = world.people;
  Object.assign(settings, given.people, { readLagMs: given.readLagMs });
  Object.assign(project.settings, given.platform);
  const fullest = Math.max(...targets.map((target) => world.people.contactsOf(target.id).length));
  settings.contactsPerUser = Math.min(AMPLE, fullest + given.room);
  project.triggers.creations.add(operator.id, given.oneShots);
  project.scriptProperties.set({ oneShots: `${world.clock.now()} ${given.oneShots}` });
  setBudget(company, budgets[given.budget]);
};

const setBudget = ({ shape, world, project, operator }: CopyCompany, budget: Budget): void => {
  const { fetches, triggerTime, scriptProperties } = project;
  const { quotas } = world.people.settings;
  const spent = JSON.parse(scriptProperties.get('spent') ?? '{}') as { fetches?: number; triggerTime?: number };
  const told: Record<string, unknown> = {};
  if (budget.perMinute !== undefined) {
    const { groupRead: read, groupWrite: write, ...critical } = budget.perMinute;
    Object.assign(quotas, critical, { read, write });
    told['perMinute'] = budget.perMinute;
  }
  if (budget.daysOfWrites !== undefined)
    quotas.dailyContactWrites = told['dailyContactWrites'] = Math.max(
      WRITES_OF_ONE,
      Math.ceil((shape.wanted * shape.targets) / budget.daysOfWrites),
    );
  if (budget.fetchesPerTarget !== undefined) {
    // A slice that reads everything once and writes at one target must be possible.
    const calls = 14 + budget.fetchesPerTarget * shape.targets;
    fetches.limit = fetches.used(operator.id) + calls;
    told['dailyFetches'] = (spent.fetches ?? 0) + calls;
  }
  if (budget.triggerTime !== undefined) {
    // A slice that began may end, and sweeps that find the budget spent take their seconds, too.
    const spare = 6 * MINUTE + (24 * HOUR * SWEEP) / (shape.sweep * MINUTE);
    triggerTime.limit = triggerTime.used(operator.id) + budget.triggerTime + spare;
    told['dailyTriggerTime'] = (spent.triggerTime ?? 0) + budget.triggerTime;
  }
  if (Object.keys(told).length > 0) scriptProperties.set({ quotas: JSON.stringify(told) });
};
