import type { FaultEffect } from '../../simulator/kernel/Faults';
import { answers } from './copyTrouble';
import { doNightDeed } from './doNightDeed';
import { judgeNights } from './judgeNights';
import type { NightCase, NightTrouble } from './nightCase';
import { nightCompany, untilMidnight, untilMorning, type NightCompany } from './nightCompany';

/** Faultable calls of a night that brings something to each of two destinations, about. */
const CALLS = 780;
const MINUTE = 60_000;

const arm = (company: NightCompany, trouble: NightTrouble): void => {
  const { faults, people } = company.world;
  // What a longer lag leaves twice goes when the destination is read the next time, which may never be.
  const most = company.choice.check === 'never' ? 4 : Infinity;
  if (trouble.kind === 'lag') people.settings.readLagMs = Math.min(trouble.minutes, most) * MINUTE;
  else if (trouble.kind === 'answer' || trouble.kind === 'lost') {
    const { operation, skip, times, when } = trouble;
    const effect: FaultEffect =
      trouble.kind === 'lost'
        ? { kind: 'throw', when, message: 'Address unavailable: https://people.googleapis.com/' }
        : { kind: 'answer', when, ...answers[trouble.answer] };
    faults.add({ at: operation, skip, times, effect });
  } else {
    const ordinal = faults.calls + 1 + Math.floor(trouble.at * CALLS);
    const effect: FaultEffect =
      trouble.kind === 'kill' ? { kind: 'kill', when: trouble.when } : { kind: 'meanwhile', do: () => doNightDeed(company, trouble.deed) };
    faults.add({ at: (call) => call.ordinal === ordinal, effect });
  }
};

export interface NightsRun {
  readonly findings: readonly string[];
  /** Writes to contacts and labels: in the nights that were disturbed, and in the clean one after them. */
  readonly writes: { readonly disturbed: number; readonly clean: number };
  readonly killed: number;
}

/** Nights with what people do and what goes wrong, one in which nothing goes wrong, and one in which nothing changed. */
export const runNightCase = ({ choice, lag, seed, nights, last, isRestored }: NightCase): NightsRun => {
  const company = nightCompany(choice);
  const { world, project } = company;
  Object.assign(world.random, { state: seed });
  world.people.settings.readLagMs = lag * MINUTE;
  const writes = (from: number): number =>
    world.network.log.entries
      .slice(from)
      .filter(({ effect, committed, operation }) => effect === 'write' && committed && operation?.startsWith('people.')).length;
  for (const { deeds, troubles } of nights) {
    for (const deed of deeds) doNightDeed(company, deed);
    untilMidnight(company);
    for (const trouble of troubles) arm(company, trouble);
    untilMorning(company);
    world.faults.clear();
    world.people.settings.readLagMs = lag * MINUTE;
  }
  const before = world.network.log.entries.length;
  if (isRestored) for (const { id } of company.people) world.directory.unsuspendUser(id);
  for (const deed of last) doNightDeed(company, deed);
  untilMorning(company);
  const after = world.network.log.entries.length;
  const findings = judgeNights(company);
  untilMorning(company);
  const again = writes(after);
  return {
    findings: [...findings, ...(again === 0 ? [] : [`${again} writes in a night in which nothing changed`])],
    writes: { disturbed: writes(0) - writes(before), clean: writes(before) - again },
    killed: project.executions.filter(({ outcome }) => outcome === 'killed').length,
  };
};
