import fc from 'fast-check';
import { readTab } from '../../demo/readTab';
import type { FaultEffect } from '../../simulator/kernel/Faults';
import { doImportDeed } from './doImportDeed';
import { fireTrigger } from './fireTrigger';
import { worldFacts, type WorldFacts } from './importFacts';
import { importAnswers, importShape, type ImportDeed, type ImportRunCase, type ImportShape, type ImportTrouble } from './importRunCase';
import { cloneImport, entryOf, importRunCompany, isPending, sendAndApprove, type ImportRunCompany } from './importRunCompany';
import { forgetPast } from './copyCompany';
import { propertySeed } from './propertySeed';

const MINUTE = 60_000;
const HOURS_LATE = 300 * MINUTE;
/** After so many triggers nothing goes wrong any more. */
const TROUBLED_TRIGGERS = 8;
/** What has not ended by then never will. */
const MOST_TRIGGERS = 200;

/** Tables and companies by the seed: each is made through the cards once. */
const shapeCount = Number(process.env['ROSTER_SHAPES'] ?? 14);
const shapes: readonly ImportShape[] = fc.sample(importShape, { seed: propertySeed, numRuns: shapeCount });
export const importShapes = shapeCount;

interface Template {
  readonly company: ImportRunCompany;
  /** Faultable calls of a run in which nothing goes wrong. */
  readonly calls: number;
  readonly before: WorldFacts;
  /** After a run in which nothing goes wrong. */
  readonly after: WorldFacts;
  /** Targets that it brought to a good end. */
  readonly done: ReadonlySet<string>;
}

const templates = new Map<string, Template>();

const templateOf = (shape: number, from: ImportRunCase['from']): Template => {
  const key = `${from} ${shape}`;
  const known = templates.get(key);
  if (known !== undefined) return known;
  const company = from === 'preview' ? importRunCompany(shapes[shape]!) : approved(templateOf(shape, 'preview').company);
  const trial = cloneImport(company);
  pass(trial, () => void trial.scheduler.runNext(), () => undefined); // prettier-ignore
  const done = new Set(ownRows(trial, 'Outcomes').flatMap(({ status, target = '' }) => (status === 'done' ? [target] : [])));
  const made = { company, calls: trial.world.faults.calls, before: worldFacts(company), after: worldFacts(trial), done };
  templates.set(key, made);
  return made;
};

/** Rows of the ledger about the request. */
export const ownRows = ({ world, requestId }: ImportRunCompany, tab: string): Record<string, string>[] => {
  const ledger = world.drive.spreadsheets.find(({ title }) => title === 'Roster ledger');
  return readTab(ledger, tab).filter((row) => row['request'] === requestId);
};

const approved = (asked: ImportRunCompany): ImportRunCompany => {
  const company = cloneImport(asked);
  while (isPending(company)) company.scheduler.runNext();
  sendAndApprove(company);
  forgetPast(company);
  return company;
};

/** Fires until nothing waits; what was prepared is sent and approved. False: it never ended. */
const pass = (company: ImportRunCompany, fire: (fired: number) => void, prepared: () => void): boolean => {
  for (let fired = 0; fired < MOST_TRIGGERS; fired += 1) {
    if (isPending(company)) fire(fired);
    else if (entryOf(company)?.state === 'prepared') {
      prepared();
      sendAndApprove(company);
    } else return true;
  }
  return false;
};

export interface ImportRun extends Pick<Template, 'before' | 'after' | 'done'> {
  readonly one: ImportRunCase;
  readonly company: ImportRunCompany;
  readonly ended: boolean;
  /** What deeds made of facts, by user; `early`: before the run began. Undefined: the fact, or the user, went. */
  readonly deeds: readonly DeedFact[];
  readonly happened: ReadonlySet<string>;
}

export interface DeedFact {
  readonly user: string;
  readonly fact: string;
  readonly value: string | undefined;
  readonly early: boolean;
}

const changedFacts = (before: WorldFacts, after: WorldFacts, early: boolean): DeedFact[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((user) => {
    const [was, is] = [before.get(user) ?? {}, after.get(user) ?? {}];
    return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((fact) =>
      was[fact] === is[fact] ? [] : [{ user, fact, value: is[fact], early }],
    );
  });

/** Rows fail that name the place, of whomever they are. */
const isOfPlace = ({ kind }: ImportDeed): boolean => /^delete./.test(kind);

/** Runs one case to its end. */
export const runImportCase = (one: ImportRunCase): ImportRun => {
  const { company: template, calls, before, after, done } = templateOf(one.shape, one.from);
  const company = cloneImport(template);
  const { world, project, scheduler, operator } = company;
  Object.assign(world.random, { state: one.seed });
  Object.assign(world.directory.settings, one.directory);
  const deeds: DeedFact[] = [];
  const happened = new Set<string>();
  let undisturbed = false;
  const act = (deed: ImportDeed, early: boolean): void => {
    const was = worldFacts(company);
    doImportDeed(company, deed);
    const made = changedFacts(was, worldFacts(company), early);
    if (made.length > 0 || isOfPlace(deed) || deed.kind === 'rename') happened.add(deed.kind);
    deeds.push(...made);
  };
  const arm = (trouble: ImportTrouble): void => {
    const { faults } = world;
    if (trouble.kind === 'answer' || trouble.kind === 'lost') {
      const { operation, when, skip } = trouble;
      let seen = 0;
      const times = trouble.kind === 'lost' ? 1 : trouble.times;
      const name = trouble.kind === 'lost' ? `lost ${when}` : `${importAnswers[trouble.answer].status} ${when}`;
      const effect: FaultEffect =
        trouble.kind === 'lost'
          ? { kind: 'throw', when, message: 'Address unavailable: https://admin.googleapis.com/' }
          : { kind: 'answer', when, ...importAnswers[trouble.answer] };
      const strikes = (call: { readonly name: string }): boolean => {
        if (undisturbed || call.name !== operation) return false;
        seen += 1;
        if (seen > skip && seen <= skip + times) happened.add(name);
        return seen > skip && seen <= skip + times;
      };
      faults.add({ at: strikes, times: Infinity, effect });
      return;
    }
    const ordinal = faults.calls + 1 + Math.floor(trouble.at * calls);
    const at = (call: { readonly ordinal: number }): boolean => call.ordinal === ordinal && !undisturbed;
    if (trouble.kind === 'kill') {
      const strikes = (call: { readonly ordinal: number }): boolean => {
        if (at(call)) happened.add('killed');
        return at(call);
      };
      faults.add({ at: strikes, effect: { kind: 'kill', when: trouble.when } });
    } else if (trouble.kind === 'second') {
      const again = (): void => {
        const [sweep] = project.triggers.records;
        if (sweep === undefined) return;
        if (project.executions.some(({ outcome }) => outcome === 'running')) happened.add('two at once');
        fireTrigger(company, sweep);
      };
      faults.add({ at, effect: { kind: 'meanwhile', do: again } });
    } else {
      const { deed } = trouble;
      const meanwhile = (): void => {
        const state = entryOf(company)?.state ?? '';
        // What was done before the preview is part of it.
        if (['approved', 'running'].includes(state)) act(deed, false);
      };
      faults.add({ at, effect: { kind: 'meanwhile', do: meanwhile } });
    }
  };
  const early = (): void => {
    undisturbed = true;
    for (const deed of one.deeds) act(deed, true);
    undisturbed = false;
  };
  if (one.from === 'run') early();
  for (const trouble of one.troubles) arm(trouble);
  let idle = 0;
  const fire = (fired: number): void => {
    if (fired === TROUBLED_TRIGGERS) world.faults.clear();
    if (idle > 1) world.clock.advance(HOURS_LATE);
    const sent = project.fetches.used(operator.id);
    scheduler.runNext();
    idle = project.fetches.used(operator.id) === sent ? idle + 1 : 0;
  };
  const ended = pass(company, fire, () => {
    if (one.from === 'preview') early();
    undisturbed = true;
  });
  return { one, company, ended, before, after, done, deeds, happened };
};
