import type { Problem } from '../../core/base/Problem';
import { ok, type Result } from '../../core/base/Result';
import type { CopyContactsAction, SourceSnapshot } from '../../core/copy/CopyContactsAction';
import { classOf } from '../../google/classOf';
import { asUser, type Delegation } from '../../google/delegation';
import { getUser } from '../../google/directory';
import { CONTACTS_SCOPE } from '../../google/operations';
import type { Task } from '../../google/Call';
import { observeSource } from '../apply/observeSource';
import type { SourceRecord } from './records';

/** A source with the address of its user. */
export type ReadSource = SourceSnapshot & { readonly email: string };

/** The source of an action, from its user's record to its contacts. Read once per slice. */
export function* readSource(delegation: Delegation, action: CopyContactsAction): Task<Result<ReadSource>> {
  const user = yield* getUser({ kind: 'self' }, action.sourceUserId);
  if (!user.ok) return user;
  const snapshot = yield* asUser(delegation, user.value, CONTACTS_SCOPE, (as) => observeSource(as, action));
  return snapshot.ok ? ok({ ...snapshot.value, email: user.value.primaryEmail }) : snapshot;
}

/** Ids and fingerprints: no contents are kept. */
export const recordOf = (snapshot: ReadSource): SourceRecord => ({
  email: snapshot.email,
  fingerprint: snapshot.fingerprint,
  reads: snapshot.reads,
  index: snapshot.contacts.map((contact) => [contact.sourceContactId, contact.fingerprint] as const),
});

const passing: readonly string[] = [
  'run.looksAgain',
  'run.dayBudget',
  'run.outOfTime',
  'run.anotherIsWriting',
  'platform.quotaSpent',
  'platform.busy',
  'platform.locked',
  'setUp.ledgerGone',
  'setUp.workbookGone',
];

/** Problems that end with the execution and not with the request: the next slice tries again. */
export const isPassing = (problem: Problem): boolean => {
  const kind = classOf(problem);
  return (
    passing.includes(problem.code) ||
    (kind !== undefined && ['transient', 'minuteQuota', 'customerBusy', 'accountQuota', 'dayQuota', 'unknown'].includes(kind))
  );
};

/** Problems that every target would meet: nothing goes better before somebody completes the installation. */
export const stopsEverything = (problem: Problem): boolean =>
  classOf(problem) === 'setup' ||
  classOf(problem) === 'dayQuota' ||
  problem.code === 'platform.scopeMissing' ||
  problem.code === 'platform.quotaSpent';
