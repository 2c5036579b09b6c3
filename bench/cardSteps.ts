import type { ScriptProject } from '../simulator/appsscript/ScriptProject';

export interface CardCount {
  readonly step: string;
  /** The slowest callback of the step. */
  readonly seconds: number;
}

/** Times what people's callbacks take in simulated seconds, by the step that they belong to; throws when one does not complete. */
export const cardSteps = (
  project: ScriptProject,
): { readonly counts: readonly CardCount[]; readonly step: <T>(name: string, work: () => T) => T } => {
  const counts: CardCount[] = [];
  return {
    counts,
    step: (name, work) => {
      const before = project.executions.length;
      const value = work();
      const times = project.executions.slice(before).flatMap(({ kind, startedAt, endedAt, outcome, error }) => {
        if (kind !== 'addon' && kind !== 'page') return [];
        if (outcome !== 'completed') throw new Error(`${name} ${outcome}: ${error?.message}`);
        return [(endedAt - startedAt) / 1000];
      });
      const seconds = Math.max(0, ...times);
      const known = counts.findIndex((count) => count.step === name);
      if (known < 0) counts.push({ step: name, seconds });
      else counts[known] = { step: name, seconds: Math.max(seconds, counts[known]?.seconds ?? 0) };
      return value;
    },
  };
};
