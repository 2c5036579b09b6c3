export type HostApp = 'SHEETS' | 'GMAIL';

/** Where and how an add-on is open. */
export interface HostOptions {
  readonly userId: string;
  readonly hostApp: HostApp;
  /** The open file, in Sheets. */
  readonly spreadsheetId?: string;
  /** `test` shows a script's errors in full, `published` does not. Default: what the project is. */
  readonly deployment?: 'test' | 'published';
  /** BCP 47. Reaches the script only with `useLocaleFromApp` and the scope script.locale. Default `en-US`. */
  readonly locale?: string;
  /** IANA id. Default: the time zone of the open spreadsheet, else `Etc/GMT`. */
  readonly timeZone?: string;
  readonly uncertain?: Partial<Uncertain>;
}

/** What Google's pages leave open or answer in two ways. An add-on has to work with either. */
export interface Uncertain {
  /** Empty text fields, unchecked boxes and cards without fields: no key in the event, or a key with an empty text or map. */
  readonly emptyFields: 'missing' | 'present';
  /**
   * What updateCard does to values the person typed: the card reference keeps those of equivalent fields
   * (https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1#navigation), the reference of Action
   * lets the server's values win unless setPersistValues(true)
   * (https://developers.google.com/apps-script/reference/card-service/action).
   */
  readonly typedValuesOnUpdate: 'kept' | 'replaced';
  /** Values typed on a card that others covered for a while. No page says. */
  readonly typedValuesAfterBack: 'kept' | 'lost';
  /**
   * Ids in the event objects of Gmail: `msg-f:1600…` as in Google's example for other runtimes
   * (https://developers.google.com/workspace/add-ons/guides/alternate-runtimes), or as GmailMessage.getId gives them.
   */
  readonly messageIds: 'prefixed' | 'plain';
  /**
   * A message that is opened again: its trigger runs, or the client shows the card it kept until an action says stateChanged
   * (https://developers.google.com/workspace/add-ons/how-tos/interactions speaks of a cache in the client, not of what is in it).
   */
  readonly reopenedMessage: 'fetched' | 'kept';
}

export const DEFAULT_UNCERTAIN: Uncertain = {
  emptyFields: 'missing',
  typedValuesOnUpdate: 'kept',
  typedValuesAfterBack: 'kept',
  messageIds: 'prefixed',
  reopenedMessage: 'fetched',
};

/** The opposite answers: a walk that passes with both sets does not rest on a guess. */
export const OTHER_UNCERTAIN: Uncertain = {
  emptyFields: 'present',
  typedValuesOnUpdate: 'replaced',
  typedValuesAfterBack: 'lost',
  messageIds: 'plain',
  reopenedMessage: 'kept',
};
