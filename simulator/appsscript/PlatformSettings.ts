import type { ExecutionKind } from './Execution';

/** How the platform behaves where Google's documents leave more than one answer. Tests set each both ways. */
export interface PlatformSettings {
  /**
   * Executions in which a recurrence below one hour is refused. Documented for add-ons
   * (https://developers.google.com/apps-script/guides/triggers/installable); whether a web page or the editor of the same project counts
   * is not. Default: cards and triggers when the manifest has `addOns`, else none.
   */
  triggerFloor: ReadonlySet<ExecutionKind>;
  /**
   * At most one time-driven trigger per user, as the page on add-on triggers can be read
   * (https://developers.google.com/workspace/add-ons/concepts/workspace-triggers). Default false.
   */
  oneClockTrigger: boolean;
  /** What `Session.getActiveUser()` gives in a trigger (https://developers.google.com/apps-script/reference/base/session). Default blank. */
  activeUserInTriggers: 'blank' | 'creator';
  /**
   * Whether `SpreadsheetApp.getActiveSpreadsheet()` gives a card the spreadsheet it stands beside: the page on restrictions says no
   * (https://developers.google.com/workspace/add-ons/guides/workspace-restrictions), the page on scopes and Google's samples say yes
   * (https://developers.google.com/workspace/add-ons/concepts/workspace-scopes). Default given.
   */
  activeSpreadsheetInCards: 'given' | 'none';
  /**
   * How an advanced service says that a scope was not granted; not documented. Default: the exception of built-in services, and nothing
   * is sent. `answer`: the request goes out and the API's 403 comes back.
   */
  advancedScopeMissing: 'exception' | 'answer';
  /** Whether `timeoutSeconds` of a fetch is obeyed (https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app). Default obeyed. */
  fetchTimeout: 'obeyed' | 'ignored';
  /** Whether the web app's address accepts an access token in a request from `UrlFetchApp`; not documented. Default refused. */
  webAppTokens: 'accepted' | 'refused';
  /**
   * How long a token of `ScriptApp.getOAuthToken()` still holds when the script gets it, seconds; documented is only "a few minutes at a
   * minimum" (https://developers.google.com/apps-script/reference/script/script-app#getoauthtoken). Default one hour.
   */
  tokenSeconds: number;
  /**
   * How long the token of an event object opens its message, seconds; documented is only "temporary"
   * (https://developers.google.com/workspace/add-ons/concepts/workspace-scopes#access-tokens). Default one hour.
   */
  messageTokenSeconds: number;
  /** What `GmailApp.getMessageById` does about an id that the mailbox does not have; not documented. Default exception. */
  missingMessage: 'exception' | 'null';
  /**
   * Whether `GmailMessage.getHeader` is metadata for the scope gmail.addons.current.message.metadata: the page on scopes names "the subject
   * or recipients" (https://developers.google.com/workspace/add-ons/concepts/workspace-scopes#gmail). Default given.
   */
  metadataScopeHeaders: 'given' | 'refused';
  /** Which one `GmailMessage.getHeader` gives of a header that stands there twice, from the top; not documented. Default first. */
  repeatedHeader: 'first' | 'last';
  /** What MailApp does about a line break in subject, name or replyTo; not documented. In no case it begins a header. Default a space. */
  mailLineBreaks: 'space' | 'refused';
  /**
   * Which visitors of a web page that runs as its deployer are known by address. The page says "the same Google Workspace domain"
   * (https://developers.google.com/apps-script/reference/base/session#getactiveuser), which may mean the customer or the very domain, and
   * leaves it open to policies. Default customer.
   */
  visitorAddress: 'customer' | 'domain' | 'blank';
  /**
   * What the name of an HTML file that ends in `.html` means to HtmlService. Files are named without it in Google's examples
   * (https://developers.google.com/apps-script/guides/html); published scripts write both. Default: no file has such a name.
   */
  htmlExtension: 'part of the name' | 'dropped';
  /** Longest delay of a one-shot trigger after its instant, ms; `after` promises a minimum only. Default one minute. */
  oneShotDelay: number;
}

export const platformSettings = (addOn: boolean): PlatformSettings => ({
  triggerFloor: new Set<ExecutionKind>(addOn ? ['addon', 'trigger'] : []),
  oneClockTrigger: false,
  activeUserInTriggers: 'blank',
  activeSpreadsheetInCards: 'given',
  advancedScopeMissing: 'exception',
  fetchTimeout: 'obeyed',
  webAppTokens: 'refused',
  tokenSeconds: 3600,
  messageTokenSeconds: 3600,
  missingMessage: 'exception',
  metadataScopeHeaders: 'given',
  repeatedHeader: 'first',
  mailLineBreaks: 'space',
  visitorAddress: 'customer',
  htmlExtension: 'part of the name',
  oneShotDelay: 60_000,
});
