import { plural } from './plural';
import type { Wordings } from './explain';

/** Wording of what keeps saved actions from being saved or used. */
export const explainSaved = {
  'saved.nameMissing': () => ({ what: 'The actions have no name.', fix: 'Give them a name, to find them again.' }),
  'saved.nameTooLong': ({ limit }) => ({ what: 'The name is too long.', fix: `Shorten it to ${plural(Number(limit), 'character')}.` }),
  'saved.nameTaken': ({ name }) => ({
    what: `You saved other actions as “${String(name)}”.`,
    fix: `“${String(name)}” is taken by other actions that you saved. Choose another name, or delete those first.`,
  }),
  'saved.tooMany': ({ limit }) => ({
    what: 'You saved too many.',
    fix: `At most ${plural(Number(limit), 'set')} of actions can be kept. Delete one that you do not need.`,
  }),
  'saved.tooBig': ({ actions }) => ({
    what: 'These actions are too many to be kept together.',
    fix: `${plural(Number(actions), 'action')} with these settings take more than the 9 KB that Google allows for them. Remove some, and save them in two parts.`,
  }),
  'saved.noRoom': () => ({
    what: 'There is no room for them.',
    fix: 'What Google keeps for you here is full. Delete actions that you saved, or send or discard your draft.',
  }),
  'saved.gone': () => ({ what: 'These saved actions are not there any more.', fix: 'Go back and choose others.' }),
  'saved.sourceGone': ({ email }) => ({
    what: `The source user ${String(email)} is not there any more, or suspended.`,
    fix: 'Edit the action and choose a source user.',
  }),
  'saved.labelGone': ({ email, label }) => ({
    what: `${String(email)} has no label “${String(label)}” any more.`,
    fix: 'Edit the action and choose source user and label again.',
  }),
} as const satisfies Wordings;
