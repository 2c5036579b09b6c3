import { wasSent, type RequestEntry } from '../../core/approvals/RequestEntry';
import { digest } from '../../core/base/digest';
import { parseRecord } from '../../core/base/parseRecord';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { decodeSync } from '../../core/sync/decodeSync';
import { takenOut } from '../../core/sync/takenOut';
import { newSync, type Sync, type SyncDraft, type SyncType } from '../../core/sync/Sync';
import type { Actor } from '../actors/identify';
import type { Environment } from '../Environment';
import { withdrawPreview } from '../requests/previewWorkflow';
import { getRequest } from '../requests/requestStore';
import { deleteDraftText, readDraftText, syncDraftPrefix, writeDraftText } from '../workflow/draftStore';
import { findOwnSync, saveSync, type SavedSync } from './askForSync';
import { readShown } from './manageSync';

/** What is remembered of a person's half-filled sync beside itself. */
interface About {
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
  /** The request that holds its last preview, and a digest of what was previewed. */
  readonly requestId?: string;
  readonly previewed?: string;
}

const aboutKey = `${syncDraftPrefix}about`;

const readAbout = (env: Environment): About => {
  const { savedAt, requestId, previewed } = parseRecord(env.drafts.get(aboutKey)) ?? {};
  return {
    savedAt: typeof savedAt === 'number' ? savedAt : env.now(),
    ...(typeof requestId === 'string' && typeof previewed === 'string' ? { requestId, previewed } : {}),
  };
};

const writeAbout = (env: Environment, about: About): Result<void> => env.drafts.set(aboutKey, JSON.stringify(about));

export const discardSyncDraft = (env: Environment): void => deleteDraftText(env, syncDraftPrefix);

/** S48: a half-filled sync; once its request was sent, it became that, and goes when it is read. */
export const findSyncDraft = (env: Environment): { readonly draft: SyncDraft; readonly savedAt: number } | undefined => {
  const draft = decodeSync(readDraftText(env, syncDraftPrefix));
  if (draft === undefined) return undefined;
  const { savedAt, requestId } = readAbout(env);
  const entry = requestId === undefined ? undefined : getRequest(env, requestId);
  if (entry?.ok !== true || !wasSent(entry.value)) return { draft, savedAt };
  discardSyncDraft(env);
  return undefined;
};

export const loadSyncDraft = (env: Environment): Result<SyncDraft> => {
  const found = findSyncDraft(env);
  return found === undefined ? fail(problem('sync.draftGone')) : ok(found.draft);
};

const saveSyncDraft = (env: Environment, draft: SyncDraft): Result<SyncDraft> => {
  const { selectors, excludedUserIds } = draft.destinations;
  const stored = writeDraftText(env, JSON.stringify(draft), syncDraftPrefix);
  if (!stored.ok) return fail(problem('workflow.draftTooBig', { choices: selectors.length, leftOut: excludedUserIds.length }));
  const noted = writeAbout(env, { ...readAbout(env), savedAt: env.now() });
  return noted.ok ? ok(draft) : noted;
};

export const editSyncDraft = (env: Environment, edit: (draft: SyncDraft) => SyncDraft): Result<SyncDraft> => {
  const draft = loadSyncDraft(env);
  return draft.ok ? saveSyncDraft(env, edit(draft.value)) : draft;
};

/** G9: "Add". */
export const startSync = (env: Environment): Result<SyncDraft> => {
  discardSyncDraft(env);
  return saveSyncDraft(env, newSync(env.newId(), 'personal'));
};

/** G46: a draft to edit a sync; `asNew`: of another one that does the same. */
export const editSync = (env: Environment, actor: Actor, syncId: string, asNew: boolean): Result<SyncDraft> => {
  const entry = findOwnSync(env, actor, syncId);
  const sync = entry.ok ? readShown(env, actor, entry.value) : entry;
  if (!sync.ok) return sync;
  discardSyncDraft(env);
  return saveSyncDraft(env, asNew ? { ...sync.value, id: env.newId(), name: `Copy of ${sync.value.name}` } : sync.value);
};

/** G10: of the other type the source is another, and what is left out of it. */
export const ofType = (draft: SyncDraft, type: SyncType): SyncDraft => {
  if ((draft.source?.kind ?? 'personal') === type) return draft;
  const { source: _source, ...rest } = draft;
  const { source, leaveOut } = newSync(draft.id, type);
  return { ...rest, leaveOut, ...(source === undefined ? {} : { source }) };
};

/** G47: what the edit of a sync takes out of its destinations, by name. */
export const takenOutBy = (env: Environment, actor: Actor, { id, destinations }: SyncDraft): readonly string[] => {
  const entry = findOwnSync(env, actor, id);
  const before = entry.ok ? readShown(env, actor, entry.value) : entry;
  return before.ok ? takenOut(before.value.destinations, destinations) : [];
};

/** G30: asks for what the draft says, and how it is meant. The preview of an unchanged draft is shown again instead. */
export const previewSyncDraft = (env: Environment, actor: Actor, meant: Omit<SavedSync, 'sync'>): Result<RequestEntry> => {
  const draft = loadSyncDraft(env);
  if (!draft.ok) return draft;
  if (draft.value.source === undefined) return fail(problem('sync.sourceMissing'));
  const about = readAbout(env);
  const previewed = digest([JSON.stringify(draft.value), meant]);
  const kept = about.requestId === undefined ? undefined : getRequest(env, about.requestId);
  if (kept?.ok === true && about.previewed === previewed && ['preparing', 'prepared'].includes(kept.value.state)) return kept;
  withdrawPreview(env, about.requestId);
  const asked = saveSync(env, actor, { sync: draft.value as Sync, ...meant });
  if (!asked.ok) return asked;
  const noted = writeAbout(env, { ...about, requestId: asked.value.id, previewed });
  return noted.ok ? asked : noted;
};
