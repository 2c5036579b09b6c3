import { isActive } from '../../core/directory/isActive';
import { compareText } from '../../core/base/compareText';
import { problem, type Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { CopyContactsAction, SourceSnapshot } from '../../core/copy/CopyContactsAction';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { classOf } from '../../google/classOf';
import { asUser, type Delegation } from '../../google/delegation';
import { getUser } from '../../google/directory';
import { CONTACTS_SCOPE } from '../../google/operations';
import type { Task } from '../../google/Call';
import { observeSource } from '../apply/observeSource';
import type { SourceRecord } from './records';

/** A source with the address of its user. */
export type ReadSource = SourceSnapshot & { readonly email: string };

/** The record of a source user, who must be there and active: nobody has access to the contacts of others. */
export function* getSourceUser(userId: string): Task<Result<DirectoryUser>> {
  const user = yield* getUser({ kind: 'self' }, userId);
  if (!user.ok) return user.problem.code === 'google.notFound' ? fail(problem('copy.sourceGone')) : user;
  return isActive(user.value) ? user : fail(problem('workflow.sourceSuspended', { email: user.value.primaryEmail }));
}

/** The source of an action, from its user's record to its contacts. Read once per slice. */
export function* readSource(delegation: Delegation, action: CopyContactsAction): Task<Result<ReadSource>> {
  const user = yield* getSourceUser(action.sourceUserId);
  if (!user.ok) return user;
  const snapshot = yield* asUser(delegation, user.value, CONTACTS_SCOPE, (as) => observeSource(as, action));
  return snapshot.ok ? ok({ ...snapshot.value, email: user.value.primaryEmail }) : snapshot;
}

/** Ids and fingerprints, in the order in which runs take them: no contents are kept. */
export const recordOf = (snapshot: ReadSource): SourceRecord => ({
  email: snapshot.email,
  fingerprint: snapshot.fingerprint,
  reads: snapshot.reads,
  index: [...snapshot.contacts]
    .sort((one, other) => compareText(one.sourceContactId, other.sourceContactId))
    .map(({ sourceContactId, fingerprint, resourceName }) => [
      sourceContactId,
      fingerprint,
      ...(resourceName === undefined ? ([] as const) : ([resourceName] as const)),
    ]),
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
export const isPassing = (found: Problem): boolean => {
  const kind = classOf(found);
  return (
    passing.includes(found.code) ||
    (kind !== undefined && ['transient', 'minuteQuota', 'customerBusy', 'accountQuota', 'dayQuota', 'unknown'].includes(kind))
  );
};

/** Problems that every target would meet: nothing goes better before somebody completes the installation. */
export const stopsEverything = (found: Problem): boolean =>
  classOf(found) === 'setup' ||
  classOf(found) === 'dayQuota' ||
  found.code === 'platform.scopeMissing' ||
  found.code === 'platform.quotaSpent';
