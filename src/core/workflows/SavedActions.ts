import { parseRecord } from '../base/parseRecord';
import { decodeDraft, emptyDraft, type ActionDraft } from './WorkflowDraft';

/** S60: the actions of a workflow under a name, to be used in a new one. Ids, addresses for show and options; no contents. */
export interface SavedActions {
  readonly id: string;
  readonly name: string;
  readonly actions: readonly ActionDraft[];
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
}

/** Our own limit: a list that one card shows, and at most a third of what Google keeps for a person (500 KB). */
export const savedActionsLimit = 20;
export const savedNameLength = 80;

/** Undefined when the text is none that this version understands. What holds for the actions of a draft holds here. */
export const decodeSavedActions = (id: string, text: string): SavedActions | undefined => {
  const value = parseRecord(text);
  if (value === undefined) return undefined;
  const { name, actions, savedAt } = value;
  const draft = decodeDraft(JSON.stringify({ ...emptyDraft(id), actions }));
  if (draft === undefined || typeof name !== 'string' || typeof savedAt !== 'number') return undefined;
  return { id, name, actions: draft.actions, savedAt };
};
