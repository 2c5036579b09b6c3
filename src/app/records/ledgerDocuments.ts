import type { Row, Tables } from '../Environment';
import { chunkList } from '../../core/base/chunkList';
import { chunkText } from '../../core/base/chunkText';

/** A cell takes 50,000 characters (https://developers.google.com/workspace/sheets/api/limits speaks of 10 million cells); we stay below. */
export const cellLimit = 40000;

const table = 'Documents';
const columns = ['id', 'part', 'text'] as const;

/**
 * What this execution read or wrote: each look into the table takes a third of a second, and one night of a sync has dozens. Nobody
 * else changes documents while the one writer works. Long ones are read again, lest they fill its memory.
 */
const known = new WeakMap<Tables, Map<string, string>>();
const longest = 300_000;

const knownOf = (ledger: Tables): Map<string, string> => {
  const before = known.get(ledger) ?? new Map<string, string>();
  known.set(ledger, before);
  return before;
};

const remember = (ledger: Tables, id: string, text: string): void => {
  if (text.length <= longest) knownOf(ledger).set(id, text);
};

/** Keeps a long text in the ledger under an id, replacing what was there. */
export const putDocument = (ledger: Tables, id: string, text: string): void => {
  knownOf(ledger).delete(id);
  ledger.ensure(table, columns);
  // "." in front keeps every part a text, whatever its first character.
  ledger.upsert(
    table,
    'id',
    chunkText(text, cellLimit).map((part, index): Row => ({ id, part: index, text: `.${part}` })),
  );
  remember(ledger, id, text);
};

/** The text, or undefined when the ledger has none of that id. */
export const getDocument = (ledger: Tables, id: string): string | undefined => {
  const before = knownOf(ledger).get(id);
  if (before !== undefined) return before;
  const rows = ledger.find(table, 'id', [id]);
  if (rows.length === 0) return undefined;
  const text = [...rows]
    .sort((a, b) => Number(a['part']) - Number(b['part']))
    .map((row) => String(row['text']).slice(1))
    .join('');
  remember(ledger, id, text);
  return text;
};

/** The same tables with these documents read at once, for one look at them: each read of its own takes a third of a second. */
export const withDocuments = (ledger: Tables, ids: readonly string[]): Tables => {
  let read: Row[] | undefined;
  return {
    ...ledger,
    find: (name, key, values) => {
      if (name !== table || key !== 'id' || !values.every((id) => ids.includes(id))) return ledger.find(name, key, values);
      read ??= ledger.find(table, 'id', ids);
      return read.filter((row) => values.includes(String(row['id'])));
    },
  };
};

/** Rows written at once: a few megabytes. */
const writtenAtOnce = 50;

/**
 * Like `putDocument`, for a text of many megabytes: in several writes, so that an execution that is killed between them leaves a
 * beginning of it. Only for what can be made again.
 */
export const putLongDocument = (ledger: Tables, id: string, text: string): void => {
  removeDocuments(ledger, id);
  ledger.ensure(table, columns);
  const rows = chunkText(text, cellLimit).map((part, index): Row => ({ id, part: index, text: `.${part}` }));
  for (const batch of chunkList(rows, writtenAtOnce)) ledger.append(table, batch);
};

export const removeDocuments = (ledger: Tables, ...ids: readonly string[]): void => {
  for (const id of ids) knownOf(ledger).delete(id);
  ledger.remove(table, 'id', ids);
};
