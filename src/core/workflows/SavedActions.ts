import { decodeSaved, type Saved } from '../base/Saved';
import { decodeDraft, emptyDraft, type ActionDraft } from './WorkflowDraft';

/** S60: the actions of a workflow under a name, to be used in a new one. Ids, addresses for show and options; no contents. */
export interface SavedActions extends Saved {
  readonly actions: readonly ActionDraft[];
}

/** What holds for the actions of a draft holds here. */
export const decodeSavedActions = (id: string, text: string): SavedActions | undefined =>
  decodeSaved(id, text, ({ actions }) => {
    const draft = decodeDraft(JSON.stringify({ ...emptyDraft(id), actions }));
    return draft === undefined ? undefined : { actions: draft.actions };
  });
