import { Sidebar } from '../simulator/host/Sidebar';
import { copyOnce, setUpRoster, waitFor } from './copyOnce';
import { countRun, unitsSince, type RunCount } from './countRun';
import { makeWorkplace, preApproval } from './makeWorkplace';
import { findMisplanned, readPlan, type Plan } from './readPlan';
import { quotaSets, workloads, type Workload } from './workloads';

const DAY = 24 * 3_600_000;
/** Contacts of one batchDeleteContacts and of one page, and calls of a keyless token. */
const [BATCH, PAGE, TOKEN] = [500, 1000, 2];

export interface RemovalCount {
  readonly workload: Workload;
  readonly run: RunCount;
  readonly plan: Plan;
  /** Most deletions, in calls. */
  readonly boundWrites: number;
  /** What is wrong; empty when every bound holds. */
  readonly broken: readonly string[];
}

/** A copy, and a day later the undo of it. */
const measure = (workload: Workload, quotaSet: (typeof quotaSets)[number]): RemovalCount => {
  const place = makeWorkplace(workload, quotaSet);
  const { world, project, administrator, sheet, scheduler } = place;
  setUpRoster(place);
  const bare = preApproval(administrator, world.clock.now() + 365 * DAY);
  const record = { ...bare, actionKinds: ['copyContacts', 'removeContacts'], caps: { ...bare.caps, deletions: 10_000_000 } };
  project.scriptProperties.set({ 'preApproval.bench': JSON.stringify(record) });
  copyOnce(place, 'Copy');
  scheduler.runUntil(world.clock.now() + DAY);
  const sidebar = Sidebar.open(project, { userId: administrator.id, spreadsheetId: sheet.id, locale: 'en-GB' });
  sidebar.press('Copy');
  sidebar.press('Undo');
  waitFor(place, sidebar, /Status: (?!Preparing)/);
  sidebar.press('Send approval request');
  const from = world.clock.now();
  const spent = { ...world.people.meter.spent };
  sidebar.press('Confirm');
  waitFor(place, sidebar, /Status: (Done|Partly done|Failed|Stopped)/);
  const run = countRun(place, { from, to: world.clock.now() }, unitsSince(place, spent));
  const plan = readPlan(place);
  const left = place.targets.filter(({ id }) => world.people.contactsOf(id).length > 0).length;
  const boundWrites = workload.targets * Math.ceil(workload.contacts / BATCH);
  const perTarget = Math.ceil(workload.contacts / PAGE) + 1;
  // Each further execution reads the account again; three accounts of a large run are read once more.
  const boundReads = (workload.targets + run.slices) * perTarget + 3;
  const state = /Status: ([^(\n]*)/.exec(sidebar.text())?.[1]?.trim();
  return {
    workload,
    run,
    plan,
    boundWrites,
    broken: [
      ...(state === 'Done' ? [] : [`the run ended as ${state}`]),
      ...(left === 0 ? [] : [`${left} accounts still hold contacts`]),
      ...(run.calls.writes > boundWrites ? [`writes ${run.calls.writes} > ${boundWrites}`] : []),
      ...(run.calls.reads > (workload.targets === 1 ? run.slices * perTarget : boundReads) ? [`reads ${run.calls.reads}`] : []),
      ...(run.calls.tokens > (workload.targets + run.slices) * TOKEN ? [`tokens ${run.calls.tokens}`] : []),
      ...((run.units.dailyContactWrites ?? 0) > 0 ? ['daily contact writes'] : []),
      ...(run.refused > 0 ? [`${run.refused} calls refused`] : []),
      ...findMisplanned(plan, run),
    ],
  };
};

/** B6, B9: one large account, and many, at the lowest quotas. */
export const measureRemoval = (): RemovalCount[] => {
  const [lowest] = quotaSets;
  return lowest === undefined ? [] : workloads.slice(0, 2).map((workload) => measure(workload, lowest));
};
