import { problem } from '../../core/base/Problem';
import { compareText } from '../../core/base/compareText';
import { fail, ok, type Result } from '../../core/base/Result';
import { resolveTargets } from '../../core/directory/resolveTargets';
import { snapshotOf } from '../../core/copy/snapshotOf';
import { checkSource } from '../../core/sync/checkSource';
import { directorySnapshot } from '../../core/sync/directorySnapshot';
import { readsSource, type SyncPurpose } from '../../core/sync/SyncContactsAction';
import { sourceIdOf, targetNameOf, type PersonalSource, type Sync } from '../../core/sync/Sync';
import { textOf } from '../../core/users/UserRecord';
import type { Task } from '../../google/Call';
import { asUser, type Delegation } from '../../google/delegation';
import { getUser, listUserRecords } from '../../google/directory';
import { CONTACTS_SCOPE } from '../../google/operations';
import { listContactGroups } from '../../google/people';
import { observeSource } from '../apply/observeSource';
import type { ReadSource } from '../requests/observeSources';
import { observeSelection } from '../targets/observeSelection';

/** A sync's source as it is now. */
export interface SyncSourceRead extends ReadSource {
  /** What the label at destinations is called now. */
  readonly groupName: string;
  /** The source's label as it is called now; blank: it has none. */
  readonly labelName: string;
  /** Ids of the syncs that delivered into the source's label. */
  readonly deliveredBy: readonly string[];
}

const theDirectory = 'the directory';

function* observePersonal(delegation: Delegation, sync: Sync, source: PersonalSource): Task<Result<SyncSourceRead>> {
  const found = yield* getUser({ kind: 'self' }, source.userId);
  if (!found.ok && found.problem.code !== 'google.notFound') return found;
  const user = found.ok ? found.value : undefined;
  const missing = checkSource(source, user, undefined);
  if (user === undefined || missing !== undefined) return fail(missing ?? problem('sync.sourceGone', { email: source.email }));
  return yield* asUser(delegation, user, CONTACTS_SCOPE, function* (as): Task<Result<SyncSourceRead>> {
    const groups = yield* listContactGroups(as);
    if (!groups.ok) return groups;
    const gone = checkSource(source, user, groups.value);
    if (gone !== undefined) return fail(gone);
    const label = groups.value.find(({ resourceName }) => resourceName === source.group.resourceName);
    const { leaveOut } = sync;
    const read = yield* observeSource(as, {
      kind: 'copyContacts',
      sourceUserId: source.userId,
      sourceGroup: source.group,
      createLabel: true,
      leaveOut,
    });
    if (!read.ok) return read;
    return ok({
      ...read.value,
      reads: read.value.reads + 1,
      email: user.primaryEmail,
      groupName: targetNameOf(sync, label?.name),
      labelName: label?.name ?? '',
      deliveredBy: (label?.marks ?? []).map(({ origin }) => origin),
    });
  });
}

/** G33: the users behind a selection, out of one listing of everybody. */
function* observeDirectory(sync: Sync): Task<Result<SyncSourceRead>> {
  const { source } = sync;
  if (source.kind !== 'directory') throw new Error('not a directory');
  const listings = yield* observeSelection(source.users);
  if (!listings.ok) return listings;
  const everybody = yield* listUserRecords({ kind: 'self' });
  if (!everybody.ok) return everybody;
  const chosen = new Set(resolveTargets(source.users, listings.value).targets.map(({ user }) => user.id));
  const users = everybody.value.filter((user) => chosen.has(textOf(user['id'])));
  const snapshot = directorySnapshot(source, sync.leaveOut, users, 0, everybody.value);
  return ok({ ...snapshot, email: theDirectory, groupName: targetNameOf(sync), labelName: '', deliveredBy: [] });
}

const unread = (sync: Sync): SyncSourceRead => ({
  ...snapshotOf(sourceIdOf(sync.source), [], 0),
  email: sync.source.kind === 'personal' ? sync.source.email : theDirectory,
  groupName: targetNameOf(sync),
  deliveredBy: [],
  labelName: '',
});

/**
 * Read once for all destinations, complete or a problem; nothing for a purpose that does not need it. In one order in every slice, since
 * checkpoints count along it.
 */
export function* observeSyncSource(delegation: Delegation, sync: Sync, purpose: SyncPurpose): Task<Result<SyncSourceRead>> {
  if (!readsSource({ purpose })) return ok(unread(sync));
  const read = yield* sync.source.kind === 'personal' ? observePersonal(delegation, sync, sync.source) : observeDirectory(sync);
  if (!read.ok) return read;
  const contacts = [...read.value.contacts].sort((one, other) => compareText(one.sourceContactId, other.sourceContactId));
  return ok({ ...read.value, contacts });
}
