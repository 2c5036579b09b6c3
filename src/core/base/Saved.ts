import { parseRecord } from './parseRecord';

/** S60: what a person keeps under a name, to use it again. */
export interface Saved {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
}

/** Our own limit for each kind: a list that one card shows, and at most a third of what Google keeps for a person (500 KB). */
export const savedLimit = 20;
export const savedNameLength = 80;

/** Undefined when the text, or what `read` finds beside the name, is none that this version understands. */
export const decodeSaved = <Content>(
  id: string,
  text: string,
  read: (value: Readonly<Record<string, unknown>>) => Content | undefined,
): (Saved & Content) | undefined => {
  const value = parseRecord(text);
  const content = value === undefined ? undefined : read(value);
  const { name, savedAt } = value ?? {};
  return content === undefined || typeof name !== 'string' || typeof savedAt !== 'number' ? undefined : { ...content, id, name, savedAt };
};
