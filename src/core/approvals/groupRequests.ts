import type { RequestEntry } from './RequestEntry';

/** What the first card lists, each request once. */
export interface RequestGroups {
  /** Runs that began or are about to. */
  readonly running: readonly RequestEntry[];
  /** What did not end well lately, and previews that this person did not send. */
  readonly attention: readonly RequestEntry[];
  /** All others, this person's first. */
  readonly others: readonly RequestEntry[];
}

/** A failure that somebody saw stays among the others; it does not ask for attention for ever. */
const attentionMilliseconds = 14 * 24 * 60 * 60 * 1000;

/** B16: `entries` in the order of the list; `shown` are the ids that stand on the card already. */
export const groupRequests = (
  entries: readonly RequestEntry[],
  { now, userId, shown }: { readonly now: number; readonly userId: string; readonly shown: ReadonlySet<string> },
): RequestGroups => {
  const running: RequestEntry[] = [];
  const attention: RequestEntry[] = [];
  const mine: RequestEntry[] = [];
  const theirs: RequestEntry[] = [];
  for (const entry of entries) {
    const { id, state, requesterId, changedAt } = entry;
    const isMine = requesterId === userId;
    const wentWrong = (state === 'failed' || state === 'partlyDone') && changedAt + attentionMilliseconds > now;
    if (shown.has(id)) continue;
    if (state === 'approved' || state === 'running') running.push(entry);
    else if (wentWrong || (state === 'prepared' && isMine)) attention.push(entry);
    else (isMine ? mine : theirs).push(entry);
  }
  return { running, attention, others: [...mine, ...theirs] };
};
