import { decodeNote, encodeNote, type OfficerNote } from '../../core/approvals/OfficerNote';

/** Script property. It goes when the request is closed. */
export const noteKey = (requestId: string): string => `note.${requestId}`;

/** As script properties, to be stored in the same write as the mark that officers were asked. */
export const noteOf = (requestId: string, note: Omit<OfficerNote, 'more'>): Readonly<Record<string, string>> => ({
  [noteKey(requestId)]: encodeNote({ ...note, more: 0 }),
});

export const readNote = (requestId: string, all: Readonly<Record<string, string>>): OfficerNote | undefined =>
  decodeNote(all[noteKey(requestId)]);
