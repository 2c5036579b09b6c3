import { compareText } from '../../core/base/compareText';
import { problem, type Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { savedLimit, savedNameLength, type Saved } from '../../core/base/Saved';
import type { Environment } from '../Environment';

/**
 * Where one kind lies: user properties of whoever saved it. In script properties everybody could change what somebody else is about to
 * use, and it would take the room of requests; what only its author sees needs no rule of who may.
 */
export interface SavedKind<Kept extends Saved> {
  readonly prefix: string;
  readonly decode: (id: string, text: string) => Kept | undefined;
}

export const listSaved = <Kept extends Saved>(env: Environment, { prefix, decode }: SavedKind<Kept>): Kept[] => {
  const all = env.drafts.all();
  return Object.keys(all)
    .filter((key) => key.startsWith(prefix))
    .map((key) => decode(key.slice(prefix.length), all[key] ?? ''))
    .filter((saved): saved is Kept => saved !== undefined)
    .sort((a, b) => compareText(a.name, b.name));
};

export const findSaved = <Kept extends Saved>(env: Environment, kind: SavedKind<Kept>, id: string): Result<Kept> => {
  const saved = listSaved(env, kind).find((one) => one.id === id);
  return saved === undefined ? fail(problem('saved.gone')) : ok(saved);
};

/** What keeps a name from being taken; `id` is the one that gets it. */
const missingInName = (env: Environment, kind: SavedKind<Saved>, name: string, id: string): Problem | undefined => {
  if (name === '') return problem('saved.nameMissing');
  if ([...name].length > savedNameLength) return problem('saved.nameTooLong', { limit: savedNameLength });
  const taken = listSaved(env, kind).find((one) => one.id !== id && one.name.toLowerCase() === name.toLowerCase());
  return taken === undefined ? undefined : problem('saved.nameTaken', { name: taken.name, id: taken.id });
};

/** Gives back what keeps it from being stored; a property holds 9 KB (https://developers.google.com/apps-script/guides/services/quotas). */
const store = (env: Environment, { prefix }: SavedKind<Saved>, { id, ...kept }: Saved): Problem | undefined => {
  const stored = env.drafts.set(prefix + id, JSON.stringify(kept));
  if (stored.ok) return undefined;
  return problem(stored.problem.code === 'platform.valueTooBig' ? 'saved.tooBig' : 'saved.noRoom');
};

/** Keeps this under a new name. Gives back what keeps it from being done. */
export const saveAs = (env: Environment, kind: SavedKind<Saved>, typed: string, content: object): Problem | undefined => {
  const name = typed.trim();
  const missing = missingInName(env, kind, name, '');
  if (missing !== undefined) return missing;
  if (listSaved(env, kind).length >= savedLimit) return problem('saved.tooMany', { limit: savedLimit });
  return store(env, kind, { ...content, id: env.newId(), name, savedAt: env.now() });
};

/** Keeps this in place of what was saved. */
export const replaceSaved = (env: Environment, kind: SavedKind<Saved>, saved: Saved, content: object): Problem | undefined =>
  store(env, kind, { ...saved, ...content, savedAt: env.now() });

export const renameSaved = (env: Environment, kind: SavedKind<Saved>, saved: Saved, typed: string): Problem | undefined => {
  const name = typed.trim();
  return missingInName(env, kind, name, saved.id) ?? store(env, kind, { ...saved, name });
};

export const deleteSaved = (env: Environment, { prefix }: SavedKind<Saved>, id: string): void => env.drafts.delete(prefix + id);
