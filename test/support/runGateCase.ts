import { SMALL_SCOPES } from './gmail';
import { gateCompany, type GateCompany, type PersonName } from './gateCompany';
import { GateJudge, type Said } from './GateJudge';
import { GateWalk } from './GateWalk';
import type { GateCase, GateStep } from './GateStep';

const MINUTE = 60_000;

export interface GateRun {
  readonly findings: readonly string[];
  /** Requests that were let through. */
  readonly letThrough: number;
  /** Writes to contacts and labels. */
  readonly writes: number;
  /** States that requests ended in. */
  readonly states: readonly string[];
}

/** Does the steps of a case on a company of its own, and judges after each. */
export const runGateCase = ({ needed, steps }: GateCase): GateRun => {
  const company = gateCompany(needed);
  const judge = new GateJudge(company);
  const walk = new GateWalk(company);
  for (const [number, { step, kill }] of steps.entries()) {
    const { faults } = company.world;
    const disarm = kill === undefined ? undefined : faults.add({ at: () => true, skip: kill, effect: { kind: 'kill', when: 'before' } });
    const said = doStep(company, walk, judge, step);
    disarm?.();
    judge.afterStep(`${number}. ${step.do}`, 'who' in step ? step.who : 'operator', said);
  }
  const { findings, letThrough, writes } = judge;
  return { findings, letThrough, writes, states: judge.states() };
};

const doStep = (company: GateCompany, walk: GateWalk, judge: GateJudge, step: GateStep): Said | undefined => {
  const { world, scheduler } = company;
  switch (step.do) {
    case 'walk':
      return walk.walk(step);
    case 'open':
      return walk.open(step);
    case 'press':
      return walk.press(step);
    case 'forward':
      return walk.forward(step);
    case 'spoof':
      return walk.spoof(step);
    case 'page':
      return walk.page(step);
    case 'global':
      return walk.global(step);
    case 'forge':
      return walk.forge(step);
    case 'edit':
      return walk.edit(step);
    case 'jump':
      world.clock.advance(step.minutes * MINUTE);
      return undefined;
    case 'triggers':
      for (let fired = 0; fired < step.times; fired += 1) scheduler.runNext();
      return undefined;
    case 'remove':
      removeOfficer(company, step.who);
      judge.removed(step.who);
      return undefined;
    case 'suspend':
      world.directory.suspendUser(company.ids[step.who]);
      judge.suspended(step.who, true);
      return undefined;
    case 'restore':
      world.directory.unsuspendUser(company.ids[step.who]);
      judge.suspended(step.who, false);
      return undefined;
    case 'heir':
      passAddress(company, step.who, step.to);
      judge.moved(step.who);
      judge.moved(step.to);
      return undefined;
  }
};

/** As another request would have done it. */
const removeOfficer = ({ project, ids }: GateCompany, who: PersonName): void => {
  const policy = JSON.parse(project.scriptProperties.get('policy') ?? '{}') as { officers: { userId: string }[] };
  const left = policy.officers.filter(({ userId }) => userId !== ids[who]);
  project.scriptProperties.set({ policy: JSON.stringify({ ...policy, officers: left }) });
};

/** `to` gets the address of `who`, and allows the small permissions without the one that tells who they are. */
const passAddress = ({ world, project, ids }: GateCompany, who: PersonName, to: PersonName): void => {
  const { directory } = world;
  const address = directory.userById(ids[who])?.primaryEmail;
  if (who === to || address === undefined) return;
  directory.renameUser(ids[who], `${who}${world.clock.now()}@acme.test`);
  directory.removeAlias(ids[who], address);
  directory.renameUser(ids[to], address);
  if (to === 'plain') project.consent(ids[to], SMALL_SCOPES);
  project.withdraw(ids[to], ['openid']);
};
