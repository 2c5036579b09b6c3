import { problem, type Problem } from '../../core/base/Problem';
import { compareSources } from '../../core/runs/compareSources';
import type { BoundCopy, BoundSync } from '../../core/workflows/Intent';
import { recordOf, type ReadSource } from '../requests/observeSources';
import { getSource } from '../requests/records';
import type { RunWork } from './RunWork';

/** B2: what changed at a source that is not as it was previewed, which refuses the run; undefined: nothing did. */
export const sourceChange = (
  { ledger, intent }: Pick<RunWork, 'ledger' | 'intent'>,
  action: number,
  bound: Pick<BoundCopy | BoundSync, 'source'>,
  source: ReadSource,
): Problem | undefined => {
  if (source.fingerprint === bound.source.fingerprint) return undefined;
  const before = getSource(ledger, intent.requestId, action);
  const { added, edited, removed } = compareSources(before?.index ?? [], recordOf(source).index);
  return problem('run.sourceChanged', { added, edited, removed });
};
