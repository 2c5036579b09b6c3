import { inWords } from '../../core/base/inWords';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { formatNumber } from '../../core/base/plural';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { contactTitle, unnamed } from '../../core/contacts/contactTitle';
import { describeNew } from '../../core/contacts/describeFields';
import type { Person } from '../../core/contacts/Person';
import { portableContact } from '../../core/contacts/portableContact';
import type { CopyContactsAction } from '../../core/copy/CopyContactsAction';
import { sourceFingerprint } from '../../core/copy/snapshotOf';
import type { SkipReason } from '../../core/plan/Change';
import { describeSkip } from '../../core/plan/describeSkips';
import { unpackSkips } from '../../core/plan/packSkips';
import type { SourceIndex } from '../../core/runs/compareSources';
import { sourceIdOf } from '../../core/sync/Sync';
import { isRemoval, isSync } from '../../core/workflows/Action';
import { actionOf } from '../../core/workflows/Intent';
import type { Task } from '../../google/Call';
import { asUser } from '../../google/delegation';
import { CONTACTS_SCOPE } from '../../google/operations';
import { getContacts } from '../../google/people';
import { hasGroup, sourceFields } from '../apply/observeSource';
import type { Environment, Tables } from '../Environment';
import { doTask } from '../runs/doTask';
import type { Installation } from '../setUp/Installation';
import { addressBook } from './addressBook';
import { getSourceUser } from './observeSources';
import { pageOfRemovals } from './pageOfRemovals';
import { pageOfSync } from './pageOfSync';
import { paged, type Paged } from './pageOfTargets';
import { readPreviewRecord } from './readPreviewRecord';
import { getSource } from './records';

/** One contact of the source at one target. Name, addresses and fields were read just now and are kept nowhere. */
export interface ContactLine {
  readonly name: string;
  readonly emails: string;
  /** What becomes of it, in words. */
  readonly fate: string;
  /** How it is not what the preview saw; blank: it is. */
  readonly changed: string;
}

export interface ContactPage extends Paged<ContactLine> {
  readonly address: string;
  /** What becomes of all of them. */
  readonly summary: string;
  /** Why the contacts cannot be read now; their lines say what was planned. */
  readonly unread?: string;
}

const lineOf = (
  [id, fingerprint]: SourceIndex[number],
  fate: SkipReason | 'created',
  person: Person | undefined,
  { sourceGroup, leaveOut = [] }: CopyContactsAction,
): ContactLine => {
  const contact = person === undefined ? undefined : portableContact(person, leaveOut);
  const skipped = fate === 'created' ? '' : `Skipped: ${describeSkip(fate)}`;
  if (person === undefined || contact?.sourceContactId !== id)
    return { name: unnamed, emails: '', fate: skipped || 'New', changed: 'It is not there any more' };
  const { fields } = contact;
  const isOut = sourceGroup !== undefined && !hasGroup(person, sourceGroup.resourceName);
  return {
    ...contactTitle(fields),
    fate: skipped || describeNew(fields),
    changed: isOut ? 'It is not under the label any more' : contact.fingerprint === fingerprint ? '' : 'It was edited since the preview',
  };
};

/** The contacts of these names as their owner has them now, with the token that a run has. */
function* readLive(
  installation: Installation,
  now: () => number,
  action: CopyContactsAction,
  names: readonly string[],
): Task<Result<(Person | undefined)[]>> {
  const user = yield* getSourceUser(action.sourceUserId);
  if (!user.ok) return user;
  const delegation = { serviceAccount: installation.serviceAccount, now };
  return yield* asUser(delegation, user.value, CONTACTS_SCOPE, (as) => getContacts(as, names, sourceFields(action)));
}

/** B1: contact by contact what one action does at one target; of a copy along the source's record. */
export const pageOfContacts = (
  env: Environment,
  installation: Installation,
  ledger: Tables,
  entry: RequestEntry,
  wanted: { readonly page: number; readonly action: number; readonly target: string },
): Result<ContactPage> => {
  const record = readPreviewRecord(ledger, entry);
  if (!record.ok) return record;
  const { intent, previews } = record.value;
  const bound = intent.actions[wanted.action];
  const preview = previews.find((one) => one.action === wanted.action && one.targetId === wanted.target && one.problem === undefined);
  if (bound === undefined || preview === undefined) return fail(problem('preview.noSuchTarget'));
  if (isRemoval(bound)) return pageOfRemovals(env, installation, ledger, entry.id, bound, preview, wanted.page);
  if (!('source' in bound)) return fail(problem('preview.noSuchTarget'));
  const source = getSource(ledger, entry.id, wanted.action);
  const sourceId = isSync(bound) ? sourceIdOf(bound.sync.source) : bound.sourceUserId;
  if (source === undefined || sourceFingerprint(sourceId, source.index) !== bound.source.fingerprint)
    return fail(problem('preview.altered'));
  if (isSync(bound)) return pageOfSync({ env, installation, ledger }, entry.id, bound, preview, source, wanted.page);
  const fates = unpackSkips(preview.contacts);
  if (fates.length !== source.index.length) return fail(problem('preview.altered'));
  const found = paged(
    source.index.map((known, index) => ({ known, fate: fates[index] ?? 'created' })),
    wanted.page,
  );
  const action = actionOf(bound);
  const creates = fates.filter((fate) => fate === 'created').length;
  const names = found.lines.flatMap(({ known }) => known[2] ?? []);
  const live = doTask(env, () => readLive(installation, env.now, action, names));
  const persons = new Map(live.ok ? names.map((name, index) => [name, live.value[index]]) : []);
  const lines = found.lines.map(({ known, fate }) => {
    const line = lineOf(known, fate, persons.get(known[2] ?? ''), action);
    return live.ok ? line : { ...line, changed: '' };
  });
  return ok({
    ...found,
    lines,
    address: addressBook(ledger, entry.id, undefined)(wanted.target),
    summary: `From ${source.email}: ${formatNumber(creates)} new, ${formatNumber(fates.length - creates)} skipped.`,
    ...(live.ok ? {} : { unread: inWords(live.problem) }),
  });
};
