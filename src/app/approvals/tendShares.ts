import type { Delegate } from '../../core/approvals/Policy';
import { parseRecord } from '../../core/base/parseRecord';
import type { Problem } from '../../core/base/Problem';
import { ok, type Result } from '../../core/base/Result';
import { getUser } from '../../google/directory';
import { eventOf } from '../audit/auditEvents';
import type { Environment } from '../Environment';
import { doTask } from '../runs/doTask';
import type { Installation } from '../setUp/Installation';
import { readPolicy } from './policyStore';

type All = Readonly<Record<string, string>>;

/** With which delegates the workbook is shared, by Directory id. `notBefore`: what Google refused is tried again then. */
interface Shares {
  readonly with: readonly string[];
  readonly notBefore: number;
}

/** Script property. */
const key = 'shares';
/** Less than an hour, so that a trigger that fires hourly tries each time. */
const restMilliseconds = 50 * 60 * 1000;

const readShares = (text: string | undefined): Shares => (parseRecord(text) as unknown as Shares | undefined) ?? { with: [], notBefore: 0 };

const mayAsk = (env: Environment, delegates: readonly Delegate[]): string[] =>
  delegates.filter(({ until }) => until > env.now()).map(({ userId }) => userId);

/** Whom the workbook is to be shared with, and whom no more. */
const differences = (
  env: Environment,
  delegates: readonly Delegate[],
  shares: Shares,
): { readonly id: string; readonly share: boolean }[] => {
  const wanted = mayAsk(env, delegates);
  return [
    ...wanted.filter((id) => !shares.with.includes(id)).map((id) => ({ id, share: true })),
    ...shares.with.filter((id) => !wanted.includes(id)).map((id) => ({ id, share: false })),
  ];
};

/** Shares it with the account, or does so no more: at the address of this moment, since the former one may be somebody else's. */
const setShare = (env: Environment, { workbookId }: Installation, id: string, share: boolean): Result<void> => {
  const user = doTask(env, () => getUser({ kind: 'self' }, id));
  if (!user.ok) return user.problem.code === 'google.notFound' ? ok(undefined) : user;
  if (share) return env.spreadsheets.addEditors(workbookId, [user.value.primaryEmail]);
  // Who became an administrator has it by that.
  return user.value.isAdmin ? ok(undefined) : env.spreadsheets.removeEditor(workbookId, user.value.primaryEmail);
};

/** S43: the workbook is shared with delegates while they may ask, and no longer. */
export const tendShares = (env: Environment, installation: Installation): void => {
  const shares = readShares(env.authority.get(key));
  if (shares.notBefore > env.now()) return;
  let kept = shares.with;
  let refused: Problem | undefined;
  for (const { id, share } of differences(env, readPolicy(env).delegates, shares)) {
    const set = setShare(env, installation, id, share);
    if (!set.ok) {
      refused = set.problem;
      env.log('workbook.notShared', { user: id, share, code: set.problem.code });
      continue;
    }
    kept = share ? [...kept, id] : kept.filter((one) => one !== id);
    const told = { by: '', what: share ? 'workbook.shared' : 'workbook.shareEnded', subject: id, details: '' };
    env.locked(() => env.authority.setAll({ [key]: JSON.stringify({ with: kept, notBefore: 0 } satisfies Shares), ...eventOf(env, told) }));
  }
  if (refused === undefined) return;
  env.authority.set(key, JSON.stringify({ with: kept, notBefore: env.now() + restMilliseconds } satisfies Shares));
};

/** When something is to be shared or to be shared no more; undefined: never, as things stand. */
export const nextShare = (env: Environment, all: All): number | undefined => {
  const { delegates } = readPolicy(env, all);
  const shares = readShares(all[key]);
  if (differences(env, delegates, shares).length > 0) return Math.max(env.now(), shares.notBefore);
  const ends = delegates.flatMap(({ until }) => (until > env.now() ? [until] : []));
  return ends.length === 0 ? undefined : Math.min(...ends);
};
