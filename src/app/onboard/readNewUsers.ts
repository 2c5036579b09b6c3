import { a1 } from '../../core/base/a1';
import { compareText } from '../../core/base/compareText';
import { sha256Hex } from '../../core/base/digest';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { lookAlikes } from '../../core/directory/lookAlikes';
import type { ResolvedTarget } from '../../core/directory/resolveTargets';
import { packTargetList } from '../../core/directory/TargetList';
import { asFutureUser } from '../../core/users/asFutureUser';
import { checkNewUsers, type KnownNames } from '../../core/users/checkNewUsers';
import { newTargetId, type NewUser } from '../../core/users/NewUser';
import { newUserLimit, readUserTable, type CellFault, type UserRow, type UserTable } from '../../core/users/readUserTable';
import type { WorkflowDraft } from '../../core/workflows/WorkflowDraft';
import type { Actor } from '../actors/identify';
import { sendParcel } from '../bridge/parcel';
import type { Environment } from '../Environment';
import { getCached, putCached } from '../records/cacheText';
import { openWorkbook } from '../setUp/openFiles';
import { forgetList } from '../targets/forgetList';
import { singleLookUps } from '../targets/getEach';
import { loadDraft, saveDraft } from '../workflow/drafts';
import { observeNewUsers } from './observeNewUsers';

/** S58: what a tab of new users came to. */
export interface NewUsersReading {
  readonly tab: string;
  /** Rows that will be created. */
  readonly users: number;
  /** Rows that will not. */
  readonly refused: number;
  readonly faults: readonly CellFault[];
  /** Headers of columns that are not read. */
  readonly ignored: readonly string[];
  /** The Directory could not be asked here; the preview asks it. */
  readonly unchecked: boolean;
}

/**
 * Calls that a card may take for so many rows: people wait for about 3 seconds. A handful is looked up one by one; for more everybody is
 * listed, as far as 1,000 users go. The preview looks up all.
 */
const callsFor = (rows: number): number => (rows <= singleLookUps ? 2 * singleLookUps + 2 : 4);
/** A tab with more rows than this is not read, whatever is in them. */
const rowLimit = 4 * newUserLimit;

const cacheKey = 'newUsersReading';

/** What cannot be read here is left to the operator: a delegate sees no Directory, a big one takes more calls than a card has. */
const namesFor = (env: Environment, actor: Actor, users: readonly NewUser[]): Result<KnownNames | undefined> => {
  if (actor.isDelegate) return ok(undefined);
  const names = env.asSelf(observeNewUsers(users), { calls: callsFor(users.length) });
  return names.ok || !['platform.tooManyCalls', 'platform.scopeMissing'].includes(names.problem.code) ? names : ok(undefined);
};

const rowOf = (address: string): number => Number(address.replace(/^[A-Z]+/, ''));

/** What the Directory has against rows, at the cells that say so. */
const foundFaults = (table: UserTable, names: KnownNames): CellFault[] => {
  const rows = new Map(table.users.map(({ user, row }) => [user.email, row]));
  return checkNewUsers(
    table.users.map(({ user }) => user),
    names,
  ).flatMap(({ user, faults }) =>
    faults.map((fault) => ({
      address: a1(rows.get(user.email) ?? 0, table.places.get(fault.content) ?? 1),
      text: fault.content === 'address' ? user.email : '',
      problem: fault.problem,
    })),
  );
};

const asTargets = (tab: string, rows: readonly UserRow[], names: KnownNames | undefined): ResolvedTarget[] => {
  const targets = rows.map(({ user, row }) => ({
    user: asFutureUser(newTargetId(user.email), user),
    from: [`row ${row} of “${tab}”`],
    newUser: user,
  }));
  const alike = lookAlikes([...(names?.users ?? []), ...targets.map(({ user }) => user)]);
  return targets.map((target) => {
    const lookAlike = alike.get(target.user.id);
    return { ...target, suspended: false, ...(lookAlike === undefined ? {} : { lookAlike }) };
  });
};

/** The users become the draft's list, in a parcel: what a Sheet said a while ago cannot be looked up again. */
const keepList = (env: Environment, actor: Actor, targets: readonly ResolvedTarget[]): Result<WorkflowDraft> => {
  const draft = loadDraft(env);
  if (!draft.ok) return draft;
  forgetList(env, draft.value);
  const { list: _list, confirmed: _confirmed, ...rest } = draft.value;
  const bare = { ...rest, selection: { ...rest.selection, excludedUserIds: [] }, previewed: false };
  if (targets.length === 0) return saveDraft(env, bare);
  const packed = packTargetList({ targets, problems: [] }, []);
  const [id, digest] = [env.newId(), sha256Hex(packed.head)];
  const list = { id, selectors: '', kept: 'sent', digest, lookedUpAt: env.now(), left: [] } as const;
  const saved = saveDraft(env, { ...bare, list });
  if (!saved.ok) return saved;
  const workbook = openWorkbook(env, actor.installation);
  if (!workbook.ok) return workbook;
  const sent = sendParcel(env, workbook.value, { id, kind: 'list', authorId: actor.user.id, text: packed.head, parts: packed.parts });
  return sent.ok ? saved : sent;
};

/** Reads one tab of a Sheet as the person at the keyboard. Rows with a fault are left out, and each fault is named at its cell. */
export const readNewUsers = (
  env: Environment,
  actor: Actor,
  from: { readonly tab: string; readonly address: string },
): Result<{ readonly reading: NewUsersReading; readonly draft: WorkflowDraft }> => {
  const open = env.spreadsheets.open(from.address);
  if (!open.ok) return open;
  const text = open.value.table(from.tab, rowLimit);
  if (text === undefined) return fail(problem('sheet.tabGone', { tab: from.tab }));
  if (text.total > rowLimit) return fail(problem('users.tooManyRows', { rows: text.total, limit: newUserLimit }));
  const table = readUserTable(text);
  if (!table.ok) return table;
  const names = namesFor(
    env,
    actor,
    table.value.users.map(({ user }) => user),
  );
  if (!names.ok) return names;
  const found = names.value === undefined ? [] : foundFaults(table.value, names.value);
  const faults = [...table.value.faults, ...found].sort(
    (one, other) => rowOf(one.address) - rowOf(other.address) || compareText(one.address, other.address),
  );
  const bad = new Set(found.map(({ address }) => rowOf(address)));
  const users = table.value.users.filter(({ row }) => !bad.has(row));
  const draft = keepList(env, actor, asTargets(from.tab, users, names.value));
  if (!draft.ok) return draft;
  const refused = new Set(faults.map(({ address }) => rowOf(address))).size;
  const unchecked = names.value === undefined && table.value.users.length > 0;
  const reading: NewUsersReading = { tab: from.tab, users: users.length, refused, faults, ignored: table.value.ignored, unchecked };
  putCached(env, cacheKey, JSON.stringify(reading));
  return ok({ reading, draft: draft.value });
};

/** The last reading, for paging through its faults. */
export const lastNewUsersReading = (env: Environment): NewUsersReading | undefined => {
  const kept = getCached(env, cacheKey);
  return kept === undefined ? undefined : (JSON.parse(kept) as NewUsersReading);
};
