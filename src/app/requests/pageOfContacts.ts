import { inWords } from '../../core/base/inWords';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { ContactEntry } from '../../core/contacts/ContactFields';
import { describeFields } from '../../core/contacts/describeFields';
import type { Person } from '../../core/contacts/Person';
import { portableContact } from '../../core/contacts/portableContact';
import type { CopyContactsAction } from '../../core/copy/CopyContactsAction';
import { sourceFingerprint } from '../../core/copy/snapshotOf';
import type { SkipReason } from '../../core/plan/Change';
import { describeSkip } from '../../core/plan/describeSkips';
import { unpackSkips } from '../../core/plan/packSkips';
import type { SourceIndex } from '../../core/runs/compareSources';
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
import { paged, type Paged } from './pageOfTargets';
import { readPreviewRecord } from './readPreviewRecord';
import { getSource } from './records';

/** One contact of the source at one target. Name, addresses and fields were read just now and are kept nowhere. */
export interface ContactLine {
  readonly name: string;
  readonly emails: string;
  readonly created: boolean;
  /** Why it is skipped, or which fields are copied. */
  readonly why: string;
  /** How it is not what the preview saw; blank: it is. */
  readonly changed: string;
}

export interface ContactPage extends Paged<ContactLine> {
  readonly address: string;
  readonly source: string;
  readonly creates: number;
  readonly skips: number;
  /** Why the contacts cannot be read now; their lines say what was planned. */
  readonly unread?: string;
}

const textOf = (entry: ContactEntry | undefined, ...names: readonly string[]): string =>
  names
    .map((name) => entry?.[name])
    .filter((one): one is string => typeof one === 'string' && one !== '')
    .join(' ');

const unnamed = 'No name';

const lineOf = (
  [id, fingerprint]: SourceIndex[number],
  fate: SkipReason | 'created',
  person: Person | undefined,
  { sourceGroup, leaveOut = [] }: CopyContactsAction,
): ContactLine => {
  const contact = person === undefined ? undefined : portableContact(person, leaveOut);
  const skipped = fate === 'created' ? '' : describeSkip(fate);
  if (person === undefined || contact?.sourceContactId !== id)
    return { name: unnamed, emails: '', created: fate === 'created', why: skipped, changed: 'It is not there any more' };
  const { fields } = contact;
  const name =
    textOf(fields.names?.[0], 'givenName', 'middleName', 'familyName') ||
    textOf(fields.names?.[0], 'unstructuredName') ||
    textOf(fields.organizations?.[0], 'name');
  const isOut = sourceGroup !== undefined && !hasGroup(person, sourceGroup.resourceName);
  return {
    name: name || unnamed,
    emails: (fields.emailAddresses ?? []).map((entry) => textOf(entry, 'value')).join(', '),
    created: fate === 'created',
    why: fate === 'created' ? describeFields(fields) : skipped,
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

/** B1: contact by contact what one action does at one target, along the source's record. */
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
  if (bound === undefined || !('source' in bound) || preview === undefined) return fail(problem('preview.noSuchTarget'));
  const source = getSource(ledger, entry.id, wanted.action);
  const fates = unpackSkips(preview.contacts);
  const isBound = source !== undefined && sourceFingerprint(bound.sourceUserId, source.index) === bound.source.fingerprint;
  if (!isBound || fates.length !== source.index.length) return fail(problem('preview.altered'));
  const found = paged(
    source.index.map((known, index) => ({ known, fate: fates[index] ?? 'created' })),
    wanted.page,
  );
  const action = actionOf(bound);
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
    source: source.email,
    creates: fates.filter((fate) => fate === 'created').length,
    skips: fates.filter((fate) => fate !== 'created').length,
    ...(live.ok ? {} : { unread: inWords(live.problem) }),
  });
};
