import { isDue } from '../../core/approvals/isDue';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import type { Environment } from '../Environment';
import { listEntries } from '../requests/requestStore';
import { isStopped } from './stopRun';

/** Runs that go on or begin now, or are to be closed because somebody stopped them; and when the first of the others may begin (S51). */
export const openRuns = (
  env: Environment,
  all: Readonly<Record<string, string>> = env.authority.all(),
): { readonly due: RequestEntry[]; readonly nextStart: number | undefined } => {
  const open = listEntries(env, all).filter((entry) => entry.state === 'running' || entry.state === 'approved');
  const due = open.filter((entry) => isDue(entry, env.now()) || isStopped(env, entry.id));
  const starts = open.filter((entry) => !due.includes(entry)).map((entry) => entry.startAt ?? 0);
  return { due, nextStart: starts.length === 0 ? undefined : Math.min(...starts) };
};
