import type { ExecutionRecord } from '../../simulator/appsscript/ExecutionRecord';
import type { FaultableCall, FaultEffect } from '../../simulator/kernel/Faults';
import { cloneCompany, copyCompany, type CompanyShape, type CopyCompany } from './copyCompany';
import { answers, type CopyCase, type Trouble } from './copyTrouble';
import { CopyWatch } from './CopyWatch';
import { doDeed } from './doDeed';

const MINUTE = 60_000;
/** After so many triggers nothing goes wrong any more. */
const TROUBLED_TRIGGERS = 10;
/** A run that has not ended by then never will. */
const MOST_TRIGGERS = 800;

interface Template {
  readonly company: CopyCompany;
  /** Faultable calls of a run in which nothing goes wrong. */
  readonly calls: number;
}

const templates = new Map<CompanyShape, Template>();

const templateOf = (shape: CompanyShape): Template => {
  const known = templates.get(shape);
  if (known !== undefined) return known;
  const company = copyCompany(shape);
  const trial = cloneCompany(company);
  for (let fired = 0; fired < 20 && isPending(trial); fired += 1) trial.scheduler.runNext();
  const made = { company, calls: trial.world.faults.calls };
  templates.set(shape, made);
  return made;
};

export interface CopyRun {
  readonly company: CopyCompany;
  readonly watch: CopyWatch;
  /** False: triggers went on for days and there was still something pending. */
  readonly ended: boolean;
  /** Most triggers that were created in 24 hours. */
  readonly mostCreations: number;
}

const isPending = ({ project }: CopyCompany): boolean => project.scriptProperties.get('pending') !== undefined;

/** Runs one case to its end, and some hours on. */
export const runCopyCase = (shape: CompanyShape, one: CopyCase): CopyRun => {
  const template = templateOf(shape);
  const company = cloneCompany(template.company);
  const { world, project, scheduler, operator } = company;
  Object.assign(world.random, { state: one.seed });
  const { readLagMs, people, platform, late, doubled } = one.conditions;
  Object.assign(world.people.settings, people, { readLagMs });
  Object.assign(project.settings, platform);
  const watch = new CopyWatch(company);
  for (const trouble of one.troubles) arm(watch, trouble, template.calls);
  const created = project.triggers.creations;
  let mostCreations = 0;
  let fired = 0;
  for (; fired < MOST_TRIGGERS && isPending(company); fired += 1) {
    if (fired === TROUBLED_TRIGGERS) world.faults.clear();
    const due = scheduler.next();
    if (due?.nextAt !== undefined) world.clock.advanceTo(due.nextAt + (late[fired] ?? 0) * MINUTE);
    scheduler.runNext();
    if (doubled[fired] === true && due !== undefined) fire(company, due.uid, due.handler);
    mostCreations = Math.max(mostCreations, created.used(operator.id));
  }
  world.faults.clear();
  scheduler.runUntil(world.clock.now() + 2 * shape.sweep * MINUTE);
  return { company, watch, ended: fired < MOST_TRIGGERS, mostCreations };
};

const fire = ({ project, operator }: CopyCompany, triggerUid: string, functionName: string): ExecutionRecord =>
  project.run({ functionName, kind: 'trigger', effectiveUserId: operator.id, args: [{ triggerUid }] });

const arm = (watch: CopyWatch, trouble: Trouble, calls: number): void => {
  const { faults } = watch.company.world;
  if (trouble.kind === 'kill' || trouble.kind === 'second' || trouble.kind === 'person') {
    const ordinal = faults.calls + 1 + Math.floor(trouble.at * calls);
    faults.add({ at: (call) => call.ordinal === ordinal, effect: effectAt(watch, trouble) });
    return;
  }
  let seen = 0;
  const times = trouble.kind === 'slow' ? 1 : trouble.times;
  faults.add({
    at: (call: FaultableCall) => {
      if (call.name !== trouble.operation) return false;
      seen += 1;
      const strikes = seen > trouble.skip && seen <= trouble.skip + times;
      if (strikes) note(watch, trouble, call.as);
      return strikes;
    },
    times: Infinity,
    effect: effectOf(trouble),
  });
};

/** Which targets had their share: a wave that throws loses the answers of all in it. */
const note = (watch: CopyWatch, trouble: Trouble, email: string | undefined): void => {
  const hit = watch.targetOf(email);
  for (const target of trouble.kind === 'lost' || trouble.kind === 'slow' || hit === undefined ? watch.targets : [hit])
    target.troubles += 1;
  const isFinal = trouble.kind === 'answer' && (trouble.answer === 'overflow' || (trouble.answer === 'expiredToken' && trouble.times > 1));
  if (isFinal && hit !== undefined) hit.hopeless = true;
  else if (isFinal) watch.sourceChanged = true;
};

const effectOf = (trouble: Extract<Trouble, { readonly kind: 'answer' | 'lost' | 'slow' }>): FaultEffect => {
  switch (trouble.kind) {
    case 'answer':
      return { kind: 'answer', when: trouble.when, ...answers[trouble.answer] };
    case 'lost':
      return { kind: 'throw', when: trouble.when, message: 'Address unavailable: https://people.googleapis.com/' };
    case 'slow':
      return { kind: 'slow', milliseconds: trouble.seconds * 1000 };
  }
};

const effectAt = (watch: CopyWatch, trouble: Extract<Trouble, { readonly kind: 'kill' | 'second' | 'person' }>): FaultEffect => {
  switch (trouble.kind) {
    case 'kill':
      return { kind: 'kill', when: trouble.when };
    case 'second':
      return {
        kind: 'meanwhile',
        do: () => {
          const [sweep] = watch.company.project.triggers.records;
          if (sweep !== undefined) fire(watch.company, sweep.uid, sweep.handler);
        },
      };
    case 'person':
      return { kind: 'meanwhile', do: () => doDeed(watch, trouble.target, trouble.does, trouble.which) };
  }
};
