import { decodeEntry } from '../src/core/approvals/RequestEntry';
import { noEffort, type Effort } from '../src/core/plan/Effort';
import type { RunCount } from './countRun';
import type { Workplace } from './makeWorkplace';

/** What Roster said about a run: before it was approved, and when it had ended. */
export interface Plan {
  readonly planned: Effort;
  readonly counted: Effort;
}

/** Of the latest request. */
export const readPlan = ({ project }: Workplace): Plan => {
  const entries = Object.entries(project.scriptProperties.entries()).flatMap(([key, text]) => {
    const id = /^request\.(.+)$/.exec(key)?.[1];
    return id === undefined ? [] : (decodeEntry(id, text) ?? []);
  });
  const [latest] = entries.sort((one, other) => other.createdAt - one.createdAt);
  return { planned: latest?.calls ?? noEffort, counted: latest?.counted ?? noEffort };
};

/** Time is planned with calls as long as they are as a rule: share by which it may be wrong. */
const TIME = 0.25;

/** Where what was planned, or counted by Roster itself, is not what the simulator counted. */
export const findMisplanned = ({ planned, counted }: Plan, run: RunCount): string[] => {
  const real = { ...run.calls, dailyContactWrites: run.units.dailyContactWrites ?? 0, slices: run.slices };
  const kinds = ['reads', 'writes', 'tokens', 'dailyContactWrites', 'slices'] as const;
  const differing = (name: string, said: Effort): string[] =>
    kinds.filter((kind) => said[kind] !== real[kind]).map((kind) => `${name} ${kind} ${said[kind]}, real ${real[kind]}`);
  const off = Math.abs(planned.seconds / run.workSeconds - 1);
  return [
    ...differing('planned', planned),
    ...differing('counted', counted),
    ...(planned.directory === counted.directory ? [] : [`planned directory ${planned.directory}, counted ${counted.directory}`]),
    ...(off > TIME ? [`planned seconds ${planned.seconds}, real ${run.workSeconds.toFixed(1)}`] : []),
  ];
};
