import { fail, ok, type Result } from '../../core/base/Result';
import { problem } from '../../core/base/Problem';
import type { TargetSelection } from '../../core/directory/TargetSelection';
import type { SyncDraft } from '../../core/sync/Sync';
import type { WorkflowDraft } from '../../core/workflows/WorkflowDraft';
import type { Environment } from '../Environment';
import { editSyncDraft, loadSyncDraft } from '../sync/syncDrafts';
import { editDraft, loadDraft } from '../workflow/drafts';

/** Whose choice of users is edited: a workflow's targets, a sync's destinations, or the users who are its source. */
export const selectionPlaces = ['targets', 'destinations', 'users'] as const;
export type SelectionPlace = (typeof selectionPlaces)[number];

export type Chosen =
  | { readonly place: 'targets'; readonly name: string; readonly selection: TargetSelection; readonly draft: WorkflowDraft }
  | { readonly place: 'destinations' | 'users'; readonly name: string; readonly selection: TargetSelection; readonly draft: SyncDraft };

const ofWorkflow = (draft: WorkflowDraft): Chosen => ({ place: 'targets', name: draft.name, selection: draft.selection, draft });

const ofSync = (draft: SyncDraft, place: 'destinations' | 'users'): Result<Chosen> => {
  const { name, source, destinations } = draft;
  if (place === 'destinations') return ok({ place, name, selection: destinations, draft });
  return source?.kind === 'directory' ? ok({ place, name, selection: source.users, draft }) : fail(problem('sync.draftGone'));
};

export const loadChosen = (env: Environment, place: SelectionPlace): Result<Chosen> => {
  if (place === 'targets') {
    const draft = loadDraft(env);
    return draft.ok ? ok(ofWorkflow(draft.value)) : draft;
  }
  const draft = loadSyncDraft(env);
  return draft.ok ? ofSync(draft.value, place) : draft;
};

export const editChosen = (env: Environment, place: SelectionPlace, edit: (before: TargetSelection) => TargetSelection): Result<Chosen> => {
  if (place === 'targets') {
    const draft = editDraft(env, ({ selection }) => ({ selection: edit(selection) }));
    return draft.ok ? ok(ofWorkflow(draft.value)) : draft;
  }
  const draft = editSyncDraft(env, (before) => {
    const { source, destinations } = before;
    if (place === 'destinations') return { ...before, destinations: edit(destinations) };
    return source?.kind === 'directory' ? { ...before, source: { ...source, users: edit(source.users) } } : before;
  });
  return draft.ok ? ofSync(draft.value, place) : draft;
};
