import { plural } from './plural';
import type { Wordings } from './explain';

const listed = (titles: unknown): string =>
  [titles ?? []]
    .flat()
    .map((title) => `“${String(title)}”`)
    .join(', ');

/** Wording of what keeps actions or a mapping from being saved or used. */
export const explainSaved = {
  'saved.nameMissing': () => ({ what: 'There is no name.', fix: 'Give it a name, to find it again.' }),
  'saved.nameTooLong': ({ limit }) => ({ what: 'The name is too long.', fix: `Shorten it to ${plural(Number(limit), 'character')}.` }),
  'saved.nameTaken': ({ name }) => ({
    what: `You saved something else as “${String(name)}”.`,
    fix: `“${String(name)}” is taken by what you saved before. Choose another name, or delete that first.`,
  }),
  'saved.tooMany': ({ limit }) => ({
    what: 'You saved too many.',
    fix: `At most ${String(limit)} can be kept. Delete one that you do not need.`,
  }),
  'saved.tooBig': () => ({
    what: 'This is too much to be kept together.',
    fix: 'It takes more than the 9 KB that Google allows for it. Remove some, and save it in two parts.',
  }),
  'saved.noRoom': () => ({
    what: 'There is no room for it.',
    fix: 'What Google keeps for you here is full. Delete actions or mappings that you saved, or send or discard your draft.',
  }),
  'saved.gone': () => ({ what: 'What you saved is not there any more.', fix: 'Go back and choose another.' }),
  'saved.sourceGone': ({ email }) => ({
    what: `The source user ${String(email)} is not there any more, or suspended.`,
    fix: 'Edit the action and choose a source user.',
  }),
  'saved.labelGone': ({ email, label }) => ({
    what: `${String(email)} has no label “${String(label)}” any more.`,
    fix: 'Edit the action and choose source user and label again.',
  }),
  'saved.columnsGone': ({ columns }) => ({
    what: `The data has no column ${listed(columns)}.`,
    fix: 'Nothing to do, unless it has another name here: then map it by hand.',
  }),
  'saved.fieldsGone': ({ columns }) => ({
    what: `What ${listed(columns)} was mapped to is not there any more, or cannot be read now. The column is not used.`,
    fix: 'Map it to something else, or leave it out.',
  }),
} as const satisfies Wordings;
