import { problem, type Problem } from '../base/Problem';

/**
 * Holds what an account shows of a run against what Google confirmed: undefined when both are the same. `shown` names, for each contact
 * that carries a mark of the run, the source contacts it stands for. What shows twice, or beyond what was confirmed, is proof that
 * something is wrong; what does not show is none while reads may lag behind writes.
 */
export const judgeDelivery = (shown: readonly (readonly string[])[], confirmed: number): Problem | undefined => {
  const contacts = new Map<string, number>();
  for (const id of shown.flat()) contacts.set(id, (contacts.get(id) ?? 0) + 1);
  const twice = [...contacts.values()].filter((count) => count > 1).length;
  if (twice > 0) return problem('run.deliveredTwice', { twice });
  if (contacts.size === confirmed) return undefined;
  return problem(contacts.size > confirmed ? 'run.deliveredMore' : 'run.deliveredLess', { shown: contacts.size, confirmed });
};
