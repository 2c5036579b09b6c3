import { armTrouble, letGo } from './armTrouble';
import { cloneCompany, copyCompany, forgetPast, sendRequest, stateOf, type CompanyShape, type CopyCompany } from './copyCompany';
import type { CopyCase } from './copyCase';
import { setConditions } from './copyConditions';
import { CopyWatch } from './CopyWatch';
import { fireTrigger } from './fireTrigger';

const MINUTE = 60_000;
/** After so many triggers nothing goes wrong any more. */
const TROUBLED_TRIGGERS = 10;
/** After so many triggers that could do nothing the next one is hours late: days pass, and nobody wants to see all of them. */
const IDLE_TRIGGERS = 1;
const HOURS_LATE = 300 * MINUTE;
/** A run that has not ended by then never will. */
const MOST_TRIGGERS = 300;

interface Template {
  readonly company: CopyCompany;
  /** Faultable calls of a run in which nothing goes wrong. */
  readonly calls: number;
}

const templates = new Map<string, Template>();

const templateOf = (shape: CompanyShape, from: CopyCase['from']): Template => {
  const key = `${from} ${JSON.stringify(shape)}`;
  const known = templates.get(key);
  if (known !== undefined) return known;
  const company = from === 'preview' ? copyCompany(shape) : prepared(templateOf(shape, 'preview').company);
  const trial = cloneCompany(company);
  passTriggers(trial, () => trial.scheduler.runNext());
  const made = { company, calls: trial.world.faults.calls };
  templates.set(key, made);
  return made;
};

/** The same with its preview made, and sent. */
const prepared = (asked: CopyCompany): CopyCompany => {
  const company = cloneCompany(asked);
  while (isPending(company)) company.scheduler.runNext();
  sendRequest(company);
  forgetPast(company);
  return company;
};

export interface CopyRun {
  readonly company: CopyCompany;
  readonly watch: CopyWatch;
  readonly one: CopyCase;
  /** False: triggers went on for days and there was still something pending. */
  readonly ended: boolean;
  /** Most triggers that were created in 24 hours. */
  readonly mostCreations: number;
}

const isPending = ({ project }: CopyCompany): boolean => project.scriptProperties.get('pending') !== undefined;

/** Fires until nothing waits; who asked sends what was prepared. False: it never ended. */
const passTriggers = (company: CopyCompany, fire: (fired: number) => void, send = sendRequest): boolean => {
  for (let fired = 0; fired < MOST_TRIGGERS; fired += 1) {
    const isSent = isPending(company) || stateOf(company) !== 'prepared' || send(company);
    if (!isSent || !isPending(company)) return true;
    fire(fired);
  }
  return false;
};

/** Runs one case to its end, and one sweep on. */
export const runCopyCase = (shape: CompanyShape, one: CopyCase): CopyRun => {
  const template = templateOf(shape, one.from);
  const company = cloneCompany(template.company);
  const { world, project, scheduler, operator } = company;
  Object.assign(world.random, { state: one.seed });
  setConditions(company, one.conditions);
  const { late, doubled } = one.conditions;
  const watch = new CopyWatch(company);
  for (const trouble of one.troubles) armTrouble(watch, trouble, template.calls);
  const created = project.triggers.creations;
  let mostCreations = 0;
  const calm = (): void => {
    world.faults.clear();
    letGo(watch);
  };
  let idle = 0;
  const fire = (fired: number): void => {
    if (fired === TROUBLED_TRIGGERS) calm();
    if (idle >= IDLE_TRIGGERS) world.clock.advance(HOURS_LATE);
    const sent = project.fetches.used(operator.id);
    const due = scheduler.next();
    if (due?.nextAt !== undefined) world.clock.advanceTo(due.nextAt + (late[fired] ?? 0) * MINUTE);
    if ((late[fired] ?? 0) > 0) watch.note('a trigger is late');
    scheduler.runNext();
    if (doubled[fired] === true && due !== undefined) {
      watch.note('a trigger is doubled');
      fireTrigger(company, due);
    }
    idle = project.fetches.used(operator.id) === sent ? idle + 1 : 0;
    mostCreations = Math.max(mostCreations, created.used(operator.id));
  };
  const ended = passTriggers(company, fire, () => {
    watch.undisturbed = true;
    letGo(watch);
    const isSent = sendRequest(company);
    watch.undisturbed = false;
    return isSent;
  });
  calm();
  scheduler.runUntil(world.clock.now() + shape.sweep * MINUTE);
  return { company, watch, one, ended, mostCreations };
};
