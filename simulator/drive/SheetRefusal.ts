/** Sheets refuses an edit; the message is the text of the exception a script gets. Nothing was changed. */
export class SheetRefusal extends Error {}
